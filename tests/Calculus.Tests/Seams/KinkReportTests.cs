using Calculus.Functions;
using Calculus.Seams;
using Xunit;

namespace Calculus.Tests.Seams;

/// <summary>What is reported at a point without a derivative: both slopes, the interval between them, and what other systems give.</summary>
public sealed class KinkReportTests
{
    [Theory]
    [InlineData("abs(x)", 0, -1, 1, 0, true)]
    [InlineData("-abs(x)", 0, 1, -1, 0, false)]
    [InlineData("relu(x)", 0, 0, 1, 0, true)]
    [InlineData("3*relu(2x - 4) + x", 2, 1, 7, 1, true)]
    [InlineData("max(x, 1 - x)", 0.5, -1, 1, 0, true)]
    [InlineData("min(x, 1)", 1, 1, 0, 0.5, false)]
    [InlineData("clip(x, -1, 2)", -1, 0, 1, 1, true)]
    [InlineData("clip(x, -1, 2)", 2, 1, 0, 1, false)]
    [InlineData("leaky_relu(x)", 0, 0.01, 1, 0.01, true)]
    [InlineData("if(x < 1, x, 3x - 2)", 1, 1, 3, 3, true)]
    public void A_kink_has_two_slopes_and_an_interval(string text, double at, double left, double right, double value, bool isConvex)
    {
        var kink = Assert.Single(At(text, at));
        Ask.Close(left, kink.Left, 1e-9);
        Ask.Close(right, kink.Right, 1e-9);
        Ask.Close(value, kink.Value, 1e-12);
        Assert.Equal((Math.Min(left, right), Math.Max(left, right), isConvex), (Math.Round(kink.Subgradient!.From, 9), Math.Round(kink.Subgradient.To, 9), kink.Subgradient.IsConvex));
    }

    [Theory]
    [InlineData("floor(x)", 2)]
    [InlineData("sign(x)", 0)]
    [InlineData("if(x > 0, sqrt(x), 0)", 0)]
    [InlineData("if(x >= 0, x + 1, -x)", 0)]
    public void A_jump_or_a_vertical_slope_has_no_interval(string text, double at) => Assert.Null(Assert.Single(At(text, at)).Subgradient);

    [Theory]
    [InlineData("abs(x)", 1)]
    [InlineData("relu(x)^2", 0)]
    [InlineData("x*abs(x)", 0)]
    [InlineData("sinc(x)", 0)]
    [InlineData("elu(x)", 0)]
    public void Where_there_is_a_derivative_nothing_is_reported(string text, double at) => Assert.Empty(At(text, at));

    [Theory]
    [InlineData("abs(x)", 0, "PyTorch", 0.0)]
    [InlineData("abs(x)", 0, "SymPy", 0.0)]
    [InlineData("abs(2x) + x", 0, "JAX", 1.0)]
    [InlineData("relu(x)", 0, "PyTorch", 0.0)]
    [InlineData("relu(x)", 0, "JAX", 0.0)]
    [InlineData("relu(x)", 0, "TensorFlow", 0.0)]
    [InlineData("5*relu(-3x) + x", 0, "PyTorch", 1.0)]
    [InlineData("-relu(x - 2)*x", 2, "JAX", 0.0)]
    [InlineData("max(x, 0)", 0, "JAX", 0.5)]
    [InlineData("max(x, 0)", 0, "SymPy", 0.5)]
    [InlineData("max(x, 0)", 0, "TensorFlow", null)]
    [InlineData("min(3x, x)", 0, "PyTorch", 2.0)]
    [InlineData("clip(x, -1, 2)", 2, "PyTorch", 1.0)]
    [InlineData("clip(x, -1, 2)", -1, "PyTorch", 1.0)]
    [InlineData("clip(x, -1, 2)", -1, "JAX", 0.5)]
    [InlineData("leaky_relu(x)", 0, "JAX", 1.0)]
    [InlineData("leaky_relu(-x)", 0, "JAX", -1.0)]
    [InlineData("hard_tanh(x)", 1, "JAX", 1.0)]
    [InlineData("hard_tanh(x)", 1, "PyTorch", 0.0)]
    [InlineData("hard_tanh(x)", -1, "PyTorch", 0.0)]
    [InlineData("hard_sigmoid(x)", 3, "PyTorch", 0.0)]
    [InlineData("floor(x)", 2, "PyTorch", 0.0)]
    [InlineData("sign(x)", 0, "SymPy", null)]
    public void What_other_systems_give_goes_through_the_chain_rule(string text, double at, string system, double? value)
    {
        var elsewhere = Assert.Single(Assert.Single(At(text, at)).Elsewhere, each => string.Equals(each.System, system, StringComparison.Ordinal));
        if (value is null) Assert.Null(elsewhere.Value);
        else Ask.Close(value.Value, elsewhere.Value!.Value, 1e-9);
        Assert.NotEmpty(elsewhere.Why);
    }

    [Theory]
    [InlineData("abs(x) + relu(x)", 0)]
    [InlineData("max(x, -x, 2x)", 0)]
    [InlineData("if(x < 1, x, 3x - 2)", 1)]
    public void Where_more_than_one_call_is_at_its_kink_nothing_is_claimed(string text, double at) => Assert.Empty(Assert.Single(At(text, at)).Elsewhere);

    [Fact]
    public void This_service_gives_what_PyTorch_gives()
    {
        foreach (var function in Catalogue.All.Where(static function => function.MinimumArity == 1))
        {
            foreach (var kink in function.Kinks)
            {
                var report = Assert.Single(At($"{function.Name}(x)", kink.At));
                Ask.Close(kink.Left, report.Left, 1e-9);
                Ask.Close(kink.Right, report.Right, 1e-9);
                if (report.Elsewhere.FirstOrDefault(static each => each.System is "PyTorch") is { Value: { } value }) Ask.Close(kink.Value, value, 1e-9);
            }
        }
    }

    [Fact]
    public void First_derivatives_have_one_for_each_point()
    {
        var study = Ask.About("abs(x)");
        Assert.Empty(study.At([study.Derivative("x", 2)], 0).Kinks);
        Assert.Single(study.At([study.Derivative("x"), study.Derivative("x")], 0).Kinks);
        Assert.Single(study.AtMany([study.Derivative("x")], [0, 1, 0], 3).Kinks);
    }

    [Fact]
    public void A_gradient_has_one_for_each_variable()
    {
        var study = Ask.About("f(x, y) = abs(x) + relu(y)");
        study.GradientAt(0, 0);
        Assert.Equal(["x", "y"], study.Kinks.Select(static kink => kink.Variable), StringComparer.Ordinal);
        Assert.Equal([-1, 0], study.Kinks.Select(static kink => kink.Left));
    }

    private static IReadOnlyList<KinkReport> At(string text, double at)
    {
        var study = Ask.About($"f(x) = {text}");
        return study.At([study.Derivative("x")], at).Kinks;
    }
}
