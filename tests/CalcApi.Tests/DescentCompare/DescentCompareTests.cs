using Xunit;

namespace CalcApi.Tests.DescentCompare;

public sealed class DescentCompareTests(Api service)
{
    private const string Valley = "(1 - x)^2 + 100(y - x^2)^2";

    [Fact]
    public async Task Runs_every_optimizer_from_every_start_as_a_descent_alone_would()
    {
        var answer = await service.Answer("descent/compare", $$"""{ "function": "{{Valley}}", "starts": [{ "x": -1.2, "y": 1 }, { "x": 0, "y": 0 }], "optimizers": [{ "name": "sgd", "lr": 0.001 }, { "name": "adam", "lr": 0.05 }], "steps": 200 }""");
        var runs = answer.GetProperty("runs").EnumerateArray().ToList();
        var alone = await service.Answer("descent", $$"""{ "function": "{{Valley}}", "start": { "x": 0, "y": 0 }, "optimizer": { "name": "adam", "lr": 0.05 }, "steps": 200 }""");

        Assert.Equal("sgd adam sgd adam", string.Join(' ', runs.Select(static run => run.GetProperty("optimizer").GetString())));
        foreach (var member in (ReadOnlySpan<string>)["step", "points", "value", "best", "stop", "diagnosis", "evaluations"])
            Assert.Equal(alone.GetProperty(member).GetRawText(), runs[3].GetProperty(member).GetRawText());
    }

    [Theory]
    [InlineData("x^2 + y^2", """{ "name": "sgd", "lr": 0.01 }""", """{ "name": "sgd", "lr": 0.3 }""", 1)]
    [InlineData("x^2 + y^2", """{ "name": "sgd", "lr": 0.5 }""", """{ "name": "sgd", "lr": 1.5 }""", 0)]
    [InlineData("-x^2 - y^2", """{ "name": "sgd", "lr": 0.01, "maximize": true }""", """{ "name": "sgd", "lr": 0.3, "maximize": true }""", 1)]
    public async Task The_best_value_wins(string function, string first, string second, int winner)
    {
        var answer = await service.Answer("descent/compare", $$"""{ "function": "{{function}}", "starts": [{ "x": 3, "y": 1 }], "optimizers": [{{first}}, {{second}}], "steps": 40 }""");
        var ranking = answer.GetProperty("ranking").EnumerateArray().ToList();
        Assert.Equal(winner, ranking[0].GetProperty("run").GetInt32());
        Assert.Equal([1, 2], ranking.Select(static place => place.GetProperty("rank").GetInt32()));
    }

    [Fact]
    public async Task Of_equally_good_ones_the_one_that_was_there_first_wins()
    {
        var answer = await service.Answer("descent/compare", """{ "function": "x^2", "starts": [8], "optimizers": [{ "name": "sgd", "lr": 0.3 }, { "name": "sgd", "lr": 0.45 }, { "name": "sgd", "lr": 0.5 }], "steps": 200 }""");
        var ranking = answer.GetProperty("ranking").EnumerateArray().ToList();
        Assert.Equal([2, 1, 0], ranking.Select(static place => place.GetProperty("optimizer").GetInt32()));
        Assert.Equal(1, ranking[0].GetProperty("step").GetInt32());
        Assert.Equal(2, ranking[0].GetProperty("evaluations").GetInt64());
    }

    [Fact]
    public async Task Equal_ones_share_a_rank()
    {
        var answer = await service.Answer("descent/compare", """{ "function": "x^2", "starts": [8], "optimizers": [{ "name": "sgd", "lr": 0.3 }, { "name": "gradient_descent", "lr": 0.3 }], "steps": 20 }""");
        Assert.Equal([1, 1], answer.GetProperty("ranking").EnumerateArray().Select(static place => place.GetProperty("rank").GetInt32()));
        Assert.Empty(answer.GetProperty("differences").EnumerateArray());
    }

    [Fact]
    public async Task Budgets_of_evaluations_are_equal()
    {
        var answer = await service.Answer("descent/compare", $$"""{ "function": "{{Valley}}", "starts": [{ "x": -1.2, "y": 1 }], "optimizers": [{ "name": "sgd", "lr": 0.001 }, { "name": "momentum", "lr": 0.0005 }], "evaluations": 77 }""");
        Assert.All(answer.GetProperty("runs").EnumerateArray(), static run =>
        {
            Assert.Equal(77, run.GetProperty("evaluations").GetInt64());
            Assert.Equal(76, run.GetProperty("stop").GetProperty("step").GetInt32());
            Assert.Equal("The 77 evaluations are spent.", run.GetProperty("stop").GetProperty("message").GetString());
        });
    }

    [Fact]
    public async Task Names_the_step_at_which_two_rules_of_one_name_part()
    {
        var answer = await service.Answer("descent/compare", """{ "function": "x^2", "starts": [3, 1], "optimizers": [{ "name": "sgd", "lr": 0.1 }, { "name": "sgd", "lr": 0.1, "momentum": 0.5 }, { "name": "adam" }], "steps": 5 }""");
        var differences = answer.GetProperty("differences").EnumerateArray().ToList();
        Assert.Equal("[0,1] [3,4]", string.Join(' ', differences.Select(static each => each.GetProperty("runs").GetRawText())));
        Assert.Equal(2, differences[0].GetProperty("step").GetInt32());
        Assert.Equal("x", differences[0].GetProperty("coordinate").GetString());
        Answers.Close([1.92, 1.62], differences[0].Numbers("values"));
    }

    [Theory]
    [InlineData("pytorch", "keras", "How keras differs from pytorch: ", "How optax")]
    [InlineData("optax", "keras", "How optax differs from pytorch: ", "How pytorch")]
    [InlineData("pytorch", "pytorch", "the same as far as they were kept", "differs from")]
    public async Task Says_why_two_dialects_part(string first, string second, string said, string unsaid)
    {
        var answer = await service.Answer("descent/compare", $$"""{ "function": "x^2", "starts": [3], "optimizers": [{ "name": "rmsprop", "dialect": "{{first}}", "lr": 0.1 }, { "name": "rmsprop", "dialect": "{{second}}", "lr": 0.1 }], "steps": 5 }""");
        var message = answer.GetProperty("differences")[0].GetProperty("message").GetString()!;
        Assert.Contains(said, message, StringComparison.Ordinal);
        Assert.DoesNotContain(unsaid, message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{ "function": "x^2", "starts": [], "optimizers": [{ "name": "sgd" }], "steps": 1 }""", 422, "value", "starts")]
    [InlineData("""{ "function": "x^2", "starts": [1], "optimizers": [], "steps": 1 }""", 422, "value", "optimizers")]
    [InlineData("""{ "function": "x^2", "starts": [1], "optimizers": [{ "name": "sgd" }] }""", 400, "shape", "steps")]
    [InlineData("""{ "function": "x^2", "starts": [1], "optimizers": [{ "name": "sgd" }], "steps": 1, "evaluations": 1 }""", 400, "shape", "steps")]
    [InlineData("""{ "function": "x^2", "starts": [1], "optimizers": [{ "name": "sgd" }, { "name": "sgd", "rate": 1 }], "steps": 1 }""", 400, "shape", "optimizers[1].rate")]
    [InlineData("""{ "function": "x^2", "starts": [1], "optimizers": [{ "name": "sgd" }, { "name": "sgd", "lr": -1 }], "steps": 1 }""", 422, "value", "optimizers[1].lr")]
    [InlineData("""{ "function": "x^2", "starts": [1], "optimizers": [{ "name": "sgd" }, { "name": "sgd", "maximize": true }], "steps": 1 }""", 422, "value", "optimizers[1]")]
    [InlineData("""{ "function": "log(x)", "starts": [1, -1], "optimizers": [{ "name": "sgd" }], "steps": 1 }""", 422, "value", "starts[1]")]
    [InlineData("""{ "function": "x*y", "starts": [{ "x": 1, "y": 2 }, { "x": 1 }], "optimizers": [{ "name": "sgd" }], "steps": 1 }""", 422, "value", "starts[1]")]
    [InlineData("""{ "function": "x^2", "starts": [1], "optimizers": [{ "name": "sgd" }], "evaluations": 0 }""", 422, "value", "evaluations")]
    public async Task Refuses_a_race_that_cannot_begin(string body, int status, string type, string field) =>
        Assert.Contains(field, (await service.Ask("descent/compare", body)).IsProblem(status, type).Fields, StringComparer.Ordinal);

    [Theory]
    [InlineData(15, true)]
    [InlineData(16, true)]
    [InlineData(17, false)]
    public async Task Takes_as_many_descents_as_the_limit_says(int count, bool taken)
    {
        var starts = string.Join(", ", Enumerable.Range(1, count));
        var reply = await service.Ask("descent/compare", $$"""{ "function": "x^2", "starts": [{{starts}}], "optimizers": [{ "name": "sgd" }], "steps": 1 }""");
        if (taken) Assert.Equal(System.Net.HttpStatusCode.OK, reply.Status);
        else Assert.Equal("comparedRuns", reply.IsProblem(422, "limit").Json.GetProperty("limit").GetString());
    }
}
