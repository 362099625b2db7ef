using Calculus.Binding;
using Calculus.Budgets;
using Xunit;

namespace Calculus.Tests.Certification;

/// <summary>Angles and directions that rounded gradients do not tell; references of 80 digits, by mpmath.</summary>
public sealed class CertainDirectionsTests
{
    [Theory]
    [InlineData("x^2 + y^2", 1, 1, 1, 1, 0)]
    [InlineData("x^2 + y^2", 1, 1, -1, -1, Math.PI)]
    [InlineData("x + y", 1, 1, 1, 1.0000000001, 4.9999999997500000e-11)]
    [InlineData("x", 1, 1, 1, 1e-100, 1e-100)]
    [InlineData("exp(x + y)", 0.3, 0.4, 1, 1, 0)]
    [InlineData("0.3*x + 0.1*y", 1, 1, 3, 1, 0)]
    [InlineData("0.3*x + 0.1*y", 1, 1, 3, 1.000000001, 2.9999999997e-10)]
    [InlineData("1e200*x + 2e200*y", 1, 1, 1, 2, 0)]
    [InlineData("1e-320*x + 1.5e-320*y", 1, 2, 2, 3, 0)]
    [InlineData("exp(-x^2 - y^2)", 30, 20, -3, -2, 0)]
    [InlineData("exp(-x^2 - y^2)", 30, 20, -3, -2.0000000001, 2.3076923076568047e-11)]
    public void An_angle_is_right(string text, double x, double y, double u, double v, double expected)
    {
        var study = Of($"f(x, y) = {text}");
        double[] direction = [u, v];

        var known = study.Angle(study.DirectionalDerivative(direction), direction, [x, y], expected);

        Assert.NotNull(known);
        Assert.Null(known.Value.Note);
        Assert.True(Math.Abs(expected - known.Value.Angle) <= 1e-12 * Math.Abs(expected), $"{expected:R} was expected, not {known.Value.Angle:R}.");
    }

    [Theory]
    [InlineData("1e-320*x + 1.5e-320*y", 1, 2, 0.55470019622522912, 0.83205029433784368)]
    [InlineData("exp(-x^2 - y^2)", 30, 40, -0.6, -0.8)]
    [InlineData("1e-300*x*y", 1e-30, 0, 0, 1)]
    public void A_gradient_too_small_for_doubles_has_a_direction(string text, double x, double y, double u, double v)
    {
        var study = Of($"f(x, y) = {text}");

        var unit = study.DirectionOfTiny(study.Gradient(["x", "y"]), [x, y], study.GradientAt([x, y]).Numbers);

        Assert.NotNull(unit);
        Ask.Close(u, unit[0], 1e-15);
        Ask.Close(v, unit[1], 1e-15);
    }

    [Theory]
    [InlineData("x^2 + y^2", 0, 0)]
    [InlineData("x^2 - y^3", 3, 0)]
    public void A_gradient_that_is_0_or_large_enough_needs_none(string text, double x, double y)
    {
        var study = Of($"f(x, y) = {text}");

        Assert.Null(study.DirectionOfTiny(study.Gradient(["x", "y"]), [x, y], study.GradientAt([x, y]).Numbers));
    }

    private static Study Of(string text) => Study.Of(text, BindingContext.Empty, new Budget(new Limits(), TestContext.Current.CancellationToken));
}
