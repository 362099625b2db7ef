using Calculus.Binding;
using Calculus.Budgets;
using Calculus.CriticalPoints;
using Xunit;

namespace Calculus.Tests.CriticalPoints;

/// <summary>Functions of several variables whose critical points are known; every answer is also checked against values and gradients in doubles.</summary>
public sealed class BoxTableTests
{
    private static readonly double[] s_square = [-5, 5, -5, 5];

    [Theory]
    [InlineData("(x^2 + y - 11)^2 + (x + y^2 - 7)^2", "-5 5 -5 5", 4, 1, 4)]
    [InlineData("(1 - x)^2 + 100(y - x^2)^2", "-3 3 -3 3", 1, 0, 0)]
    [InlineData("20 + x^2 + y^2 - 10cos(2pi*x) - 10cos(2pi*y)", "-5.12 5.12 -5.12 5.12", 121, 100, 220)]
    [InlineData("(4 - 2.1x^2 + x^4/3)x^2 + x*y + (-4 + 4y^2)y^2", "-3 3 -2 2", 6, 2, 7)]
    [InlineData("x^2 - y^2", "-1 1 -1 1", 0, 0, 1)]
    [InlineData("x*y + 1/x + 1/y", "-3 3 -3 3", 1, 0, 0)]
    [InlineData("1/(x*y)", "-2 2 -2 2", 0, 0, 0)]
    [InlineData("log(x) + log(y) - x - y", "-1 3 -1 3", 0, 1, 0)]
    [InlineData("exp(x + y)", "-1 1 -1 1", 0, 0, 0)]
    [InlineData("exp(-(x^2 + y^2))", "-3 3 -3 3", 0, 1, 0)]
    [InlineData("sin(x)*sin(y)", "0 6.3 0 6.3", 2, 2, 9)]
    [InlineData("x^2 + y^2", "0 1 0 1", 1, 0, 0)]
    [InlineData("x^2 + y^2", "1 2 1 2", 0, 0, 0)]
    [InlineData("abs(x + 3) + y^2 + x", "-2 2 -2 2", 0, 0, 0)]
    [InlineData("x^2 + y^2 + z^2 - 2x*y*z", "-2 2 -2 2 -2 2", 1, 0, 4)]
    [InlineData("100(y - x^2)^2 + (1 - x)^2 + 100(z - y^2)^2 + (1 - y)^2", "-2 2 -2 2 -2 2", 1, 0, 0)]
    [InlineData("(a^2 - 1)^2 + (b^2 - 1)^2 + (c^2 - 1)^2 + (d^2 - 1)^2", "-2 2 -2 2 -2 2 -2 2", 16, 1, 64)]
    [InlineData("a^2 + b^2 + c^2 + d^2 + g^2 + h^2 + a*b", "-1 1 -1 1 -1 1 -1 1 -1 1 -1 1", 1, 0, 0)]
    public void All_are_found_and_proven(string text, string box, int minima, int maxima, int saddles)
    {
        var (_, found) = Search.In(text, Numbers(box));
        Assert.Equal((minima, maxima, saddles, 0), (Count(found, CriticalKind.Minimum), Count(found, CriticalKind.Maximum), Count(found, CriticalKind.Saddle), Count(found, CriticalKind.Degenerate)));
        Assert.True(found.IsComplete, string.Join(' ', found.Notes.Select(static note => note.Message)));
        Assert.All(found.Points, static point => Assert.True(point.IsCertified));
    }

    // Jamil and Yang, A literature survey of benchmark functions, 2013, no. 65.
    [Fact]
    public void Himmelblaus_minima_are_where_the_books_have_them()
    {
        var (_, found) = Search.In("(x^2 + y - 11)^2 + (x + y^2 - 7)^2", s_square);
        (double X, double Y)[] minima = [(-3.779310253377747, -3.283185991286170), (-2.805118086952745, 3.131312518250573), (3, 2), (3.584428340330492, -1.848126526964404)];
        var points = found.Points.Where(static point => point.Kind == CriticalKind.Minimum).ToList();
        for (var i = 0; i < minima.Length; i++)
        {
            Assert.Equal(minima[i].X, points[i].Point[0], 1e-12);
            Assert.Equal(minima[i].Y, points[i].Point[1], 1e-12);
            Assert.Equal(0, points[i].Value, 1e-20);
        }
    }

    [Theory]
    [InlineData("x^4 + y^4", CriticalKind.Minimum, CriticalCause.Stationary, true)]
    [InlineData("-(x^4) - y^4", CriticalKind.Maximum, CriticalCause.Stationary, true)]
    [InlineData("x^3 - 3x*y^2", CriticalKind.Degenerate, CriticalCause.Stationary, true)]
    [InlineData("abs(x) + abs(y)", CriticalKind.Minimum, CriticalCause.Kink, false)]
    [InlineData("sqrt(x^2 + y^2)", CriticalKind.Minimum, CriticalCause.Kink, false)]
    [InlineData("max(x^2, y^2) + x^2", CriticalKind.Minimum, CriticalCause.Kink, false)]
    public void Where_nothing_proves_that_a_point_is_alone_the_answer_is_not_complete(string text, CriticalKind kind, CriticalCause cause, bool isCertified)
    {
        var (_, found) = Search.In(text, -1, 1, -1, 1);
        var point = Assert.Single(found.Points);
        Assert.Equal((kind, cause, isCertified), (point.Kind, point.Cause, point.IsCertified));
        Assert.All(point.Point, static coordinate => Assert.Equal(0, coordinate));
        Assert.False(found.IsComplete);
        Assert.Contains(found.Undecided, static box => box.From.All(static end => end <= 0 && end > -1e-6) && box.To.All(static end => end >= 0 && end < 1e-6));
    }

    [Theory, Trait("Length", "long")]
    [InlineData("(x^2 + y^2 - 1)^2")]
    [InlineData("f(x, y) = x^2 + 0*y")]
    [InlineData("relu(x) + relu(y)")]
    [InlineData("floor(x) + y^2")]
    [InlineData("f(x, y) = if(x < 0, x^2, 2x^2) + y^2")]
    public void Curves_of_critical_points_are_never_complete(string text)
    {
        var (_, found) = Search.In(text, -2, 2, -2, 2);
        Assert.False(found.IsComplete);
        Assert.NotEmpty(found.Undecided);
        Assert.DoesNotContain(found.Points, static point => point.IsCertified && point.Kind is CriticalKind.Minimum && point.Cause != CriticalCause.Stationary);
    }

    [Fact]
    public void A_constant_is_flat()
    {
        var (_, found) = Search.In("f(x, y) = 0*x*y + 7", -1, 1, -1, 1);
        Assert.Equal((0, false, 7.0), (found.Points.Count, found.IsComplete, Assert.Single(found.Flat).Value));
    }

    // Where a function has no value it is not constant, nor is it where it jumps.
    [Theory]
    [InlineData("f(x, y) = 0*sqrt(x) + 0*y", "0")]
    [InlineData("f(x, y) = 0*log(x - 1)*log(y - 2) + 3", "3")]
    [InlineData("f(x, y) = 0*asin(x) + 0*asin(y) + 1", "1")]
    [InlineData("f(x, y) = 0*sqrt(x*y)", "0")]
    [InlineData("f(x, y) = floor(sqrt(x)) + 0*y", "0 1 2")]
    [InlineData("f(x, y) = if(x > 1, sqrt(-1), 2) + 0*y", "2")]
    [InlineData("f(x, y) = floor(x/2.5) + 10*floor(y/2.5)", "-22 -21 -20 -19 -12 -11 -10 -9 -2 -1 0 1 8 9 10 11")]
    public void What_is_flat_has_one_value_all_over(string text, string values)
    {
        var (study, found) = Search.In(text, -5, 5, -5, 5);
        Assert.False(found.IsComplete);
        Assert.NotEmpty(found.Undecided);
        Assert.Empty(found.Points);
        Assert.All(found.Flat, box =>
        {
            foreach (var share in (double[])[0.001, 0.3, 0.7, 0.999])
                Assert.Equal(box.Value, study.At([], [.. box.From.Zip(box.To, (from, to) => from + (share * (to - from)))]).Value.Number);
        });
        Assert.Equal(values, string.Join(' ', found.Flat.Select(static box => box.Value!.Value).Distinct().Order().Select(static value => value.ToString(System.Globalization.CultureInfo.InvariantCulture))));
    }

    [Fact]
    public void A_small_allowance_leaves_things_undecided_and_what_is_found_is_right()
    {
        var budget = new Budget(new Limits { CriticalOperations = 20_000 });
        var study = Study.Of("20 + x^2 + y^2 - 10cos(2pi*x) - 10cos(2pi*y)", BindingContext.Empty, budget);
        var found = study.CriticalPoints([-5.12, -5.12], [5.12, 5.12]);
        Assert.False(found.IsComplete);
        Assert.NotEmpty(found.Undecided);
        foreach (var point in found.Points.Where(static point => point.IsCertified)) Assert.All(study.GradientAt([.. point.Point]).Numbers, static slope => Assert.InRange(Math.Abs(slope), 0, 1e-9));
    }

    [Fact]
    public void A_cancelled_search_ends()
    {
        using var source = new CancellationTokenSource();
        var study = Study.Of("sin(x*y)*cos(x + y^2)", BindingContext.Empty, new Budget(new Limits { Operations = long.MaxValue / 2 }, source.Token));
        source.Cancel();
        Assert.Throws<OperationCanceledException>(() => study.CriticalPoints([-9, -9], [9, 9]));
    }

    private static int Count(CriticalPointSet found, CriticalKind kind) => found.Points.Count(point => point.Kind == kind);

    private static double[] Numbers(string text) => [.. text.Split(' ').Select(static each => double.Parse(each, System.Globalization.CultureInfo.InvariantCulture))];
}
