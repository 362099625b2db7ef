using System.Text;
using Calculus.Budgets;

namespace Calculus.Syntax;

/// <summary>Prints a syntax tree so that it can be read in one way only.</summary>
public static class SyntaxPrinter
{
    /// <summary>
    /// The text with every bracket and every product's sign written, as in <c>(2*(z^3))*(x^2)</c>; the language reads
    /// it back to the same tree, up to the brackets.
    /// </summary>
    /// <param name="root">The root of the tree.</param>
    /// <param name="budget">What may be spent; the printed length is one of its limits.</param>
    /// <exception cref="LimitException">The text is longer than a printed text may be.</exception>
    public static string Bracketed(SyntaxNode root, Budget budget)
    {
        ArgumentNullException.ThrowIfNull(root);
        ArgumentNullException.ThrowIfNull(budget);
        var most = budget.Limits.PrintedLength;
        var text = new StringBuilder();
        if (!Print(root, text, most, budget))
            throw new LimitException("printedLength", most, $"The text with all brackets is longer than {most} characters.");
        return text.ToString();
    }

    /// <summary>The same text, cut where it is longer than that many characters.</summary>
    internal static string Shortened(SyntaxNode root, int most)
    {
        var text = new StringBuilder();
        if (!Print(root, text, most, null)) text.Append('…');
        return text.ToString();
    }

    // What is still to be printed, in reverse: pieces of text and nodes, some of them to be enclosed.
    private readonly record struct Piece(string? Text, SyntaxNode? Node, bool Enclosed);

    private static bool Print(SyntaxNode root, StringBuilder text, int most, Budget? budget)
    {
        var rest = new Stack<Piece>();
        rest.Push(new Piece(null, root, false));
        while (rest.TryPop(out var piece))
        {
            budget?.Visit();
            if (piece.Node is { } node)
            {
                if (piece.Enclosed) rest.Push(new Piece(")", null, false));
                PushParts(node, rest);
                if (piece.Enclosed) text.Append('(');
            }
            else
            {
                text.Append(piece.Text);
            }

            if (text.Length <= most) continue;
            text.Length = most;
            return false;
        }

        return true;
    }

    private static void PushParts(SyntaxNode node, Stack<Piece> rest)
    {
        switch (node.Kind)
        {
            case SyntaxKind.Number or SyntaxKind.Name:
                PushText(rest, node.Text);
                break;
            case SyntaxKind.Call:
                PushList(rest, node, 0, node.Text + new string('\'', node.Primes) + "(", ")");
                break;
            case SyntaxKind.List:
                PushList(rest, node, 0, "[", "]");
                break;
            case SyntaxKind.Index:
                PushList(rest, node, 1, "[", "]");
                PushOperand(rest, node.Children[0], node.Children[0].Kind == SyntaxKind.Number);
                break;
            case SyntaxKind.Slice when node.Children.Count == 0:
                PushText(rest, ":");
                break;
            case SyntaxKind.Slice:
                PushBetween(rest, node, ":");
                break;
            case SyntaxKind.IndexRange:
                PushBetween(rest, node, "..");
                PushText(rest, node.Text + " = ");
                break;
            case SyntaxKind.Transpose:
                PushText(rest, "'");
                PushOperand(rest, node.Children[0]);
                break;
            case SyntaxKind.Factorial:
                PushText(rest, "!");
                PushOperand(rest, node.Children[0]);
                break;
            case SyntaxKind.Negate or SyntaxKind.Plus or SyntaxKind.Not:
                PushOperand(rest, node.Children[0]);
                PushText(rest, Operators.Spelling(node.Kind));
                break;
            default:
                PushOperand(rest, node.Children[1]);
                PushText(rest, Operators.Spelling(node.Kind));
                PushOperand(rest, node.Children[0],
                    node is { Kind: SyntaxKind.Power or SyntaxKind.ElementPower } && node.Children[0].Kind == SyntaxKind.Call);
                break;
        }
    }

    private static void PushText(Stack<Piece> rest, string text) => rest.Push(new Piece(text, null, false));

    private static void PushOperand(Stack<Piece> rest, SyntaxNode node, bool always = false) =>
        rest.Push(new Piece(null, node, always || IsOperation(node.Kind)));

    private static void PushBetween(Stack<Piece> rest, SyntaxNode node, string sign)
    {
        rest.Push(new Piece(null, node.Children[1], false));
        PushText(rest, sign);
        rest.Push(new Piece(null, node.Children[0], false));
    }

    private static void PushList(Stack<Piece> rest, SyntaxNode node, int first, string open, string close)
    {
        PushText(rest, close);
        for (var i = node.Children.Count - 1; i >= first; i--)
        {
            rest.Push(new Piece(null, node.Children[i], false));
            if (i > first) PushText(rest, ", ");
        }

        PushText(rest, open);
    }

    private static bool IsOperation(SyntaxKind kind) =>
        kind is SyntaxKind.Transpose or SyntaxKind.Factorial || Operators.LevelOf(kind) != Level.Group;
}
