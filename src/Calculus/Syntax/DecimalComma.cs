namespace Calculus.Syntax;

/// <summary>Decimals that are written with a comma between the arguments of a call.</summary>
internal static class DecimalComma
{
    /// <summary>
    /// What to write where a call has one argument too many: <c>sin(0,5)</c>, <c>exp(-0,5x)</c> and <c>pow(0,5, 2)</c> have a decimal comma more often
    /// than an argument that belongs to nothing. Null where no comma stands between two digits, or the call would be wrong without it too.
    /// </summary>
    /// <param name="name">What is called, as written.</param>
    /// <param name="arguments">Its arguments, in the order of the text.</param>
    /// <param name="minimum">How many there are at least.</param>
    /// <param name="maximum">How many there are at most.</param>
    public static string? Hint(string name, IReadOnlyList<SyntaxNode> arguments, int minimum, int maximum)
    {
        if (arguments.Count - 1 < minimum || arguments.Count - 1 > maximum) return null;
        for (var i = 0; i + 1 < arguments.Count; i++)
        {
            if (Last(arguments[i]) is not { Kind: SyntaxKind.Number } whole || First(arguments[i + 1]) is not { Kind: SyntaxKind.Number } digits || whole.Span.End + 1 != digits.Span.Start) continue;
            if (arguments is [{ Kind: SyntaxKind.Number }, { Kind: SyntaxKind.Number }]) return $"write a decimal with a point: {whole.Text}.{digits.Text}";
            string[] written = [.. arguments.Select(static argument => SyntaxPrinter.Shortened(argument, 40))];
            string[] joined = [.. written[..i], $"{written[i]}.{written[i + 1]}", .. written[(i + 2)..]];
            return $"did you mean {name}({string.Join(", ", joined)}), a decimal with a point? With a comma these are two arguments, {written[i]} and {written[i + 1]}";
        }

        return null;
    }

    private static SyntaxNode Last(SyntaxNode node)
    {
        while (node is { Brackets: 0, Children.Count: > 0, Kind: SyntaxKind.Negate or SyntaxKind.Plus or SyntaxKind.Multiply or SyntaxKind.Power or SyntaxKind.Add or SyntaxKind.Subtract or SyntaxKind.Divide }) node = node.Children[^1];
        return node;
    }

    private static SyntaxNode First(SyntaxNode node)
    {
        while (node is { Brackets: 0, Children.Count: > 0, Kind: SyntaxKind.Multiply or SyntaxKind.Power or SyntaxKind.Add or SyntaxKind.Subtract or SyntaxKind.Divide }) node = node.Children[0];
        return node;
    }
}
