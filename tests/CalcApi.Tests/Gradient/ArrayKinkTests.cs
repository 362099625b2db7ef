using System.Text.Json;
using Xunit;

namespace CalcApi.Tests.Gradient;

/// <summary>Where a function of vectors and matrices has no derivative, the entry is named, with the slopes on both sides.</summary>
public sealed class ArrayKinkTests(Api service)
{
    [Theory]
    [InlineData("f(x) = sum(abs(x))", "[0, 1]", "x[1] -1 1 0", "0 1")]
    [InlineData("f(x) = norm(x)", "[0, 0]", "x[1] -1 1 0; x[2] -1 1 0", "0 0")]
    [InlineData("f(x) = 3*norm(x - [1, 2])", "[1, 2]", "x[1] -3 3 0; x[2] -3 3 0", "0 0")]
    [InlineData("f(x) = max(x)", "[1, 1]", "x[1] 0 1 0.5; x[2] 0 1 0.5", "0.5 0.5")]
    [InlineData("f(x) = sum(relu([[1, -1], [1, 1]] @ x))", "[1, 1]", "x[1] 1 2 1; x[2] 0 1 1", "1 1")]
    [InlineData("f(x) = sum(if(x > 0, 2*x, x))", "[0, 3]", "x[1] 1 2 1", "1 2")]
    [InlineData("f(x) = norm(x)^2 + sum(abs(x).^2)", "[0, 0]", "", "0 0")]
    [InlineData("f(x) = sum(if(x == 0, 1, sin(x) ./ x))", "[0, 0]", "", "0 0")]
    [InlineData("f(x) = norm(x)", "[0, 1]", "", "0 1")]
    public async Task Kinks_are_reported_entry_by_entry(string function, string point, string kinks, string gradient)
    {
        var answer = await service.Answer("gradient", $$"""{ "function": "{{function}}", "point": { "x": {{point}} } }""");
        var at = answer.GetProperty("at")[0];
        Assert.Equal(gradient, string.Join(' ', at.GetProperty("gradient").GetProperty("x").EnumerateArray().Select(static entry => entry.GetRawText())));
        var told = at.TryGetProperty("kinks", out var all) ? all.EnumerateArray().Select(Told) : [];
        Assert.Equal(kinks, string.Join("; ", told));
        var noted = answer.GetProperty("notes").EnumerateArray().Count(static note => note.Text("code") is "not-differentiable");
        Assert.Equal(kinks.Length == 0 ? 0 : kinks.Split(';').Length, noted);
    }

    [Fact]
    public async Task Among_many_entries_a_kink_is_noted()
    {
        var row = $"[{string.Join(", ", Enumerable.Repeat("0", 10))}]";
        var rows = $"[{string.Join(", ", Enumerable.Repeat(row, 10))}]";
        var ones = rows.Replace('0', '1');
        var answer = await service.Answer("gradient", $$"""{ "function": "f(W) = sum(relu(X @ W))", "data": { "X": {{ones}} }, "point": { "W": {{rows}} } }""");
        Assert.Contains(answer.GetProperty("notes").EnumerateArray(), static note => note.Text("code") is "not-differentiable");
        var smooth = await service.Answer("gradient", $$"""{ "function": "f(W) = sum(relu(X @ W))", "data": { "X": {{ones}} }, "point": { "W": {{ones}} } }""");
        Assert.Empty(smooth.GetProperty("notes").EnumerateArray());
    }

    [Fact]
    public async Task Extra_checks_refuse_no_answer()
    {
        var row = $"[{string.Join(", ", Enumerable.Repeat("0", 8))}]";
        var rows = $"[{string.Join(", ", Enumerable.Repeat(row, 8))}]";
        await service.Answer("gradient", $$"""{ "function": "f(A) = sum(abs(A @ A))", "point": { "A": {{rows}} } }""");
        var sum = string.Join(" + ", Enumerable.Range(0, 40).Select(static k => $"sum(sin(x + {k}))"));
        await service.Answer("gradient", $$"""{ "function": "f(x) = {{sum}}", "point": { "x": [1, 2] }, "steps": true }""");
        await service.Answer("chain-rule", $$"""{ "function": "f(x) = {{sum}}", "point": { "x": [1, 2] } }""");
    }

    [Fact]
    public async Task A_cost_over_data_has_tangents_and_kinks_too()
    {
        var smooth = await service.Answer("derivative", """{ "function": "f(m) = mean((m*x - y).^2)", "data": { "x": [1, 2], "y": [1, 4] }, "point": 1 }""");
        Assert.Equal("6 - 4*m", smooth.Formula("tangent"));
        var kink = await service.Answer("derivative", """{ "function": "f(m) = sum(abs(m*x - y))", "data": { "x": [1, 2], "y": [1, 4] }, "point": 1 }""");
        Assert.Equal("m -3 -1 -2", Told(kink.GetProperty("kinks")[0]));
    }

    [Fact]
    public async Task Second_derivatives_by_a_number_are_verified()
    {
        var answer = await service.Answer("derivative", """{ "function": "f(m) = sum(softplus(m*x))", "data": { "x": [1, 2] }, "point": 1, "order": 2 }""");
        Assert.True(answer.GetProperty("verification").GetProperty("verified").GetBoolean());
    }

    [Fact]
    public async Task Lengths_that_are_letters_become_those_of_the_values()
    {
        var answer = await service.Answer("gradient", """
            { "function": "f(w) = norm(X @ w - y)^2", "shapes": { "X": ["n", "d"], "w": ["d"], "y": ["n"] }, "data": { "X": [[1, 2], [3, 4]], "y": [1, 2] }, "point": { "w": [1, 2] } }
            """);
        Answers.Close([62, 88], answer.GetProperty("at")[0].GetProperty("gradient").Numbers("w"));
    }

    [Fact]
    public async Task Steps_are_checked_where_lengths_are_letters()
    {
        var answer = await service.Answer("gradient", """{ "function": "f(w) = norm(X @ w - y)^2 + sum(w)/d", "shapes": { "X": ["n", "d"], "w": ["d"], "y": ["n"] }, "steps": true }""");
        foreach (var step in answer.GetProperty("steps").EnumerateArray()) Assert.InRange(step.Number("residual"), 0, 1e-8);
    }

    private static string Told(JsonElement kink) =>
        string.Join(' ', kink.Text("variable"), kink.GetProperty("left").GetRawText(), kink.GetProperty("right").GetRawText(), kink.GetProperty("value").GetRawText());
}
