using Calculus.Binding;
using Calculus.Expressions;
using Calculus.Tests.Laws;
using Xunit;

namespace Calculus.Tests.Derivatives;

/// <summary>Numbers that are factors among arrays, in derivatives that are written by entries.</summary>
public sealed class NumbersAmongArraysTests
{
    [Theory]
    [InlineData("f(X, x) = sum(1e-320*X)*sum(sin(X))^7*X[1, :] + mean(X)*sin(X) + x")]
    [InlineData("f(X, x) = sum(1e-320((X)))sum(sin((X)))sum(sin((X)))sum(sin((X)))sum(sin((X)))sum(sin((X)))sum(sin((X)))sum(sin((X)))(X[1,:])+mean((X))sin(X)+(x)")]
    [InlineData("f(X) = sum(X)*sum(sin(X))*X[1, :] + mean(X)*X[2, :]")]
    [InlineData("f(X) = sum(X)^2*sum(cos(X))*X[1, 2] + X[2, 1]")]
    public void A_derivative_by_a_matrix_has_its_values(string text)
    {
        var context = BindingContext.Empty with { Shapes = new Dictionary<string, Shape>(StringComparer.Ordinal) { ["X"] = new([2, 2]), ["x"] = new([2]) } };
        var study = Study.Of(text, context, Definitions.Budget());
        var derivative = study.Derivative("X");
        Assert.NotEmpty(study.Print(derivative).Text);
        double[] point = [.. Enumerable.Range(0, study.Layout.Count).Select(static k => 0.25 + (0.5 * k))];
        var numbers = study.At([derivative], point).Numbers;
        Assert.All(numbers, static number => Assert.True(double.IsFinite(number)));
        Assert.True(study.Verify(derivative, [point]).Verified is not false);
    }
}
