using Calculus.Syntax;
using Xunit;

namespace Calculus.Tests.Functions;

/// <summary>Where there is no derivative the answer is PyTorch's, and says so; where there is one, it is correct.</summary>
public sealed class KinkTests
{
    [Theory]
    [InlineData("abs(x)", 0, 0)]
    [InlineData("relu(x)", 0, 0)]
    [InlineData("leaky_relu(x)", 0, 0.01)]
    [InlineData("leaky_relu(x, 0.3)", 0, 0.3)]
    [InlineData("elu(x, 2)", 0, 2)]
    [InlineData("selu(x)", 0, 1.7580993408473768)]
    [InlineData("clip(x, -1, 2)", -1, 1)]
    [InlineData("clip(x, -1, 2)", 2, 1)]
    [InlineData("hard_tanh(x)", 1, 0)]
    [InlineData("hard_tanh(x)", -1, 0)]
    [InlineData("hard_sigmoid(x)", 3, 0)]
    [InlineData("hard_sigmoid(x)", -3, 0)]
    [InlineData("max(x, 1)", 1, 0.5)]
    [InlineData("min(x, 1)", 1, 0.5)]
    [InlineData("sign(x)", 0, 0)]
    [InlineData("step(x)", 0, 0)]
    [InlineData("floor(x)", 2, 0)]
    [InlineData("ceil(x)", -1, 0)]
    [InlineData("round(x)", 2.5, 0)]
    [InlineData("mod(x, 3)", 6, 1)]
    [InlineData("acot(x)", 0, -1)]
    [InlineData("hypot(x, 0*x)", 0, 0)]
    [InlineData("atan2(x, -1)", 0, -1)]
    [InlineData("piecewise(x < 0, -x, x < 1, x^2, 3)", 0, 0)]
    [InlineData("floor(2x)", 1.5, 0)]
    [InlineData("abs(sin(x))", 0, 0)]
    public void The_value_is_a_convention_with_a_note(string text, double point, double expected)
    {
        var study = Ask.About($"f(x) = {text}");
        Assert.Equal(expected, study.Evaluate([study.Derivative("x")], [point])[0], 1e-12);
        Assert.Contains(study.Notes, static note => note.Code is NoteCodes.NotDifferentiable);
    }

    [Theory]
    [InlineData("elu(x)", 0, 1, 1)]
    [InlineData("softsign(x)", 0, 1, 1)]
    [InlineData("sinc(x)", 0, 1, 0)]
    [InlineData("sinc(x)", 0, 2, -1.0 / 3)]
    [InlineData("sinc(x)", 0, 4, 0.2)]
    [InlineData("sinc(2x)", 0, 2, -4.0 / 3)]
    [InlineData("floor(x)", 2.5, 1, 0)]
    [InlineData("mod(x, 3)", 1, 1, 1)]
    [InlineData("clip(x, -1, 2)", 0, 1, 1)]
    [InlineData("atan2(x, 1)", 0, 1, 1)]
    [InlineData("relu(x)^2", 0, 1, 0)]
    [InlineData("piecewise(x < 0, x^2, x < 1, x^3, 1)", 0, 1, 0)]
    [InlineData("hypot(x, 3)", 0, 1, 0)]
    public void There_is_a_derivative_and_no_note(string text, double point, int order, double expected)
    {
        var study = Ask.About($"f(x) = {text}");
        Assert.Equal(expected, study.Evaluate([study.Derivative("x", order)], [point])[0], 1e-9);
        Assert.DoesNotContain(study.Notes, static note => note.Code is NoteCodes.NotDifferentiable);
    }

    [Fact]
    public void Second_derivatives_of_smooth_joints_jump()
    {
        foreach (var text in new[] { "elu(x)", "softsign(x)", "relu(x)^2" })
        {
            var study = Ask.About($"f(x) = {text}");
            study.Evaluate([study.Derivative("x", 2)], [0]);
            Assert.Contains(study.Notes, static note => note.Code is NoteCodes.NotDifferentiable);
        }
    }

    [Fact]
    public void The_gradient_of_a_length_at_the_origin_is_zero()
    {
        var study = Ask.About("hypot(x, y)");
        Assert.Equal([0, 0], study.GradientAt(0, 0));
        Assert.Contains(study.Notes, static note => note.Code is NoteCodes.NotDifferentiable);
        Assert.All(study.GradientAt(3, 4).Zip([0.6, 0.8]), static pair => Assert.Equal(pair.Second, pair.First, 1e-15));
    }
}
