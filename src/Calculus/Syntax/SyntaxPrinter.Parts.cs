namespace Calculus.Syntax;

/// <summary>The pieces of a node's text, in reverse on the stack of what is still to be printed.</summary>
internal static partial class SyntaxPrinter
{
    private static void PushParts(SyntaxNode node, Enclosing enclosing, Stack<Piece> rest)
    {
        switch (node.Kind)
        {
            case SyntaxKind.Number or SyntaxKind.Name or SyntaxKind.Option:
                PushText(rest, node.Text);
                break;
            case SyntaxKind.Call:
                PushList(rest, node, 0, node.Primes == 0 ? node.Text + "(" : node.Text + new string('\'', node.Primes) + "(", ")");
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
                PushText(rest, node.Implied && enclosing == Enclosing.AsWritten ? Between(node.Children[0], node.Children[1]) : Operators.Spelling(node.Kind));
                PushOperand(rest, node.Children[0],
                    node is { Kind: SyntaxKind.Power or SyntaxKind.ElementPower } && node.Children[0].Kind == SyntaxKind.Call);
                break;
        }
    }

    // 2x, 2(x + 1), (x + 1)(x - 1); other factors that stand side by side have a blank between them.
    private static string Between(SyntaxNode left, SyntaxNode right)
    {
        while (left.Brackets == 0 && Operators.LevelOf(left.Kind) is Level.Product) left = left.Children[1];
        while (right.Brackets == 0 && (Operators.LevelOf(right.Kind) is Level.Power || right.Kind is SyntaxKind.Transpose or SyntaxKind.Factorial or SyntaxKind.Index)) right = right.Children[0];
        if (right.Brackets > 0) return left.Brackets > 0 || left.Kind == SyntaxKind.Number ? "" : " ";
        // 2 e3 is not the number 2e3.
        var isExponent = right.Text is ['e' or 'E', >= '0' and <= '9', ..];
        return left is { Brackets: 0, Kind: SyntaxKind.Number } && right.Kind is SyntaxKind.Name or SyntaxKind.Call && !isExponent ? "" : " ";
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
