namespace Calculus.Syntax;

/// <summary>What an open bracket opened.</summary>
internal enum GroupKind
{
    Round,
    Call,
    List,
    Index,
    Bar,
    Norm,

    /// <summary>What stands between <c>if</c> and <c>else</c>, or between <c>?</c> and <c>:</c>.</summary>
    Choice,
}

/// <summary>A bracket that is open.</summary>
/// <param name="kind">What it opened.</param>
/// <param name="token">The bracket's token.</param>
/// <param name="operands">How many operands lay on the stack below its own.</param>
/// <param name="function">Of a call, what is called.</param>
internal sealed class Group(GroupKind kind, int token, int operands, FunctionHead? function = null)
{
    public GroupKind Kind { get; } = kind;

    public int Token { get; } = token;

    public int Operands { get; } = operands;

    public FunctionHead? Function { get; } = function;

    /// <summary>The index of <c>i = a..b</c>, while that is being read.</summary>
    public Token? RangeName { get; set; }

    /// <summary>True once the <c>:</c> or <c>..</c> of the current element has been read.</summary>
    public bool Divided { get; set; }
}

/// <summary>A function's name with everything that may come between it and its argument.</summary>
/// <param name="Name">The function that is called.</param>
/// <param name="Token">Where its name stands.</param>
internal sealed record FunctionHead(string Name, Token Token)
{
    /// <summary>The primes of <c>f''(x)</c>.</summary>
    public int Primes { get; init; }

    /// <summary>The base of <c>log_2(x)</c>, a number or a name.</summary>
    public Token? LogarithmBase { get; init; }

    /// <summary>The exponent of <c>sin^2(x)</c>.</summary>
    public Token? Exponent { get; init; }

    /// <summary>Where that exponent's minus stands, if it has one.</summary>
    public Token? ExponentSign { get; init; }

    /// <summary>True for <c>sin^-1(x)</c>; the name is then the inverse's.</summary>
    public bool IsInverse { get; init; }
}

/// <summary>How a pending entry takes its operands.</summary>
internal enum PendingShape
{
    Group,
    Prefix,
    Binary,

    /// <summary>A function whose argument has no brackets: <c>sin 2x</c>.</summary>
    Application,

    /// <summary>The last part of a choice.</summary>
    Choice,
}

/// <summary>An operator or bracket that waits for what follows it.</summary>
/// <param name="Shape">How it takes its operands.</param>
/// <param name="Level">How tightly it binds.</param>
/// <param name="Kind">The node that an operator makes.</param>
/// <param name="Token">Its token.</param>
/// <param name="Implied">True for an implied product.</param>
/// <param name="Function">Of an application, the function.</param>
/// <param name="Doubt">What a reader could take differently.</param>
/// <param name="Chain">Of a comparison that goes on with others: what is already known of them.</param>
internal readonly record struct Pending(
    PendingShape Shape,
    Level Level,
    SyntaxKind Kind,
    int Token,
    bool Implied = false,
    FunctionHead? Function = null,
    Doubt? Doubt = null,
    Operand? Chain = null);

/// <summary>A finished part of the expression that has no parent yet.</summary>
/// <param name="Node">Its node, brackets not yet counted.</param>
/// <param name="Slot">Where the node stands in the list of nodes.</param>
/// <param name="Depth">How deep the nodes below it are nested.</param>
/// <param name="Brackets">Pairs of brackets around it.</param>
/// <param name="Span">Where it stands, brackets included.</param>
/// <param name="Application">A call without brackets at its right end.</param>
internal readonly record struct Operand(
    SyntaxNode Node,
    int Slot,
    int Depth,
    int Brackets,
    TextSpan Span,
    SyntaxNode? Application);
