using Calculus.Expressions;
using Calculus.Tests.Matrices;
using Xunit;

namespace Calculus.Tests.Derivatives;

/// <summary>Products with matrices of derivatives are those of the matrices themselves.</summary>
public sealed class ProductTests
{
    [Theory]
    [InlineData("f(x, y) = x^2*y + sin(x*y)", "")]
    [InlineData("f(x) = sum(x.^4) + (x' @ x)^2", "x=3")]
    [InlineData("f(w, b) = sum(softplus([[1, 2, 0], [0, 1, -1], [2, 1, 1]] @ w + b))", "w=3")]
    [InlineData("f(A, c) = logdet(A' @ A + eye(2))*c", "A=3x2")]
    public void Of_the_Hessian(string text, string shapes)
    {
        var study = About.Shapes(text, shapes);
        var (point, vector) = (Drawn(study, 1), Drawn(study, 2));
        var blocks = study.Hessian(study.Variables);
        var values = study.At([.. blocks.SelectMany(static row => row)], point).Values;
        var (layout, count) = (study.Layout, study.Variables.Count);
        var expected = new double[layout.Count];
        for (var i = 0; i < layout.Count; i++)
        {
            for (var j = 0; j < layout.Count; j++)
            {
                var (k, l) = (layout.PlaceOf(i), layout.PlaceOf(j));
                expected[i] += values[(k * count) + l].Entries[((i - layout.Offset(k)) * layout.Length(l)) + j - layout.Offset(l)] * vector[j];
            }
        }

        About.Close(expected, study.HessianVectorProduct(vector, point).Numbers, 1e-11, text);
    }

    [Theory]
    [InlineData("f(r, t) = [r*cos(t), r*sin(t), r^2]", "")]
    [InlineData("f(x) = softmax(x)", "x=4")]
    [InlineData("f(X, s) = s*X' @ X", "X=3x2")]
    public void Of_the_Jacobian(string text, string shapes)
    {
        var study = About.Shapes(text, shapes);
        var (point, vector) = (Drawn(study, 3), Drawn(study, 4));
        var derivatives = study.At(study.Gradient(study.Variables), point);
        var expected = new double[derivatives.Value.Entries.Length];
        for (var k = 0; k < study.Variables.Count; k++)
        {
            var own = study.Layout.Of(k, vector);
            for (var output = 0; output < expected.Length; output++)
            {
                for (var i = 0; i < own.Length; i++) expected[output] += derivatives.Values[k].Entries[(output * own.Length) + i] * own[i];
            }
        }

        About.Close(expected, study.JacobianVectorProduct(vector, point).Numbers, 1e-12, text);
    }

    [Fact]
    public void A_derivative_knows_what_it_is_the_derivative_of()
    {
        var study = Ask.About("f(x, y) = x^3*y").Study;
        var second = study.Hessian(["x", "y"])[1][0];
        Assert.Equal((2, "x", "y"), (second.Order, second.By!.Name, second.Of!.By!.Name));
        Assert.Equal("3*x^2", study.Print(second).Text);
        Assert.Equal(0, study.DirectionalDerivative([1, 2]).Order);
    }

    private static double[] Drawn(Study study, int seed) => Layout.Join(About.Draw(study.Variables.Select(study.ShapeOf), seed));
}
