using System.Text.Json;
using Xunit;

namespace CalcApi.Tests.Http;

/// <summary>What stands beside an answer and is beyond the range of numbers is left out, and said; the answer comes with every finite number.</summary>
public sealed class LeftOutTests(Api service)
{
    [Theory]
    [InlineData("exp(x)", 704)]
    [InlineData("gamma(x)", 171)]
    [InlineData("x^3", 5e102)]
    [InlineData("exp(-x)", -705)]
    [InlineData("cosh(x)", 705)]
    [InlineData("1e300*x^4", 100)]
    public async Task A_tangent_whose_intercept_overflows(string function, double at)
    {
        var answer = await service.Answer("derivative", JsonSerializer.Serialize(new { function, point = at }));
        Assert.True(double.IsFinite(answer.Number("value")));
        Assert.True(double.IsFinite(answer.Number("functionValue")));
        Assert.False(answer.TryGetProperty("tangent", out _));
        Assert.Contains(Messages(answer), static message => message.StartsWith("Left out: the tangent", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("[[1, 1.7e308], [2, 0]]", -1.7e308)]
    [InlineData("[[1, -1.7e308], [3, 1.7e308]]", 1.7e308)]
    [InlineData("[[-1.7e308, 1], [1.7e308, 2]]", 2.9411764705882362E-309)]
    public async Task A_line_between_points_at_the_ends_of_the_doubles(string points, double slope)
    {
        var answer = await service.Answer("slope", $$"""{ "points": {{points}} }""");
        Assert.Equal(slope, answer.Number("slope"), 1e-12 * Math.Abs(slope));
        foreach (var each in (string[])["rise", "run"])
        {
            if (answer.GetProperty(each).ValueKind != JsonValueKind.Null) Assert.True(double.IsFinite(answer.Number(each)));
            else Assert.Contains($"Left out: the {each}, because it is beyond the range of numbers.", Messages(answer), StringComparer.Ordinal);
        }

        if (!answer.TryGetProperty("line", out _)) Assert.Contains("left-out", answer.NoteCodes(), StringComparer.Ordinal);
    }

    [Theory]
    [InlineData("exp(n)", """{ "n": 9007199254740992 }""")]
    [InlineData("exp2(1e200) + 0*x", "{}")]
    public async Task A_slope_between_values_beyond_the_doubles(string function, string data) =>
        Assert.False((await service.Answer("slope", $$"""{ "function": "f(x) = {{function}}", "data": {{data}}, "from": 1, "to": 3 }""")).TryGetProperty("line", out _));

    [Fact]
    public async Task The_length_of_a_gradient()
    {
        var answer = await service.Answer("gradient", """{ "function": "1.5e308*x + 1.5e308*y", "point": { "x": 0, "y": 0 } }""");
        var at = answer.GetProperty("at")[0];
        Assert.Equal(JsonValueKind.Null, at.GetProperty("norm").ValueKind);
        Answers.Close([Math.Sqrt(0.5), Math.Sqrt(0.5)], at.Numbers("steepestAscent"));
        Assert.Contains("Left out: the length of the gradient, because it is beyond the range of numbers.", Messages(answer), StringComparer.Ordinal);
    }

    [Fact]
    public async Task Slopes_by_degrees()
    {
        var answer = await service.Answer("directional-derivative", """{ "function": "1.5e308*x + 1.5e308*y", "point": { "x": 0, "y": 0 }, "direction": { "x": 1, "y": 0 } }""");
        Assert.Equal(1.5e308, answer.Number("unit"));
        Assert.False(answer.TryGetProperty("slopes", out _));
        Assert.Contains("left-out", answer.NoteCodes(), StringComparer.Ordinal);
    }

    [Fact]
    public async Task A_product_that_overflows_and_is_cancelled_by_another()
    {
        var answer = await service.Answer("directional-derivative", """{ "function": "x^3/3 - y^3/3", "point": { "x": 1e100, "y": 1e100 }, "direction": { "x": 1e150, "y": 1e150 } }""");
        Assert.Equal(0, answer.Number("raw"));
    }

    [Theory]
    [InlineData("1e200*(x*y + y*z + x^2)", 2.481194304092016e200, -1.170086486626034e200)]
    [InlineData("5e-324*(x*y + y*z + x^2)", 1e-323, -5e-324)]
    [InlineData("1e-310*(x*y + y*z + x^2)", 2.481194304092016e-310, -1.170086486626034e-310)]
    [InlineData("5e307*(x*y + y*z + x^2)", 1.240597152046008e308, -5.85043243313017e307)]
    public async Task Eigenvalues_at_every_scale(string function, double largest, double smallest)
    {
        var answer = await service.Answer("hessian", JsonSerializer.Serialize(new { function, point = new { x = 1, y = 1, z = 1 } }));
        var eigenvalues = answer.Numbers("eigenvalues");
        Assert.InRange(Math.Abs(eigenvalues[0] - largest), 0, Math.Max(1e-13 * largest, 1e-323));
        Assert.InRange(Math.Abs(eigenvalues[2] - smallest), 0, Math.Max(1e-13 * -smallest, 1e-323));
        Assert.Equal("indefinite", answer.Text("definiteness"));
    }

    [Fact]
    public async Task Eigenvalues_beyond_the_doubles()
    {
        var answer = await service.Answer("hessian", """{ "function": "1.5e308*(x*y + x*z + y*z)", "point": { "x": 0, "y": 0, "z": 0 } }""");
        Assert.Equal(1.5e308, answer.GetProperty("value")[0][1].GetDouble());
        Assert.False(answer.TryGetProperty("eigenvalues", out _));
        Assert.Contains("Left out: the eigenvalues and what follows from them, because some are beyond the range of numbers.", Messages(answer), StringComparer.Ordinal);
    }

    [Theory]
    [InlineData("-exp(-x^2-y^2)", 19, 19)]
    [InlineData("-exp(-x^2-y^2)", 18.5, 19)]
    [InlineData("5e-324*(x^2 + x*y)", 1, 1)]
    public async Task A_descent_on_ground_at_the_smallest_double(string function, double x, double y)
    {
        var answer = await service.Answer("descent", JsonSerializer.Serialize(new { function, start = new { x, y }, optimizer = new { name = "sgd" }, steps = 10 }));
        Assert.NotEmpty(answer.GetProperty("diagnosis").Text("verdict"));
    }

    [Theory]
    [InlineData("x^n/(b*d*n) + a^2*log(a+b*x^n)/(b^2*(b*c-a*d)*n)", "{}")]
    [InlineData("2*(c*x)^(n/2)*atanh(x^(n/2)*sqrt(b)/sqrt(a+b*x^n))/(c*n*x^(n/2)*sqrt(b))", "{}")]
    [InlineData("2*(c*x)^(n/2)*atanh(x^(n/2)*sqrt(b)/sqrt(a+b*x^n))/(c*n*x^(n/2)*sqrt(b))", """{ "a": 1, "b": 2, "c": 3, "n": 4 }""")]
    [InlineData("x^n*x^(n-1)/(a + x^n) + x^(n-1)*x^n/b", "{}")]
    public async Task Powers_of_one_base_with_letters_share_a_factor(string function, string data)
    {
        var answer = await service.Answer("derivative", $$"""{ "function": "f(x) = {{function}}", "data": {{data}} }""");
        Assert.True(answer.GetProperty("verification").GetProperty("verified").GetBoolean());
        Assert.DoesNotContain("left-out", answer.NoteCodes(), StringComparer.Ordinal);
    }

    [Theory]
    [InlineData("derivative/numeric", """{ "function": "x", "point": 1.7e308 }""")]
    [InlineData("graph", """{ "function": "relu(cos(mod(x, y)))", "point": { "x": -1.7976931348623157e308, "y": 5e-324 } }""")]
    [InlineData("gradient", """{ "function": "clip(z, z, 1)", "point": { "z": -1.7976931348623157e308 } }""")]
    [InlineData("derivative", """{ "function": "floor(x)*abs(x)", "point": 1.7976931348623157e308 }""")]
    public async Task A_look_to_both_sides_of_the_largest_doubles_ends(string route, string question) => await service.Answer(route, question);

    [Theory]
    [InlineData("evaluate", """{ "function": "sqrt(x)", "points": [-1, 4] }""", "values")]
    [InlineData("hessian", """{ "function": "x^2 + 0*y", "point": { "x": 1, "y": 1 } }""", "conditionNumber")]
    [InlineData("sample", """{ "function": "f(x, y) = log(x)*y", "window": { "x": [-1, 1], "y": [0, 1] }, "resolution": 3 }""", "values")]
    public async Task A_number_that_is_not_finite_is_said(string route, string question, string member)
    {
        var answer = await service.Answer(route, question);
        Assert.Contains(Messages(answer), message => message.StartsWith($"Not every number of {member} is finite", StringComparison.Ordinal));
        Assert.Contains("not-finite", answer.NoteCodes(), StringComparer.Ordinal);
    }

    [Fact]
    public async Task Finite_answers_have_no_word_on_it() =>
        Assert.Empty((await service.Answer("evaluate", """{ "function": "sqrt(x)", "points": [1, 4] }""")).NoteCodes());

    private static IEnumerable<string> Messages(JsonElement answer) => answer.GetProperty("notes").EnumerateArray().Select(static note => note.Text("message"));
}
