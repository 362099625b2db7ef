using Calculus.Budgets;
using Calculus.Numerics;
using Xunit;

namespace Calculus.Tests.Numerics;

public sealed class CurveSamplerTests
{
    // Sampling evenly between the points and the picture's own height decide whether the line passes for the curve.
    [Theory]
    [InlineData("sin(x)", -10, 10)]
    [InlineData("x^3-x", -3, 3)]
    [InlineData("exp(-1000*(x-0.123)^2)", -10, 10)]
    [InlineData("1/x", -3, 3)]
    [InlineData("1/x^2", -3, 3)]
    [InlineData("1/(x-sqrt(2))^2", -10, 10)]
    [InlineData("tan(x)", -10, 10)]
    [InlineData("abs(x-1/3)", -3, 3)]
    [InlineData("sqrt(abs(x))", -3, 3)]
    [InlineData("sqrt(1-x^2)", -1, 1)]
    [InlineData("floor(x)", -3, 3)]
    [InlineData("x-floor(x)", -3, 3)]
    [InlineData("sin(x)/x", -10, 10)]
    [InlineData("tanh(1000*x)", -10, 10)]
    [InlineData("log(x)", 0, 10)]
    [InlineData("x^x", 0, 3)]
    [InlineData("exp(1/x)", -3, 3)]
    [InlineData("x*sin(1/x)", 0.01, 1)]
    [InlineData("max(sin(x),0)", -10, 10)]
    [InlineData("exp(x)", -10, 10)]
    public void Draws_a_line_that_passes_for_the_curve(string formula, double from, double to)
    {
        var f = Zoo.Named(formula);
        var curve = Curves.Sample(formula, from, to);
        var range = curve.ValueRange!.Value;
        var height = range.To - range.From;

        for (var i = 1; i < 9973; i++)
        {
            var x = from + ((to - from) * i / 9973);
            var y = f(x);
            if (!(y > range.From - height && y < range.To + height)) continue;

            // Where the curve is steep, a line a hair's breadth away is just as good.
            var hair = (to - from) / 4000;
            var slope = new[] { f(x - hair), f(x + hair) }.Where(double.IsFinite).Sum(beside => Math.Abs(beside - y));
            Assert.InRange(Curves.Drawn(curve, x), y - (0.004 * height) - slope, y + (0.004 * height) + slope);
        }
    }

    [Theory]
    [InlineData("1/x", -3, 3, 0)]
    [InlineData("1/x^2", -3, 3, 0)]
    [InlineData("tan(x)", 0, 3, 1.5707963267948966)]
    [InlineData("1/(x-1/3)^2", -3, 3, 0.3333333333333333)]
    [InlineData("1/(x-1e6)", 999999, 1000001, 1e6)]
    [InlineData("1/sin(x)", 2, 4, 3.141592653589793)]
    public void Leaves_the_picture_on_both_sides_of_a_pole(string formula, double from, double to, double pole)
    {
        var curve = Curves.Sample(formula, from, to);
        var range = curve.ValueRange!.Value;
        var far = 100 * (range.To - range.From);

        Assert.Equal(2, curve.Segments.Length);
        Assert.True(Math.Abs(curve.Segments[0].Y[^1]) > far);
        Assert.True(Math.Abs(curve.Segments[1].Y[0]) > far);
        Assert.InRange(curve.Segments[0].X[^1], pole - ((to - from) / 100), pole);
        Assert.InRange(curve.Segments[1].X[0], pole, pole + ((to - from) / 100));
        Assert.InRange(range.To - range.From, 0.1, 1e5);
    }

    [Theory]
    [InlineData("sin(x)/x", -10, 10, 0, 1, 1)]
    [InlineData("sin(3*x)/x", -10, 10, 0, 3, 3)]
    [InlineData("(x^2-1)/(x-1)", -3, 3, 1, 2, 2)]
    [InlineData("(x^3-8)/(x-2)", -3, 3, 2, 12, 12)]
    [InlineData("(1-cos(x))/x^2", -10, 10, 0, 0.5, 0.5)]
    [InlineData("(exp(x)-1)/x", -3, 3, 0, 1, 1)]
    [InlineData("x*log(x^2)", -3, 3, 0, 0, 0)]
    [InlineData("x/abs(x)", -3, 3, 0, -1, 1)]
    [InlineData("sin(x)/abs(x)", -10, 10, 0, -1, 1)]
    [InlineData("floor(x)", -1, 0.9, 0, -1, 0)]
    [InlineData("x-floor(x)", -1, 0.9, 0, 1, 0)]
    [InlineData("if(x<1,x,x^2+1)", -3, 3, 1, 1, 2)]
    [InlineData("atan(1/x)", -3, 3, 0, -1.5707963267948966, 1.5707963267948966)]
    [InlineData("step(x-0.7)", -3, 3, 0.7, 0, 1)]
    public void Goes_on_to_the_limit_at_a_hole_or_a_jump(string formula, double from, double to, double at, double left, double right)
    {
        var curve = Curves.Sample(formula, from, to);

        Assert.Equal(2, curve.Segments.Length);
        Assert.Equal(at, curve.Segments[0].X[^1], 1e-12);
        Assert.Equal(at, curve.Segments[1].X[0], 1e-12);
        Assert.Equal(left, curve.Segments[0].Y[^1], 1e-6);
        Assert.Equal(right, curve.Segments[1].Y[0], 1e-6);
    }

    [Theory]
    [InlineData("sqrt(x)", -3, 3, 0.0, 3.0)]
    [InlineData("log(x)", -3, 3, double.Epsilon, 3.0)]
    [InlineData("asin(x)", -3, 3, -1.0, 1.0)]
    [InlineData("sqrt(1-x^2)", -2.3, 3, -1.0, 1.0)]
    [InlineData("log(x-1)", -3, 3, 1.0000000000000002, 3.0)]
    [InlineData("log(2-x)", -3, 3, -3.0, 1.9999999999999998)]
    [InlineData("sqrt(x-0.1)", -3, 3, 0.1, 3.0)]
    [InlineData("x^x", -3, 3, 0.0, 3.0)]
    public void Finds_the_edge_of_the_domain_to_the_last_double(string formula, double from, double to, double first, double last)
    {
        var segment = Assert.Single(Curves.Sample(formula, from, to).Segments);

        Assert.Equal(first, segment.X[0]);
        Assert.Equal(last, segment.X[^1]);
    }

    [Fact]
    public void Keeps_a_corner_sharp()
    {
        foreach (var x in (double[])[0, 1.0 / 3])
        {
            var segment = Assert.Single(Curves.Sample(x == 0 ? "abs(x)" : "abs(x-1/3)", -3, 3).Segments);
            Assert.InRange(segment.Y.Min(), 0, 0.002);
        }
    }

    [Fact]
    public void Puts_its_points_where_the_curve_bends()
    {
        var segment = Assert.Single(Curves.Sample("tanh(1000*x)", -10, 10).Segments);

        Assert.True(segment.X.Count(static x => Math.Abs(x) < 0.01) > 20);
        Assert.True(segment.X.Length < 600);
    }

    [Theory]
    [InlineData("sin(x)", -10, 10, -1, 1)]
    [InlineData("x", -3, 3, -3, 3)]
    [InlineData("7", -3, 3, 0, 14)]
    [InlineData("0", -3, 3, -1, 1)]
    [InlineData("x^3-x", -3, 3, -24, 24)]
    [InlineData("exp(-x^2)", -3, 3, 0, 1)]
    [InlineData("cosh(x)", -3, 3, 0, 10.07)]
    [InlineData("exp(-1000*(x-0.123)^2)", -10, 10, 0, 1)]
    [InlineData("floor(x)", -3, 3, -3, 3)]
    [InlineData("log(x)", 0, 10, -4, 2.31)]
    [InlineData("sin(x)/x", -10, 10, -0.217, 1)]
    [InlineData("cos(x)/x-sin(x)/x^2", -10, 10, -0.436, 0.436)]
    [InlineData("sqrt(x)", -3, 3, 0, 1.733)]
    public void Suggests_a_frame_that_holds_the_curve(string formula, double from, double to, double low, double high)
    {
        var range = Curves.Sample(formula, from, to).ValueRange!.Value;
        var slack = 0.02 * (high - low);

        Assert.InRange(range.From, low - slack, low + (formula[0] == 'l' ? 1.5 : slack));
        Assert.InRange(range.To, high - slack, high + slack);
    }

    [Theory]
    [InlineData("1/x", -3, 3, 2, 20)]
    [InlineData("1/x", -10, 10, 1, 10)]
    [InlineData("1/x^2", -3, 3, 5, 50)]
    [InlineData("tan(x)", -10, 10, 6, 40)]
    [InlineData("1/sin(x)", -10, 10, 4, 40)]
    [InlineData("x/(x^2-1)", -3, 3, 3, 40)]
    [InlineData("exp(1/x)", -3, 3, 3, 20)]
    public void Suggests_a_frame_that_a_pole_does_not_blow_up(string formula, double from, double to, double least, double most)
    {
        var range = Curves.Sample(formula, from, to).ValueRange!.Value;

        Assert.InRange(range.To - range.From, least, most);
        Assert.True(range.From <= 0 && range.To >= 0);
    }

    [Theory]
    [InlineData(1, 1)]
    [InlineData(2, 1)]
    [InlineData(double.NaN, 1)]
    [InlineData(0, double.PositiveInfinity)]
    [InlineData(-1.7e308, 1.7e308)]
    public void Refuses_a_window_that_is_not_one(double from, double to) =>
        Assert.Throws<ArgumentException>(() => Curves.Sample("x", from, to));

    [Fact]
    public void Samples_at_the_lowest_resolution_too()
    {
        foreach (var formula in (string[])["x", "tan(x)", "sin(1/x)", "floor(x)", "0/0", "log(x)"])
            Curves.Check(Curves.Sample(formula, -10, 10, CurveSampler.LeastResolution), Zoo.Named(formula), -10, 10, CurveSampler.LeastResolution);
    }

    [Fact]
    public void Gives_the_same_points_every_time()
    {
        var (once, again) = (Curves.Sample("tan(x)", -10, 10), Curves.Sample("tan(x)", -10, 10));

        Assert.Equal(once.Segments.SelectMany(static segment => segment.X), again.Segments.SelectMany(static segment => segment.X));
    }

    [Fact]
    public void Pays_for_every_evaluation_and_stops_when_it_cannot()
    {
        var refusal = Assert.Throws<LimitException>(() =>
            CurveSampler.Sample(Curves.Evaluator(Math.Sin), -10, 10, 500, new Budget(new Limits { Operations = 300 })));

        Assert.Equal("operations", refusal.Limit);
    }

    [Fact]
    public void Stops_when_it_is_called_off()
    {
        using var cancellation = new CancellationTokenSource();
        var calls = 0;

        Assert.ThrowsAny<OperationCanceledException>(() => CurveSampler.Sample(
            (x, y) =>
            {
                if (++calls == 5) cancellation.Cancel();
                for (var i = 0; i < x.Length; i++) y[i] = Math.Tan(x[i]);
            },
            -10, 10, 500, new Budget(new Limits(), cancellation.Token)));
        Assert.Equal(5, calls);
    }

    [Fact]
    public void Writes_its_refusals_for_any_culture() =>
        Assert.Contains("1.5", Assert.Throws<ArgumentException>(() => Curves.Sample("x", 1.5, 1)).Message, StringComparison.Ordinal);
}
