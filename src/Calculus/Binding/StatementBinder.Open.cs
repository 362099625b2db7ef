using Calculus.Expressions;
using Calculus.Syntax;

namespace Calculus.Binding;

/// <summary>Signs of other notations, which stand for different operations on numbers and on arrays.</summary>
internal sealed partial class StatementBinder
{
    private Bound Open(SyntaxNode node)
    {
        var (left, right) = (Child(node, 0), Child(node, 1));
        var areArrays = !left.IsScalar && !right.IsScalar;
        var isLatex = scope.Format == SourceFormat.Latex;
        var kind = node.Kind switch
        {
            // Vectors side by side are multiplied entry by entry, as with '*'; with a sign or some room between them it is their dot product.
            SyntaxKind.Beside => !areArrays ? SyntaxKind.Multiply : !isLatex || (node.Implied && left is { Rank: 1, IsRow: false } && right is { Rank: 1, IsRow: false }) ? SyntaxKind.ElementMultiply : SyntaxKind.MatrixMultiply,
            SyntaxKind.Over => areArrays ? SyntaxKind.ElementDivide : SyntaxKind.Divide,
            _ when isLatex && left.Rank == 2 && right.Value is Number { Value: var minusOne } && minusOne == -1 => SyntaxKind.Call,
            _ => (!isLatex && left.Rank == 2) || right.Rank == 2 ? SyntaxKind.ElementPower : SyntaxKind.Power,
        };
        scope.Tell(node, kind);
        return kind switch
        {
            SyntaxKind.MatrixMultiply => MatrixProduct(node),
            SyntaxKind.Multiply or SyntaxKind.ElementMultiply => Both(node, (a, b) => Graph.Product(Rational.One, [a, b])),
            SyntaxKind.Divide or SyntaxKind.ElementDivide => Both(node, (a, b) => Graph.Product(Rational.One, [a, Graph.Power(b, -1)])),
            SyntaxKind.Call => left with { Value = left.Value }, // of the same shape as the inverse
            SyntaxKind.ElementPower => Both(node, static (a, b) => a.Graph.Power(a, b)),
            _ => Power(node),
        };
    }
}
