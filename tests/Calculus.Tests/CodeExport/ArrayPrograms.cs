using System.Globalization;
using Calculus.Binding;
using Calculus.Budgets;
using Calculus.CodeExport;
using Calculus.Expressions;

namespace Calculus.Tests.CodeExport;

/// <summary>Functions of vectors and matrices, and the programs made from them.</summary>
internal static class ArrayPrograms
{
    /// <summary>A definition, the shapes of its variables, and its data by shape.</summary>
    public static readonly (string Text, string Variables, string Data)[] Definitions =
    [
        ("f(w) = norm2(X @ w - y)^2", "w=3", "X=5x3 y=5"),
        ("f(w, b) = mean(softplus(X @ w + b)) - y' @ (X @ w + b)", "w=3 b=1", "X=5x3 y=5"),
        ("f(W) = cross_entropy(X @ W, Y)", "W=3x2", "X=4x3 Y=4x2"),
        ("f(A, b, C) = sum((tanh(X @ A + b) @ C - Y).^2)", "A=2x4 b=4 C=4x2", "X=3x2 Y=3x2"),
        ("f(U, V) = sum((M - U @ V').^2) + 0.1*sum(U.^2)", "U=4x2 V=3x2", "M=4x3"),
        ("f(Q, K, V) = sum(softmax(Q @ K' ./ sqrt(2)) @ V)", "Q=3x2 K=3x2 V=3x2", ""),
        ("r = x - m; f(m, S) = -0.5*logdet(S) - 0.5*r' @ inv(S) @ r", "m=2 S=2x2", "x=2"),
        ("f(x) = sum(i = 1..3, 100*(x[i+1] - x[i]^2)^2 + (1 - x[i])^2)", "x=4", ""),
        ("f(x) = sum(i = 1..4, i*x[i]^2)", "x=4", ""),
        ("f(C) = sum(i = 1..4, norm(X[i] - C)^2)", "C=2", "X=4x2"),
        ("f(x) = sum(x[1:3] .* x[2:4]) + x[4]", "x=4", ""),
        ("f(A) = sum(A[:, 2].^2) + A[1, 3]*trace(A)", "A=3x3", ""),
        ("f(x, y) = norm([x, y, x*y])^2", "x=1 y=1", ""),
        ("f(x, z) = sum([x, z]' @ [z, x])", "x=2 z=2", ""),
        ("f(x) = max(x) + min(x)*logsumexp(x)", "x=4", ""),
        ("f(x) = norm(x) + prod(x)", "x=4", ""),
        ("f(x) = sum(if(x > 0, sin(x), x.^2))", "x=5", ""),
        ("f(x) = sum(piecewise(x < -0.3, x.^2, x < 0.3, sin(x), sqrt(x)))", "x=5", ""),
        ("f(A) = det(A) + trace(inv(A))", "A=3x3", ""),
        ("f(x, A) = x' @ A @ x / (1 + x' @ x)", "x=3 A=3x3", ""),
        ("f(x) = log(sum(exp(x))) + norm(softmax(x))", "x=4", ""),
        ("f(u, v) = sum(outer(u, v) .* M) + trace(outer(u, v) @ diag(v))", "u=3 v=3", "M=3x3"),
        ("f(x, A, B) = sum(A @ B @ x) + sum(relu(A))", "x=3 A=2x4 B=4x3", ""),
        ("f(a, b) = sum(sigmoid(a*u + b)) + a*max(u)", "a=1 b=1", "u=4"),
        ("f(A) = sum(rowsum(A).^2) + sum(exp(colsum(A)))", "A=3x2", ""),
        ("f(w) = sum(log(1 + exp(X @ w))) + sum(abs(w))", "w=2", "X=3x2"),
        ("f(W, b, V, c) = mse(tanh(X @ W + b) @ V + c, Y)", "W=3x4 b=4 V=4x2 c=2", "X=5x3 Y=5x2"),
        ("f(W, b, V, c) = bce_with_logits(tanh(X @ W + b) @ V + c, y)", "W=2x3 b=3 V=3x1 c=1", "X=5x2 y=5"),
        ("f(X) = sum(sin(X - mean(X, axis=0)))", "X=4x3", ""),
        ("f(X) = norm(tanh(X - column(rowmean(X))))", "X=4x3", ""),
        ("f(X, g, b) = sum(cos(g .* (X - mean(X, axis=1, keepdims=True)) / sqrt(var(X, axis=1, keepdims=True) + 0.1) + b))", "X=4x3 g=3 b=3", ""),
        ("f(X, g) = sum(exp((X - mean(X, axis=0)) / std(X, axis=0) .* g))", "X=5x2 g=2", ""),
        ("f(X) = sum(sqrt(1 + column(rowsum(X.^2)) + rowsum(X.^2)' - 2*X @ X'))", "X=4x2", ""),
        ("f(X, b) = sum(max(X, b) .* atan2(X, b + 3)) + sum((X.^2 + 1) .^ b)", "X=4x3 b=3", ""),
        ("f(X, b) = sum(if(X > b, X.^2, sin(b)))", "X=4x3 b=3", ""),
        ("f(u, v) = sum(exp(column(u) - v') .* M)", "u=4 v=3", "M=4x3"),
        ("f(X) = sum(max(X, axis=0) .* norm(X, axis=0)) + sum(logsumexp(X, axis=0).^2)", "X=4x3", ""),
        ("f(X, R, C) = sum((X .* R + C).^3)", "X=4x3 R=1x3 C=4x1", ""),
        ("f(i, sum_) = sum(i .* t1) + sum_", "i=3 sum_=1", "t1=3"),
    ];

    /// <summary>Definitions whose values are arrays.</summary>
    public static readonly (string Text, string Variables, string Data)[] Fields =
    [
        ("f(x) = softmax(A @ x)", "x=3", "A=3x3"),
        ("f(x) = [x[1]*x[2], sin(x[3])]", "x=3", ""),
        ("f(A) = A' @ A + 2*eye(2)", "A=3x2", ""),
        ("f(X, b) = softmax(X + b, axis=0) / b", "X=3x2 b=2", ""),
    ];

    /// <summary>Definitions for the Hessian.</summary>
    public static readonly string[] WithHessian = ["f(w) = norm2(X @ w - y)^2", "f(w, b) = mean(softplus(X @ w + b)) - y' @ (X @ w + b)", "f(x, A) = x' @ A @ x / (1 + x' @ x)", "f(x) = norm(x) + prod(x)", "f(x) = sum(i = 1..4, i*x[i]^2)", "f(a, b) = sum(sigmoid(a*u + b)) + a*max(u)", "f(x) = log(sum(exp(x))) + norm(softmax(x))"];

    /// <summary>All programs of a language.</summary>
    public static IReadOnlyList<CodeProgram> In(CodeLanguage language) =>
    [
        .. Definitions.Concat(Fields).Select(each => Of(each, language, CodeContent.Gradient)),
        .. Definitions.Where(static each => WithHessian.Contains(each.Text, StringComparer.Ordinal)).Select(each => Of(each, language, CodeContent.Hessian)),
    ];

    /// <summary>One program.</summary>
    public static CodeProgram Of((string Text, string Variables, string Data) definition, CodeLanguage language, CodeContent content, double[]? point = null)
    {
        var code = StudyOf(definition).Code(language, content, point);
        return new CodeProgram(definition.Text, content, code.Code, code.Points.Count);
    }

    /// <summary>The data of a definition.</summary>
    public static IReadOnlyDictionary<string, ArrayValue> DataOf(string data) => Shapes(data).ToDictionary(static each => each.Name, static each => Datum(each.Shape), StringComparer.Ordinal);

    /// <summary>The study of a definition.</summary>
    public static Study StudyOf((string Text, string Variables, string Data) definition)
    {
        var context = BindingContext.Empty with { Arrays = DataOf(definition.Data), Shapes = Shapes(definition.Variables).Where(static each => !each.Shape.IsScalar).ToDictionary(static each => each.Name, static each => each.Shape, StringComparer.Ordinal) };
        return Study.Of(definition.Text, context, new Budget(new Limits(), CancellationToken.None));
    }

    private static IEnumerable<(string Name, Shape Shape)> Shapes(string shapes) => shapes.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(static each =>
    {
        Dimension[] lengths = [.. each.Split('=')[1].Split('x').Select(static length => (Dimension)int.Parse(length, CultureInfo.InvariantCulture))];
        return (each.Split('=')[0], lengths is [{ Length: 1 }] ? Shape.Scalar : new Shape(lengths));
    });

    private static ArrayValue Datum(Shape shape) => new(shape, [.. Enumerable.Range(0, (int)shape.Count).Select(static place => ((place * 7) % 11 / 8.0) - 0.5)]);
}
