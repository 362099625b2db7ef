using Calculus.Explanations;
using Xunit;

namespace Calculus.Tests.CriticalPoints;

/// <summary>The discussion of a curve beside its critical points: roots, inflections, monotonicity, convexity, poles, and the steps.</summary>
public sealed class DiscussionTests
{
    [Theory]
    [InlineData("x^3/(x^2 - 1)", -5, 5, "0", "0", "-1 1",
        "[-5 up -1.732051] [-1.732051 down -1) (-1 down 1) (1 down 1.732051] [1.732051 up 5]", "[-5 down -1) (-1 up 0] [0 down 1) (1 up 5]")]
    [InlineData("x^4/4 - x^2/2", -2, 2, "-1.414214 0 1.414214", "-0.57735 0.57735", "",
        "[-2 down -1] [-1 up 0] [0 down 1] [1 up 2]", "[-2 up -0.57735] [-0.57735 down 0.57735] [0.57735 up 2]")]
    [InlineData("x^3", -2, 2, "0", "0", "", "[-2 up 2]", "[-2 down 0] [0 up 2]")]
    [InlineData("x^4", -2, 2, "0", "", "", "[-2 down 0] [0 up 2]", "[-2 up 2]")]
    [InlineData("abs(x)", -1, 1, "0", "", "", "[-1 down 0] [0 up 1]", "[-1 flat 0] [0 flat 1]")]
    [InlineData("2x + abs(x)", -1, 1, "0", "", "", "[-1 up 1]", "[-1 flat 0] [0 flat 1]")]
    [InlineData("x*abs(x)", -1, 1, "0", "0", "", "[-1 up 1]", "[-1 down 0] [0 up 1]")]
    [InlineData("x^(1/3)", -1, 1, "0", "0", "", "[-1 up 1]", "[-1 up 0] [0 down 1]")]
    [InlineData("1/x", -1, 1, "", "", "0", "[-1 down 0) (0 down 1]", "[-1 down 0) (0 up 1]")]
    [InlineData("log(x)", -1, 4, "1", "", "0", "(0 up 4]", "(0 down 4]")]
    [InlineData("sqrt(x)", -1, 4, "0", "", "", "[0 up 4]", "[0 down 4]")]
    [InlineData("exp(1/x)", -2, 2, "", "-0.5", "0", "[-2 down 0) (0 down 2]", "[-2 down -0.5] [-0.5 up 0) (0 up 2]")]
    [InlineData("tan(x)", -2, 2, "0", "0", "-1.570796 1.570796", "[-2 up -1.570796) (-1.570796 up 1.570796) (1.570796 up 2]", "[-2 up -1.570796) (-1.570796 down 0] [0 up 1.570796) (1.570796 down 2]")]
    [InlineData("floor(x)", 0.5, 2.5, "", "", "", "[0.5 flat 1) [1 flat 2) [2 flat 2.5]", "[0.5 flat 1) [1 flat 2) [2 flat 2.5]")]
    [InlineData("(x^2 - 1)/(x - 1)", -3, 3, "-1", "", "", "[-3 up 1) (1 up 3]", "[-3 flat 1) (1 flat 3]")]
    [InlineData("relu(x)", -1, 1, "0", "", "", "[-1 flat 0] [0 up 1]", "[-1 flat 0] [0 flat 1]")]
    [InlineData("x^2 - 2x + 1", -1, 3, "1", "", "", "[-1 down 1] [1 up 3]", "[-1 up 3]")]
    [InlineData("exp(-x^2)", -3, 3, "", "-0.707107 0.707107", "", "[-3 up 0] [0 down 3]", "[-3 up -0.707107] [-0.707107 down 0.707107] [0.707107 up 3]")]
    public void A_curve_is_discussed(string text, double from, double to, string roots, string inflections, string poles, string monotonicity, string convexity)
    {
        var (_, found) = Search.In(text, from, to);
        var curve = found.Curve!;
        Assert.Equal((roots, inflections, poles), (Search.Line(curve.Roots), Search.Line(curve.Inflections), Search.Line(curve.Poles)));
        Assert.Equal(monotonicity, Search.Line(curve.Monotonicity));
        Assert.Equal(convexity, Search.Line(curve.Convexity));
    }

    [Theory]
    [InlineData("x^4/4 - x^2/2", -2, 2)]
    [InlineData("x^3/(x^2 - 1)", -5, 5)]
    [InlineData("sin(x) + x/2", -6, 6)]
    [InlineData("x^2*exp(-x)", -1, 10)]
    [InlineData("abs(x - 1)*x", -2, 2)]
    [InlineData("sqrt(x)*(x - 3)", 0, 5)]
    public void Between_samples_the_function_goes_as_it_is_said(string text, double from, double to)
    {
        var (study, found) = Search.In(text, from, to);
        foreach (var stretch in found.Curve!.Monotonicity)
        {
            var before = double.NaN;
            for (var k = 1; k < 40; k++)
            {
                var value = study.At([], [stretch.From + ((stretch.To - stretch.From) * k / 40)]).Value.Number;
                if (k > 1) Assert.Equal((int)stretch.Direction - 1, Math.Sign(value - before));
                before = value;
            }
        }
    }

    [Theory]
    [InlineData("x^3 - 3x", -3, 3, "differentiate-again stationary-point sign-of-derivative second-derivative-test inflection-point")]
    [InlineData("x^3/(x^2 - 1)", -5, 5, "stationary-point sign-of-derivative second-derivative-test")]
    [InlineData("exp(x)", -1, 1, "sign-of-derivative")]
    [InlineData("abs(x)", -1, 1, "sign-of-derivative")]
    [InlineData("sin(x)*0", -1, 1, "sign-of-derivative")]
    public void The_steps_hold(string text, double from, double to, string rules)
    {
        var (study, found) = Search.In($"f(x) = {text}", from, to);
        var steps = study.StepsOfCurve(found);
        var ids = steps.Select(static step => step.Rule.Id).ToHashSet(StringComparer.Ordinal);
        if (!text.EndsWith("*0", StringComparison.Ordinal)) Assert.Superset(rules.Split(" ").ToHashSet(StringComparer.Ordinal), ids);
        Assert.All(steps, static step => Assert.Contains(step.Rule, RuleCatalogue.All));
        Assert.All(steps.Where(static step => step.Rule.Explains == Explained.Curve), static step => Assert.True(step.Residual <= 1e-8, $"{step.Before.Text} = {step.After.Text}: {step.Residual}"));
    }
}
