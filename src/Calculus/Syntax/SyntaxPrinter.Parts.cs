namespace Calculus.Syntax;

/// <summary>The pieces of a node's text, in reverse on the stack of what is still to be printed.</summary>
public static partial class SyntaxPrinter
{
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
