using System.Reflection;
using System.Text.Json;
using CalcApi.Http;
using Xunit;

namespace CalcApi.Tests.Limits;

public sealed class WholeNumbersTests(Api service)
{
    private const string Descent = """ "function": "x^2", "start": 0, "optimizer": { "name": "sgd" } """;
    private const string Train = """ "optimizer": { "name": "sgd" } """;
    private const string Line = """ "dataset": { "name": "line" } """;
    private const string Linear = """ "model": { "name": "linear" } """;
    private const string Axes = """ "axes": [{ "coordinate": "x", "from": 0, "to": 1 }] """;

    /// <summary>Every whole number of every route that has a limit: the route, a body with N for the number, where it stands, and the limit.</summary>
    public static TheoryData<string, string, string, string> Limited => new()
    {
        { "descent", $$"""{ {{Descent}}, "steps": N }""", "steps", "descentSteps" },
        { "descent", $$"""{ {{Descent}}, "steps": 5, "record": { "limit": N } }""", "record.limit", "recordedSteps" },
        { "descent/stream", $$"""{ {{Descent}}, "steps": N }""", "steps", "descentSteps" },
        { "descent/compare", """{ "function": "x^2", "starts": [1], "optimizers": [{ "name": "sgd" }], "steps": N }""", "steps", "descentSteps" },
        { "descent/compare", """{ "function": "x^2", "starts": [1], "optimizers": [{ "name": "sgd" }], "evaluations": N }""", "evaluations", "descentSteps" },
        { "descent/map", $$"""{ {{Descent}}, {{Axes}}, "steps": N }""", "steps", "descentSteps" },
        { "descent/map", $$"""{ {{Descent}}, "axes": [{ "coordinate": "x", "from": 0, "to": 1, "resolution": N }], "steps": 5 }""", "axes[0].resolution", "mapCells" },
        { "train", $$"""{ {{Train}}, {{Line}}, {{Linear}}, "steps": N }""", "steps", "descentSteps" },
        { "train", $$"""{ {{Train}}, {{Line}}, {{Linear}}, "steps": 5, "record": { "limit": N } }""", "record.limit", "recordedSteps" },
        { "train", $$"""{ {{Train}}, {{Linear}}, "dataset": { "name": "line", "n": N }, "steps": 5 }""", "dataset.n", "dataNumbers" },
        { "train", $$"""{ {{Train}}, {{Line}}, "model": { "name": "mlp", "layers": [2, N] }, "steps": 5 }""", "model.layers[1]", "layerUnits" },
        { "train/stream", $$"""{ {{Train}}, {{Line}}, {{Linear}}, "steps": N }""", "steps", "descentSteps" },
        { "derivative", """{ "function": "x^2", "order": N }""", "order", "derivativeOrder" },
        { "implicit", """{ "function": "x^2 + y^2 = 1", "variable": "x", "of": "y", "order": N }""", "order", "derivativeOrder" },
        { "taylor", """{ "function": "x^2", "point": 0, "order": N }""", "order", "derivativeOrder" },
        { "sample", """{ "function": "x^2", "window": { "x": [0, 1] }, "resolution": N }""", "resolution", "curveSamples" },
        { "sample", """{ "function": "x^2 + y", "window": { "x": [0, 1], "y": [0, 1] }, "resolution": { "x": 5, "y": N } }""", "resolution.y", "gridSide" },
        { "exercises", """{ "count": N }""", "count", "exercises" },
    };

    /// <summary>Those that have none.</summary>
    public static TheoryData<string, string, string> Free => new()
    {
        { "descent", $$"""{ {{Descent}}, "steps": 5, "record": { "every": N } }""", "record.every" },
        { "descent", $$"""{ {{Descent}}, "steps": 5, "batch": N }""", "batch" },
        { "descent", $$"""{ {{Descent}}, "steps": 5, "seed": N }""", "seed" },
        { "train", $$"""{ {{Train}}, {{Line}}, {{Linear}}, "steps": 5, "batch": N }""", "batch" },
        { "train", $$"""{ {{Train}}, {{Line}}, {{Linear}}, "steps": 5, "seed": N }""", "seed" },
        { "train", $$"""{ {{Train}}, {{Linear}}, "dataset": { "name": "line", "seed": N }, "steps": 5 }""", "dataset.seed" },
        { "exercises", """{ "seed": N }""", "seed" },
        { "exercises", """{ "difficulty": N }""", "difficulty" },
        { "exercises/check", """{ "id": "product-rule-1-30086a94", "answer": "1", "hints": N }""", "hints" },
    };

    [Theory, MemberData(nameof(Limited))]
    public async Task One_that_no_32_bits_hold_is_refused_with_its_limit(string route, string body, string field, string limit)
    {
        foreach (var (written, shown) in new[] { ("2147483648", "2147483648"), ("1e12", "1000000000000"), ("1e30", "1E+30") })
        {
            var problem = (await service.Ask(route, body.Replace("N", written, StringComparison.Ordinal))).IsProblem(422, "limit").Json;
            var maximum = problem.GetProperty("maximum").GetInt64();
            Assert.Equal(limit, problem.GetProperty("limit").GetString(), StringComparer.Ordinal);
            var error = Assert.Single(problem.GetProperty("errors").EnumerateObject());
            Assert.Equal((field, $"At most {maximum} is allowed, but {shown} was asked for."), (error.Name, error.Value[0].GetString()));
            Assert.Equal(written is "1e30", !problem.TryGetProperty("value", out _));
        }
    }

    [Theory, MemberData(nameof(Free))]
    public async Task Without_a_limit_it_has_no_meaning(string route, string body, string field)
    {
        foreach (var written in (string[])["2147483648", "-1e12"])
        {
            var problem = (await service.Ask(route, body.Replace("N", written, StringComparison.Ordinal))).IsProblem(422, "value").Json;
            var error = Assert.Single(problem.GetProperty("errors").EnumerateObject());
            Assert.Equal((field, "The number must lie between -2147483648 and 2147483647."), (error.Name, error.Value[0].GetString()));
        }
    }

    [Theory, MemberData(nameof(Limited))]
    public async Task Far_below_it_is_a_value_that_is_not_allowed(string route, string body, string field, string limit)
    {
        var problem = (await service.Ask(route, body.Replace("N", "-1e12", StringComparison.Ordinal))).IsProblem(422, "value").Json;
        Assert.True(problem.GetProperty("errors").TryGetProperty(field, out _), $"{limit}: {problem}");
    }

    [Fact]
    public void The_rows_have_every_whole_number_of_every_request()
    {
        string[] fields = [.. Limited.Select(static row => row.Data.Item3), .. Free.Select(static row => row.Data.Item3)];
        var known = fields.Select(static field => field[(field.LastIndexOf('.') + 1)..].Split('[')[0]).ToHashSet(StringComparer.Ordinal);
        var members = typeof(ServiceLimits).Assembly.GetTypes()
            .Where(static type => type.Name.EndsWith("Request", StringComparison.Ordinal))
            .SelectMany(static type => type.GetProperties(BindingFlags.Public | BindingFlags.Instance))
            .Where(static property => (Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType) == typeof(int) || property.PropertyType == typeof(IReadOnlyList<int>))
            .Select(static property => JsonNamingPolicy.CamelCase.ConvertName(property.Name)).ToHashSet(StringComparer.Ordinal);
        Assert.NotEmpty(members);
        Assert.DoesNotContain(members, name => !known.Contains(name));
    }
}
