using Calculus.Expressions;
using Xunit;

namespace Calculus.Tests.Matrices;

/// <summary>Derivatives in matrix notation are as short as a person writes them, correct, and read back.</summary>
public sealed class FormulaTests
{
    /// <summary>A definition, the shapes of its names, the variable, and a form that ours is not longer than.</summary>
    public static TheoryData<string, string, string, string> First => new()
    {
        { "f(x) = 0.5*x' @ A @ x", "A=4x4 x=4", "x", "0.5*(A @ x + A' @ x)" },
        { "f(x) = A @ exp(x)", "A=3x4 x=4", "x", "A @ diag(exp(x))" },
        { "f(y, v, x) = (y .* v)' @ x", "y=4 v=4 x=4", "y", "v .* x" },
        { "f(y, v, x) = (y .* v)' @ x", "y=4 v=4 x=4", "v", "y .* x" },
        { "f(y, v, x) = (y .* v)' @ x", "y=4 v=4 x=4", "x", "y .* v" },
        { "f(x) = norm1(A @ x - y)", "A=3x4 x=4 y=3", "x", "A' @ sign(A @ x - y)" },
        { "f(x) = norm(A @ x - y)^2", "A=3x4 x=4 y=3", "x", "2*A' @ (A @ x - y)" },
        { "f(w) = sum(log(exp(-y .* (X @ w)) + 1))", "X=5x3 w=3 y=5", "w", "-X' @ (y ./ (1 + exp(y .* (X @ w))))" },
        { "f(w) = sum(softplus(-y .* (X @ w)))", "X=5x3 w=3 y=5", "w", "-X' @ (y .* sigmoid(-y .* (X @ w)))" },
        { "f(X) = tr(A @ X' @ B @ X @ C)", "A=3x3 X=3x3 B=3x3 C=3x3", "X", "B @ X @ C @ A + B' @ X @ A' @ C'" },
        { "f(X) = log(det(inv(X)))", "X=3x3", "X", "-inv(X)'" },
        { "f(w) = mean((X @ w - y).^2)", "X=5x3 w=3 y=5", "w", "2*X' @ (X @ w - y)/5" },
        { "f(U, V) = norm(Y - U @ V')^2", "Y=4x3 U=4x2 V=3x2", "U", "-2*(Y - U @ V') @ V" },
        { "f(x) = norm(A @ x - y)", "A=3x4 x=4 y=3", "x", "A' @ (A @ x - y)/norm(A @ x - y)" },
        { "f(x) = logsumexp(x)", "x=4", "x", "softmax(x)" },
        { "f(x) = max(x)", "x=4", "x", "if(x == max(x), 1, 0)" },
        { "f(X) = det(X)", "X=3x3", "X", "det(X)*inv(X)'" },
        { "f(X) = sum(X)", "X=2x3", "X", "ones(2, 3)" },
        { "f(x) = x[2]", "x=4", "x", "pad([1], 1, 2)" },
        { "f(x) = sum(x)", "x=1", "x", "[1]" },
        { "f(x) = 3*sum(x)", "x=1", "x", "3*[1]" },
        { "f(W) = cross_entropy(X @ W, Y)", "X=4x3 W=3x2 Y=4x2", "W", "X' @ (diag(rowsum(Y)) @ softmax(X @ W) - Y)/4" },
        { "f(w) = sum(i = 1..5, (X[i]' @ w - y[i])^2)", "X=5x3 w=3 y=5", "w", "2*X' @ (X @ w - y)" },
    };

    public static TheoryData<string, string, string, string> Second => new()
    {
        { "f(x) = 0.5*x' @ A @ x", "A=4x4 x=4", "x", "0.5*(A + A')" },
        { "f(x) = norm(A @ x - y)^2", "A=3x4 x=4 y=3", "x", "2*A' @ A" },
        { "f(x) = norm1(A @ x - y)", "A=3x4 x=4 y=3", "x", "zeros(4, 4)" },
        { "f(w) = sum(softplus(-y .* (X @ w)))", "X=5x3 w=3 y=5", "w", "X' @ diag(y.^2 .* sigmoid(y .* (X @ w)) .* sigmoid(-y .* (X @ w))) @ X" },
        { "f(w) = sum(log(1 + exp(-y .* (X @ w))))", "X=5x3 w=3 y=5", "w", "X' @ diag(y.^2 .* exp(y .* (X @ w)) ./ (1 + exp(y .* (X @ w))).^2) @ X" },
        { "f(X) = log(det(inv(X)))", "X=3x3", "X", "table(i = 1..3, j = 1..3, k = 1..3, l = 1..3, inv(X)[j, k]*inv(X)[l, i])" },
        { "f(X) = tr(A @ X' @ B @ X @ C)", "A=2x2 X=2x2 B=2x2 C=2x2", "X", "table(i = 1..2, j = 1..2, k = 1..2, l = 1..2, sum(m = 1..2, B[k, i]*A[m, l]*C[j, m])) + table(p = 1..2, q = 1..2, r = 1..2, s = 1..2, sum(t = 1..2, B[p, r]*A[t, q]*C[s, t]))" },
        { "f(U) = norm(Y - U @ V')^2", "Y=4x3 U=4x2 V=3x2", "U", "2*table(i = 1..4, j = 1..2, k = 1..4, l = 1..2, if(i == k, sum(m = 1..3, V[m, j]*V[m, l]), 0))" },
        { "f(x) = logsumexp(x)", "x=4", "x", "diag(softmax(x)) - outer(softmax(x), softmax(x))" },
    };

    [Theory, MemberData(nameof(First))]
    public void A_first_derivative_is_short_right_and_reads_back(string text, string shapes, string variable, string atMost)
    {
        var study = About.Shapes(text, shapes);
        var derivative = study.Gradient([variable])[0];
        Check(study, derivative, shapes, atMost);
        var place = study.Variables.ToList().IndexOf(variable);
        CheckNumbers(study, shapes, derivative, place);
        Assert.True(study.VerifyGradient([derivative], [variable], []).Verified);
    }

    [Theory, MemberData(nameof(Second))]
    public void A_second_derivative_is_short_right_and_reads_back(string text, string shapes, string variable, string atMost)
    {
        var study = About.Shapes(text, shapes);
        var hessian = study.Hessian([variable])[0][0];
        Check(study, hessian, shapes, atMost);
        Assert.True(study.VerifyHessian([[hessian]], [variable], []).Verified);
    }

    private static void Check(Study study, Expression derivative, string shapes, string atMost)
    {
        var text = study.Print(derivative).Text;
        Assert.True(About.Operations(text, study) <= About.Operations(atMost, study), $"{text} is longer than {atMost}.");
        ReadBack.Check(study, shapes, derivative, text);
    }

    private static void CheckNumbers(Study study, string shapes, Expression derivative, int place)
    {
        var all = study.WithLetters(shapes);
        var at = About.Draw(all.Variables.Select(all.ShapeOf), 7, 0.3, 1.7);
        var letters = all.Variables.ToList();
        var moved = letters.IndexOf(study.Variables[place]);
        var columns = About.Differences(values => all.ValuesAt([all.Function], values)[0].Entries, at, moved);
        var formula = all.ValuesAt([all.Gradient([study.Variables[place]])[0]], at)[0];
        var (inputs, outputs) = (columns.Length, columns[0].Length);
        double[] expected = [.. Enumerable.Range(0, outputs).SelectMany(output => Enumerable.Range(0, inputs).Select(input => columns[input][output]))];
        About.Close(expected, formula.Entries, 1e-7, study.Print(derivative).Text);
    }
}
