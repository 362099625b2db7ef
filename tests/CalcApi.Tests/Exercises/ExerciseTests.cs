using System.Text.Json;
using Xunit;

namespace CalcApi.Tests.Exercises;

/// <summary>Sheets over HTTP, and answers as people send them.</summary>
public sealed class ExerciseTests(Api service)
{
    private const string Product = "product-rule-1-30086a94"; // x^3*sin(x)
    private const string Step = "descent-step-2-297ebb0d"; // 3*x^2 + 2*y^2 + 4*x from (-3, 1) at 0.05: (-2.3, 0.8)

    [Fact]
    public async Task The_same_seed_gives_the_same_sheet_without_its_answers()
    {
        const string question = """{ "rules": ["product-rule", "slope"], "difficulty": 2, "count": 6, "seed": 3 }""";
        var (first, second) = (await service.Answer("exercises", question), await service.Answer("exercises", question));
        Assert.Equal(first.GetRawText(), second.GetRawText());
        var exercises = first.GetProperty("exercises").EnumerateArray().ToList();
        Assert.Equal(["product-rule", "slope", "product-rule", "slope", "product-rule", "slope"], exercises.Select(static exercise => exercise.GetProperty("rule").GetString()!), StringComparer.Ordinal);
        Assert.All(exercises, static exercise => Assert.False(exercise.TryGetProperty("answers", out _) || exercise.TryGetProperty("steps", out _)));
        Assert.Equal(6, exercises.Select(static exercise => exercise.GetProperty("text").GetString()).Distinct(StringComparer.Ordinal).Count());
    }

    [Fact]
    public async Task Every_answer_of_a_teachers_copy_is_marked_right()
    {
        var sheet = await service.Answer("exercises", """{ "difficulty": 3, "count": 17, "seed": 8, "answers": true }""");
        foreach (var exercise in sheet.GetProperty("exercises").EnumerateArray())
        {
            Assert.NotEqual(0, exercise.GetProperty("steps").GetArrayLength());
            var answer = exercise.GetProperty("parts").EnumerateArray().Zip(exercise.GetProperty("answers").EnumerateArray())
                .ToDictionary(static each => each.First.GetProperty("name").GetString()!, static each => each.Second.GetProperty("text").GetString()!, StringComparer.Ordinal);
            var mark = await service.Answer("exercises/check", JsonSerializer.Serialize(new { id = exercise.GetProperty("id").GetString(), answer }));
            Assert.Equal("right", mark.GetProperty("verdict").GetString());
            Assert.False(mark.TryGetProperty("hint", out _));
        }
    }

    [Theory]
    [InlineData(Product, "\"3x^2*cos(x)\"", "wrong", "product-of-derivatives")]
    [InlineData(Product, "\"3x^2 sin(x) + x^3 cos(x)\"", "right", null)]
    [InlineData(Product, "\"$3x^{2}\\\\sin x + x^{3}\\\\cos x$\"", "right", null)]
    [InlineData(Product, "{ \"x\": \"3x^2 sin(x) + x^3 cos(x)\" }", "right", null)]
    [InlineData(Product, "\"3x^2 sin(\"", "unreadable", null)]
    [InlineData(Product, "\"\"", "empty", null)]
    [InlineData(Product, "7", "wrong", null)]
    [InlineData(Step, "{ \"x\": -2.3, \"y\": 0.8 }", "right", null)]
    [InlineData(Step, "[-2.3, 0.8]", "right", null)]
    [InlineData(Step, "\"(-2.3, 0.8)\"", "right", null)]
    [InlineData(Step, "\"x = -23/10; y = 4/5\"", "right", null)]
    [InlineData(Step, "{ \"x\": -2.3 }", "empty", null)]
    [InlineData(Step, "[-3.7, 1.2]", "wrong", "step-uphill")]
    [InlineData(Step, "[11, -3]", "wrong", "rate-lost")]
    public async Task An_answer_is_marked_by_its_meaning(string id, string answer, string verdict, string? slip)
    {
        var mark = await service.Answer("exercises/check", $$"""{ "id": "{{id}}", "answer": {{answer}} }""");
        Assert.Equal(verdict, mark.GetProperty("verdict").GetString());
        Assert.Equal(slip, mark.TryGetProperty("slip", out var found) ? found.GetProperty("slip").GetString() : null);
        Assert.Equal(verdict is not "right", mark.TryGetProperty("hint", out _));
    }

    [Fact]
    public async Task Hints_come_one_by_one_and_end()
    {
        for (var seen = 0; ; seen++)
        {
            var mark = await service.Answer("exercises/check", $$"""{ "id": "{{Product}}", "hints": {{seen}} }""");
            Assert.Equal("empty", mark.GetProperty("verdict").GetString());
            if (!mark.TryGetProperty("hint", out var hint))
            {
                Assert.InRange(seen, 2, 8);
                return;
            }

            Assert.Equal(seen + 1, hint.GetProperty("number").GetInt32());
        }
    }

    [Theory]
    [InlineData("exercises", """{ "rules": [] }""", 422, "at least one rule")]
    [InlineData("exercises", """{ "rules": ["product"] }""", 422, "product-rule")]
    [InlineData("exercises", """{ "rules": "product-rule" }""", 400, "rules")]
    [InlineData("exercises", """{ "count": 0 }""", 422, "at least 1")]
    [InlineData("exercises", """{ "difficulty": 4 }""", 422, "1, 2 or 3")]
    [InlineData("exercises", """{ "seed": 1.5 }""", 400, "whole number")]
    [InlineData("exercises/check", """{ "id": "nothing" }""", 422, "No exercise has this id")]
    [InlineData("exercises/check", """{ "answer": 3 }""", 400, "id")]
    [InlineData("exercises/check", $$"""{ "id": "{{Product}}", "hints": -1 }""", 422, "0 or more")]
    [InlineData("exercises/check", $$"""{ "id": "{{Product}}", "answer": [1, 2] }""", 422, "not an array")]
    [InlineData("exercises/check", $$"""{ "id": "{{Step}}", "answer": 3 }""", 422, "2 parts")]
    [InlineData("exercises/check", $$"""{ "id": "{{Step}}", "answer": { "z": 3 } }""", 422, "no part 'z'")]
    public async Task A_question_without_meaning_is_refused_with_what_there_is(string route, string question, int status, string says)
    {
        var problem = await service.Ask(route, question);
        Assert.Equal(status, (int)problem.Status);
        Assert.Contains(says, problem.Json.GetRawText().Replace("\\u0027", "'", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_sheet_can_be_a_link()
    {
        var byAddress = await service.Client.Send(HttpMethod.Get, "/api/v1/exercises?rules=chain-rule,slope&count=4&seed=9");
        Assert.Equal((await service.Answer("exercises", """{ "rules": ["chain-rule", "slope"], "count": 4, "seed": 9 }""")).GetRawText(), byAddress.Json.GetRawText());
    }
}
