using System.Text.Json;
using Xunit;

namespace CalcApi.Tests.Sample;

public sealed class SampleTests(Api service)
{
    [Theory]
    [InlineData("x^2", -2, 2, 1)]
    [InlineData("1/x", -3, 3, 2)]
    [InlineData("tan(x)", -4, 4, 3)]
    [InlineData("sign(x)", -1, 1, 3)]
    [InlineData("sqrt(x)", -1, 4, 1)]
    [InlineData("abs(x)", -1, 1, 1)]
    [InlineData("sin(x)/x", -12, 12, 2)]
    public async Task Breaks_a_curve_where_it_is_broken(string function, double from, double to, int pieces)
    {
        var answer = await service.Answer("sample", FormattableString.Invariant($$"""{ "function": "{{function}}", "window": { "x": [{{from}}, {{to}}] } }"""));
        var segments = answer.GetProperty("segments").EnumerateArray().ToList();
        Assert.Equal(pieces, segments.Count);
        foreach (var segment in segments)
        {
            var (x, y) = (segment.Numbers("x"), segment.Numbers("y"));
            Assert.Equal(x.Length, y.Length);
            Assert.True(Array.TrueForAll(y, double.IsFinite));
            Assert.Equal(x.Order(), x);
            Assert.InRange(x[0], from, to);
        }
    }

    [Fact]
    public async Task The_points_lie_on_the_curve()
    {
        var answer = await service.Answer("sample", """{ "function": "f(t) = a*t^3 - t", "data": { "a": 2 }, "window": { "t": [-1, 1] }, "resolution": 50 }""");
        var segment = Assert.Single(answer.GetProperty("segments").EnumerateArray());
        Answers.Close([.. segment.Numbers("x").Select(t => (2 * t * t * t) - t)], segment.Numbers("y"));
    }

    [Fact]
    public async Task The_slope_is_a_curve_too()
    {
        var answer = await service.Answer("sample", """{ "function": "x^3", "window": { "x": [-1, 1] }, "of": "gradient" }""");
        var segment = Assert.Single(answer.GetProperty("segments").EnumerateArray());
        Answers.Close([.. segment.Numbers("x").Select(x => 3 * x * x)], segment.Numbers("y"));
    }

    [Fact]
    public async Task A_grid_is_answered_row_by_row()
    {
        var answer = await service.Answer("sample", """{ "function": "f(x, y) = 10x + y", "window": { "y": [0, 1], "x": [0, 2] }, "resolution": { "x": 3, "y": 2 } }""");
        Answers.Close([0, 1, 2], answer.GetProperty("axes").Numbers("x"));
        Answers.Close([0, 1], answer.GetProperty("axes").Numbers("y"));
        Answers.Close([0, 10, 20, 1, 11, 21], answer.Numbers("values"));
        Assert.False(answer.TryGetProperty("segments", out _));
    }

    [Fact]
    public async Task A_grid_of_gradients_has_one_grid_for_each_variable()
    {
        var answer = await service.Answer("sample", """{ "function": "x^2*y", "window": { "x": [0, 2], "y": [0, 1] }, "resolution": { "x": 3, "y": 2 }, "of": "gradient" }""");
        Answers.Close([0, 0, 0, 0, 2, 4], answer.GetProperty("gradient").Numbers("x"));
        Answers.Close([0, 1, 4, 0, 1, 4], answer.GetProperty("gradient").Numbers("y"));
        Assert.False(answer.TryGetProperty("values", out _));
    }

    [Fact]
    public async Task A_grid_says_where_a_value_is_not_finite()
    {
        var answer = await service.Answer("sample", """{ "function": "1/(x*y)", "window": { "x": [-1, 1], "y": [-1, 1] }, "resolution": 3 }""");
        Assert.Equal(JsonValueKind.String, answer.GetProperty("values")[4].ValueKind);
        Assert.Equal(1, answer.GetProperty("values")[0].Number());
    }

    [Fact]
    public async Task The_largest_grid_is_answered() =>
        Assert.Equal(512 * 512, (await service.Answer("sample", """{ "function": "sin(x)*cos(y)", "window": { "x": [-1, 1], "y": [-1, 1] }, "resolution": 512 }""")).GetProperty("values").GetArrayLength());

    [Theory]
    [InlineData("""{ "function": "x*y", "window": { "x": [-1, 1], "y": [-1, 1] }, "resolution": 513 }""", "gridSide")]
    [InlineData("""{ "function": "x", "window": { "x": [-1, 1] }, "resolution": 10001 }""", "curveSamples")]
    public async Task Refuses_more_samples_than_the_limit(string body, string limit) =>
        Assert.Equal(limit, (await service.Ask("sample", body)).IsProblem(422, "limit").Json.GetProperty("limit").GetString());

    [Theory]
    [InlineData("""{ "function": "x" }""", 400, "shape", "window")]
    [InlineData("""{ "function": "x", "window": [-1, 1] }""", 400, "shape", "window")]
    [InlineData("""{ "function": "x", "window": { "x": 3 } }""", 400, "shape", "window.x")]
    [InlineData("""{ "function": "x", "window": { "x": [1, 2, 3] } }""", 400, "shape", "window.x")]
    [InlineData("""{ "function": "x", "window": { "x": [1, -1] } }""", 422, "value", "window.x")]
    [InlineData("""{ "function": "x", "window": { "x": [1, 1] } }""", 422, "value", "window.x")]
    [InlineData("""{ "function": "x", "window": { "x": [-1e308, 1e308] } }""", 422, "value", "window.x")]
    [InlineData("""{ "function": "x", "window": { "y": [0, 1] } }""", 422, "value", "window")]
    [InlineData("""{ "function": "x", "window": { "x": [0, 1], "y": [0, 1] } }""", 422, "value", "window")]
    [InlineData("""{ "function": "5", "window": {} }""", 422, "value", "function")]
    [InlineData("""{ "function": "x*y*z", "window": { "x": [0, 1], "y": [0, 1], "z": [0, 1] } }""", 422, "value", "function")]
    [InlineData("""{ "function": "x", "window": { "x": [0, 1] }, "resolution": 1 }""", 422, "value", "resolution")]
    [InlineData("""{ "function": "x", "window": { "x": [0, 1] }, "resolution": 3 }""", 422, "value", "resolution")]
    [InlineData("""{ "function": "x", "window": { "x": [0, 1] }, "resolution": { "y": 30 } }""", 422, "value", "resolution")]
    [InlineData("""{ "function": "x", "window": { "x": [0, 1] }, "of": "hessian" }""", 422, "value", "of")]
    public async Task Refuses_what_cannot_be_drawn(string body, int status, string type, string field) =>
        Assert.Contains(field, (await service.Ask("sample", body)).IsProblem(status, type).Fields, StringComparer.Ordinal);
}
