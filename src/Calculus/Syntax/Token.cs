namespace Calculus.Syntax;

/// <summary>The kinds of token.</summary>
internal enum TokenKind
{
    /// <summary>The end of a statement; <see cref="Token.Text"/> is what ended it: <c>;</c>, a new line or nothing.</summary>
    End,
    Number,
    Name,

    /// <summary>A run of superscript digits; <see cref="Token.Text"/> is the number with its sign.</summary>
    Superscript,
    Plus,
    Minus,
    Times,
    Divide,
    At,
    DotTimes,
    DotDivide,
    Power,
    DotPower,
    Factorial,
    Prime,
    DotT,
    Less,
    LessOrEqual,
    Greater,
    GreaterOrEqual,
    Equal,
    NotEqual,
    Not,
    And,
    Or,
    Assign,
    LeftRound,
    RightRound,
    LeftSquare,
    RightSquare,
    Bar,
    Comma,
    Colon,
    Range,
    Semicolon,
    NewLine,
}

/// <summary>One token.</summary>
/// <param name="Kind">What kind it is.</param>
/// <param name="Start">Its first character.</param>
/// <param name="End">The character after its last.</param>
/// <param name="Text">A literal's normalised spelling or a name; otherwise empty.</param>
internal readonly record struct Token(TokenKind Kind, int Start, int End, string Text)
{
    /// <summary>Where it stands.</summary>
    public TextSpan Span => new(Start, End);

    /// <summary>A name that was written as a symbol: π, ∞, √.</summary>
    public bool IsSymbol => Kind == TokenKind.Name && Text.Length != End - Start;
}
