using Calculus.Expressions;
using Xunit;

namespace Calculus.Tests.Matrices;

/// <summary>softmax keeps all its digits at extreme values: exp(x − logsumexp) rounds its exponent to the size of x.</summary>
public sealed class SoftmaxTests
{
    private const double E = Math.E;

    [Theory]
    [InlineData("f(x) = softmax(x)")]
    [InlineData("f(x) = softmax(2*x - x)")]
    [InlineData("f(x) = softmax(3*(x/3))")]
    [InlineData("f(x) = softmax([x[1], x[2], x[3]])")]
    [InlineData("f(x) = softmax(outer(ones(2), x))[2]")]
    [InlineData("f(x) = table(i = 1..3, softmax(x)[i])")]
    [InlineData("f(x) = table(i = 1..1, softmax(x))[1]")]
    public void A_softmax_far_out_has_all_its_digits(string text)
    {
        var study = About.Shapes(text, "x=3");
        foreach (var shift in new[] { 0.0, 800, -800, 1e6 })
        {
            var value = study.ValuesAt([study.Function], [new ArrayValue(new Shape(3), [shift, shift + 1, shift - 1])])[0];
            double[] expected = [1 / (1 + E + (1 / E)), E / (1 + E + (1 / E)), 1 / E / (1 + E + (1 / E))];
            for (var i = 0; i < 3; i++) Assert.Equal(expected[i], value.Entries[i], 4e-16);
        }
    }

    [Fact]
    public void Its_derivatives_do_too()
    {
        var study = About.Shapes("f(x) = logsumexp(x)", "x=3");
        double[] p = [1 / (1 + E + (1 / E)), E / (1 + E + (1 / E)), 1 / E / (1 + E + (1 / E))];
        var at = new ArrayValue(new Shape(3), [800, 801, 799]);
        var values = study.ValuesAt([study.Gradient(["x"])[0], study.Hessian(["x"])[0][0]], [at]);
        for (var i = 0; i < 3; i++)
        {
            Assert.Equal(p[i], values[0].Entries[i], 4e-16);
            for (var j = 0; j < 3; j++) Assert.Equal((i == j ? p[i] : 0) - (p[i] * p[j]), values[1].Entries[(3 * i) + j], 4e-16);
        }
    }

    [Fact]
    public void Where_an_entry_is_not_finite_it_says_where()
    {
        var study = About.Shapes("f(x) = sum(softmax(log(x)).^2)", "x=3");
        var at = study.At([], [1, -1, 2]);
        Assert.Equal(double.NaN, at.Value.Number);
        Assert.Contains(at.Notes, static note => note.Message.StartsWith("log(x) has no finite value", StringComparison.Ordinal));
    }
}
