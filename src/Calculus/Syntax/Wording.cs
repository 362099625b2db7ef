namespace Calculus.Syntax;

/// <summary>How refusals refer to parts of the text.</summary>
internal static class Wording
{
    private const int Longest = 30;

    /// <summary>A stretch of the text in quotes, shortened where it is long.</summary>
    public static string Quote(string text, TextSpan span) =>
        span.End - span.Start <= Longest
            ? $"'{text[span.Start..span.End]}'"
            : $"'{text[span.Start..(span.Start + Longest)]}…'";

    /// <summary>A token, as refusals name it.</summary>
    public static string Found(string text, Token token) => token switch
    {
        { Kind: TokenKind.End, Text: "\n" } => "the end of the line",
        { Kind: TokenKind.End, Text: ";" } => "';'",
        { Kind: TokenKind.End } => "the end of the text",
        _ => Quote(text, token.Span),
    };
}
