using Calculus.Tests.Matrices;
using Xunit;

namespace Calculus.Tests.Verification;

/// <summary>Derivatives for any lengths are compared where the letters are numbers, and what is compared is the text that is returned.</summary>
public sealed class LetteredLengthTests
{
    private const string Shapes = "X=nxd w=d y=n Y=nxm W=dxm S=dxd x=n";

    public static TheoryData<string> Definitions =>
    [
        "f(w) = norm(X @ w - y)^2", "f(w) = mean((X @ w - y).^2)", "f(w) = sum(softplus(-y .* (X @ w)))", "f(w) = log_loss(sigmoid(X @ w), y)", "f(W) = cross_entropy(X @ W, Y)",
        "f(W) = norm(Y - X @ W)^2/n", "f(S) = logdet(S)", "f(S) = w' @ inv(S) @ w", "f(w) = max(X @ w)", "f(w) = logsumexp(X @ w)", "f(x) = prod(x)", "f(x) = sum(x[1:n].^2)", "f(w) = rmse(X @ w, y)",
        "f(X) = sum(i = 1..n, norm(X[i] - w))", "f(X) = sum(i = 1..n, max(X[i]))", "f(X) = sum(i = 1..n, prod(X[i]))", "f(X) = det(X' @ X)", "f(x) = sum(i = 1..n, sum(j = 1..i, x[i]*x[j]))",
        "f(x) = x[7]^2 + x[1]", "f(x, w) = sum(outer(x, w).^2)", "f(x) = sum(i = 1..n, i*x[i]^2)", "f(x) = trace(diag(x) @ diag(y)) + n", "f(x) = huber(x, y)", "f(w) = sum(softmax(X @ w) .* y)",
    ];

    public static TheoryData<string> ArrayDefinitions => ["f(x) = softmax(x)", "f(w) = X @ w", "f(x) = x.^2/n", "f(x) = table(i = 1..n, x[i]*i)", "f(X) = rowsum(X)"];

    [Theory, MemberData(nameof(Definitions))]
    public void First_and_second_derivatives_are_verified(string text)
    {
        var study = About.Shapes(text, Shapes);
        string[] variables = [.. study.Variables];
        Verified(study, study.VerifyGradient(study.Gradient(variables), variables, []));
        Verified(study, study.VerifyHessian(study.Hessian(variables), variables, []));
    }

    [Theory, MemberData(nameof(ArrayDefinitions))]
    public void Jacobians_are_verified(string text)
    {
        var study = About.Shapes(text, Shapes);
        string[] variables = [.. study.Variables];
        Verified(study, study.VerifyGradient(study.Gradient(variables), variables, []));
    }

    [Theory]
    [InlineData("f(w) = norm(X @ w - y)^2")]
    [InlineData("f(X) = sum(p = 1..i, prod(X[p]))")]
    [InlineData("f(X) = sum(p = 1..i, max(X[p]) + norm(X[p]))")]
    [InlineData("f(x) = prod(x)/i")]
    [InlineData("f(W) = cross_entropy(X @ W, Y)")]
    [InlineData("f(S) = logdet(S)")]
    [InlineData("f(x) = x[7]^2 + sum(x[1:i].^2)")]
    [InlineData("f(x) = sum(p = 1..i, sum(q = 1..p, x[p]*x[q]))")]
    [InlineData("f(x) = huber(x, y)")]
    public void Formulas_read_back_under_letters_that_are_usual_for_indices(string text)
    {
        const string shapes = "X=ixj w=j y=i Y=ixk W=jxk S=jxj x=i";
        var study = About.Shapes(text, shapes);
        string[] variables = [.. study.Variables];
        foreach (var formula in study.Gradient(variables).Concat(study.Hessian(variables).SelectMany(static row => row)))
        {
            var printed = study.Print(formula).Text;
            var last = printed.LastIndexOf(';') + 1;
            var read = About.Shapes($"{printed[..last]} g({string.Join(", ", variables)}) = {printed[last..]}", shapes);
            Assert.Equal(formula.Shape, read.Function.Shape);
        }
    }

    [Fact]
    public void An_entry_of_an_axis_whose_length_is_a_letter_is_placed_by_its_position()
    {
        var study = About.Shapes("f(x) = x[7]", "x=n");
        Assert.Equal("table(i = 1..n, if(i == 7, 1, 0))", study.Print(study.Gradient(["x"])[0]).Text);
    }

    [Fact]
    public void A_wrong_formula_is_detected()
    {
        var study = About.Shapes("f(w) = norm(X @ w - y)^2", Shapes);
        var verdict = study.VerifyGradient([2 * study.Gradient(["w"])[0].Formula], ["w"], []);
        Assert.False(verdict.Verified);
        Assert.NotNull(verdict.Disagreement);
    }

    [Fact]
    public void The_numbers_are_announced()
    {
        var study = About.Shapes("f(w) = norm(X @ w - y)^2", "X=nxd w=d y=n");
        var verdict = study.VerifyGradient(study.Gradient(["w"]), ["w"], []);
        Assert.Equal("Lengths are letters here; these were compared: n = 5, d = 3.", verdict.Reason);
        Assert.Equal(3, verdict.Points);
    }

    [Fact]
    public void A_definition_that_fits_no_numbers_is_left_undecided()
    {
        var study = About.Shapes("f(x) = x[40]^2", Shapes);
        var verdict = study.VerifyGradient(study.Gradient(["x"]), ["x"], []);
        Assert.Null(verdict.Verified);
        Assert.Equal("Lengths are letters here, but the definition has no meaning for the numbers that were tried.", verdict.Reason);
    }

    private static void Verified(Study study, Calculus.Verification.Verdict verdict) =>
        Assert.True(verdict.Verified, $"{study.Definition.Text}: {verdict.Reason} {verdict.Disagreement}");
}
