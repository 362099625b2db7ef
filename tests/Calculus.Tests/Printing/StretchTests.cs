using Calculus.Binding;
using Calculus.Expressions;
using Calculus.Tests.Laws;
using Xunit;

namespace Calculus.Tests.Printing;

/// <summary>What is printed has the values of what it was printed from, where parts are equal over a stretch, and where arrays stand side by side.</summary>
public sealed class StretchTests
{
    [Theory]
    [InlineData("min(x^2*abs(x), x^3)")]
    [InlineData("min(x, norm(x)*x^2, x^3)")]
    [InlineData("max(x, relu(x))")]
    [InlineData("max(x, abs(x), x^2)")]
    [InlineData("max(relu(x), x^2*step(x) + x*step(-x))")]
    [InlineData("min(max(x, 1), max(x, 2), x^2)")]
    [InlineData("max(if(x > 1, x^2, x), x^2)")]
    public void A_derivative_is_printed_with_its_values(string text)
    {
        var study = Study.Of(text, BindingContext.Empty, Definitions.Budget());
        var derivative = study.Derivative("x");
        var again = PrintingLaws.Reread(study.Print(derivative), Definitions.Budget());
        foreach (var x in (double[])[-2.75, -1.5, -0.731, 0.25, 0.731, 1.25, 3.5])
            Assert.Equal(study.At([derivative], [x]).Numbers[0], again.At([], [x]).Value.Number, 1e-12);
    }

    [Theory]
    [InlineData("max(1, abs(x))", "sign(x)*step(abs(x) - 1)")]
    [InlineData("max(x, x^2)", "2*x*step(x^2 - x) + step(x - x^2)")]
    public void Ties_at_single_points_need_no_words(string text, string derivative)
    {
        var study = Study.Of(text, BindingContext.Empty, Definitions.Budget());
        Assert.Equal(derivative, study.Print(study.Derivative("x")).Text, StringComparer.Ordinal);
    }

    // Entries 3 × 2.
    [Theory]
    [InlineData("sum(i = 1..3, sum(j = 1..3, norm(erfc[i] sin X[j])^2))")]
    [InlineData("table(i = 1..3, [i])*sum(X)")]
    [InlineData("table(i = 1..3, [i, 2i, X[i, 1]])")]
    [InlineData("sum(i = 1..3, norm([i*X[i, 1], 1])^2)")]
    [InlineData("sum(i = 1..3, prod([i, X[i, 2]]))")]
    [InlineData("table(i = 1..3, j = 1..2, [X[i, j], i])")]
    [InlineData("table(i = 1..3, j = 1..2, [[X[i, j], i], [j, 1]])")]
    [InlineData("sum(table(i = 1..3, j = 1..2, [X[i, j], i^2]).^2)")]
    public void Arrays_side_by_side_are_printed_with_their_values(string text)
    {
        var context = BindingContext.Empty with { Shapes = new Dictionary<string, Shape>(StringComparer.Ordinal) { ["X"] = new([3, 2]) } };
        var study = Study.Of("f(X) = " + text, context, Definitions.Budget());
        var again = Study.Of("f(X) = " + study.Print(study.Function).Text, context, Definitions.Budget());
        double[] point = [0.731, -0.419, -1.847, 3.691, 0.037, 1.317];
        Assert.Equal(study.At([], point).Value.Shape.ToString(), again.At([], point).Value.Shape.ToString());
        Assert.Equal(study.At([], point).Value.Entries, again.At([], point).Value.Entries);
    }
}
