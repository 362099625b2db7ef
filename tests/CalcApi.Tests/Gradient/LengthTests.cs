using Xunit;

namespace CalcApi.Tests.Gradient;

/// <summary>A letter of a shape is a number of the definition once a value fixes it, in data or at the point.</summary>
public sealed class LengthTests(Api service)
{
    [Theory]
    [InlineData("""{ "function": "f(x) = sum(i = 1..n-1, x[i+1]*y[i])", "shapes": { "x": ["n"], "y": ["n"] }, "data": { "y": [1, 2, 3] } }""", "[0, y[1], y[2]]")]
    [InlineData("""{ "function": "f(x) = sum(i = 1..n-1, x[i+1]^2)", "shapes": { "x": ["n"] }, "point": { "x": [1, 2, 3] } }""", "[0, 2*x[2], 2*x[3]]")]
    [InlineData("""{ "function": "f(x) = sum(i = 1..n-m, x[i+m]) + A[1, 2]", "shapes": { "x": ["n"], "A": ["m", 2] }, "data": { "A": [[1, 2]] }, "point": { "x": [1, 2, 3] } }""", "[0, 1, 1]")]
    [InlineData("""{ "function": "f(x, n) = n*sum(i = 1..2, x[i])", "shapes": { "x": ["n"] }, "point": { "x": [1, 2], "n": 5 } }""", "n*ones(2)")]
    public async Task A_length_that_a_value_fixes_is_known(string body, string gradient) =>
        Assert.Equal(gradient, (await service.Answer("gradient", body)).GetProperty("gradient")[0].GetProperty("derivative").Text("text"), StringComparer.Ordinal);

    [Theory]
    [InlineData("""{ "function": "f(x) = sum(i = 1..n-1, x[i+1])", "shapes": { "x": ["n"] } }""", "or give n in data or a value whose shape has it")]
    [InlineData("""{ "function": "f(x) = sum(i = 1..n-1, x[i+1])", "point": { "x": [1, 2, 3] } }""", """give a shape such as ["n"]""")]
    public async Task A_length_that_nothing_fixes_is_refused_with_what_to_write(string body, string hint) =>
        Assert.EndsWith(hint, (await service.Ask("gradient", body)).IsProblem(422, "formula").Json.GetProperty("hint").GetString()!, StringComparison.Ordinal);
}
