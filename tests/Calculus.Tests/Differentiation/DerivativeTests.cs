using Calculus.Binding;
using Calculus.Budgets;
using Calculus.Differentiation;
using Calculus.Expressions;
using Calculus.Tests.Laws;
using Calculus.Tests.Matrices;
using Xunit;

namespace Calculus.Tests.Differentiation;

public sealed class DerivativeTests
{
    [Theory]
    [InlineData("x^4", 2, "12*x^2")]
    [InlineData("x^4", 5, "0")]
    [InlineData("sin(x)", 4, "sin(x)")]
    [InlineData("exp(2x)", 3, "8*exp(2*x)")]
    [InlineData("log(x)", 3, "2/x^3")]
    [InlineData("x*exp(x)", 2, "exp(x)*(x + 2)")]
    [InlineData("x^2 + 3", 0, "x^2 + 3")]
    [InlineData("sqrt(x)", 2, "-1/(4*x^(3/2))")]
    public void Orders_follow_one_another(string text, int order, string expected)
    {
        var study = Study.Of(text, BindingContext.Empty, Definitions.Budget());
        Assert.Equal(expected, study.Print(study.Derivative("x", order)).Text);
    }

    [Fact]
    public void An_order_beyond_the_limit_is_refused()
    {
        var study = Study.Of("exp(x)", BindingContext.Empty, Definitions.Budget());

        Assert.Equal("exp(x)", study.Print(study.Derivative("x", 20)).Text);
        Assert.Equal("derivativeOrder", Assert.Throws<LimitException>(() => study.Derivative("x", 21)).Limit);
    }

    [Theory]
    [InlineData("f(u, s) = 2*u", "u=3", "s", 3, 3)]
    [InlineData("f(u, s) = u .* u", "u=2", "s", 2, 2)]
    [InlineData("f(u, s) = s*u", "u=3", "s", 3, 3)]
    [InlineData("f(A, s) = A @ A + eye(2)", "A=2x2", "s", 4, 4)]
    [InlineData("f(u, s) = sum(u) + s", "u=3", "s", 1, 3)]
    public void A_derivative_by_a_number_has_the_shape_of_the_function(string text, string shapes, string by, int entries, int arrayEntries)
    {
        var study = About.Shapes(text, shapes);
        Assert.Equal(entries, study.Derivative(by).Shape.Count);
        Assert.Equal(entries, study.Derivative(by).Exact.Shape.Count);
        Assert.Equal(entries * arrayEntries, study.Derivative(study.Variables[0]).Shape.Count);
    }

    [Theory]
    [InlineData("2z^3 x^2", new[] { 3.0, 4.0 }, new[] { 2.0, 3.0 }, 1152)]
    [InlineData("x*y*z", new[] { 2.0, 3.0, -1.0 }, new[] { 1.0, 2.0, 3.0 }, 19)]
    public void Along_a_direction_the_slope_is_gradient_times_direction(string text, double[] direction, double[] point, double expected)
    {
        var study = Study.Of($"f({(direction.Length == 2 ? "z, x" : "x, y, z")}) = {text}", BindingContext.Empty, Definitions.Budget());
        var components = direction.Length == 2 ? new[] { direction[1], direction[0] } : direction;
        Assert.Equal(expected, study.Evaluate([study.DirectionalDerivative(components)], point)[0]);
    }

    [Fact]
    public void Twenty_compositions_share_their_parts()
    {
        var text = "f0(x) = x; " + string.Concat(Enumerable.Range(1, 20).Select(static n => $"f{n}(x) = sin(f{n - 1}(x)) + f{n - 1}(x)^2; ")) + "f20(x)";
        var reading = Reading.Of(text);
        var derivative = Derivative.Of(reading.Function, reading.Bound.Variables[0]);

        // The variable, the exponent 2, and three nodes a level.
        Assert.Equal(62, Reachable.From(reading.Function).Count);
        Assert.InRange(Reachable.From(reading.Function, derivative).Count, 100, 250);
    }

    [Fact]
    public void The_gradient_costs_a_small_multiple_of_the_function_whatever_the_number_of_variables()
    {
        var text = string.Join(" + ", Enumerable.Range(1, 199).Select(static i => $"(1 - x{i})^2 + 100(x{i + 1} - x{i}^2)^2"));
        var reading = Reading.Of(text);
        var size = Reachable.From(reading.Function).Count;
        var gradient = Derivative.Gradient(reading.Function, reading.Bound.Variables);

        Assert.Equal(200, gradient.Count);
        Assert.InRange(Reachable.From([.. gradient]).Count, 1, 4 * size);
    }
}
