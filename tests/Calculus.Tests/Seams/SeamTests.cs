using Calculus.Syntax;
using Xunit;

namespace Calculus.Tests.Seams;

/// <summary>Derivatives at points where a branch changes.</summary>
public sealed class SeamTests
{
    private const double RootOfTwo = 1.4142135623730951;

    [Theory]
    // Pieces that meet, to the order asked for.
    [InlineData("if(x < 0, x^2, x^3)", 1, 0, 0)]
    [InlineData("if(x > 0, x^2, -x^2)", 1, 0, 0)]
    [InlineData("if(x > 0, x^3, 0)", 2, 0, 0)]
    [InlineData("if(x < 1, x^2, 2x - 1)", 1, 1, 2)]
    [InlineData("if(x <= 2, x^3, 8 + 12(x - 2) + 6(x - 2)^2)", 2, 2, 12)]
    [InlineData("if(x < sqrt(2), x^2 - 2, 2sqrt(2)*(x - sqrt(2)))", 1, RootOfTwo, 2.8284271247461903)]
    [InlineData("if(x > 1e8, x^2, 2e8x - 1e16)", 1, 1e8, 2e8)]
    // A value that fills the hole of a formula.
    [InlineData("if(x == 0, 1, sin(x)/x)", 1, 0, 0)]
    [InlineData("if(x == 0, 1, sin(x)/x)", 2, 0, -1.0 / 3)]
    [InlineData("if(x != 0, sin(x)/x, 1)", 2, 0, -1.0 / 3)]
    [InlineData("if(not x != 0, 1, sin(x)/x)", 2, 0, -1.0 / 3)]
    [InlineData("if(x == 1, 3, (x^3 - 1)/(x - 1))", 2, 1, 2)]
    [InlineData("if(x^2 == 4, 4, (x^2 - 4)/(abs(x) - 2))", 1, -2, -1)]
    [InlineData("if(x == 0, 0, exp(-1/x^2))", 3, 0, 0)]
    [InlineData("if(x == 0, 0, x^2*sin(1/x))", 1, 0, 0)]
    // Conditions with and, or, not; nested choices.
    [InlineData("if(x < 1 and x > -1, (1 - x^2)^2, 0)", 1, -1, 0)]
    [InlineData("if(x >= 1 or x <= -1, 0, (1 - x^2)^3)", 2, 1, 0)]
    [InlineData("if(not (x > 0), x^2, if(x < 3, x^2, 6x - 9))", 1, 3, 6)]
    [InlineData("if(x < 0, 0, if(x < 1, x^2, 2x - 1))", 1, 1, 2)]
    [InlineData("piecewise(x < 0, x^2, x < 1, x^3, 3x - 2)", 1, 1, 3)]
    [InlineData("piecewise(x < 0, 1, x == 0, 1, sin(x)/x)", 1, 0, 0)]
    // The other branch is undefined beyond the seam, and does not matter.
    [InlineData("if(x >= 0, x^2, 0*log(-x) + x^3)", 1, 0, 0)]
    // Kinks and ties that cancel.
    [InlineData("x*abs(x)", 1, 0, 0)]
    [InlineData("abs(x)^3", 2, 0, 0)]
    [InlineData("relu(x)^2", 1, 0, 0)]
    [InlineData("max(x, 2x - 1)*min(x, 2x - 1)", 1, 1, 3)]
    public void Where_both_sides_meet_the_derivative_is_their_common_limit(string text, int order, double x, double slope)
    {
        var study = Ask.About(text);

        Ask.Close(slope, study.Slope("x", order, x), 1e-10);
        Assert.DoesNotContain(study.Notes, static note => note.Code is NoteCodes.NotDifferentiable or NoteCodes.OutsideDomain);
    }

    [Theory]
    [InlineData("if(x >= 0, x, -x)", 1, 0, 1, "There is no derivative by x at x = 0: it is -1 on the left and 1 on the right; the value 1 is a convention.")]
    [InlineData("abs(x)", 1, 0, 0, "There is no derivative by x at x = 0: it is -1 on the left and 1 on the right; the value 0 is a convention.")]
    [InlineData("1e-10*abs(x)", 1, 0, 0, "There is no derivative by x at x = 0: it is -1e-10 on the left and 1e-10 on the right; the value 0 is a convention.")]
    [InlineData("if(x > 0, x^2, -x^2)", 2, 0, -2, "There is no derivative of order 2 by x at x = 0: it is -2 on the left and 2 on the right; the value -2 is a convention.")]
    [InlineData("if(x > 0, x^3, 0)", 4, 0, 0, "There is no derivative of order 4 by x at x = 0: that of order 3 is 0 on the left and 6 on the right; the value 0 is a convention.")]
    [InlineData(
        "if(x >= 3, x, -x)", 1, 3, 1,
        "There is no derivative by x at x = 3: the function goes to -3 on the left and 3 on the right, and its value is 3; its slope is -1 on the left and 1 on the right; the value 1 is a convention.")]
    [InlineData(
        "if(x == 0, 5, x^2)", 1, 0, 0,
        "There is no derivative by x at x = 0: the function goes to 0 on both sides, and its value is 5; its slope is 0 on both sides; the value 0 is a convention.")]
    [InlineData(
        "if(x > 0, log(x), 0)", 1, 0, 0,
        "There is no derivative by x at x = 0: the function goes to 0 on the left and is unbounded below on the right, and its value is 0; its slope is 0 on the left and is unbounded above on the right; the value 0 is a convention.")]
    [InlineData("if(x > 0, sqrt(x), 0)", 1, 0, 0, "There is no derivative by x at x = 0: it is 0 on the left and is unbounded above on the right; the value 0 is a convention.")]
    [InlineData("if(x < 1.1*1.5, x^2 - 2.7225, 0)", 1, 1.65, 0, "There is no derivative by x at x = 1.65: it is 3.3 on the left and 0 on the right; the value 0 is a convention.")]
    [InlineData("if(x < 0, 0, if(x < 0.01, x, 5))", 1, 0, 1, "There is no derivative by x at x = 0: it is 0 on the left and 1 on the right; the value 1 is a convention.")]
    [InlineData("if(x < 0, 0, if(x < 0.01, x, 5))", 1, 0.01, 0,
        "There is no derivative by x at x = 0.01: the function goes to 0.01 on the left and 5 on the right, and its value is 5; its slope is 1 on the left and 0 on the right; the value 0 is a convention.")]
    [InlineData("if(x == 0, 0, x*log(abs(x)))", 1, 0, double.NaN, "There is no derivative by x at x = 0: it is unbounded below on both sides.")]
    [InlineData("piecewise(x < 0, x^2, x < 1, x^3, 3x - 2)", 2, 1, 0, "There is no derivative of order 2 by x at x = 1: it is 6 on the left and 0 on the right; the value 0 is a convention.")]
    [InlineData(
        "x*floor(x)", 1, 2, 2,
        "There is no derivative by x at x = 2: the function goes to 2 on the left and 4 on the right, and its value is 4; its slope is 1 on the left and 2 on the right; the value 2 is a convention.")]
    [InlineData("max(x, 1 - x)", 1, 0.5, 0, "There is no derivative by x at x = 0.5: it is -1 on the left and 1 on the right; the value 0 is a convention.")]
    public void Where_the_sides_differ_the_note_tells_both_and_the_value_used(string text, int order, double x, double value, string note)
    {
        var study = Ask.About(text);

        Ask.Close(value, study.Slope("x", order, x));
        Assert.Equal(note, Assert.Single(study.Notes, static each => each.Code is NoteCodes.NotDifferentiable).Message);
    }

    [Fact]
    public void Each_partial_derivative_looks_along_its_own_variable()
    {
        var study = Ask.About("f(x, y) = if(x > y, x*y, y^2)");

        Assert.Equal([0, 4], study.GradientAt([2, 2]));
        Assert.Equal(
            """
            There is no derivative by x at x = 2: it is 0 on the left and 2 on the right; the value 0 is a convention.
            There is no derivative by y at y = 2: it is 2 on the left and 4 on the right; the value 4 is a convention.
            """,
            string.Join('\n', study.Notes.Select(static note => note.Message)));
    }

    [Fact]
    public void A_seam_in_one_variable_is_not_one_for_the_other()
    {
        var study = Ask.About("f(x, y) = if(y == 0, 0, x/y)");
        Assert.Equal(0, study.Slope("x", 1, 3, 0));
        Assert.Equal(0.5, study.Slope("x", 1, 3, 2));
        Assert.Equal("if(y == 0, 0, 1/y)", study.Formula("x"));
        Assert.Equal("-x/y^2", study.Formula("y"));
        Assert.Empty(study.Notes);
    }

    [Fact]
    public void The_corner_of_two_equalities_has_partial_derivatives()
    {
        var study = Ask.About("f(x, y) = if(x == 0 and y == 0, 0, x*y/(x^2 + y^2))");
        Assert.Equal([0, 0], study.GradientAt([0, 0]));
        Assert.Empty(study.Notes);
    }

    [Fact]
    public void Conditions_that_share_a_part_are_looked_at_once()
    {
        var study = Ask.About("f(x, y) = if((x == 0 and y > 0) or (x == 1 and y > 0), 2, x)");
        Assert.Equal("1", study.Formula("x"));
    }

    [Theory]
    [InlineData("if(x == 0, 1, sin(x)/x)", "cos(x)/x - sin(x)/x^2")]
    [InlineData("if(x != 2, x^2, 7)", "2*x")]
    [InlineData("if(x > 0, x^2, 7)", "if(x > 0, 2*x, 0)")]
    public void A_branch_at_single_points_is_left_out_of_the_formula(string text, string formula) =>
        Assert.Equal(formula, Ask.About(text).Formula("x"));

    [Fact]
    public void Many_points_have_the_values_that_each_has_alone()
    {
        double[] xs = [-1, 0, 1e-3, 0, 2];
        foreach (var text in new[] { "if(x == 0, 1, sin(x)/x)", "abs(x)", "x^2", "if(x > 0, log(x), x)" })
        {
            var many = Ask.About(text);
            var derivative = many.Derivative("x");
            var values = many.AtMany([derivative, many.Function], xs, xs.Length).Numbers;
            for (var i = 0; i < xs.Length; i++)
            {
                var one = Ask.About(text);
                Assert.Equal<double[]>(one.Evaluate([one.Derivative("x"), one.Function], [xs[i]]), [values[0][i], values[1][i]]);
            }
        }
    }

    [Fact]
    public void Many_seams_are_reported_twenty_times_at_most()
    {
        var study = Ask.About("f(x, y) = abs(x - y)");
        double[] xs = [.. Enumerable.Range(0, 600).Select(static i => (double)i)];
        var values = study.AtMany([study.Derivative("x")], [.. xs, .. xs], xs.Length).Numbers[0];
        Assert.All(values, static value => Assert.Equal(0, value));
        Assert.Equal(20, study.Notes.Count);
    }
}
