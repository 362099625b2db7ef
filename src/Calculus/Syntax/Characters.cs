namespace Calculus.Syntax;

/// <summary>What single characters mean. ASCII digits only; ASCII and Greek letters only.</summary>
internal static class Characters
{
    /// <summary>True for a letter that may occur in a name.</summary>
    public static bool IsLetter(char c) => char.IsAsciiLetter(c) || IsGreek(c) || c == 'µ';

    /// <summary>True for what a name may begin with.</summary>
    public static bool IsNameStart(char c) => IsLetter(c) || c == '_';

    /// <summary>True for what may continue a name.</summary>
    public static bool IsNamePart(char c) => IsNameStart(c) || char.IsAsciiDigit(c) || c is >= '₀' and <= '₉';

    // The Greek block without its Coptic letters and without the iota written below another letter.
    private static bool IsGreek(char c) =>
        c is >= '\u0370' and <= '\u03FF' and not (>= '\u03E2' and <= '\u03EF') and not '\u037A' && char.IsLetter(c);

    /// <summary>True for white space that does not end a line, including the kinds found in copied text and the byte-order mark.</summary>
    public static bool IsSpace(char c) => c is ' ' or '\t' or '\u00A0' or (>= '\u2000' and <= '\u200B')
        or '\u202F' or '\u205F' or '\u2060' or '\u3000' or '\uFEFF';

    /// <summary>True for what ends a line.</summary>
    public static bool IsLineEnd(char c) => c is '\n' or '\r' or '\u0085' or '\u2028' or '\u2029';

    /// <summary>True for minus signs and the hyphens that copied text has instead.</summary>
    public static bool IsMinus(char c) => c is '-' or '−' or '–' or '\u2010' or '\u2011';

    /// <summary>The plain character of a superscript digit or sign, or <c>'\0'</c>.</summary>
    public static char Superscript(char c) => c switch
    {
        '⁰' => '0',
        '¹' => '1',
        '²' => '2',
        '³' => '3',
        >= '⁴' and <= '⁹' => (char)('4' + (c - '⁴')),
        '⁻' => '-',
        '⁺' => '+',
        _ => '\0',
    };

    /// <summary>The numerator and denominator of a fraction that is one character, or zeros.</summary>
    public static (int Numerator, int Denominator) VulgarFraction(char c) => c switch
    {
        '½' => (1, 2),
        '⅓' => (1, 3),
        '⅔' => (2, 3),
        '¼' => (1, 4),
        '¾' => (3, 4),
        '⅕' => (1, 5),
        '⅖' => (2, 5),
        '⅗' => (3, 5),
        '⅘' => (4, 5),
        '⅙' => (1, 6),
        '⅚' => (5, 6),
        '⅛' => (1, 8),
        '⅜' => (3, 8),
        '⅝' => (5, 8),
        '⅞' => (7, 8),
        _ => (0, 0),
    };

    /// <summary>The token that one character makes by itself, or <see cref="TokenKind.End"/> where it makes none.</summary>
    public static TokenKind Single(char c) => c switch
    {
        '+' => TokenKind.Plus,
        '*' or '·' or '⋅' or '∙' or '×' or '∗' => TokenKind.Times,
        '/' or '÷' or '∕' or '⁄' => TokenKind.Divide,
        '@' => TokenKind.At,
        '^' => TokenKind.Power,
        '!' => TokenKind.Factorial,
        '\'' or '’' or '‘' or '′' => TokenKind.Prime,
        '<' => TokenKind.Less,
        '≤' => TokenKind.LessOrEqual,
        '>' => TokenKind.Greater,
        '≥' => TokenKind.GreaterOrEqual,
        '≠' => TokenKind.NotEqual,
        '=' => TokenKind.Assign,
        '(' => TokenKind.LeftRound,
        ')' => TokenKind.RightRound,
        '[' => TokenKind.LeftSquare,
        ']' => TokenKind.RightSquare,
        '|' => TokenKind.Bar,
        ',' => TokenKind.Comma,
        ':' => TokenKind.Colon,
        ';' => TokenKind.Semicolon,
        _ => IsMinus(c) ? TokenKind.Minus : TokenKind.End,
    };

    /// <summary>The token that two characters make together, or <see cref="TokenKind.End"/> where they make none.</summary>
    public static TokenKind Pair(char first, char second) => (first, second) switch
    {
        ('*', '*') => TokenKind.Power,
        ('.', '*') => TokenKind.DotTimes,
        ('.', '/') => TokenKind.DotDivide,
        ('.', '^') => TokenKind.DotPower,
        ('.', '.') => TokenKind.Range,
        ('<', '=') => TokenKind.LessOrEqual,
        ('>', '=') => TokenKind.GreaterOrEqual,
        ('=', '=') => TokenKind.Equal,
        ('!', '=') => TokenKind.NotEqual,
        _ => TokenKind.End,
    };
}
