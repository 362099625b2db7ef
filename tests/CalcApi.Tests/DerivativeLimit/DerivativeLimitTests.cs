using System.Text.Json;
using Xunit;

namespace CalcApi.Tests.DerivativeLimit;

public sealed class DerivativeLimitTests(Api service)
{
    [Fact]
    public async Task A_parabola_goes_through_the_lines_of_the_lesson()
    {
        var answer = await service.Answer("derivative/limit", """{ "function": "x^2", "point": 3 }""");
        Assert.Equal(
            ["(x + h)^2", "((x + h)^2 - x^2)/h", "(x^2 + 2*x*h + h^2 - x^2)/h", "(2*x*h + h^2)/h", "2*x + h", "2*x"],
            Lines(answer), StringComparer.Ordinal);
        Assert.Equal(
            ["shifted-value", "difference-quotient", "expand", "cancel-terms", "divide-by-step", "step-to-zero"],
            answer.GetProperty("steps").EnumerateArray().Select(step => step.GetProperty("rule").GetString()), StringComparer.Ordinal);
        Assert.Equal("2*x", answer.Formula("derivative"));
        Assert.Equal(6, answer.Number("value"));

        var table = answer.GetProperty("table").EnumerateArray().ToList();
        Assert.Equal([1, 0.1, 0.01, 1e-3, 1e-4, 1e-5, 1e-6, 1e-7, 1e-8], table.Select(row => row.Number("h")));
        // The double that Python gives for ((3 + 0.0001)**2 - 3**2)/0.0001.
        Assert.Equal(6.000100000012054, table[4].Number("slope"));
        Assert.All(table, row => Assert.Equal(Math.Abs(row.Number("slope") - 6), row.Number("error")));
        Assert.Equal((7, 5), (table[0].Number("slope"), table[0].Number("leftSlope")));
    }

    [Fact]
    public async Task A_constant_letter_stays_a_letter()
    {
        var answer = await service.Answer("derivative/limit", """{ "function": "f(x) = b*x^2", "data": { "b": 4 }, "point": 1 }""");
        Assert.Equal(
            ["b*(x + h)^2", "(b*(x + h)^2 - b*x^2)/h", "(b*x^2 + 2*b*x*h + b*h^2 - b*x^2)/h", "(2*b*x*h + b*h^2)/h", "2*b*x + b*h", "2*b*x"],
            Lines(answer), StringComparer.Ordinal);
        Assert.Equal(8, answer.Number("value"));
    }

    [Theory]
    [InlineData("""{ "function": "5x - 2" }""", "5")]
    [InlineData("""{ "function": "f(x) = 5" }""", "0")]
    [InlineData("""{ "function": "1/x" }""", "-1/x^2")]
    [InlineData("""{ "function": "sqrt(x)" }""", "1/(2*sqrt(x))")]
    [InlineData("""{ "function": "sin(x)" }""", "cos(x)")]
    [InlineData("""{ "function": "exp(2x)" }""", "2*exp(2*x)")]
    [InlineData("""{ "function": "x*log(x)" }""", "1 + log(x)")]
    [InlineData("""{ "function": "f(x, z) = 2z^3 x^2", "variable": "z" }""", "6*x^2*z^2")]
    [InlineData("""{ "function": "h(b) = b^3; g(x) = x^2; f(x) = h(g(x))" }""", "6*x^5")]
    [InlineData("""{ "function": "f(h) = h^2 + k", "variable": "h" }""", "2*h")]
    [InlineData("""{ "function": "x^2 + gamma(x)" }""", null)]
    public async Task Ends_in_the_derivative_with_every_line_checked(string body, string? expected)
    {
        var answer = await service.Answer("derivative/limit", body);
        var steps = answer.GetProperty("steps").EnumerateArray().ToList();
        Assert.Equal(answer.Formula("derivative"), steps[^1].Formula("after"));
        if (expected is not null) Assert.Equal(expected, answer.Formula("derivative"));
        Assert.All(steps, step => Assert.InRange(step.Number("residual"), 0, 1e-8));
        Assert.False(answer.TryGetProperty("table", out _));
    }

    [Theory]
    [InlineData("gamma(x)", "gamma")]
    [InlineData("2erf(x)", "erf")]
    [InlineData("floor(x)", "floor")]
    public async Task What_nothing_of_is_worked_out_is_refused_by_name(string function, string name)
    {
        var reply = (await service.Ask("derivative/limit", new { function })).IsProblem(422, "value");
        Assert.Equal(["function"], reply.Fields);
        Assert.Contains($"'{name}'", reply.Json.GetProperty("detail").GetString(), StringComparison.Ordinal);
        Assert.Contains("derivative", reply.Json.GetProperty("hint").GetString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("abs(x)", 0, 1, -1)]
    [InlineData("relu(x)", 0, 1, 0)]
    public async Task At_a_kink_the_slopes_to_both_sides_differ(string function, double point, double right, double left)
    {
        var answer = await service.Answer("derivative/limit", FormattableString.Invariant($$"""{ "function": "{{function}}", "point": {{point}} }"""));
        var last = answer.GetProperty("table").EnumerateArray().Last();
        Answers.Close(right, last.Number("slope"));
        Answers.Close(left, last.Number("leftSlope"));
    }

    [Theory]
    [InlineData("log(x)", -1)]
    [InlineData("1/x", 0)]
    [InlineData("sqrt(x)", 0)]
    public async Task Outside_the_domain_the_answer_says_so(string function, double point)
    {
        var answer = await service.Answer("derivative/limit", FormattableString.Invariant($$"""{ "function": "{{function}}", "point": {{point}} }"""));
        Assert.False(double.IsFinite(answer.Number("value")));
        Assert.Contains("outside-domain", answer.NoteCodes(), StringComparer.Ordinal);
    }

    [Theory]
    [InlineData("""{ "function": "x*y" }""", 422, "value", "variable")]
    [InlineData("""{ "function": "x^2", "variable": "y" }""", 422, "value", "variable")]
    [InlineData("""{ "function": "x*y", "variable": "x", "point": 3 }""", 422, "value", "point")]
    [InlineData("""{ "function": "x^2", "h": 0.1 }""", 400, "shape", "h")]
    [InlineData("""{ "function": "x^" }""", 422, "formula", "function")]
    public async Task Refuses_what_has_no_meaning(string body, int status, string type, string field) =>
        Assert.Contains(field, (await service.Ask("derivative/limit", body)).IsProblem(status, type).Fields, StringComparer.Ordinal);

    private static IEnumerable<string> Lines(JsonElement answer) => answer.GetProperty("steps").EnumerateArray().Select(step => step.Formula("after"));
}
