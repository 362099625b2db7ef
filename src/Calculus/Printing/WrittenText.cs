using System.Text;
using Calculus.Budgets;
using Calculus.Syntax;

namespace Calculus.Printing;

/// <summary>
/// Writes a syntax tree in the function language as it is, with the brackets that it needs and no others: nothing is sorted or
/// combined, as the lines of an explanation require.
/// </summary>
internal static class WrittenText
{
    private readonly record struct Piece(string? Text, SyntaxNode? Node, Level Least);

    /// <summary>The tree as one line.</summary>
    /// <param name="root">The tree.</param>
    /// <param name="budget">What may be spent; the printed length is one of its limits.</param>
    /// <exception cref="LimitException">The line is longer than a printed text may be.</exception>
    public static string Print(SyntaxNode root, Budget budget)
    {
        ArgumentNullException.ThrowIfNull(root);
        ArgumentNullException.ThrowIfNull(budget);
        var most = budget.Limits.PrintedLength;
        var text = new StringBuilder();
        var rest = new Stack<Piece>();
        var pieces = new List<Piece>();
        rest.Push(new Piece(null, root, Level.Any));
        while (rest.TryPop(out var piece))
        {
            budget.Visit();
            if (piece.Node is { } node)
            {
                pieces.Clear();
                Expand(node, piece.Least, pieces);
                for (var i = pieces.Count - 1; i >= 0; i--) rest.Push(pieces[i]);
                continue;
            }

            text.Append(piece.Text);
            if (text.Length > most) throw new LimitException("printedLength", most, $"Written out this has more than {most} characters.");
        }

        return text.ToString();
    }

    private static void Expand(SyntaxNode node, Level least, List<Piece> pieces)
    {
        var level = WrittenTree.LevelOf(node);
        var enclosed = level < least;
        if (enclosed) pieces.Add(new Piece("(", null, Level.Any));
        switch (node.Kind)
        {
            case SyntaxKind.Number or SyntaxKind.Name or SyntaxKind.Option:
                pieces.Add(new Piece(node.Text, null, Level.Any));
                break;
            case SyntaxKind.Call:
                Separated(node.Text + new string('\'', node.Primes) + "(", node.Children, ", ", ")", pieces);
                break;
            case SyntaxKind.List:
                Separated("[", node.Children, ", ", "]", pieces);
                break;
            case SyntaxKind.Index:
                pieces.Add(new Piece(null, node.Children[0], Level.Atom));
                Separated("[", [.. node.Children.Skip(1)], ", ", "]", pieces);
                break;
            case SyntaxKind.Slice or SyntaxKind.IndexRange:
                var (start, sign) = node.Kind is SyntaxKind.Slice ? ("", ":") : (node.Text + " = ", "..");
                if (node.Children.Count == 0) pieces.Add(new Piece(sign, null, Level.Any));
                else Separated(start, node.Children, sign, "", pieces);
                break;
            case SyntaxKind.Transpose:
                pieces.Add(new Piece(null, node.Children[0], Level.Postfix));
                pieces.Add(new Piece("'", null, Level.Any));
                break;
            case SyntaxKind.Negate:
                pieces.Add(new Piece("-", null, Level.Any));
                pieces.Add(new Piece(null, node.Children[0], Level.Product));
                break;
            case SyntaxKind.Not:
                pieces.Add(new Piece("not ", null, Level.Any));
                pieces.Add(new Piece(null, node.Children[0], Level.Not));
                break;
            case SyntaxKind.Factorial:
                pieces.Add(new Piece(null, node.Children[0], Level.Postfix));
                pieces.Add(new Piece("!", null, Level.Any));
                break;
            case SyntaxKind.Power:
                pieces.Add(new Piece(null, node.Children[0], Level.Atom));
                pieces.Add(new Piece("^", null, Level.Any));
                pieces.Add(new Piece(null, node.Children[1], Level.Atom));
                break;
            default:
                var (left, right) = level is Level.Relation ? (Level.Sum, Level.Sum) : (level, level + 1);
                // (8/3)/2: a quotient divided once more is hard to read without brackets.
                if (node.Kind is SyntaxKind.Divide && node.Children[0].Kind is SyntaxKind.Divide) left++;
                pieces.Add(new Piece(null, node.Children[0], left));
                pieces.Add(new Piece(Operators.Spelling(node.Kind), null, Level.Any));
                pieces.Add(new Piece(null, node.Children[1], right));
                break;
        }

        if (enclosed) pieces.Add(new Piece(")", null, Level.Any));
    }
    private static void Separated(string open, IReadOnlyList<SyntaxNode> nodes, string sign, string close, List<Piece> pieces)
    {
        pieces.Add(new Piece(open, null, Level.Any));
        for (var i = 0; i < nodes.Count; i++)
        {
            if (i > 0) pieces.Add(new Piece(sign, null, Level.Any));
            pieces.Add(new Piece(null, nodes[i], Level.Any));
        }

        pieces.Add(new Piece(close, null, Level.Any));
    }
}
