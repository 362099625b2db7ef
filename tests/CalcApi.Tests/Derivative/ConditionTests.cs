using Xunit;

namespace CalcApi.Tests.Derivative;

/// <summary>A formula given for no point says where it holds, once, and says nothing that always holds.</summary>
public sealed class ConditionTests(Api service)
{
    [Theory]
    [InlineData("sqrt(x)", "x > 0")]
    [InlineData("sqrt(x - 3)", "x > 3")]
    [InlineData("sqrt(4 - x^2)", "-2 < x < 2")]
    [InlineData("asin(x)", "-1 < x < 1")]
    [InlineData("acos(x/2)", "-2 < x < 2")]
    [InlineData("acosh(x)", "x > 1")]
    [InlineData("asec(x)", "x < -1 or x > 1")]
    [InlineData("tan(x)", "cos(x) != 0")]
    [InlineData("1/x", "x != 0")]
    [InlineData("abs(x)", "x != 0")]
    [InlineData("abs(2x - 6)", "x != 3")]
    [InlineData("relu(x - 1)", "x != 1")]
    [InlineData("max(x, 1)", "x != 1")]
    [InlineData("log(x, 2)", "x > 0")]
    [InlineData("x^x", "x > 0")]
    [InlineData("cbrt(x)", "x != 0")]
    [InlineData("(x^2 - 1)/(x - 1)", "x != 1")]
    [InlineData("log(1 - sin(x), 3)", "sin(x) < 1")]
    [InlineData("sqrt(x) + abs(x) + 1/x", "x > 0")]
    // Borders of branches, where these do not meet smoothly.
    [InlineData("if(x > 1, x^2, 3*x)", "x != 1")]
    [InlineData("if(x > 1, x^2, 2*x - 1)", "")]
    [InlineData("if(x >= 1 and x < 3, log2(x), 1/x)", "x != 0; x != 1; x != 3")]
    [InlineData("if(x == 1, 5, x)", "x != 1")]
    [InlineData("if(x == 2, 4, x^2)", "")]
    [InlineData("if(x^2 < 1, x, 1/x)", "x is neither -1 nor 1")]
    [InlineData("piecewise(x < 0, 0, x < 1, x^2, 2*x - 1)", "")]
    [InlineData("piecewise(x < 0, 0, x < 1, x, 2*x - 1)", "x != 1; x != 0")]
    [InlineData("clip(x, 0, 1)", "x != 0; x != 1")]
    [InlineData("elu(x)", "")]
    [InlineData("selu(x)", "x != 0")]
    [InlineData("hard_sigmoid(x)", "x is neither -3 nor 3")]
    [InlineData("relu(x)^2", "")]
    // Ties in which all sides have one slope.
    [InlineData("max(x^2, 0)", "")]
    [InlineData("max(x^3, 0)", "")]
    [InlineData("abs(x)^3", "")]
    [InlineData("if(x > 0, x^2, 0)", "")]
    [InlineData("abs(x^3)", "")]
    [InlineData("relu(x - 2)^3*exp(x)", "")]
    [InlineData("max(0, x^2, x^4)", "x is neither -1 nor 1")]
    [InlineData("min(x^4, x^2)", "x is neither -1 nor 1")]
    [InlineData("max(x^2, 2*x - 1)", "")]
    [InlineData("max(1 - cos(x), 0)", "")]
    [InlineData("min(sin(x)^3, 0)", "")]
    [InlineData("clip(x^3, 0, 8)", "x != 2")]
    [InlineData("max(x^2, x)", "x != x^2")]
    [InlineData("max(x, x^3)", "x != x^3")]
    [InlineData("max(x^3, 0)/x", "x != 0")]
    [InlineData("max(abs(x), x^2)", "x != 0; abs(x) != x^2")]
    // Jumps.
    [InlineData("floor(x)", "x is not a whole number")]
    [InlineData("ceil(2*x)", "2*x is not a whole number")]
    [InlineData("round(x)", "x + 1/2 is not a whole number")]
    [InlineData("mod(x, 3)", "x/3 is not a whole number")]
    [InlineData("sign(x - 2)*x", "x != 2")]
    [InlineData("step(x)", "x != 0")]
    [InlineData("x^2*sign(x)", "")]
    [InlineData("floor(sigmoid(x))", "")]
    // Poles.
    [InlineData("gamma(x)", "x is none of 0, -1, -2 and so on")]
    [InlineData("digamma(2*x)", "2*x is none of 0, -1, -2 and so on")]
    [InlineData("lgamma(x - 3)", "x is none of 3, 2, 1 and so on")]
    [InlineData("polygamma(2, x)", "x is none of 0, -1, -2 and so on")]
    [InlineData("trigamma(x)", "x is none of 0, -1, -2 and so on")]
    [InlineData("x!", "x is none of -1, -2, -3 and so on")]
    [InlineData("gamma(x + 1)/gamma(x)", "x is none of 0, -1, -2 and so on")]
    [InlineData("gamma(x) + floor(x)", "x is not a whole number")]
    [InlineData("gamma(x)*log2(x)", "x > 0")]
    [InlineData("gamma(x^2 + 1)", "")]
    [InlineData("gamma(exp(x))", "")]
    [InlineData("x^2 + 1", "")]
    [InlineData("log(x^2 + 1, 2)", "")]
    [InlineData("sqrt(x^2 + 1)", "")]
    [InlineData("1/cosh(x)", "")]
    [InlineData("log2(1 - tanh(x))", "")]
    [InlineData("log10(2 + sin(x))", "")]
    [InlineData("sqrt(3 - 2*cos(x))", "")]
    [InlineData("x*abs(x)", "")]
    [InlineData("1/(1 + exp(-x))", "")]
    [InlineData("log2(1 + x^4/(1 + x^2))", "")]
    public async Task A_derivative_tells_where_it_holds(string function, string conditions) =>
        Assert.Equal(conditions, await Conditions("derivative", $$"""{ "function": "{{function}}" }"""));

    [Theory]
    [InlineData("gradient", """{ "function": "log2(x*y)" }""", "x*y > 0")]
    [InlineData("gradient", """{ "function": "abs(x - y)" }""", "x != y")]
    [InlineData("gradient", """{ "function": "sqrt(x^2 + y^2)" }""", "x^2 + y^2 != 0")]
    [InlineData("gradient", """{ "function": "floor(x)*y" }""", "x is not a whole number")]
    [InlineData("derivative", """{ "function": "floor(x)*y", "variable": "y" }""", "")]
    [InlineData("gradient", """{ "function": "if(x > y, x, y)" }""", "x != y")]
    [InlineData("gradient", """{ "function": "max(x^2 + y^2, 0)" }""", "")]
    [InlineData("gradient", """{ "function": "relu(x*y)^2" }""", "")]
    [InlineData("gradient", """{ "function": "max((x - y)^3, 0)" }""", "")]
    [InlineData("gradient", """{ "function": "max(x^3*y, 0)" }""", "y != 0")]
    [InlineData("gradient", """{ "function": "max(x^2, y^2)" }""", "x^2 != y^2")]
    [InlineData("gradient", """{ "function": "min(x^2 + y^2, x^4 + y^4)" }""", "x^2 - x^4 - y^4 + y^2 != 0")]
    [InlineData("hessian", """{ "function": "max(x^3, 0)" }""", "")]
    [InlineData("hessian", """{ "function": "relu(x)^2" }""", "x != 0")]
    [InlineData("gradient", """{ "function": "hypot(x, y)" }""", "hypot(x, y) != 0")]
    [InlineData("gradient", """{ "function": "norm(v)", "shapes": { "v": [3] } }""", "norm(v) != 0")]
    [InlineData("gradient", """{ "function": "norm(v)^2", "shapes": { "v": [3] } }""", "")]
    [InlineData("gradient", """{ "function": "sum(floor(v))", "shapes": { "v": [3] } }""", "no entry of v is a whole number")]
    [InlineData("hessian", """{ "function": "x*abs(x)" }""", "x != 0")]
    [InlineData("hessian", """{ "function": "if(x > 1, x^2, 2*x - 1)" }""", "x != 1")]
    [InlineData("hessian", """{ "function": "gamma(x)*y" }""", "x is none of 0, -1, -2 and so on")]
    [InlineData("jacobian", """{ "function": "[floor(x), gamma(y)]" }""", "y is none of 0, -1, -2 and so on; x is not a whole number")]
    [InlineData("graph", """{ "function": "floor(x)*sqrt(y)" }""", "x is not a whole number; y > 0")]
    [InlineData("graph", """{ "function": "gamma(x)/y" }""", "x is none of 0, -1, -2 and so on; y != 0")]
    [InlineData("graph", """{ "function": "abs(x) + x^2" }""", "x != 0")]
    [InlineData("graph", """{ "function": "x*y" }""", "")]
    [InlineData("implicit", """{ "function": "floor(x) + y = 1", "variable": "x", "of": "y" }""", "x is not a whole number")]
    [InlineData("chain-rule", """{ "function": "g(x) = floor(x); f(x) = g(x)^2" }""", "x is not a whole number")]
    [InlineData("hessian", """{ "function": "sqrt(x)*y" }""", "x > 0")]
    [InlineData("jacobian", """{ "function": "[1/x, sqrt(y)]" }""", "x != 0; y > 0")]
    [InlineData("implicit", """{ "function": "x^2 + y^2 = 25", "variable": "x", "of": "y" }""", "y != 0")]
    [InlineData("derivative/limit", """{ "function": "1/x" }""", "x != 0")]
    [InlineData("chain-rule", """{ "function": "log10(sqrt(x))" }""", "x > 0")]
    [InlineData("derivative", """{ "function": "sqrt(x)", "point": 4 }""", "")]
    [InlineData("gradient", """{ "function": "loss(w) = mean(softplus(X @ w)) + mean(w)", "shapes": { "w": ["d"], "X": ["n", "d"] } }""", "")]
    public async Task So_does_every_route(string route, string body, string conditions) => Assert.Equal(conditions, await Conditions(route, body));

    [Fact]
    public async Task A_norm_has_no_second_derivatives_at_its_centre()
    {
        var answer = await service.Answer("hessian", """{ "function": "f(x) = norm(x)", "point": { "x": [0, 0] } }""");
        Assert.Equal("""[["NaN","NaN"],["NaN","NaN"]]""", answer.GetProperty("value").GetRawText().Replace(" ", "", StringComparison.Ordinal));
        Assert.Contains(answer.GetProperty("notes").EnumerateArray(), static note => note.Text("code") is "not-differentiable");
    }

    private async Task<string> Conditions(string route, string body)
    {
        var answer = await service.Answer(route, body);
        const string before = "This holds where ";
        return answer.TryGetProperty("notes", out var notes)
            ? string.Join("; ", notes.EnumerateArray().Where(static note => note.Text("code") is "condition").Select(static note => note.Text("message")[before.Length..^1])) : "";
    }
}
