using System.Text.Json;
using Xunit;

namespace CalcApi.Tests.Seams;

/// <summary>Every route that is asked for a slope gives the same formula and value, and reports the same kinks.</summary>
public sealed class RoutesAgreeTests(Api service)
{
    /// <summary>A function of x, a point, its slope there, and whether it has a derivative there.</summary>
    public static TheoryData<string, double, double, bool> Rows => new()
    {
        // Branches at single points.
        { "if(x == 2, 4, x^2)", 2, 4, true },
        { "if(x == 2, 4, x^2)", 3, 6, true },
        { "if(x != 2, x^2, 4)", 2, 4, true },
        { "if(not x == 2, x^2, 4)", 2, 4, true },
        { "if(x^2 == 4, 4, x^2)", -2, -4, true },
        { "if(x == 2 and x > 0, 4, x^2)", 2, 4, true },
        { "if(x == 1 or x == 2, x^2, x^2)", 1, 2, true },
        { "sin(if(x == 2, 4, x^2))", 2, -2.6145744834544478, true },
        { "if(x == 0, 1, sin(x)/x)", 0, 0, true },
        { "if(x == 0, 0, x^2*sin(1/x))", 0, 0, true },
        { "if(sqrt(x^2) == 0, 0, x^3/abs(x))", 0, 0, true },
        { "piecewise(x == 1, 1, x < 1, x^2, 2*x - 1)", 1, 2, true },
        // Pieces that meet, a branch not taken that has no value, kinks, jumps.
        { "if(x < 1, x^2, 2*x - 1)", 1, 2, true },
        { "if(x > 0, x^2, -x^2)", 0, 0, true },
        { "if(x > 0.8, 1/x^6, 1 - x^2)", 0, 0, true },
        { "if(x > 0, log(x), x)", -1, 1, true },
        { "x*abs(x)", 0, 0, true },
        { "relu(x)^2", 0, 0, true },
        { "max(x, 2*x - 1)*min(x, 2*x - 1)", 1, 3, true },
        { "abs(x)", 0, 0, false },
        { "relu(x)", 0, 0, false },
        { "max(x, 1 - x)", 0.5, 0, false },
        { "if(x >= 0, x, -x)", 0, 1, false },
        { "if(x == 0, 5, x^2)", 0, 0, false },
        { "leaky_relu(x)", 0, 0.01, false },
        { "clip(x, -1, 2)", 2, 1, false },
        // Nothing special.
        { "exp(-x^2)*sin(3*x)", 0.5, -0.6115793125237774, true },
        { "x^3/(1 + x^2)", 2, 1.12, true },
    };

    [Theory, MemberData(nameof(Rows))]
    public async Task Every_route_gives_one_slope_and_reports_the_same_kinks(string body, double x, double slope, bool exists)
    {
        var slopes = await new Routes(service, body, x).Slopes();
        var formula = slopes[0].Formula;
        Assert.All(slopes, each => Assert.True(Math.Abs(each.Slope - slope) <= 1e-8 * Math.Max(1, Math.Abs(slope)), $"{each.Route}: {each.Slope:R}, but {slope:R} is expected."));
        Assert.All(slopes.Where(static each => each.Formula is not null), each => Assert.True(string.Equals(formula, each.Formula, StringComparison.Ordinal), $"{each.Route}: {each.Formula}, but {formula} is expected."));
        Assert.All(slopes, each => Assert.True(each.IsKink == !exists, $"{each.Route} {(each.IsKink ? "reports a kink" : "does not report the kink")}."));
    }

    [Theory]
    [InlineData("if(x == 2, 4, x^2)", 2, 2, true)]
    [InlineData("if(x == 0, 1, sin(x)/x)", 0, -1.0 / 3, true)]
    [InlineData("if(x > 0.8, 1/x^6, 1 - x^2)", 0, -2, true)]
    [InlineData("if(x > 0, x^2, -x^2)", 0, -2, false)]
    [InlineData("if(x < 1, x^3, 3*x - 2)", 1, 0, false)]
    [InlineData("x^2*abs(x)", 0, 0, true)]
    [InlineData("exp(2*x)", 0, 4, true)]
    public async Task Every_route_gives_one_second_derivative(string body, double x, double bend, bool exists)
    {
        var bends = await new Routes(service, body, x).Bends();
        Assert.All(bends, each => Assert.True(Math.Abs(each.Bend - bend) <= 1e-8 * Math.Max(1, Math.Abs(bend)), $"{each.Route}: {each.Bend:R}, but {bend:R} is expected."));
        Assert.All(bends, each => Assert.True(each.IsKink == !exists, $"{each.Route} {(each.IsKink ? "reports a kink" : "does not report the kink")}."));
    }

    [Theory, MemberData(nameof(Rows))]
    public async Task No_right_answer_is_called_false(string body, double x, double slope, bool exists)
    {
        foreach (var (route, verification) in await new Routes(service, body, x).Verifications())
            Assert.True(verification.GetProperty("verified").ValueKind != JsonValueKind.False, $"{route}: {verification} ({slope}, {exists})");
    }

    [Fact]
    public async Task Where_a_second_derivative_is_missing_nothing_is_said_about_how_the_function_bends()
    {
        var answer = await service.Answer("hessian", """{ "function": "if(x > 0, x^2, -x^2)", "point": 0 }""");
        Assert.False(answer.TryGetProperty("definiteness", out _));
        Assert.False(answer.TryGetProperty("eigenvalues", out _));
        Assert.Contains("There is no derivative of order 2 by x at x = 0", answer.GetProperty("notes")[0].Text("message"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("lj(r) = if(r > 0.8, 1/r^6, 1 - r^2); E(p) = lj(norm(p))", """{ "p": [0, 0] }""")]
    [InlineData("lj(r) = if(r > 0.8, 1/r^6, 1 - r^2); E(x, y) = lj(sqrt(x^2 + y^2 + 0))", """{ "x": 0.3, "y": 0 }""")]
    public async Task A_branch_not_taken_does_not_affect_the_Hessian(string function, string point)
    {
        var answer = await service.Answer("hessian", $$"""{ "function": "{{function}}", "point": {{point}} }""");
        Answers.Close([-2, 0, 0, -2], [.. answer.GetProperty("value").EnumerateArray().SelectMany(static row => row.Numbers())], 1e-9);
        Assert.Equal("negative-definite", answer.Text("definiteness"));
    }

    [Fact]
    public async Task A_branch_that_is_thin_along_one_entry_is_wide_along_another()
    {
        var answer = await service.Answer("gradient", """{ "function": "f(v) = if(v[1] == 2, v[2]^3, v[2]^2)", "points": [{ "v": [2, 5] }, { "v": [1, 5] }] }""");
        Answers.Close([0, 75], answer.GetProperty("at")[0].GetProperty("gradient").Numbers("v"), 1e-9);
        Answers.Close([0, 10], answer.GetProperty("at")[1].GetProperty("gradient").Numbers("v"), 1e-9);
        var numbers = await service.Answer("gradient", """{ "function": "f(x, y) = if(x == 2, y^3, y^2)", "point": { "x": 2, "y": 5 } }""");
        Answers.Close([0, 75], numbers.GetProperty("at")[0].GetProperty("gradient").Numbers(), 1e-9);
    }

    [Fact]
    public async Task Entry_by_entry_a_thin_branch_leaves_the_formula()
    {
        var answer = await service.Answer("gradient", """{ "function": "f(v) = sum(if(v == 2, 4, v.^2))", "point": { "v": [2, 3] } }""");
        Assert.Equal("2*v", answer.GetProperty("gradient")[0].Formula("derivative"));
        Answers.Close([4, 6], answer.GetProperty("at")[0].GetProperty("gradient").Numbers("v"), 1e-9);
        Assert.True(answer.GetProperty("verification").GetProperty("verified").GetBoolean());
    }

    [Fact]
    public async Task Two_equal_partial_derivatives_have_kinks_of_their_own()
    {
        var answer = await service.Answer("gradient", """{ "function": "abs(x + y)", "point": { "x": 1, "y": -1 } }""");
        Assert.Equal(["x", "y"], answer.GetProperty("at")[0].GetProperty("kinks").EnumerateArray().Select(static kink => kink.Text("variable")), StringComparer.Ordinal);
    }

    [Fact]
    public async Task Mixed_second_derivatives_follow_their_own_order()
    {
        // Peano's function: f_xy(0, 0) = -1 and f_yx(0, 0) = 1.
        var answer = await service.Answer("hessian", """{ "function": "f(x, y) = if(x == 0 and y == 0, 0, x*y*(x^2 - y^2)/(x^2 + y^2))", "point": { "x": 0, "y": 0 } }""");
        Answers.Close([0, -1, 1, 0], [.. answer.GetProperty("value").EnumerateArray().SelectMany(static row => row.Numbers())], 1e-6);
    }
}
