using Calculus.Binding;
using Calculus.Budgets;
using Calculus.Expressions;
using Xunit;

namespace Calculus.Tests.Derivatives;

/// <summary>Rows of one_hot sum to 1, and what is subtracted comes last.</summary>
public sealed class OneHotGradientTests
{
    [Theory]
    [InlineData("f(z) = cross_entropy(z, one_hot(y, 3))", "(softmax(z) - one_hot(y, 3))/2")]
    [InlineData("f(z) = -sum(one_hot(y, 3).*log(softmax(z)))", "softmax(z) - one_hot(y, 3)")]
    [InlineData("f(z) = 2*cross_entropy(z, one_hot(y, 3))", "softmax(z) - one_hot(y, 3)")]
    [InlineData("f(z) = sum((z - one_hot(y, 3)).^2)", "2*(z - one_hot(y, 3))")]
    public void A_gradient_reads_as_in_textbooks(string text, string gradient)
    {
        var context = BindingContext.Empty with
        {
            Arrays = new Dictionary<string, ArrayValue>(StringComparer.Ordinal) { ["y"] = new ArrayValue(new Shape(2), [0, 2]) },
            Shapes = new Dictionary<string, Shape>(StringComparer.Ordinal) { ["z"] = new Shape(2, 3), ["y"] = new Shape(2) },
        };
        var study = Study.Of(text, context, new Budget(new Limits(), TestContext.Current.CancellationToken));

        Assert.Equal(gradient, study.Print(study.Gradient(["z"])[0]).Text);
    }
}
