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

    /// <summary>The sign of a remainder between two operands: <c>a % b</c> of Python, <c>a \bmod b</c>.</summary>
    Modulo,

    /// <summary><c>a // b</c> of Python.</summary>
    FloorDivide,

    /// <summary><c>u \otimes v</c></summary>
    Outer,

    /// <summary><c>90°</c></summary>
    Degree,

    /// <summary>A function behind what it is applied to: <c>x.sum(</c>.</summary>
    Method,

    /// <summary><c>a if c else b</c>, or the question mark of <c>c ? a : b</c>.</summary>
    If,

    /// <summary>What comes before the last part of a choice.</summary>
    Else,
}

/// <summary>What a call of another notation makes of its arguments.</summary>
internal enum CallForm
{
    /// <summary>A call, decided by what its name means.</summary>
    Plain,

    /// <summary>No call: a value, whatever function has its name.</summary>
    Value,

    /// <summary>A call of a function of this language, whatever else has its name.</summary>
    Known,

    /// <summary>A call whose first argument stands last: the index of a root, the base of a logarithm, what is differentiated by.</summary>
    LastFirst,

    /// <summary>A call whose first argument stands behind its variables: a divergence, a curl or a Laplacian.</summary>
    Field,

    /// <summary>A call like that whose variables are still to be found.</summary>
    UnnamedField,

    /// <summary>A call whose last argument stands first: what a table holds.</summary>
    FirstLast,

    /// <summary>A call whose arguments stand in pairs, each turned round: a value and its condition.</summary>
    PairsTurned,

    /// <summary>The operation <see cref="Token.Operation"/> of two arguments.</summary>
    Operation,

    /// <summary>The square of the argument.</summary>
    Square,

    /// <summary>The argument itself.</summary>
    Itself,
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
    public bool IsSymbol { get; init; }

    /// <summary>Of a name or method that other notations call: what is made of the arguments.</summary>
    public CallForm Form { get; init; }

    /// <summary>Of a call that makes an operation: which.</summary>
    public SyntaxKind Operation { get; init; }
}
