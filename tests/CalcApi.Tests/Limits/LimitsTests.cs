using System.Text.Json;
using CalcApi.Http;
using Microsoft.Extensions.Configuration;
using Xunit;

namespace CalcApi.Tests.Limits;

public sealed class LimitsTests(Api service)
{
    [Fact]
    public async Task Shows_every_limit_with_its_number_and_a_sentence()
    {
        var shown = (await service.Client.Send(HttpMethod.Get, "/api/v1/limits")).Json.GetProperty("limits").EnumerateArray()
            .ToDictionary(limit => limit.GetProperty("name").GetString()!, limit => limit, StringComparer.Ordinal);
        var limits = new ServiceLimits();
        foreach (var (property, _) in ServiceLimitsSettings.All(limits))
        {
            var limit = shown[JsonNamingPolicy.CamelCase.ConvertName(property.Name)];
            Assert.EndsWith(".", limit.GetProperty("meaning").GetString(), StringComparison.Ordinal);
            Assert.True(limit.GetProperty("maximum").GetInt64() > 0);
        }

        Assert.Equal(16_384, shown["textLength"].GetProperty("maximum").GetInt64());
        Assert.Equal(100_000, shown["points"].GetProperty("maximum").GetInt64());
    }

    [Fact]
    public void Settings_change_the_limits()
    {
        var limits = ServiceLimitsSettings.From(Section(("Depth", "7"), ("BodyBytes", "1000")));
        Assert.Equal((7, 1000, 20_000), (limits.Library.Depth, limits.BodyBytes, limits.RecordedSteps));
    }

    [Theory]
    [InlineData("Dpeth", "7")]
    [InlineData("Depth", "0")]
    [InlineData("BodyBytes", "-1")]
    [InlineData("Library", "3")]
    public void A_setting_that_is_not_a_limit_stops_the_start(string name, string value) =>
        Assert.Throws<InvalidOperationException>(() => ServiceLimitsSettings.From(Section((name, value))));

    /// <summary>For each limit: a route, a body just within it, and a body just beyond.</summary>
    public static TheoryData<string, string, string, string> Cases => new()
    {
        { "textLength", "parse", Function(new string(' ', 16_383) + "x"), Function(new string(' ', 16_384) + "x") },
        { "depth", "parse", Function(Nested("sin(", "x", ")", 255)), Function(Nested("sin(", "x", ")", 257)) },
        { "brackets", "parse", Function(Nested("(", "x", ")", 8_000)), Function(Nested("(", "x", ")", 8_001)) },
        { "nameLength", "parse", Function(new string('a', 64)), Function(new string('a', 65)) },
        { "literalLength", "parse", Function("0." + new string('1', 998)), Function("0." + new string('1', 999)) },
        { "derivativeOrder", "derivative", """{ "function": "x^3", "order": 20 }""", """{ "function": "x^3", "order": 21 }""" },
        { "points", "evaluate", PointsOf(100_000), PointsOf(100_001) },
        { "criticalVariables", "critical-points", CriticalOf(8), CriticalOf(9) },
        { "descentSteps", "descent", DescentOf(1_000_000, 1), DescentOf(1_000_001, 1) },
        { "recordedSteps", "descent", DescentOf(10, 20_000), DescentOf(10, 20_001) },
        { "answerNumbers", "descent", WideDescentOf(26), WideDescentOf(27) },
        { "dataNumbers", "train", TrainOn("""{ "name": "linear" }""", NumbersOf(2_000, 100)), TrainOn("""{ "name": "linear" }""", NumbersOf(2_001, 100)) },
        { "dataNumbers", "train", TrainOn("""{ "name": "linear" }""", CsvOf(2_000, 100)), TrainOn("""{ "name": "linear" }""", CsvOf(2_001, 100)) },
        { "dataNumbers", "train", TrainOn("""{ "name": "linear" }""", """{ "name": "line", "n": 100000 }"""), TrainOn("""{ "name": "linear" }""", """{ "name": "line", "n": 100001 }""") },
        { "dataColumns", "train", TrainOn("""{ "name": "linear" }""", CsvOf(3, 100)), TrainOn("""{ "name": "linear" }""", CsvOf(3, 101)) },
        { "dataColumns", "train", TrainOn("""{ "name": "linear" }""", NumbersOf(3, 100)), TrainOn("""{ "name": "linear" }""", NumbersOf(3, 101)) },
        { "classes", "train", TrainOn("""{ "name": "softmax" }""", ClassesOf(100)), TrainOn("""{ "name": "softmax" }""", ClassesOf(101)) },
        { "layers", "train", TrainOn(LayersOf(8, 2), Four), TrainOn(LayersOf(9, 2), Four) },
        { "layerUnits", "train", TrainOn(LayersOf(1, 256), Four), TrainOn(LayersOf(1, 257), Four) },
        { "weights", "train", TrainOn("""{ "name": "mlp", "layers": [254, 253, 2] }""", Four), TrainOn("""{ "name": "mlp", "layers": [255, 255, 2] }""", Four) },
        { "variables", "parse", Function(VariablesOf(1_024)), Function(VariablesOf(1_025)) },
    };

    [Theory, MemberData(nameof(Cases))]
    public async Task Answers_at_the_limit_and_refuses_beyond(string limit, string route, string within, string beyond)
    {
        await service.Answer(route, within);
        var problem = (await service.Ask(route, beyond)).IsProblem(422, "limit").Json;
        Assert.Equal(limit, problem.GetProperty("limit").GetString());
        Assert.True(problem.GetProperty("maximum").GetInt64() > 0);
    }

    [Theory]
    [InlineData("descent", """{ "function": "x^2", "start": 0, "optimizer": { "name": "sgd" }, "steps": 1000001 }""", "steps")]
    [InlineData("descent", """{ "function": "x^2", "start": 0, "optimizer": { "name": "sgd" }, "steps": 5, "record": { "limit": 20001 } }""", "record.limit")]
    [InlineData("descent/compare", """{ "function": "x^2", "starts": [0, 1, 2, 3, 4, 5, 6, 7, 8], "optimizers": [{ "name": "sgd" }, { "name": "adam" }], "steps": 5 }""", "optimizers")]
    [InlineData("train", """{ "model": { "name": "mlp", "layers": [2, 257] }, "dataset": { "name": "line" }, "optimizer": { "name": "sgd" }, "steps": 5 }""", "model.layers[1]")]
    [InlineData("train", """{ "model": { "name": "mlp", "layers": [255, 255, 2] }, "dataset": { "name": "line" }, "optimizer": { "name": "sgd" }, "steps": 5 }""", "model")]
    [InlineData("critical-points", """{ "function": "f(w) = sum(w.^2)", "shapes": { "w": [9] }, "box": { "w": [0, 1] } }""", "function")]
    public async Task What_is_beyond_a_limit_is_pointed_at(string route, string body, string field)
    {
        var problem = (await service.Ask(route, body)).IsProblem(422, "limit").Json;
        var (name, said) = (Assert.Single(problem.GetProperty("errors").EnumerateObject()).Name, problem.GetProperty("errors").EnumerateObject().First().Value[0].GetString());
        Assert.Equal((field, problem.GetProperty("detail").GetString()), (name, said));
    }

    [Theory]
    [InlineData(1_048_576, false)]
    [InlineData(1_048_577, true)]
    public async Task Limits_the_length_of_a_body(int length, bool isTooLong)
    {
        const string body = """{ "function": "x", "point": 1 }""";
        var reply = await service.Ask("evaluate", body + new string(' ', length - body.Length));
        if (!isTooLong) Assert.Equal(System.Net.HttpStatusCode.OK, reply.Status);
        else Assert.Equal("bodyBytes", reply.IsProblem(413, "body-too-large").Json.GetProperty("limit").GetString());
    }

    [Theory]
    [InlineData(8_388_608, false)]
    [InlineData(8_388_609, true)]
    public async Task Data_sets_have_longer_bodies(int length, bool isTooLong)
    {
        var body = TrainOn("""{ "name": "linear" }""", Four);
        var reply = await service.Ask("train", body + new string(' ', length - body.Length));
        if (!isTooLong) Assert.Equal(System.Net.HttpStatusCode.OK, reply.Status);
        else Assert.Equal("dataBodyBytes", reply.IsProblem(413, "body-too-large").Json.GetProperty("limit").GetString());
    }

    private const string Four = """{ "name": "advertising" }""";

    private static string TrainOn(string model, string dataset) =>
        $$"""{ "model": {{model}}, "dataset": {{dataset}}, "optimizer": { "name": "sgd", "lr": 1e-9 }, "steps": 1, "verify": false }""";

    private static string LayersOf(int layers, int units) => $$"""{ "name": "mlp", "layers": [{{string.Join(',', Enumerable.Repeat(units, layers))}}] }""";

    private static string NumbersOf(int rows, int columns) => JsonSerializer.Serialize(new { columns = Enumerable.Range(0, columns).ToDictionary(i => $"c{i}", i => Enumerable.Range(0, rows).Select(row => (row * 7 % 13) + i), StringComparer.Ordinal) });

    private static string CsvOf(int rows, int columns) => JsonSerializer.Serialize(new { csv = string.Join('\n', Enumerable.Range(0, rows).Select(row => string.Join(',', Enumerable.Range(0, columns).Select(i => (row * 7 % 13) + i)))) });

    private static string ClassesOf(int count) => JsonSerializer.Serialize(new { columns = new { x = Enumerable.Range(0, count), y = Enumerable.Range(0, count) } });

    private static IConfigurationSection Section(params (string Name, string Value)[] settings) => new ConfigurationBuilder()
        .AddInMemoryCollection(settings.Select(setting => KeyValuePair.Create($"Limits:{setting.Name}", (string?)setting.Value)))
        .Build().GetSection("Limits");

    private static string Function(string text) => JsonSerializer.Serialize(new { function = text });

    private static string Nested(string open, string inner, string close, int times) =>
        string.Concat(Enumerable.Repeat(open, times)) + inner + string.Concat(Enumerable.Repeat(close, times));

    private static string PointsOf(int count) => $$"""{ "function": "x", "points": [{{string.Join(',', Enumerable.Repeat("1", count))}}] }""";

    private static string CriticalOf(int variables) =>
        $$"""{ "function": "{{string.Join(" + ", Enumerable.Range(1, variables).Select(i => $"x{i}^2"))}}", "box": { {{string.Join(", ", Enumerable.Range(1, variables).Select(i => $"\"x{i}\": [-1, 1]"))}} } }""";

    private static string DescentOf(int steps, int limit) =>
        $$"""{ "function": "x^2", "start": 0, "optimizer": { "name": "sgd" }, "steps": {{steps}}, "record": { "limit": {{limit}} } }""";

    // 20,000 kept points of n variables are 20,000 (n + 4) numbers.
    private static string WideDescentOf(int variables)
    {
        var names = Enumerable.Range(0, variables).Select(i => $"a{i}").ToList();
        var function = string.Join('+', names.Select(name => name + "^2"));
        return $$"""{ "function": "{{function}}", "start": { {{string.Join(',', names.Select(name => $"\"{name}\": 1"))}} }, "optimizer": { "name": "sgd" }, "steps": 20000, "record": { "limit": 20000 } }""";
    }

    private static string VariablesOf(int count) => string.Join('+', Enumerable.Range(0, count).Select(i => $"v{i}"));
}
