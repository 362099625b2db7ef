using Calculus.Expressions;
using Calculus.Syntax;
using Xunit;

namespace Calculus.Tests.Matrices;

/// <summary>Lengths that are computed from data, that are letters, or that are nothing.</summary>
public sealed class LengthTests
{
    [Theory]
    [InlineData("f(x) = sum(i = 1..n - 1, x[i+1])", "x=4", "n=4", "sum(i = 1..3, x[i+1])")]
    [InlineData("f(x) = sum(i = 1..n - 1, x[i+1])", "x=n", "n=4", "sum(i = 1..3, x[i+1])")]
    [InlineData("f(x) = sum(i = 1..n/2, x[2*i - 1])", "x=4", "n=4", "sum(i = 1..2, x[2*i - 1])")]
    [InlineData("f(x) = prod(i = 1..n^2 - 14, x[i + k])", "x=4", "n=4 k=2", "prod(i = 1..2, x[i+2])")]
    [InlineData("f(x) = x[n]*x[n - 1] + sum(x[2:n-1])", "x=4", "n=4", "x[4]*x[3] + x[2] + x[3]")]
    [InlineData("f(x) = sum(i = 1..n, x[k*i])", "x=4", "n=2 k=2", "x[2] + x[4]")]
    [InlineData("f(x) = sum(i = 1..n - 1, x[i+1]) + x[1]", "x=4", "n=1", "x[1]")]
    [InlineData("f(x) = prod(i = 1..n, x[i])*x[1]", "x=4", "n=0", "x[1]")]
    [InlineData("f(x) = sum(i = 1..n, j = 1..3, x[i]*x[j]) + x[1]", "x=4", "n=0", "x[1]")]
    [InlineData("f(x) = sum(j = 1..3, x[j]*prod(i = 1..n, x[i]*x[j]))", "x=4", "n=0", "x[1] + x[2] + x[3]")]
    public void A_length_may_be_computed_from_data(string text, string shapes, string data, string same)
    {
        var at = About.Draw([new Shape(4)], 3);
        var (study, expected) = (About.Shapes(text, shapes, data), About.Shapes($"f(x) = {same}", "x=4"));
        About.Close(expected.EvaluateArrays([expected.Function], at)[0].Entries, study.EvaluateArrays([study.Function], at)[0].Entries, 1e-13, text);
        var (gradient, right) = (study.ArrayDerivatives(["x"]), expected.ArrayDerivatives(["x"]));
        About.Close(expected.EvaluateArrays(right, at)[0].Entries, study.EvaluateArrays(gradient, at)[0].Entries, 1e-13, text);
        Assert.True(study.Verify(gradient, ["x"], []).Verified);
    }

    [Theory]
    [InlineData("f(x) = sum(x[1:n])", "x=n", "ones(n)")]
    [InlineData("f(X) = sum(X[1:n, 1:d])", "X=nxd", "ones(n, d)")]
    [InlineData("f(x) = sum(x[1:3])", "x=3", "ones(3)")]
    public void The_whole_of_an_axis_whose_length_is_a_letter_can_be_taken(string text, string shapes, string gradient)
    {
        var study = About.Shapes(text, shapes);
        Assert.Equal(gradient, study.Print(study.ArrayDerivatives([.. study.Variables])[0]).Text);
    }

    [Theory]
    [InlineData("f(x) = sum(x[2:n])", "x=n", "The length n is a letter here, and this axis has n entries: of a letter only the whole axis or places that are numbers can be taken.")]
    [InlineData("f(x) = sum(x[n:4])", "x=n", "The length n is a letter here, and this axis has n entries: of a letter only the whole axis or places that are numbers can be taken.")]
    [InlineData("f(x, y) = sum(y[1:n])", "x=n y=4", "The length n is a letter here, and this axis has 4 entries: of a letter only the whole axis or places that are numbers can be taken.")]
    [InlineData("f(x) = sum(i = 1..n - 1, x[i+1])", "x=n", "The length n is a letter here: an index runs up to the letter itself or to a whole number.")]
    [InlineData("f(x) = sum(ones(0)) + x[1]", "x=4", "'ones' makes an array with at least one entry along each axis, and this length is 0.")]
    [InlineData("f(x) = sum(zeros(2, 0)) + x[1]", "x=4", "'zeros' makes an array with at least one entry along each axis, and this length is 0.")]
    [InlineData("f(x) = trace(eye(0)) + x[1]", "x=4", "'eye' makes an array with at least one entry along each axis, and this length is 0.")]
    [InlineData("f(x) = sum(table(i = 1..0, i)) + x[1]", "x=4", "The index 'i' runs from 1 to 0 and takes no number.")]
    [InlineData("f(x) = x[3:2]", "x=4", "The slice from 3 to 2 has no entry.")]
    public void What_cannot_be_taken_or_has_no_entry_is_refused(string text, string shapes, string message) =>
        Assert.Equal(message, Assert.Throws<FormulaException>(() => About.Shapes(text, shapes)).Message);

    [Fact]
    public void A_table_of_nothing_is_refused() => Assert.Equal(
        "The index 'i' takes no number, and a table has at least one entry along each axis.",
        Assert.Throws<FormulaException>(() => About.Shapes("f(x) = sum(table(i = 1..n, x[i]))", "x=4", "n=0")).Message);
}
