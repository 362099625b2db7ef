using System.Text;
using Calculus.Budgets;

namespace Calculus.Syntax;

/// <summary>Prints a syntax tree: so that nobody can read it in two ways, or with the brackets that it has.</summary>
internal static partial class SyntaxPrinter
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
        if (Print(root, Enclosing.Operations, text, most, budget) > most)
            throw new LimitException("printedLength", most, $"The text with all brackets is longer than {most} characters.");
        return text.ToString();
    }

    /// <summary>The same text, cut where it is longer than that many characters.</summary>
    internal static string Shortened(SyntaxNode root, int most)
    {
        var text = new StringBuilder();
        if (Print(root, Enclosing.Operations, text, most, null) > most) text.Append('…');
        return text.ToString();
    }

    /// <summary>The text with the brackets that the tree has, every product's sign written.</summary>
    internal static string AsItStands(SyntaxNode root)
    {
        var text = new StringBuilder();
        Print(root, Enclosing.AsItStands, text, int.MaxValue, null);
        return text.ToString();
    }

    /// <summary>Appends the text as it was written: with its own brackets, products without a sign where there was none; false where the whole is longer than that many characters, and cut.</summary>
    /// <param name="root">The root of the tree.</param>
    /// <param name="text">What the tree is appended to.</param>
    /// <param name="most">How long the whole may be.</param>
    /// <param name="budget">What may be spent.</param>
    internal static bool AppendAsWritten(SyntaxNode root, StringBuilder text, int most, Budget budget) =>
        Print(root, Enclosing.AsWritten, text, most, budget) <= most;

    /// <summary>Appends the text with the brackets that the tree has; false where the whole is longer than that many characters, and cut.</summary>
    /// <param name="root">The root of the tree.</param>
    /// <param name="text">What the tree is appended to.</param>
    /// <param name="most">How long the whole may be.</param>
    /// <param name="budget">What may be spent.</param>
    /// <param name="placed">Gets the nodes anew, children before parents, each with its place in the text.</param>
    internal static bool Append(SyntaxNode root, StringBuilder text, int most, Budget budget, List<SyntaxNode>? placed = null) =>
        Print(root, Enclosing.AsItStands, text, most, budget, placed) <= most;

    /// <summary>How many characters the text has with the brackets that the tree has.</summary>
    internal static int Length(SyntaxNode root, Budget budget) => Print(root, Enclosing.AsItStands, null, int.MaxValue, budget);

    private enum Enclosing
    {
        /// <summary>Every operation within another.</summary>
        Operations,

        /// <summary>What has brackets.</summary>
        AsItStands,

        /// <summary>What has brackets; factors stand side by side where the sign between them was left out.</summary>
        AsWritten,
    }

    // What is still to be printed: pieces of text, nodes, some of them to be enclosed, and the ends of nodes that began somewhere.
    private readonly record struct Piece(string? Text, SyntaxNode? Node, bool Enclosed, int? Start = null);

    // The length of the whole, which ends within a piece of what is too much.
    private static int Print(SyntaxNode root, Enclosing enclosing, StringBuilder? text, int most, Budget? budget, List<SyntaxNode>? placed = null)
    {
        var length = text?.Length ?? 0;
        var rest = new Stack<Piece>();
        var ended = placed is null ? null : new Stack<SyntaxNode>();
        rest.Push(new Piece(null, root, false));
        while (length <= most && rest.TryPop(out var piece))
        {
            budget?.Visit();
            if (piece is { Node: { } begun, Start: { } start })
            {
                ended!.Push(Placed(begun, new TextSpan(start, length), ended));
                placed!.Add(ended.Peek());
            }
            else if (piece.Node is { } node)
            {
                var pairs = enclosing != Enclosing.Operations ? node.Brackets : piece.Enclosed ? 1 : 0;
                if (placed is not null) rest.Push(new Piece(null, node, false, length));
                if (pairs > 0) PushText(rest, new string(')', pairs));
                PushParts(node, enclosing, rest);
                text?.Append('(', pairs);
                length += pairs;
            }
            else
            {
                text?.Append(piece.Text);
                length += piece.Text!.Length;
            }
        }

        if (length > most && text is not null) text.Length = most;
        return length;
    }

    private static SyntaxNode Placed(SyntaxNode node, TextSpan span, Stack<SyntaxNode> ended)
    {
        var children = new SyntaxNode[node.Children.Count];
        for (var i = children.Length - 1; i >= 0; i--) children[i] = ended.Pop();
        return new SyntaxNode(node.Kind, span, node.Text, children) { Brackets = node.Brackets, Implied = node.Implied, Primes = node.Primes };
    }
}
