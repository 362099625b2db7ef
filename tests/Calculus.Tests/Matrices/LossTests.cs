using Calculus.Expressions;
using Xunit;

namespace Calculus.Tests.Matrices;

/// <summary>Losses and their gradients at extreme values, where squares and exponentials overflow, and where prediction and target are equal.</summary>
public sealed class LossTests
{
    [Theory]
    [InlineData("rmse", new[] { 3e200, 4e200 }, new[] { 0.0, 0 }, 3.5355339059327376e200, new[] { 0.42426406871192851, 0.56568542494923802 })]
    [InlineData("rmse", new[] { 3e-200, 4e-200 }, new[] { 0.0, 0 }, 3.5355339059327376e-200, new[] { 0.42426406871192851, 0.56568542494923802 })]
    [InlineData("rmse", new[] { 1.5, -2 }, new[] { 1.5, -2 }, 0, new[] { 0.0, 0 })]
    [InlineData("rmse", new[] { 3.0, 4 }, new[] { 0.0, 0 }, 3.5355339059327378, new[] { 0.42426406871192851, 0.56568542494923802 })]
    [InlineData("mse", new[] { 3e150, -4e150 }, new[] { 0.0, 0 }, 1.25e301, new[] { 3e150, -4e150 })]
    [InlineData("mae", new[] { 1e200, -1e200 }, new[] { 0.0, 0 }, 1e200, new[] { 0.5, -0.5 })]
    [InlineData("huber", new[] { 1e200, -1e200 }, new[] { 0.0, 0 }, 1e200, new[] { 0.5, -0.5 })]
    [InlineData("huber", new[] { 800, -0.5 }, new[] { 0.0, 0 }, 399.8125, new[] { 0.5, -0.25 })]
    [InlineData("log_cosh", new[] { 1e200, -1e200 }, new[] { 0.0, 0 }, 1e200, new[] { 0.5, -0.5 })]
    [InlineData("log_cosh", new[] { 800.0, -800 }, new[] { 0.0, 0 }, 799.30685281944005, new[] { 0.5, -0.5 })]
    public void A_loss_and_its_gradient_are_right_far_out_and_at_the_target(string loss, double[] predicted, double[] target, double value, double[] gradient)
    {
        var study = About.Shapes($"f(p, t) = {loss}(p, t)", "p=2 t=2");
        ArrayValue[] at = [new(new Shape(2), predicted), new(new Shape(2), target)];
        var values = study.ValuesAt([study.Function, study.Gradient(["p"])[0]], at);
        AreClose([value], values[0].Entries);
        AreClose(gradient, values[1].Entries);
    }

    [Fact]
    public void The_text_of_rmse_and_of_its_gradient_is_short()
    {
        var study = About.Shapes("f(p, t) = rmse(p, t)", "p=4 t=4");
        Assert.Equal("norm(p - t)/2", study.Print(study.Function).Text);
        Assert.Equal("(p - t)/(2*norm(p - t))", study.Print(study.Gradient(["p"])[0]).Text);
        var five = About.Shapes("f(p, t) = rmse(p, t)", "p=5 t=5");
        Assert.Equal("norm(p - t)/sqrt(5)", five.Print(five.Function).Text);
        Assert.Equal("(p - t)/(sqrt(5)*norm(p - t))", five.Print(five.Gradient(["p"])[0]).Text);
        var letters = About.Shapes("f(p, t) = rmse(p, t)", "p=n t=n");
        Assert.Equal("norm(p - t)/sqrt(n)", letters.Print(letters.Function).Text);
    }

    private static void AreClose(double[] expected, double[] actual)
    {
        Assert.Equal(expected.Length, actual.Length);
        foreach (var (wanted, found) in expected.Zip(actual))
            Assert.True(Math.Abs(wanted - found) <= 1e-14 * Math.Abs(wanted), FormattableString.Invariant($"{found:R}, and {wanted:R} is expected."));
    }
}
