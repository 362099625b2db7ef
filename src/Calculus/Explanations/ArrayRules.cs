using System.Collections.Frozen;
using Calculus.Expressions;

namespace Calculus.Explanations;

/// <summary>The rules by which a derivative goes backwards through a formula of vectors and matrices (Magnus and Neudecker, <i>Matrix Differential Calculus</i>; Giles, 2008).</summary>
internal static class ArrayRules
{
    private static readonly FrozenDictionary<string, Shape> s_shapes = new Dictionary<string, Shape>(StringComparer.Ordinal)
    {
        ["A"] = new(2, 2),
        ["B"] = new(2, 2),
        ["X"] = new(2, 2),
        ["x"] = new(2),
        ["y"] = new(2),
    }.ToFrozenDictionary(StringComparer.Ordinal);

    public static Rule Sum { get; } = Of(
        "array-sum-rule", "Sum of arrays", "A sum passes its derivative on to every term unchanged.", @"\bar{u} = \bar{s} \text{ for } s = u + v", "f(x) = sum((x + y).^3)");

    public static Rule Product { get; } = Of(
        "entrywise-product-rule", "Product entry by entry", "Each entry of the derivative is multiplied by the matching entries of the other factors.", @"\bar{u} = \bar{p} \odot v \text{ for } p = u \odot v", "f(x) = sum(exp(x .* y .* x))");

    public static Rule Scaled { get; } = Of(
        "constant-factor", "Constant factor", "A constant factor stays.", @"\bar{u} = c \, \bar{p} \text{ for } p = c \, u", "f(x) = sum(exp(x))/3");

    public static Rule Chain { get; } = Of(
        "entrywise-chain-rule", "Function entry by entry", "Each entry of the derivative is multiplied by the slope of the function there.", @"\bar{u} = \bar{v} \odot f'(u) \text{ for } v = f(u)", "f(x) = sum(sin(x))");

    public static Rule MatrixProduct { get; } = Of(
        "matrix-product-rule", "Matrix product, order kept", "A factor is replaced by the derivative of the product; the other factors stay on their sides, transposed.", @"\bar{B} = A^{\top} \bar{P},\; \bar{A} = \bar{P} B^{\top} \text{ for } P = A B", "f(x) = sum(exp(A @ x))");

    public static Rule Total { get; } = Of(
        "sum-of-entries", "Sum of all entries", "Each entry counts once, so each gets the derivative of the sum.", @"\bar{u} = \bar{s} \mathbf{1} \text{ for } s = \sum_i u_i", "f(x) = sum(exp(x))");

    public static Rule Trace { get; } = Of(
        "trace-rule", "Trace of a product", "The factors of a trace form a circle: the derivative by one factor is the product of the rest, transposed.", @"\frac{\partial}{\partial X} \operatorname{tr}(A X) = A^{\top}", "f(X) = trace(A @ X @ B @ X')");

    public static Rule Rearranged { get; } = Of(
        "rearranged-entries", "Rearranged entries", "A transpose, a diagonal or a repeated row only moves entries: their derivatives move back, and those of copies are added.", @"\bar{A} = \bar{T}^{\top} \text{ for } T = A^{\top}", "f(X) = sum(exp(X'))");

    public static Rule Norm { get; } = Of(
        "norm-rule", "Norm", "The gradient of a norm is the vector divided by its length.", @"\bar{u} = \bar{n} \frac{u}{\|u\|}", "f(x) = norm(x - y)");

    public static Rule LogSumExp { get; } = Of(
        "logsumexp-rule", "Logarithm of a sum of exponentials", "Each entry gets its share of the sum, its softmax.", @"\bar{u} = \bar{s} \operatorname{softmax}(u)", "f(x) = logsumexp(x)");

    public static Rule Extreme { get; } = Of(
        "largest-entry-rule", "Largest or smallest entry", "Only the entry that is taken counts; where several are tied, the numbers give each an equal share, which the formula does not show.", @"\bar{u}_i = \bar{m} \, [u_i = \max u]", "f(x) = max(x)");

    public static Rule ProductOfEntries { get; } = Of(
        "product-of-entries", "Product of all entries", "Each entry is multiplied by the product of the others.", @"\bar{u}_i = \bar{p} \prod_{j \ne i} u_j", "f(x) = prod(x)");

    public static Rule Inverse { get; } = Of(
        "inverse-rule", "Inverse of a matrix", "From A inv(A) = I: the inverse appears on both sides, transposed, with a minus sign.", @"\bar{A} = -V^{\top} \bar{V} V^{\top} \text{ for } V = A^{-1}", "f(X) = sum(inv(X))");

    public static Rule Determinant { get; } = Of(
        "determinant-rule", "Determinant", "Each entry gets its cofactor.", @"\frac{\partial \det A}{\partial A} = \det(A) A^{-\top}", "f(X) = det(X)");

    public static Rule LogDeterminant { get; } = Of(
        "log-determinant-rule", "Logarithm of a determinant", "The derivative is the inverse, transposed.", @"\frac{\partial \log\det A}{\partial A} = A^{-\top}", "f(X) = logdet(X)");

    public static Rule Entries { get; } = Of(
        "chosen-entries", "Chosen entries", "Entries that were not chosen have the derivative 0.", null, "f(x) = exp(x[1])");

    public static Rule Stacked { get; } = Of(
        "stacked-entries", "Entries put together", "Each part gets the derivatives at its own positions.", null, "f(x) = sum(exp(A @ [x[1], x[2]^2]))");

    public static Rule Branch { get; } = Of(
        "array-branch-rule", "Branches entry by entry", "Only the branch that is taken counts.", null, "f(x) = sum(if(x > 0, x.^2, -x))");

    public static IReadOnlyList<Rule> All { get; } =
        [Sum, Product, Scaled, Chain, MatrixProduct, Total, Trace, Rearranged, Norm, LogSumExp, Extreme, ProductOfEntries, Inverse, Determinant, LogDeterminant, Entries, Stacked, Branch];

    private static Rule Of(string id, string title, string sentence, string? latex, string example) =>
        new(id, title, sentence, latex, example, Explained.Arrays) { Shapes = s_shapes };
}
