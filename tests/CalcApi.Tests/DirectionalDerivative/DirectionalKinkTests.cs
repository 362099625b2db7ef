using Xunit;

namespace CalcApi.Tests.DirectionalDerivative;

/// <summary>Along a direction gradient · direction is compared with the function itself: where it is not the slope, that is said.</summary>
public sealed class DirectionalKinkTests(Api service)
{
    private const string Saddle = "f(x, y) = if(x == 0 and y == 0, 0, x*y^2/(x^2 + y^2))";

    [Theory]
    [InlineData(Saddle, 0, 0, 1, 1, 0.5, "its slope is 0.5, while gradient · direction is 0")]
    [InlineData(Saddle, 0, 0, 2, 1, 0.4, "its slope is 0.4")]
    [InlineData(Saddle, 0, 0, 1, 0, 0.0, null)]
    [InlineData("f(x, y) = if(x == 0 and y == 0, 0, x^3/(x^2 + y^2))", 0, 0, 1, 1, 0.5, "its slope is 0.5, while gradient · direction is 1")]
    [InlineData("sqrt(abs(x*y))", 0, 0, 1, 1, 0.0, "is -1 behind and is 1 ahead")]
    [InlineData("max(x, y)", 1, 1, 1, -1, 0.0, "is -1 behind and is 1 ahead")]
    [InlineData("hypot(x, y)", 0, 0, 3, 4, 0.0, "is -5 behind and is 5 ahead")]
    [InlineData("cbrt(x*y)", 0, 0, 1, 1, 0.0, "unbounded below behind and is unbounded above ahead")]
    [InlineData("sqrt(x^2 + y^2)", 0, 0, 3, 4, null, "is -5 behind and is 5 ahead")]
    [InlineData("abs(x*y)", 0, 0, 1, 1, 0.0, null)]
    [InlineData("x*abs(y)", 0, 0, 1, 2, 0.0, null)]
    [InlineData("x^2*y + exp(5x)", 0.3, -0.7, 1, 2, null, null)]
    [InlineData("exp(40*x*y)", 0.5, 1, 1, 2, null, null)]
    public async Task The_slope_along_a_direction_is_that_of_the_function(string function, double x, double y, double u, double v, double? raw, string? words)
    {
        var answer = await service.Answer("directional-derivative", FormattableString.Invariant(
            $$"""{ "function": "{{function}}", "point": { "x": {{x}}, "y": {{y}} }, "direction": { "x": {{u}}, "y": {{v}} } }"""));
        if (raw is { } expected) Answers.Close(expected, answer.Number("raw"), 1e-11);
        var along = answer.TryGetProperty("notes", out var notes)
            ? notes.EnumerateArray().Select(static note => note.Text("message")).Where(static note => note.Contains("along this direction", StringComparison.Ordinal)).ToList() : [];
        if (words is null) Assert.Empty(along);
        else Assert.Contains(words, Assert.Single(along), StringComparison.Ordinal);
    }
}
