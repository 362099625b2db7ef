namespace Calculus.Syntax;

/// <summary>How tightly operators bind; the higher, the tighter. Postfix operators bind before all of these.</summary>
internal enum Level
{
    /// <summary>A bracket, which no operator reaches through.</summary>
    Group,
    Choice,
    Or,
    And,
    Not,
    Comparison,
    Sum,

    /// <summary>Signs of LaTeX between products: ⊗ and ⊙.</summary>
    Between,
    Product,
    Sign,
    Power,
}

/// <summary>The table of operators.</summary>
internal static class Operators
{
    /// <summary>The node that a binary operator makes, or null where the token is not one.</summary>
    public static SyntaxKind? Binary(TokenKind token) => token switch
    {
        TokenKind.Or => SyntaxKind.Or,
        TokenKind.And => SyntaxKind.And,
        TokenKind.Less => SyntaxKind.Less,
        TokenKind.LessOrEqual => SyntaxKind.LessOrEqual,
        TokenKind.Greater => SyntaxKind.Greater,
        TokenKind.GreaterOrEqual => SyntaxKind.GreaterOrEqual,
        TokenKind.Equal => SyntaxKind.Equal,
        TokenKind.NotEqual => SyntaxKind.NotEqual,
        TokenKind.Plus => SyntaxKind.Add,
        TokenKind.Minus => SyntaxKind.Subtract,
        TokenKind.Times => SyntaxKind.Multiply,
        TokenKind.Divide => SyntaxKind.Divide,
        TokenKind.At => SyntaxKind.MatrixMultiply,
        TokenKind.DotTimes => SyntaxKind.ElementMultiply,
        TokenKind.DotDivide => SyntaxKind.ElementDivide,
        TokenKind.Power => SyntaxKind.Power,
        TokenKind.DotPower => SyntaxKind.ElementPower,
        TokenKind.Modulo or TokenKind.FloorDivide or TokenKind.Outer => SyntaxKind.Call,
        _ => null,
    };

    /// <summary>True for the token of a binary operator.</summary>
    public static bool IsBinary(TokenKind token) => Binary(token) is not null;

    /// <summary>The level of an operator's node; <see cref="Level.Group"/> for what is not an operator.</summary>
    public static Level LevelOf(SyntaxKind kind) => kind switch
    {
        SyntaxKind.Or => Level.Or,
        SyntaxKind.And => Level.And,
        SyntaxKind.Not => Level.Not,
        SyntaxKind.Less or SyntaxKind.LessOrEqual or SyntaxKind.Greater or SyntaxKind.GreaterOrEqual
            or SyntaxKind.Equal or SyntaxKind.NotEqual => Level.Comparison,
        SyntaxKind.Add or SyntaxKind.Subtract => Level.Sum,
        SyntaxKind.Multiply or SyntaxKind.Divide or SyntaxKind.MatrixMultiply or SyntaxKind.ElementMultiply
            or SyntaxKind.ElementDivide or SyntaxKind.Beside or SyntaxKind.Over => Level.Product,
        SyntaxKind.Negate or SyntaxKind.Plus => Level.Sign,
        SyntaxKind.Power or SyntaxKind.ElementPower or SyntaxKind.Raised => Level.Power,
        _ => Level.Group,
    };

    /// <summary>Whether an operator goes on with the chain of sums, products, conditions at its left, which counts as one step of depth.</summary>
    public static bool ContinuesChain(SyntaxKind kind, SyntaxNode left)
    {
        var level = LevelOf(kind);
        return level is Level.Or or Level.And or Level.Sum or Level.Product && left.Brackets == 0 && LevelOf(left.Kind) == level;
    }

    /// <summary>The spelling of an operator between its operands, or before its operand.</summary>
    public static string Spelling(SyntaxKind kind) => kind switch
    {
        SyntaxKind.Or => " or ",
        SyntaxKind.And => " and ",
        SyntaxKind.Not => "not ",
        SyntaxKind.Less => " < ",
        SyntaxKind.LessOrEqual => " <= ",
        SyntaxKind.Greater => " > ",
        SyntaxKind.GreaterOrEqual => " >= ",
        SyntaxKind.Equal => " == ",
        SyntaxKind.NotEqual => " != ",
        SyntaxKind.Add => " + ",
        SyntaxKind.Subtract => " - ",
        SyntaxKind.Multiply or SyntaxKind.Beside => "*",
        SyntaxKind.Divide or SyntaxKind.Over => "/",
        SyntaxKind.MatrixMultiply => " @ ",
        SyntaxKind.ElementMultiply => " .* ",
        SyntaxKind.ElementDivide => " ./ ",
        SyntaxKind.Negate => "-",
        SyntaxKind.Plus => "+",
        SyntaxKind.Power or SyntaxKind.Raised => "^",
        SyntaxKind.ElementPower => ".^",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "not an operator"),
    };

    /// <summary>What to write where two signs were put the wrong way round, or null.</summary>
    public static string? MisspeltComparison(Token first, Token second)
    {
        if (first.End != second.Start) return null;
        return (first.Kind, second.Kind) switch
        {
            (TokenKind.Assign, TokenKind.Less) => "write '<='",
            (TokenKind.Assign, TokenKind.Greater) => "write '>='",
            (TokenKind.Less, TokenKind.Greater) => "write '!='",
            _ => null,
        };
    }
}
