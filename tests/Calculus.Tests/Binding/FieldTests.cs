using Calculus.Binding;
using Calculus.Expressions;
using Calculus.Syntax;
using Calculus.Tests.Laws;
using Xunit;

namespace Calculus.Tests.Binding;

/// <summary>Divergence, curl and the Laplacian within a definition.</summary>
public sealed class FieldTests
{
    [Theory]
    [InlineData("f(x, y) = divergence([x^2, x*y], x, y)", "f(x, y) = 3x")]
    [InlineData("f(x, y) = divergence([y, x], x, y)", "f(x, y) = 0")]
    [InlineData("f(x, y) = divergence([y, x], y, x)", "f(x, y) = 2")]
    [InlineData("f(x, y, z) = divergence([x*y, y*z, z*x], x, y, z)", "f(x, y, z) = x + y + z")]
    [InlineData("f(x) = divergence([sin(x)], x)", "f(x) = cos(x)")]
    [InlineData("f(x, y) = curl([-y, x], x, y)", "f(x, y) = 2")]
    [InlineData("f(x, y) = curl([2x, 2y], x, y)", "f(x, y) = 0")]
    [InlineData("f(x, y, z) = sum(curl([y*z, z*x, x*y], x, y, z))", "f(x, y, z) = 0")]
    [InlineData("f(x, y, z) = curl([-y, x, z], x, y, z)[3]", "f(x, y, z) = 2")]
    [InlineData("f(x, y, z) = curl([y^2, z^2, x^2], x, y, z)[1]", "f(x, y, z) = -2z")]
    [InlineData("f(x, y) = laplacian(x^2*y, x, y)", "f(x, y) = 2y")]
    [InlineData("f(x, y) = laplacian(exp(x)*sin(y), x, y)", "f(x, y) = 0")]
    [InlineData("f(x) = laplacian(x^4, x)", "f(x) = 12x^2")]
    [InlineData("u = x^2*y^3; f(x, y) = laplacian(u, x, y)", "f(x, y) = 2y^3 + 6x^2*y")]
    [InlineData("F(x, y) = [x^3, y^3]; f(x, y) = divergence(F(x, y), x, y)", "f(x, y) = 3x^2 + 3y^2")]
    [InlineData("f(x, y) = divergence([diff(x^2*y, x), diff(x^2*y, y)], x, y) - laplacian(x^2*y, x, y)", "f(x, y) = 0")]
    [InlineData("f(x, y) = laplacian([x^2, y^3], x, y)[2]", "f(x, y) = 6y")]
    [InlineData("curl = 3; f(x) = curl*x", "f(x) = 3x")]
    public void Of_numbers_are_sums_of_partial_derivatives(string text, string same)
    {
        var (study, known) = (Ask.About(text).Study, Ask.About(same).Study);
        double[] point = [.. new[] { 0.7, -1.3, 2.9 }.Take(study.Variables.Count)];
        Assert.Equal(known.Variables, study.Variables);
        Ask.Close(known.Evaluate([known.Function], point)[0], study.Evaluate([study.Function], point)[0]);
        Assert.True(study.VerifyGradient(study.Gradient(study.Variables), study.Variables).Verified);
    }

    [Theory]
    [InlineData("f(x) = divergence(x.^3, x)", 42.0)]
    [InlineData("f(x) = divergence(A @ x, x)", 15.0)]
    [InlineData("f(x) = divergence([x[2], x[3]^2, x[3]], x)", 1.0)]
    [InlineData("f(x) = laplacian(sum(x.^3), x)", 36.0)]
    [InlineData("f(x) = laplacian(x' @ A @ x, x)", 30.0)]
    [InlineData("f(x) = laplacian(norm(x)^2, x)", 6.0)]
    [InlineData("f(x) = sum(curl(A @ x, x))", 0.0)]
    [InlineData("f(x) = curl([x[3]^2, x[1]^2, x[2]^2], x)[1]", 4.0)]
    [InlineData("f(x) = sum(curl([x[2]*x[3], x[3]*x[1], x[1]*x[2]], x))", 0.0)]
    public void Of_a_vector_are_sums_over_its_entries(string text, double value)
    {
        var arrays = new Dictionary<string, ArrayValue>(StringComparer.Ordinal);
        if (text.Contains('A', StringComparison.Ordinal)) arrays["A"] = ArrayValue.Of([[1, 2, 3], [4, 5, 6], [7, 8, 9]]);
        var study = Study.Of(text, BindingContext.Empty with { Arrays = arrays, Shapes = new Dictionary<string, Shape>(StringComparer.Ordinal) { ["x"] = new Shape(3) } }, Definitions.Budget());
        Ask.Close(value, study.Evaluate([study.Function], 1, 2, 3)[0]);
        Assert.True(study.VerifyGradient(study.Gradient(["x"]), ["x"]).Verified);
    }

    [Theory]
    [InlineData("f(x, y) = divergence([x, y, x], x, y)", "'divergence' needs a vector of 2 entries for its 2 variables, but this is a vector of 3.")]
    [InlineData("f(x, y) = divergence(x*y, x, y)", "'divergence' needs a vector of 2 entries for its 2 variables, but this is a number.")]
    [InlineData("f(x, y) = divergence([x, y])", "'divergence' takes at least 2 arguments; there is 1.")]
    [InlineData("f(x, y) = divergence([x, y], x, x)", "'x' is named twice.")]
    [InlineData("f(x) = curl([x], x)", "'curl' is about fields in the plane or in space: it takes two or three variables, or a vector of as many entries.")]
    [InlineData("f(x) = laplacian(x^2, 3)", "What follows the first argument of 'laplacian' must be names of variables.")]
    [InlineData("f(x) = laplacian(x^2, pi)", "'pi' is a constant here, but 'laplacian' differentiates by a variable.")]
    [InlineData("f(x) = sum(i = 1..3, laplacian(x^i, x))", "'laplacian' is not supported inside a sum or table over an index.")]
    [InlineData("f(x) = laplacian'(x^2, x)", "A prime needs a function of a number, but 'laplacian' is one of arrays.")]
    public void What_has_no_meaning_is_refused_with_its_place(string text, string message)
    {
        var refusal = Assert.Throws<FormulaException>(() => Reading.Of(text));
        Assert.Equal(message, refusal.Message);
        Assert.InRange(refusal.Span.End, refusal.Span.Start + 1, text.Length);
    }

    [Theory]
    [InlineData("f(x, y) = laplacian(x^3*y^2, x, y)", 4)]
    [InlineData("f(x, y) = divergence([x^3*y, x*y^4], x, y)", 2)]
    [InlineData("f(x, y) = curl([x*y^3, x^4*y], x, y)", 2)]
    public void The_derivatives_that_they_are_made_of_have_steps(string text, int inner)
    {
        var study = Study.Of(text, BindingContext.Empty, Definitions.Budget());
        var first = study.StepsBy("x")[0];
        Assert.Equal("inner-derivative", first.Rule.Id);
        Assert.Equal(inner, first.Steps.Count);
        Assert.True(study.Verify(study.Derivative("x"), "x", 1).Verified);
    }
}
