using Calculus.Expressions;
using Calculus.Programs.Arrays;
using Xunit;

namespace Calculus.Tests.Matrices;

/// <summary>The texts of functions of arrays, of their gradients and of their Hessians read back to the values of the nodes that they print.</summary>
public sealed class PrintedArrayTests
{
    private static readonly string[] s_ofVectors =
    [
        "sum(x.^2)", "mean(x)^2", "prod(x)", "max(x)", "min(x)", "norm(x)", "norm1(x)", "norminf(x)", "logsumexp(x)", "sum(x .* softmax(x))",
        "sum(x .* log_softmax(x))", "prod(x)^2", "prod(x + y)", "prod(2*x - 1)", "log(1 + prod(x)^2)", "prod(i = 1..4, x[i])", "prod(i = 1..4, x[i] + i)",
        "prod(i = 1..3, x[i+1] - x[i])", "prod(i = 1..4, x[i]*y[i])", "prod(x[2:4])", "prod(A @ x)", "prod(i = 1..4, sum(j = 1..4, A[i, j]*x[j]))",
        "max(x)^2", "max(A @ x)*min(x)", "x' @ A @ x", "norm(A @ x - y)", "norm(x)*norm(y)", "logsumexp(A @ x)", "softmax(x)' @ A @ softmax(y)", "dot(x, y)^2",
        "norm(outer(x, y))", "trace(diag(x) @ A)", "norm(pad(x, 1, 2))^2", "mse(x, y)", "mae(x, y)", "rmse(x, y)", "huber(x, y)", "log_cosh(x, y)", "log_loss(sigmoid(x), y)",
        "log_loss_with_logits(x, y)", "cross_entropy(x, y)", "categorical_cross_entropy(softmax(x), y)", "kl(softmax(x), softmax(y))", "hinge(x, y)",
        "sum(i = 1..4, prod(j = 1..i, x[j]))", "sum(i = 1..4, prod(j = 1..4, x[i] + x[j]))", "sum(i = 1..4, prod(j = 1..4, if(j == i, 1, x[j])))",
        "sum(i = 1..4, max(x + x[i]*y))", "sum(i = 1..4, norm(x - x[i]*y))", "sum(i = 1..4, prod(x + x[i]))", "sum(i = 1..4, logsumexp(x*x[i]))", "sum(table(i = 1..4, i*x[i])).^2",
        "sum(i = 1..2, x[2*i]^2)", "prod(i = 1..2, x[2*i - 1])", "norm(x[2:3])", "max(x[1:2])", "sum(abs(x))", "sum(hypot(x, y))", "sum(x.^y)", "x[1]*argmax(x)", "error_rate(x, y) + x[1]",
    ];

    private static readonly string[] s_ofMatrices =
    [
        "sum(X.^2)", "mean(X)^2", "prod(X)", "max(X)", "min(X)", "norm(X)", "norm1(X)", "norminf(X)", "sum(logsumexp(X))", "norm(softmax(X))", "sum(X .* log_softmax(X))",
        "sum(i = 1..3, max(X[i]))", "sum(i = 1..3, min(X[i])^2)", "sum(i = 1..3, norm(X[i] - c))", "sum(i = 1..3, norm(X[i] - c)^3)", "sum(i = 1..3, prod(X[i]))", "sum(i = 1..3, prod(X[i] + c)^2)",
        "sum(j = 1..2, max(X[:, j]))", "sum(j = 1..2, norm(X[:, j]))", "sum(j = 1..2, prod(X[:, j]))", "prod(i = 1..3, sum(X[i]))", "prod(i = 1..3, norm(X[i]))",
        "prod(i = 1..3, prod(j = 1..2, X[i, j]))", "sum(i = 1..3, logsumexp(X[i]))", "sum(j = 1..2, logsumexp(X[:, j]))", "cross_entropy(X, Y)", "categorical_cross_entropy(softmax(X), Y)",
        "norm(rowsum(X))", "norm(colsum(X))", "max(rowmean(X))", "prod(colmean(X))", "sum(softmax(X @ X') @ X)", "trace(X' @ X)", "det(X' @ X)", "logdet(X' @ X + eye(2))",
        "c' @ inv(X' @ X) @ c", "prod(diag(X' @ X))", "max(X @ c)", "norm(X @ c)", "sum(i = 1..3, c' @ X[i])", "norm(transpose(X))", "mse(X, Y)", "mae(X, Y)", "rmse(X, Y)", "huber(X, Y)",
        "log_cosh(X, Y)", "sum(i = 1..3, sum(j = 1..3, norm(X[i] - X[j])^2))", "sum(i = 1..3, max(X[i] + c)*norm(X[i]))", "sum(i = 1..3, prod(j = 1..i, X[j, 1]))", "max(table(i = 1..3, norm(X[i])))",
        "prod(table(i = 1..3, max(X[i])))", "logsumexp(table(i = 1..3, prod(X[i])))", "sum(prod(i = 1..3, X[i, 1])*X)", "norm(X[2:3, :])", "prod(X[:, 2])", "norm1(X @ c)", "sum(i = 1..3, norminf(X[i]))",
        "sum(i = 1..3, norm1(X[i] - c))", "sum(i = 1..3, mse(X[i], c))", "sum(i = 1..3, rmse(X[i], c))", "sum(i = 1..3, cross_entropy(X[i], c))", "kl(softmax(X), softmax(Y))", "error_rate(X, Y)*X[1, 1]", "sum(i = 1..3, X[i, 1]*argmax(X[i]))",
    ];

    private static readonly string[] s_ofArrayValue =
    [
        "f(x) = softmax(x)", "f(x) = prod(x)*x", "f(x) = max(x)*x", "f(X) = rowsum(X)", "f(X) = logsumexp(X)", "f(X) = table(i = 1..3, max(X[i]))", "f(X) = table(i = 1..3, norm(X[i]))",
        "f(X) = table(i = 1..3, prod(X[i]))", "f(X) = table(j = 1..2, prod(i = 1..3, X[i, j]))", "f(x) = table(i = 1..4, prod(j = 1..4, if(j == i, 1, x[j])))", "f(X) = softmax(X)", "f(X) = X @ c",
    ];

    /// <summary>The shapes of the names in all of them.</summary>
    internal const string Shapes = "x=4 y=4 A=4x4 X=3x2 Y=3x2 c=2";

    public static TheoryData<string> Definitions => [.. s_ofVectors.Select(static body => $"f(x) = {body}"), .. s_ofMatrices.Select(static body => $"f(X) = {body}")];

    public static TheoryData<string> ArrayDefinitions => [.. s_ofArrayValue];

    [Theory, MemberData(nameof(Definitions))]
    public void A_function_its_gradient_and_its_Hessian_read_back(string text)
    {
        var study = About.Shapes(text, Shapes);
        string[] variables = [.. study.Variables];
        Check(study, study.Function);
        Check(study, study.Gradient(variables)[0]);
        Check(study, study.Hessian(variables)[0][0]);
    }

    [Theory, MemberData(nameof(ArrayDefinitions))]
    public void A_function_whose_value_is_an_array_and_its_Jacobian_read_back(string text)
    {
        var study = About.Shapes(text, Shapes);
        Check(study, study.Function);
        Check(study, study.Gradient([.. study.Variables])[0]);
    }

    [Theory]
    [InlineData("f(x) = prod(x)", "table(i = 1..4, prod(j = 1..4, if(j == i, 1, x[j])))")]
    [InlineData("f(x) = prod(i = 1..4, x[i])", "table(i = 1..4, prod(j = 1..4, if(j == i, 1, x[j])))")]
    [InlineData("f(X) = prod(X)", "table(i = 1..3, j = 1..2, prod(k = 1..3, l = 1..2, if(k == i and l == j, 1, X[k, l])))")]
    [InlineData("f(X) = sum(i = 1..3, prod(X[i]))", "table(i = 1..3, j = 1..2, prod(k = 1..2, if(k == j, 1, X[i, k])))")]
    [InlineData("f(X) = sum(i = 1..3, max(X[i]))", "table(i = 1..3, j = 1..2, if(X[i, j] == max(X[i]), 1, 0))")]
    public void A_gradient_is_written_by_its_entries_where_there_is_no_matrix_notation(string text, string gradient)
    {
        var study = About.Shapes(text, Shapes);
        Assert.Equal(gradient, study.Print(study.Gradient([.. study.Variables])[0]).Text);
    }

    // Zeros and ties are tested where there is a derivative; where there is none, the text may have a different value.
    private static void Check(Study study, Expression formula)
    {
        var text = study.Print(formula).Text;
        var names = About.Read(Shapes).Keys.ToArray();
        var last = text.LastIndexOf(';') + 1;
        var read = About.Shapes($"{text[..last]} g({string.Join(", ", names)}) = {text[last..]}", Shapes);
        foreach (var at in Points(study.Definition.Text))
        {
            var expected = Value(formula, names, at);
            var actual = Value(read.Function, names, at);
            Assert.Equal(expected.Shape, actual.Shape);
            if (Array.TrueForAll(expected.Entries, double.IsFinite)) About.Close(expected.Entries, actual.Entries, 1e-12, text);
        }
    }

    private static IEnumerable<ArrayValue[]> Points(string text)
    {
        Shape[] shapes = [.. About.Read(Shapes).Values];
        foreach (var seed in new[] { 1, 2 }) yield return About.Draw(shapes, seed, 0.2, 1.8);
        yield return About.Draw(shapes, 3, -1, 1);
        string[] withKinks = ["max", "min", "norm", "abs", "hypot", "mae", "rmse", "hinge", "huber", "^y", "log", "inv", "kl"];
        if (withKinks.Any(name => text.Contains(name, StringComparison.Ordinal))) yield break;
        foreach (var seed in new[] { 4, 5 }) yield return [.. About.Draw(shapes, seed, -0.5, 0.5).Select(static value => value with { Entries = [.. value.Entries.Select(static entry => Math.Round(2 * entry) + 0)] })];
    }

    private static ArrayValue Value(Expression formula, string[] names, ArrayValue[] at)
    {
        var values = names.Zip(at).ToDictionary(static pair => pair.First, static pair => pair.Second, StringComparer.Ordinal);
        Symbol[] inputs = [.. Reachable.From(formula).OfType<Symbol>().Where(symbol => values.ContainsKey(symbol.Name))];
        return ArrayProgram.Compile([formula], inputs, new Dictionary<string, ArrayValue>(StringComparer.Ordinal), Laws.Definitions.Budget())
            .Evaluate([.. inputs.Select(input => values[input.Name])], Laws.Definitions.Budget())[0];
    }
}
