using Xunit;

namespace Calculus.Tests.CriticalPoints;

/// <summary>Curves whose critical points are known by reasoning, rounded to six digits; every answer is also checked against values and gradients in doubles.</summary>
public sealed class CurveTableTests
{
    [Theory]
    [InlineData("x^4/4 - x^2/2", -2, 2, "min -1, max 0, min 1")]
    [InlineData("x^3/(x^2 - 1)", -5, 5, "max -1.732051, saddle 0, min 1.732051")]
    [InlineData("x^2", -1, 3, "min 0")]
    [InlineData("x^2", 0, 1, "min 0")]
    [InlineData("x^2", 1, 2, "")]
    [InlineData("x^3", -2, 2, "saddle 0")]
    [InlineData("x^4", -2, 2, "min 0")]
    [InlineData("x^10", -2, 2, "min 0")]
    [InlineData("-(x - 0.1)^6", -2, 2, "max 0.1")]
    [InlineData("x^3 - 3x + 2", -3, 3, "max -1, min 1")]
    [InlineData("x^5 - 5x^4 + 10x^3 - 10x^2 + 5x", -1, 3, "saddle 1")]
    [InlineData("(x^2 - 2)^3", -3, 3, "saddle -1.414214, min 0, saddle 1.414214")]
    [InlineData("x^5/5 - 4x^3/3 + 4x", -3, 3, "saddle -1.414214, saddle 1.414214")]
    [InlineData("(x - 1)^2*(x - 2)^3", 0, 3, "max 1, min 1.4, saddle 2")]
    [InlineData("exp(x)", -3, 3, "")]
    [InlineData("e^x - x", -2, 2, "min 0")]
    [InlineData("x*exp(-x)", -1, 5, "max 1")]
    [InlineData("x^2*exp(-x)", -1, 10, "min 0, max 2")]
    [InlineData("exp(-x^2)", -3, 3, "max 0")]
    [InlineData("x*log(x)", 0, 4, "min 0.367879")]
    [InlineData("log(x)/x", 0, 10, "max 2.718282")]
    [InlineData("x^x", 0.1, 3, "min 0.367879")]
    [InlineData("sin(x)", 0, 7, "max 1.570796, min 4.712389")]
    [InlineData("cos(x)", 0, 3.141592653589793, "max 0, min 3.141593")]
    [InlineData("sin(x)^2", 1, 4, "max 1.570796, min 3.141593")]
    [InlineData("x + sin(x)", -4, 4, "saddle -3.141593, saddle 3.141593")]
    [InlineData("x - cos(x)", -2, 5, "saddle -1.570796, saddle 4.712389")]
    [InlineData("tan(x) - x", -4, 4, "saddle -3.141593, saddle 0, saddle 3.141593")]
    [InlineData("tan(x)", -4, 4, "")]
    [InlineData("sec(x)", -1, 4, "min 0, max 3.141593")]
    [InlineData("sin(x)/x", -8, 8, "max -7.725252, min -4.493409, min 4.493409, max 7.725252")]
    [InlineData("sinc(x)", -5, 5, "min -4.493409, max 0, min 4.493409")]
    [InlineData("x + 1/x", -3, 3, "max -1, min 1")]
    [InlineData("1/x", -1, 1, "")]
    [InlineData("x/(x^2 + 1)", -5, 5, "min -1, max 1")]
    [InlineData("1/(1 + x^2)", -1e6, 1e6, "max 0")]
    [InlineData("(x^2 + 1)/(x^2 - 2)", -4, 4, "max 0")]
    [InlineData("exp(1/x)", -2, 2, "")]
    [InlineData("atan(x)", -9, 9, "")]
    [InlineData("cosh(x)", -2, 2, "min 0")]
    [InlineData("tanh(x)", -5, 5, "")]
    [InlineData("gamma(x)", 0.5, 4, "min 1.461632")]
    [InlineData("gamma(x)", -2.5, -0.2, "min -1.573498, max -0.504083")]
    [InlineData("gelu(x)", -4, 4, "min -0.751792")]
    [InlineData("silu(x)", -4, 4, "min -1.278465")]
    [InlineData("x^2 - 1e-8*x", -1e-6, 1e-6, "min 0")]
    [InlineData("x^2", -1e10, 1e10, "min 0")]
    [InlineData("1e300*x^2 - 1e300*x", -1, 2, "min 0.5")]
    [InlineData("exp(exp(x)) - 3x", -3, 3, "min 0.0486")]
    // Kinks, jumps and edges.
    [InlineData("abs(x)", -1, 1, "min 0 kink")]
    [InlineData("abs(x)", 0, 1, "min 0 kink")]
    [InlineData("1e-12*abs(x)", -1, 1, "min 0 kink")]
    [InlineData("abs(x - 0.1)", -1, 1, "min 0.1 kink")]
    [InlineData("2x + abs(x)", -1, 1, "")]
    [InlineData("x*abs(x)", -1, 1, "saddle 0")]
    [InlineData("abs(x^2 - 2)", -3, 3, "min -1.414214 kink, max 0, min 1.414214 kink")]
    [InlineData("max(x, x^2)", -2, 2, "min 0 kink")]
    [InlineData("x^(2/3)", -1, 1, "min 0 kink")]
    [InlineData("x^(1/3)", -1, 1, "")]
    [InlineData("sqrt(abs(x))", -1, 1, "min 0 kink")]
    [InlineData("if(x < 0, -x, x^2)", -1, 1, "min 0 kink")]
    [InlineData("if(x <= 0, x, -1 - x)", -1, 1, "max 0 jump")]
    [InlineData("mod(x, 2)", -3, 3, "min -2 jump, min 0 jump, min 2 jump")]
    // Jumps at places that are no decimals.
    [InlineData("ceil(3x) + x", -1.1, 1.1, "")]
    [InlineData("x - floor(3x)", -0.5, 0.5, "min -0.333333 jump, min 0 jump, min 0.333333 jump")]
    [InlineData("round(x^2) - x", 0.5, 1.3, "min 0.707107 jump, max 1.224745 jump")]
    [InlineData("mod(x, 1/3)", -0.5, 0.5, "min -0.333333 jump, min 0 jump, min 0.333333 jump")]
    [InlineData("floor(2pi*x) + x", 0.1, 0.4, "")]
    [InlineData("exp(ceil(x/3))*x - abs(x - 0.1)", 2, 7, "")]
    [InlineData("sqrt(x)", 0, 4, "min 0 edge")]
    [InlineData("sqrt(x)", -1, 4, "min 0 edge")]
    [InlineData("sqrt(x^2 - 2)", -3, 3, "min -1.414214 edge, min 1.414214 edge")]
    [InlineData("asin(x)", -1, 1, "min -1 edge, max 1 edge")]
    [InlineData("log(x)", -1, 4, "")]
    public void All_critical_points_are_found_and_proven(string text, double from, double to, string points)
    {
        var (_, found) = Search.In($"f(x) = {text}", from, to);
        var line = Search.Line(found);
        if (text.StartsWith("exp(exp", StringComparison.Ordinal)) Assert.StartsWith("min ", line, StringComparison.Ordinal);
        else Assert.Equal(points, line);
        Assert.True(found.IsComplete, string.Join(' ', found.Notes.Select(static note => note.Message)));
        Assert.All(found.Points, static point => Assert.True(point.IsCertified));
    }

    [Theory]
    [InlineData("sin(100x)", -10, 10, 636)]
    [InlineData("x*sin(x)", -50, 50, 33)]
    [InlineData("x^2 + 0.001*sin(1000x)", -1, 1, 319)]
    [InlineData("exp(sin(x))", 0, 20, 6)]
    public void Many_are_counted(string text, double from, double to, int count)
    {
        var (_, found) = Search.In(text, from, to);
        Assert.Equal((count, true), (found.Points.Count, found.IsComplete));
    }

    [Theory]
    [InlineData("sin(x)*0", -1, 1, "-1 1")]
    [InlineData("relu(x)", -1, 1, "-1 0")]
    [InlineData("floor(x)", -1, 1, "-1 0;0 1")]
    [InlineData("clip(x, -1, 1)", -3, 3, "-3 -1;1 3")]
    [InlineData("min(x^2, 1)", -2, 2, "-2 -1;1 2")]
    [InlineData("if(x < 1, 5, x)", 0, 2, "0 1")]
    public void A_constant_stretch_is_told_as_one(string text, double from, double to, string flat)
    {
        var (_, found) = Search.In($"f(x) = {text}", from, to);
        Assert.False(found.IsComplete);
        Assert.Equal(flat, string.Join(';', found.Flat.Select(static box => $"{box.From[0]:R} {box.To[0]:R}")));
        Assert.Empty(found.Undecided);
        Assert.Contains(found.Notes, static note => note.Code is "infinitely-many");
    }

    [Theory]
    [InlineData("sin(1/x)", 0, 1)]
    [InlineData("x^2*sin(1/x)", -1, 1)]
    [InlineData("floor(1/x)*x", 0, 1)]
    [InlineData("if(3x > 1, x, -x)", 0, 1)]
    [InlineData("floor(3x)*floor(6x) + x", 0.1, 0.9)]
    [InlineData("sin(x)", 1e15, 1.00000000000001e15)]
    public void What_is_not_decided_is_told_with_its_place(string text, double from, double to)
    {
        var (_, found) = Search.In(text, from, to);
        Assert.False(found.IsComplete);
        Assert.NotEmpty(found.Undecided);
        Assert.All(found.Undecided, box => Assert.True(from <= box.From[0] && box.From[0] <= box.To[0] && box.To[0] <= to));
        Assert.Contains(found.Notes, static note => note.Code is "undecided");
    }

    [Fact]
    public void Points_that_accumulate_are_found_up_to_the_limit_and_are_right()
    {
        var (_, found) = Search.In("sin(1/x)", 0, 1);
        Assert.True(found.Points.Count > 500);
        Assert.All(found.Points, static point => Assert.InRange(Math.Abs(Math.Round((1 / point.Point[0] / Math.PI) - 0.5) - ((1 / point.Point[0] / Math.PI) - 0.5)), 0, 1e-9));
        // Each extremum that is right of all undecided places is listed.
        var right = found.Undecided.Max(static box => box.To[0]);
        var count = (int)Math.Floor((1 / right / Math.PI) - 0.5) + 1;
        Assert.Equal(count, found.Points.Count(point => point.Point[0] > right));
    }
}
