using Calculus.Tests.Matrices;
using Xunit;

namespace Calculus.Tests.Printing;

/// <summary>Gradients by vectors of more entries than people list: by their places, with an index, never as nonsense; all read back.</summary>
public sealed class LongVectorTests
{
    [Theory]
    [InlineData("f(x) = x[3]", "table(i = 1..20, if(i == 3, 1, 0))")]
    [InlineData("f(x) = x[1]^2 + x[20]*x[3]", "table(i = 1..20, piecewise(i == 1, 2*x[1], i == 3, x[20], i == 20, x[3], 0))")]
    [InlineData("f(x) = sin(x[7])", "table(i = 1..20, if(i == 7, cos(x[7]), 0))")]
    [InlineData("f(x) = x[2]*x[5] - x[5]^3", "table(i = 1..20, piecewise(i == 2, x[5], i == 5, x[2] - 3*x[5]^2, 0))")]
    [InlineData("f(x) = exp(x[20])/x[1]", "table(i = 1..20, piecewise(i == 1, -exp(x[20])/x[1]^2, i == 20, exp(x[20])/x[1], 0))")]
    [InlineData("f(x) = sum(i = 1..20, x[i]^2)", "2*x")]
    [InlineData("f(x) = sum(x[2:5])", "pad(ones(4), 1, 15)")]
    public void A_gradient_is_told_by_its_entries(string text, string gradient)
    {
        var study = About.Shapes(text, "x=20");

        Assert.Equal(gradient, study.Print(study.Gradient(["x"])[0]).Text);
    }
}
