using System.Globalization;
using System.Text.Json;
using Xunit;

namespace CalcApi.Tests.Http;

/// <summary>Numbers at points where doubles cancel, overflow or where a formula breaks, on every route that answers one; the references have 30 digits.</summary>
public sealed class CertifiedAnswersTests(Api service)
{
    private const double Tolerance = 1e-12;

    [Theory]
    // Cancellation, route by route.
    [InlineData("derivative", """{ "function": "(1-cos(x))/x^2", "point": 1e-6 }""", "value", -8.3333333333327778e-8)]
    [InlineData("derivative", """{ "function": "(1-cos(x))/x^2", "point": 1e-6 }""", "functionValue", 0.49999999999995833)]
    [InlineData("evaluate", """{ "function": "(1-cos(x))/x^2", "point": 1e-9 }""", "value", 0.5)]
    [InlineData("derivative/numeric", """{ "function": "(1-cos(x))/x^2", "point": 1e-6 }""", "exact", -8.3333333333327778e-8)]
    [InlineData("derivative/limit", """{ "function": "(1-cos(x))/x^2", "point": 1e-6 }""", "value", -8.3333333333327778e-8)]
    [InlineData("derivative", """{ "function": "(exp(x)-1-x)/x^2", "points": [1e-7, 2e-7] }""", "values[1]", 0.16666668333333417)]
    [InlineData("gradient", """{ "function": "(1-cos(x*y))/x^2", "point": { "x": 1e-6, "y": 2 } }""", "at[0].gradient.y", 1.9999999999986667)]
    [InlineData("jacobian", """{ "function": "[x - sin(x), tan(x) - x]", "point": { "x": 1e-6 } }""", "value[0][0]", 4.9999999999995833e-13)]
    [InlineData("hessian", """{ "function": "f(x, y) = log(exp(x*y) + 1) - x*y", "point": { "x": 7, "y": 5 }, "vector": { "x": 1, "y": -1.4 } }""", "vectorProduct.x", -1.4249563877932177e-14)]
    [InlineData("directional-derivative", """{ "function": "1e9*x - 1e9*y + z", "point": { "x": 0.1, "y": 0.1, "z": 1 }, "direction": { "x": 1.1, "y": 1.1, "z": 1e-9 } }""", "raw", 1e-9)]
    [InlineData("chain-rule", """{ "function": "h(b) = (1-cos(b))/b^2; g(x) = x^3; f(x) = h(g(x))", "point": 0.01 }""", "stages[1].value", -8.3333333333327778e-8)]
    [InlineData("taylor", """{ "function": "(x-sin(x))/x^3", "point": 1e-6, "order": 2 }""", "terms[1].coefficient", -1.6666666666665873e-8)]
    [InlineData("implicit", """{ "function": "y - (1-cos(x))/x^2 = 0", "variable": "x", "of": "y", "point": { "x": 1e-6, "y": 0.5 } }""", "value", -8.3333333333327778e-8)]
    [InlineData("slope", """{ "function": "(1-cos(x))/x^2", "from": 1e-6, "to": 1.0000001e-6 }""", "rise", -8.3333337499994445e-21)]
    [InlineData("gradient-check", """{ "function": "(1-cos(x))/x^2", "point": { "x": 1e-6 }, "claimed": { "x": -8.3333333333e-8 } }""", "components[0].exact", -8.3333333333327778e-8)]
    // Sums and matrices that cancel.
    [InlineData("evaluate", """{ "function": "sum(x) - 1", "point": { "x": [0.1, 0.2, 0.3, 0.4] } }""", "value", 0)]
    [InlineData("evaluate", """{ "function": "det(A)", "point": { "A": [[0.1, 0.2], [0.2, 0.4]] } }""", "value", 0)]
    [InlineData("evaluate", """{ "function": "sum(x.^3) - 3*prod(x)", "point": { "x": [1e6, 1e6, 1e6] } }""", "value", 0)]
    // The decimals that were written.
    [InlineData("evaluate", """{ "function": "x - 0.1", "point": 0.1 }""", "value", 0)]
    [InlineData("evaluate", """{ "function": "x - 1", "point": 1.0000000000000001 }""", "value", 1e-16)]
    [InlineData("evaluate", """{ "function": "a*(x - y)", "data": { "a": 2.00000000000000000001 }, "point": { "x": 1.00000000000000000003, "y": 1 } }""", "value", 6e-20)]
    [InlineData("evaluate", """{ "function": "floor(100*x)", "point": 0.29 }""", "value", 29)]
    [InlineData("evaluate", """{ "function": "mod(x, 0.1)", "point": 0.3 }""", "value", 0)]
    // Where the formula breaks and the function does not.
    [InlineData("derivative", """{ "function": "x^n", "data": { "n": 0 }, "point": { "x": 0 } }""", "value", 0)]
    [InlineData("derivative", """{ "function": "x^n", "data": { "n": 2 }, "order": 3, "point": { "x": 0 } }""", "value", 0)]
    [InlineData("derivative", """{ "function": "sum(k=0..3, a[k+1]*x^k)", "data": { "a": [5, 6, 7, 8] }, "point": { "x": 0 } }""", "value", 6)]
    [InlineData("derivative", """{ "function": "a^b", "variable": "b", "point": { "a": 0, "b": 1 } }""", "value", 0)]
    [InlineData("derivative", """{ "function": "x*sqrt(abs(x))", "point": 0 }""", "value", 0)]
    [InlineData("derivative", """{ "function": "x*sqrt(x)", "point": 0 }""", "value", 0)]
    [InlineData("derivative", """{ "function": "(x - 0.3)*sqrt(abs(x - 0.3))", "point": 0.3 }""", "value", 0)]
    [InlineData("derivative", """{ "function": "if(x == 0, 1, sin(x)/x)", "order": 2, "point": 0 }""", "value", -0.33333333333333333)]
    [InlineData("gradient", """{ "function": "sqrt(mean((x-mean(x))^2))", "point": { "x": [3] } }""", "at[0].gradient.x[0]", 0)]
    // Stable by recognition.
    [InlineData("evaluate", """{ "function": "log(exp(x)+exp(y))", "point": { "x": 800, "y": 801 } }""", "value", 801.31326168751822)]
    [InlineData("gradient", """{ "function": "log(exp(a)/(exp(a)+exp(b)))", "point": { "a": 900, "b": 901 } }""", "at[0].gradient.a", 0.73105857863000488)]
    [InlineData("evaluate", """{ "function": "exp(v[1])/sum(exp(v))", "point": { "v": [1000, 1001] } }""", "value", 0.26894142136999512)]
    [InlineData("derivative", """{ "function": "log(cosh(x))", "point": 1e-9 }""", "functionValue", 5e-19)]
    [InlineData("derivative", """{ "function": "log(cosh(x))", "point": 2000 }""", "value", 1)]
    [InlineData("gradient", """{ "function": "sqrt(x^2+y^2)", "point": { "x": 3e200, "y": 4e200 } }""", "at[0].gradient.x", 0.6)]
    public async Task A_number_is_right(string route, string question, string path, double expected)
    {
        var answer = await service.Answer(route, question);

        var number = Find(answer, path).GetDouble();

        Assert.True(Math.Abs(number - expected) <= Tolerance * Math.Abs(expected), string.Create(CultureInfo.InvariantCulture, $"{path} is {number:R}, not {expected:R}."));
    }

    [Theory]
    [InlineData("1 - cos(x)", 3e-9, 4.5e-18)]
    [InlineData("exp(x) - 1", 3e-9, 3.0000000045e-9)]
    [InlineData("log(1 + x)", 3e-9, 2.9999999955e-9)]
    [InlineData("log(cosh(x))", 3e-9, 4.5e-18)]
    [InlineData("log(exp(x) + exp(2*x))", 1000, 2000)]
    [InlineData("exp(x)/(exp(x) + exp(x + 1) + 1)", 1000, 0.26894142136999512)]
    [InlineData("exp(2*x)/(exp(x) + exp(-x))^2", 500, 1)]
    [InlineData("sqrt(x^2 + 4*x^2)", 1e200, 2.2360679774997897e200)]
    [InlineData("x/sqrt(x^2 + 1)", 1e200, 1)]
    [InlineData("log(cosh(x))", 2000, 1999.3068528194401)]
    public async Task Many_points_are_computed_in_stable_forms(string function, double x, double expected)
    {
        var points = Enumerable.Repeat(x, 150);

        var answer = await service.Answer("evaluate", JsonSerializer.Serialize(new { function, points }));

        Assert.All(answer.GetProperty("values").EnumerateArray(), value => Assert.Equal(expected, value.GetDouble(), 1e-14 * Math.Abs(expected)));
    }

    [Theory]
    [InlineData("0^x", "NaN")]
    [InlineData("x^(2/3)", "NaN")]
    [InlineData("cbrt(x)", "Infinity")]
    [InlineData("-cbrt(x)", "-Infinity")]
    [InlineData("cbrt(x^2)", "NaN")]
    [InlineData("sqrt(abs(x))", "NaN")]
    [InlineData("abs(x)^(1/4)", "NaN")]
    [InlineData("x^(1/5)", "Infinity")]
    [InlineData("x^(2/5) + x", "NaN")]
    public async Task A_cusp_is_said_with_both_slopes_and_a_vertical_tangent_with_its_own(string function, string slope)
    {
        var answer = await service.Answer("derivative", JsonSerializer.Serialize(new { function, point = 0 }));

        Assert.Contains("not-differentiable", answer.NoteCodes(), StringComparer.Ordinal);
        Assert.Single(answer.GetProperty("kinks").EnumerateArray());
        Assert.Equal(slope, answer.GetProperty("value").GetString());
    }

    // A path such as at[0].gradient.x.
    private static JsonElement Find(JsonElement answer, string path)
    {
        foreach (var part in path.Split('.', '['))
            answer = part.EndsWith(']') ? answer[int.Parse(part[..^1], CultureInfo.InvariantCulture)] : answer.GetProperty(part);
        return answer;
    }
}
