using Calculus.Budgets;

namespace Calculus.Syntax;

/// <summary>
/// Reads 0,5 as one half where the comma can separate nothing: outside of arguments, entries and indices. Three digits behind it may be thousands,
/// and two numbers alone in brackets may be a point; these are asked back, and so is what stands among arguments.
/// </summary>
internal static class DecimalCommas
{
    private const int Thousands = 3;

    /// <summary>The tokens with each such number as one.</summary>
    /// <param name="text">The text that they are of.</param>
    /// <param name="tokens">The tokens in order.</param>
    /// <param name="limits">How long a number may be.</param>
    public static List<Token> Joined(string text, List<Token> tokens, Limits limits)
    {
        if (!tokens.Exists(static token => token.Kind == TokenKind.Comma)) return tokens;
        var (joined, separating) = (new List<Token>(tokens.Count), new Stack<bool>());
        for (var i = 0; i < tokens.Count; i++)
        {
            var token = tokens[i];
            if (token.Kind == TokenKind.LeftSquare) separating.Push(true);
            else if (token.Kind == TokenKind.LeftRound) separating.Push(IsCall(tokens, i) || IsPair(tokens, i));
            else if (token.Kind is TokenKind.RightSquare or TokenKind.RightRound) separating.TryPop(out _);

            var isInside = separating.TryPeek(out var separates) && separates;
            if (isInside || !IsDecimal(text, tokens, i, limits))
            {
                joined.Add(token);
                continue;
            }

            joined.Add(new Token(TokenKind.Number, token.Start, tokens[i + 2].End, $"{token.Text}.{tokens[i + 2].Text}"));
            i += 2;
        }

        return joined;
    }

    private static bool IsDecimal(string text, List<Token> tokens, int place, Limits limits)
    {
        if (place + 2 >= tokens.Count || tokens[place].Kind != TokenKind.Number || tokens[place + 1].Kind != TokenKind.Comma || tokens[place + 2].Kind != TokenKind.Number) return false;
        var (whole, comma, rest) = (tokens[place], tokens[place + 1], tokens[place + 2]);
        if (whole.End != comma.Start || comma.End != rest.Start || rest.End - whole.Start > limits.LiteralLength) return false;
        if ((place > 0 && tokens[place - 1].Kind == TokenKind.Comma) || (place + 3 < tokens.Count && tokens[place + 3].Kind == TokenKind.Comma)) return false;
        var digits = text.AsSpan(rest.Start, rest.End - rest.Start);
        return AreDigits(text.AsSpan(whole.Start, whole.End - whole.Start)) && AreDigits(digits) && (digits.Length != Thousands || text[whole.Start] == '0');
    }

    private static bool AreDigits(ReadOnlySpan<char> text) => !text.ContainsAnyExceptInRange('0', '9');

    private static bool IsCall(List<Token> tokens, int open) => open > 0 && tokens[open - 1].Kind is TokenKind.Name or TokenKind.Prime or TokenKind.Superscript;

    // (1,2)
    private static bool IsPair(List<Token> tokens, int open) =>
        open + 4 < tokens.Count && tokens[open + 1].Kind == TokenKind.Number && tokens[open + 2].Kind == TokenKind.Comma && tokens[open + 3].Kind == TokenKind.Number && tokens[open + 4].Kind == TokenKind.RightRound;
}
