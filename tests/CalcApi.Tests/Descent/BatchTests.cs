using System.Text.Json;
using Xunit;

namespace CalcApi.Tests.Descent;

/// <summary>Descents whose steps see some rows of the data each, over HTTP.</summary>
public sealed class BatchTests(Api service)
{
    private const string Model = """ "function": "loss(w, b) = mean((X @ w + b - y).^2)", "data": { "X": [[1, 2], [2, 1], [3, 3], [0, 1], [4, 2], [1, 0], [2, 4], [3, 1]], "y": [6, 5, 10, 3, 9, 2, 11, 6] } """;
    private const string Body = "{" + Model + """, "start": { "w": [0, 0], "b": 0 }, "optimizer": { "name": "sgd", "lr": 0.02 }, "steps": 300 MORE }""";
    private const string Race = "{" + Model + """, "starts": [{ "w": [0, 0], "b": 0 }], "optimizers": [{ "name": "sgd", "lr": 0.0001 }, { "name": "sgd", "lr": 0.02 }, { "name": "adam", "lr": 0.2 }], "steps": 300, "batch": 3, "seed": 2 }""";

    [Fact]
    public async Task Tells_how_rows_were_drawn_and_the_function_of_all_rows()
    {
        var answer = await service.Answer("descent", Asked(""", "batch": 3, "seed": 7"""));
        var batches = answer.GetProperty("batches");
        Assert.Equal("""["X","y"]""", batches.GetProperty("data").GetRawText());
        Assert.Equal([8, 3, 2, 2], new[] { "rows", "size", "stepsOfEpoch", "leftOut" }.Select(member => batches.Number(member)));

        // The values of the steps are those of batches; the function of all rows is what evaluate says.
        foreach (var (member, point) in new[] { ("start", """{ "w": [0, 0], "b": 0 }"""), ("end", Last(answer)), ("best", answer.GetProperty("best").GetProperty("point").GetRawText()) })
        {
            var whole = await service.Answer("evaluate", "{" + Model + $$""", "point": {{point}} }""");
            Answers.Close(whole.Number("value"), batches.GetProperty("whole").Number(member), 1e-12);
        }

        Assert.NotEqual(answer.Numbers("value")[0], batches.GetProperty("whole").Number("start"));
        Assert.True(batches.GetProperty("whole").Number("end") < 0.1 * batches.GetProperty("whole").Number("start"));
    }

    [Fact]
    public async Task The_seed_decides_and_is_0_where_left_out()
    {
        var path = (await service.Answer("descent", Asked(""", "batch": 3, "seed": 0"""))).GetProperty("points").GetRawText();
        Assert.Equal(path, (await service.Answer("descent", Asked(""", "batch": 3"""))).GetProperty("points").GetRawText());
        Assert.NotEqual(path, (await service.Answer("descent", Asked(""", "batch": 3, "seed": 1"""))).GetProperty("points").GetRawText(), StringComparer.Ordinal);
    }

    [Fact]
    public async Task Without_batches_nothing_is_said_of_them() =>
        Assert.False((await service.Answer("descent", Asked(""))).TryGetProperty("batches", out _));

    [Fact]
    public async Task A_stream_tells_the_same_path()
    {
        var body = Asked(""", "batch": 3, "seed": 7""");
        var plain = await service.Answer("descent", body);
        var events = await StreamTests.Read(service.Client, body);
        Assert.Equal(plain.Numbers("value").AsEnumerable(), [.. events.SkipLast(1).SelectMany(static each => each.Data.Numbers("value"))]);
        Assert.Equal(plain.GetProperty("batches").GetRawText(), events[^1].Data.GetProperty("batches").GetRawText());
    }

    [Fact]
    public async Task A_race_shows_all_the_same_rows_and_ranks_by_the_function_of_all_rows()
    {
        var answer = await service.Answer("descent/compare", Race);
        var runs = answer.GetProperty("runs").EnumerateArray().ToList();
        Assert.Single(runs.Select(static run => run.Numbers("value")[0]).Distinct());
        var places = answer.GetProperty("ranking").EnumerateArray().ToList();
        Assert.Equal(0, places[^1].Number("run"));
        foreach (var place in places)
        {
            var whole = runs[(int)place.Number("run")].GetProperty("batches").GetProperty("whole");
            Assert.Equal(new[] { "start", "best", "end" }.Min(member => whole.Number(member)), place.Number("value"));
        }
    }

    [Theory]
    [InlineData("\"batch\": 0", "batch", "It must be at least 1.")]
    [InlineData("\"batch\": 9", "batch", "The data have 8 rows.")]
    [InlineData("\"seed\": 3", "seed", "A seed orders the rows of batches: give batch too, or leave it out.")]
    public async Task Refuses_what_cannot_be_drawn(string more, string field, string said)
    {
        var reply = (await service.Ask("descent", Asked(", " + more))).IsProblem(422, "value");
        Assert.Equal(said, reply.Json.GetProperty("errors").GetProperty(field)[0].GetString());
    }

    [Theory]
    [InlineData("descent", """{ "function": "x^2", "start": 3, "optimizer": { "name": "sgd", "lr": 0.1 }, "steps": 3, "batch": 2 }""", "batch", "value")]
    [InlineData("descent", """{ "function": "f(a) = y - a*t", "data": { "t": [1, 2, 3], "y": [2, 4, 6] }, "start": { "a": 1 }, "optimizer": { "name": "levenberg_marquardt" }, "steps": 3, "batch": 2 }""", "batch", "value")]
    [InlineData("descent", """{ "function": "f(a) = mse(a*t, y)", "data": { "t": [1, 2, 3], "y": [2, 4, 6] }, "start": { "a": 1 }, "optimizer": { "name": "levenberg_marquardt" }, "steps": 3, "batch": 2 }""", "optimizer.name", "value")]
    [InlineData("descent/stream", """{ "function": "f(a) = mse(a*t, y)", "data": { "t": [1, 2, 3], "y": [2, 4, 6] }, "start": { "a": 1 }, "optimizer": { "name": "bfgs" }, "steps": 3, "batch": 2 }""", "optimizer.name", "value")]
    [InlineData("descent/compare", """{ "function": "f(a) = mse(a*t, y)", "data": { "t": [1, 2, 3], "y": [2, 4, 6] }, "starts": [{ "a": 1 }], "optimizers": [{ "name": "sgd", "lr": 0.1 }, { "name": "bfgs" }], "steps": 3, "batch": 2 }""", "optimizers[1].name", "value")]
    [InlineData("descent/compare", """{ "function": "f(a) = mean(log(a + t))", "data": { "t": [1, 2, 3] }, "starts": [{ "a": 1 }, { "a": -1.5 }], "optimizers": [{ "name": "sgd", "lr": 0.1 }], "steps": 3, "batch": 1 }""", "starts[1]", "value")]
    public async Task Refusals_point_at_the_field(string route, string body, string field, string kind)
    {
        var reply = (await service.Ask(route, body)).IsProblem(422, kind);
        Assert.Equal(field, Assert.Single(reply.Json.GetProperty("errors").EnumerateObject()).Name);
    }

    private static string Asked(string more) => Body.Replace("MORE", more, StringComparison.Ordinal);

    private static string Last(JsonElement answer) => "{" + string.Join(",", answer.GetProperty("points").EnumerateObject().Select(static column => $"\"{column.Name}\":{column.Value.EnumerateArray().Last().GetRawText()}")) + "}";
}
