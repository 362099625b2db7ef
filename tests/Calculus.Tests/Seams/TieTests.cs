using System.Globalization;
using Calculus.Binding;
using Calculus.Tests.Laws;
using Xunit;

namespace Calculus.Tests.Seams;

/// <summary>Ties of several arguments: the answer is the equal share, the kink has both slopes, and the lines say the same.</summary>
public sealed class TieTests
{
    [Theory]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(8)]
    [InlineData(9)]
    [InlineData(40)]
    [InlineData(41)]
    [InlineData(60)]
    public void At_a_tie_of_all_arguments_the_slope_is_their_mean(int count)
    {
        var study = Ask.About($"max({string.Join(", ", Enumerable.Range(1, count).Select(static k => string.Create(CultureInfo.InvariantCulture, $"{k}*x")))})");

        Ask.Close((count + 1) / 2.0, study.Slope("x", 1, 0), 1e-12);
        var kink = Assert.Single(study.Study.At([study.Study.Derivative("x")], [0]).Kinks);
        Ask.Close(1, kink.Left, 1e-9);
        Ask.Close(count, kink.Right, 1e-9);
        Ask.Close(count, study.Slope("x", 1, 0.5), 1e-12);
        Ask.Close(1, study.Slope("x", 1, -0.5), 1e-12);
    }

    [Theory]
    [InlineData("max(x, -x, x^2, 0)", 0, 0)]
    [InlineData("max(x, 2*x, 1)", 0.5, 1)]
    [InlineData("max(x, x^2, x^3)", 1, 2)]
    [InlineData("min(x, x^2, x^3)", 1, 2)]
    [InlineData("max(x, 2*x, 3*x, x - 1)", 0, 2)]
    [InlineData("min(2*x, 4*x, 6*x, 8*x)", 0, 5)]
    public void Some_or_all_are_tied(string text, double x, double expected) => Ask.Close(expected, Ask.About(text).Slope("x", 1, x), 1e-12);

    [Theory]
    [InlineData("max(x, 2*x, 3*x)", "3*step(x) + step(-x)")]
    [InlineData("min(x, -x, 0)", "step(-x) - step(x)")]
    [InlineData("max(x, 2*x, 3*x, 4*x)", "4*step(x) + step(-x)")]
    [InlineData("max(x, 1, -x)", "step(x)*step(x - 1) - step(-x)*step(-x - 1)")]
    public void Steps_that_hold_at_ties_alone_are_not_written(string text, string derivative)
    {
        var study = Study.Of(text, BindingContext.Empty, Definitions.Budget());

        Assert.Equal(derivative, study.Print(study.Derivative("x")).Text);
    }
}
