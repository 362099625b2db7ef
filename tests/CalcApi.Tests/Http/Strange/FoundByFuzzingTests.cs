using Xunit;

namespace CalcApi.Tests.Http.Strange;

/// <summary>What breeding strange inputs has found (`tests/Fuzz`): each was a mistake of the service once.</summary>
public sealed class FoundByFuzzingTests(Api service)
{
    [Theory]
    [InlineData("chain-rule", """{ "function": "if(x > 0, 1, 2)" }""")]
    [InlineData("chain-rule", """{ "function": "if(x > 0, 1, 2) + if(x > 0, 3, 4)" }""")]
    [InlineData("chain-rule", """{ "function": "sin(if(x^2 > 1 and x < 5, 1, 2))*x" }""")]
    [InlineData("chain-rule", """{ "function": "if(sin(x^2) > 0, 1, exp(x^2))" }""")]
    [InlineData("chain-rule", """{ "function": "mse(sin(x^2), 2)" }""")]
    [InlineData("graph", """{ "function": "table(i = 1..3, j = 1..2, prod(k = 1..3, l = 1..2, if(k == i and l == j, 1, X[k, l])))", "point": { "X": [[1, 2], [3, 4], [5, 6]] } }""")]
    [InlineData("graph", """{ "function": "f(index) = sum(i = 1..3, i*index) + sum(table(i = 1..3, i*index))", "point": 2 }""")]
    [InlineData("critical-points", """{ "function": "--00x-0x-0sin^-0.1(x)", "box": { "x": [-5, 5] } }""")]
    [InlineData("critical-points", """{ "function": "0*sqrt(x)", "box": { "x": [-5, 5] } }""")]
    [InlineData("critical-points", """{ "function": "0*log(x)^0.5 + x^2", "box": { "x": [-5, 5] } }""")]
    public async Task Is_answered(string route, string body)
    {
        var answer = await service.Answer(route, body);
        if (answer.TryGetProperty("nodes", out var nodes))
        {
            var ids = nodes.EnumerateArray().Select(static node => node.Text("id")).ToList();
            Assert.Equal(ids.Distinct(StringComparer.Ordinal), ids, StringComparer.Ordinal);
        }
    }

    // Functions of arrays have a value for numbers too.
    [Theory]
    [InlineData("f(x, w) = sum(x)", "1")]
    [InlineData("f(x) = sum(sin(2*x))", "2*cos(2*x)")]
    [InlineData("f(x, b) = max(x, axis=0)*b", "b")]
    [InlineData("x + sum(axis = 1..3, a)/(2*pi)", "1")]
    [InlineData("f(x, y) = mse(x*y, 2)", "2*y*(x*y - 2)")]
    [InlineData("g(u) = mean(u^2); f(x) = g(3*x) + norm(x)^2", "20*x")]
    [InlineData("f(x) = sum(i = 1..3, sum(j = 1..2, std(x)))+x^2", "2*x")]
    public async Task Is_explained(string function, string derivative)
    {
        var answer = await service.Answer("derivative", $$"""{ "function": "{{function}}", "variable": "x", "steps": true }""");
        Assert.Equal(derivative, answer.Formula("derivative"), StringComparer.Ordinal);
        var steps = answer.GetProperty("steps").EnumerateArray().ToList();
        Assert.NotEmpty(steps);
        Assert.All(steps, static step => Assert.InRange(step.Number("residual"), 0, 1e-9));
    }

    // A slope that is 0 in both branches of a choice, of a list.
    [Theory]
    [InlineData("[x](0) + 0^sgn(x^x^x)")]
    [InlineData("[x, 1] + 0^sign(x^x^x)")]
    [InlineData("[mse(x, y)](0) + 0^floor(x^x^x)")]
    public async Task A_list_with_a_choice_has_its_slopes(string function)
    {
        var answer = await service.Answer("jacobian", $$"""{ "function": "{{function}}" }""");
        Assert.NotEmpty(answer.GetProperty("jacobian").EnumerateArray());
    }

    // A root times a power whose exponent is known only at the point: both are there below zero, the power with the sum of the exponents is not.
    [Theory]
    [InlineData("x^(1/3)*x^(if(x < 1, 2, 3))", -8, 112.0 / 3)]
    [InlineData("x^(if(x < 1, 2, 3))/cbrt(x)", -8, 20.0 / 3)]
    [InlineData("cbrt(x)*x^max(1, x)", -8, -8.0 / 3)]
    [InlineData("(2x - 1)^(2/5)*(2x - 1)^piecewise(x < 1, 3, x)", -15.5, 17 * 8192.0 / 5)]
    [InlineData("x^(1/5)*x^sign(x)", -32, 1.0 / 640)]
    public async Task A_root_keeps_its_values_below_zero(string function, double point, double slope)
    {
        var answer = await service.Answer("derivative", FormattableString.Invariant($$"""{ "function": "{{function}}", "point": {{point}} }"""));
        Assert.Equal(1, answer.Number("value") / slope, 1e-12);
        Assert.True(answer.GetProperty("verification").GetProperty("verified").GetBoolean());
    }
}
