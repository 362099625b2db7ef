using Xunit;

namespace CalcApi.Tests.Slope;

public sealed class SlopeTests(Api service)
{
    [Theory]
    [InlineData("x^2 + 3", 1, 3, 8, 4, "4*x")]
    [InlineData("x^3 - 3x", -1, 2, 0, 0, "2")]
    [InlineData("abs(x)", -2, 1, -1, -1.0 / 3, null)]
    [InlineData("1/x", 2, 5, -0.3, -0.1, null)]
    [InlineData("sqrt(x)", 1, 4, 1, 1.0 / 3, null)]
    [InlineData("exp(x)", 0, 1, 1.718281828459045, 1.718281828459045, null)]
    [InlineData("f(t) = 5", 2, 9, 0, 0, "5")]
    [InlineData("7 - 2t", 3, 0, 6, -2, "7 - 2*t")]
    public async Task Divides_rise_by_run(string function, double from, double to, double rise, double slope, string? line)
    {
        var answer = await service.Answer("slope", FormattableString.Invariant($$"""{ "function": "{{function}}", "from": {{from}}, "to": {{to}} }"""));
        Answers.Close(slope, answer.Number("slope"));
        Answers.Close(rise, answer.Number("rise"));
        Answers.Close(to - from, answer.Number("run"));
        Answers.Close(from, answer.GetProperty("from").Number("x"));
        Answers.Close(to, answer.GetProperty("to").Number("x"));
        if (line is not null) Assert.Equal(line, answer.Formula("line"));
    }

    [Theory]
    [InlineData("[[1, 4], [3, 12]]", 4, "4*x")]
    [InlineData("[[0, 0], [2, -3]]", -1.5, null)]
    [InlineData("[[-1, 5], [4, 5]]", 0, "5")]
    [InlineData("[[2, 1], [1, 2]]", -1, "3 - x")]
    [InlineData("[[0, -7], [0.5, -6]]", 2, "2*x - 7")]
    [InlineData("[[1e-300, 0], [2e-300, 1e-300]]", 1, null)]
    public async Task Takes_two_points_without_a_function(string points, double slope, string? line)
    {
        var answer = await service.Answer("slope", $$"""{ "points": {{points}} }""");
        Answers.Close(slope, answer.Number("slope"));
        if (line is not null) Assert.Equal(line, answer.Formula("line"));
    }

    [Fact]
    public async Task The_line_goes_through_both_points()
    {
        var answer = await service.Answer("slope", """{ "function": "sin(x)", "from": 0.25, "to": 1.5 }""");
        var line = answer.Formula("line");
        var values = await service.Answer("evaluate", $$"""{ "function": "{{line}}", "points": [0.25, 1.5] }""");
        Answers.Close([Math.Sin(0.25), Math.Sin(1.5)], values.Numbers("values"));
    }

    [Fact]
    public async Task Says_so_where_an_output_is_not_finite()
    {
        var answer = await service.Answer("slope", """{ "function": "1/x", "from": 0, "to": 1 }""");
        Assert.Equal("-Infinity", answer.GetProperty("slope").GetString());
        Assert.False(answer.TryGetProperty("line", out _));
        Assert.Contains("outside-domain", answer.NoteCodes(), StringComparer.Ordinal);
    }

    [Theory]
    [InlineData("""{ "function": "x^2", "from": 1 }""", 400, "shape", "to")]
    [InlineData("""{ "function": "x^2" }""", 400, "shape", "from")]
    [InlineData("""{ "from": 1, "to": 2 }""", 400, "shape", "function")]
    [InlineData("""{ "function": "x", "points": [[1, 2], [3, 4]] }""", 400, "shape", "function")]
    [InlineData("""{ "points": [[1, 2]] }""", 400, "shape", "points")]
    [InlineData("""{ "points": [[1, 2], [3, 4], [5, 6]] }""", 400, "shape", "points")]
    [InlineData("""{ "points": [[1, 2, 3], [4, 5, 6]] }""", 400, "shape", "points")]
    [InlineData("""{ "points": [[1, 2], [1, 4]] }""", 422, "value", "points")]
    [InlineData("""{ "function": "x^2", "from": 2, "to": 2 }""", 422, "value", "to")]
    [InlineData("""{ "function": "x*y", "from": 1, "to": 2 }""", 422, "value", "function")]
    [InlineData("""{ "function": "5", "from": 1, "to": 2 }""", 422, "value", "function")]
    [InlineData("""{ "function": "x", "from": { "y": 1 }, "to": 2 }""", 422, "value", "from")]
    public async Task Refuses_what_has_no_slope(string body, int status, string type, string field) =>
        Assert.Contains(field, (await service.Ask("slope", body)).IsProblem(status, type).Fields, StringComparer.Ordinal);
}
