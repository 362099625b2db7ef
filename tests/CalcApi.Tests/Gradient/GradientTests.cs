using System.Text.Json;
using Xunit;

namespace CalcApi.Tests.Gradient;

public sealed class GradientTests(Api service)
{
    [Theory]
    [InlineData("f(x, z) = 2z^3 x^2", """{ "x": 3, "z": 2 }""", "4*z^3*x;6*x^2*z^2", 144, new double[] { 96, 216 })]
    [InlineData("x^2 + 3y^2", """{ "x": 2, "y": 1 }""", "2*x;6*y", 7, new double[] { 4, 6 })]
    [InlineData("x*y*z", """{ "x": 2, "y": 3, "z": -1 }""", "y*z;x*z;x*y", -6, new double[] { -3, -2, 6 })]
    [InlineData("f(u, v) = u^2/v", """{ "u": 3, "v": 2 }""", "2*u/v;-u^2/v^2", 4.5, new double[] { 3, -2.25 })]
    [InlineData("sin(x) + cos(y)", """{ "x": 0, "y": 0 }""", "cos(x);-sin(y)", 1, new double[] { 1, 0 })]
    [InlineData("exp(x - y)", """{ "x": 1, "y": 1 }""", "exp(x - y);-exp(x - y)", 1, new double[] { 1, -1 })]
    public async Task Gives_formulas_and_numbers(string function, string point, string formulas, double value, double[] gradient)
    {
        var answer = await service.Answer("gradient", $$"""{ "function": "{{function}}", "point": {{point}} }""");
        Assert.Equal(formulas, string.Join(';', answer.GetProperty("gradient").EnumerateArray().Select(partial => partial.Formula("derivative"))));

        var at = Assert.Single(answer.GetProperty("at").EnumerateArray());
        Answers.Close(value, at.Number("value"));
        Answers.Close(gradient, at.Numbers("gradient"));
        var norm = Math.Sqrt(gradient.Sum(entry => entry * entry));
        Answers.Close(norm, at.Number("norm"));
        Answers.Close([.. gradient.Select(entry => entry / norm)], at.Numbers("steepestAscent"));
        Assert.False(at.GetProperty("stationary").GetBoolean());
    }

    [Theory]
    [InlineData("x^2 + y^2", """{ "x": 0, "y": 0 }""")]
    [InlineData("x^2 - y^2", """{ "x": 0, "y": 0 }""")]
    [InlineData("(x - 1)^2 + (y + 2)^4", """{ "x": 1, "y": -2 }""")]
    [InlineData("x*y", """{ "x": 0, "y": 0 }""")]
    [InlineData("cos(x)*cosh(y)", """{ "x": 0, "y": 0 }""")]
    [InlineData("x^3 + y^3 - 3x*y", """{ "x": 1, "y": 1 }""")]
    public async Task Knows_a_stationary_point(string function, string point)
    {
        var answer = await service.Answer("gradient", $$"""{ "function": "{{function}}", "point": {{point}} }""");
        var at = answer.GetProperty("at")[0];
        Assert.True(at.GetProperty("stationary").GetBoolean());
        Assert.Equal(0, at.Number("norm"));
        Assert.Equal(JsonValueKind.Null, at.GetProperty("steepestAscent").ValueKind);
    }

    [Fact]
    public async Task Answers_the_variables_named_in_their_order()
    {
        var answer = await service.Answer("gradient", """{ "function": "x*y*z", "variables": ["z", "x"], "point": { "x": 2, "y": 3, "z": 5 } }""");
        Assert.Equal("z x", string.Join(' ', answer.GetProperty("variables").EnumerateArray().Select(name => name.GetString())));
        var at = answer.GetProperty("at")[0];
        Answers.Close([6, 15], at.Numbers("gradient"));
        Assert.Equal(3, at.GetProperty("point").EnumerateObject().Count());
    }

    [Fact]
    public async Task One_point_and_many_have_the_same_numbers()
    {
        var one = await service.Answer("gradient", """{ "function": "exp(x*y)/(1 + x^2)", "point": { "x": 0.7, "y": -1.3 } }""");
        var many = await service.Answer("gradient", """{ "function": "exp(x*y)/(1 + x^2)", "points": [{ "x": 0.7, "y": -1.3 }, { "x": 1, "y": 1 }] }""");
        Answers.Close(one.GetProperty("at")[0].Numbers("gradient"), many.GetProperty("at")[0].Numbers("gradient"));
        Assert.Equal(2, many.GetProperty("at").GetArrayLength());
    }

    [Fact]
    public async Task Needs_no_point()
    {
        var answer = await service.Answer("gradient", """{ "function": "x*y" }""");
        Assert.Empty(answer.GetProperty("at").EnumerateArray());
    }

    [Theory]
    [InlineData("1e200*x + 1e200*y", 1.4142135623730951e200)]
    [InlineData("1e-200*x + 1e-200*y", 1.4142135623730951e-200)]
    public async Task The_length_neither_overflows_nor_vanishes(string function, double norm)
    {
        var answer = await service.Answer("gradient", $$"""{ "function": "{{function}}", "point": { "x": 1, "y": 1 } }""");
        var at = answer.GetProperty("at")[0];
        Assert.Equal(1, at.Number("norm") / norm, 1e-14);
        Answers.Close([Math.Sqrt(0.5), Math.Sqrt(0.5)], at.Numbers("steepestAscent"));
    }

    [Theory]
    [InlineData("""{ "function": "x*y", "variables": ["x", "w"] }""", "variables[1]")]
    [InlineData("""{ "function": "x*y", "variables": [] }""", "variables")]
    [InlineData("""{ "function": "x*y", "variables": ["x", "x"] }""", "variables")]
    [InlineData("""{ "function": "x*y", "points": [{ "x": 1, "y": 2 }, { "x": 1 }] }""", "points[1]")]
    public async Task Refuses_what_the_function_does_not_have(string body, string field) =>
        Assert.Contains(field, (await service.Ask("gradient", body)).IsProblem(422, "value").Fields, StringComparer.Ordinal);

    [Theory]
    [InlineData("""{ "function": "f(x, z) = 2z^3 x^2", "point": { "x": 3, "z": 2 } }""")]
    [InlineData("""{ "function": "f(x, y, z) = log(x*y)*acosh(z)", "variables": ["z", "x"] }""")]
    [InlineData("""{ "function": "f(w, b) = softplus(w*x + b) - y*(w*x + b)", "data": { "x": 2, "y": 1 } }""")]
    [InlineData("""{ "function": "x1*x2*x3*x4*x5*x6*x7*x8*x9*x10*x11" }""")]
    public async Task A_gradient_is_verified(string body)
    {
        var verification = (await service.Answer("gradient", body)).GetProperty("verification");
        Assert.True(verification.GetProperty("verified").GetBoolean());
        Assert.InRange(verification.GetProperty("points").GetInt32(), 1, 12);
    }

    [Fact]
    public async Task Verification_can_be_turned_off() =>
        Assert.False((await service.Answer("gradient", """{ "function": "x*y", "verify": false }""")).TryGetProperty("verification", out _));

    [Theory]
    [InlineData("""{ "function": "f(x, y) = abs(x) + y^2", "point": { "x": 0, "y": 1 } }""")]
    [InlineData("""{ "function": "f(x, y) = abs(x) + y^2", "points": [{ "x": 0, "y": 1 }, { "x": 1, "y": 1 }] }""")]
    [InlineData("""{ "function": "f(y, x) = abs(x) + abs(y)", "variables": ["x"], "point": { "x": 0, "y": 0 } }""")]
    public async Task Kinks_are_reported_with_their_point(string body)
    {
        var at = (await service.Answer("gradient", body)).GetProperty("at").EnumerateArray().ToList();
        var kink = Assert.Single(at[0].GetProperty("kinks").EnumerateArray());
        Assert.Equal(("x", -1, 1), (kink.GetProperty("variable").GetString(), kink.Number("left"), kink.Number("right")));
        Assert.All(at.Skip(1), static each => Assert.False(each.TryGetProperty("kinks", out _)));
    }

    [Theory]
    [InlineData(@"\\nabla (x^2 y)", "2*x*y")]
    [InlineData(@"$\\nabla \\left(x^2 y\\right)$", "2*x*y")]
    [InlineData(@"f(x, y) = x^2 y; \\nabla f", "2*x*y")]
    [InlineData(@"f(x, y) = x^2 y \\\\ \\nabla f", "2*x*y")]
    [InlineData(@"\\nabla x^2 y", "2*x*y")]
    public async Task A_gradient_that_the_latex_asks_for_is_the_one_asked_for(string function, string byX) =>
        Assert.Equal(byX, (await service.Answer("gradient", $$"""{ "function": "{{function}}" }""")).GetProperty("gradient")[0].Formula("derivative"));

    [Theory]
    [InlineData(@"1 + \\nabla f")]
    [InlineData(@"\\nabla \\cdot f")]
    [InlineData(@"\\nabla")]
    public async Task Another_use_of_the_sign_is_refused(string function) =>
        (await service.Ask("gradient", $$"""{ "function": "{{function}}" }""")).IsProblem(422, "formula");
}
