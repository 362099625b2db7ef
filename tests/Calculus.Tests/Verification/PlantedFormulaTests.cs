using Calculus.Expressions;
using Calculus.Tests.Matrices;
using Calculus.Verification;
using Xunit;

namespace Calculus.Tests.Verification;

/// <summary>A wrong formula of vectors and matrices is detected, and a point at which it is wrong is reported.</summary>
public sealed class PlantedFormulaTests
{
    [Theory]
    [InlineData("f(w) = norm(X @ w - y)^2", "X=5x3 w=3 y=5", "w")]
    [InlineData("f(w) = sum(softplus(-y .* (X @ w)))", "X=5x3 w=3 y=5", "w")]
    [InlineData("f(W) = cross_entropy(X @ W, T)", "X=5x3 W=3x2 T=5x2", "W")]
    [InlineData("f(x) = softmax(x)", "x=4", "x")]
    [InlineData("f(x) = A @ exp(x)", "A=3x4 x=4", "x")]
    [InlineData("f(A) = A' @ A", "A=3x2", "A")]
    [InlineData("f(x) = sum(sin(x))", "x=64", "x")]
    [InlineData("f(X) = logdet(X' @ X)", "X=3x2", "X")]
    [InlineData("f(x) = max(x)*norm(x)", "x=5", "x")]
    public void A_thousandth_too_much_in_any_one_entry_and_a_sign(string text, string shapes, string variable)
    {
        var study = About.Shapes(text, shapes);
        var right = study.Gradient([variable])[0].Formula;
        Assert.True(study.VerifyGradient([right], [variable], []).Verified);
        IsFound(study.VerifyGradient([-right], [variable], []), study);
        var count = (int)right.Shape.Count;
        for (var entry = 0; entry < count; entry += count > 16 ? 21 : 1) IsFound(study.VerifyGradient([OneWrong(right, entry)], [variable], []), study);
    }

    [Theory]
    [InlineData("f(w) = norm(X @ w - y)^2", "X=5x3 w=3 y=5", "w")]
    [InlineData("f(x) = logsumexp(x)", "x=4", "x")]
    [InlineData("f(w) = sum(log(1 + exp(-y .* (X @ w))))", "X=5x3 w=3 y=5", "w")]
    public void So_is_one_of_the_second_order(string text, string shapes, string variable)
    {
        var study = About.Shapes(text, shapes);
        var right = study.Hessian([variable])[0][0].Formula;
        Assert.True(study.VerifyHessian([[right]], [variable], []).Verified);
        for (var entry = 0; entry < right.Shape.Count; entry++) IsFound(study.VerifyHessian([[OneWrong(right, entry)]], [variable], []), study);
    }

    [Theory]
    [InlineData("f(X) = trace(A @ X)", "A=3x3 X=3x3", "X")]
    [InlineData("f(X) = det(X)", "X=2x2", "X")]
    [InlineData("f(x) = A @ exp(x)", "A=3x3 x=3", "x")]
    public void A_transposed_matrix(string text, string shapes, string variable)
    {
        var study = About.Shapes(text, shapes);
        var right = study.Gradient([variable])[0].Formula;
        IsFound(study.VerifyGradient([study.Function.Graph.Permute(right, [1, 0])], [variable], []), study);
    }

    [Theory]
    [InlineData("f(v) = sum(if(v > 0, v.^2, -v))", "if(v > 0, 2*v, 1)", "v=3")]
    [InlineData("f(v) = if(v[1] == 2, 4, v[1]^2)", "[if(v[1] == 2, 4, 3*v[1])]", "v=1")]
    [InlineData("f(v) = max(v)", "if(v == min(v), 1, 0)", "v=3")]
    public void A_wrong_branch(string text, string formula, string shapes)
    {
        var study = About.Shapes(text, shapes);
        var wrong = Rebuild.In(About.Shapes($"f(v) = {formula}", shapes).Function, study.Function.Graph, new Dictionary<Symbol, Expression>());
        foreach (var asked in SeamPoints.Of(study)) IsFound(study.VerifyGradient([wrong], ["v"], asked), study);
    }

    [Theory]
    [InlineData("f(x) = [x^3*sin(x), exp(2x)]", 3)]
    [InlineData("f(x) = sin(x*u)", 3)]
    [InlineData("f(x) = norm(u*x^2 + 1)", 4)]
    public void A_formula_of_higher_order_of_a_function_with_arrays(string text, int order)
    {
        var study = About.Shapes(text, "u=3");
        var right = study.Derivative("x", order).Formula;
        Assert.True(study.Verify(right, "x", order, []).Verified);
        IsFound(study.Verify(Rational.Of(1001, 1000) * right, "x", order, []), study);
    }

    [Theory]
    [InlineData("f(v) = if(v[1] == 2, 4, v[1]^2)", "v=1", 2.0)]
    [InlineData("f(v) = max(v)", "v=3", 1.0, 1.0, 0.5)]
    [InlineData("f(v) = norm(v)", "v=2", 0.0, 0.0)]
    [InlineData("f(v) = sum(abs(v))", "v=2", 0.0, 1.0)]
    [InlineData("f(v) = sum(exp(v) ./ (1 + exp(v)).^2)", "v=2", 400.0, 1.0)]
    public void An_asked_point_on_a_seam_or_beyond_the_doubles_spoils_nothing(string text, string shapes, params double[] point)
    {
        var study = About.Shapes(text, shapes);
        Assert.True(study.VerifyGradient(study.Gradient(["v"]), ["v"], [point]).Verified);
    }

    private static Expression OneWrong(Expression right, int entry)
    {
        var (graph, one) = (right.Graph, new Selection[right.Shape.Rank]);
        for (var axis = one.Length - 1; axis >= 0; entry /= right.Shape[axis--].Length) one[axis] = new Selection(entry % right.Shape[axis].Length, 1, 1, right.Shape[axis]);
        return right + (Rational.Of(1, 1000) * graph.Put(graph.Take(right, one), one));
    }

    private static void IsFound(Verdict verdict, Study study)
    {
        Assert.True(verdict.Verified == false, $"{study.Definition.Text}: {verdict}");
        Assert.Equal(verdict.Disagreement!.Names.Count, verdict.Disagreement.Point.Count);
    }
}
