namespace Calculus.Syntax;

/// <summary>Why a product can be read in two ways.</summary>
internal enum DoubtKind
{
    /// <summary><c>1/2x</c></summary>
    Quotient,

    /// <summary><c>e^x(x + 1)</c></summary>
    Exponent,

    /// <summary><c>x(x + 1)</c></summary>
    NameBeforeBracket,

    /// <summary><c>sin x/y</c></summary>
    Application,
}

/// <summary>A second reading that can be written out once the right operand is known.</summary>
/// <param name="Kind">Why there is one.</param>
/// <param name="Subject">The quotient, power, name or call in doubt.</param>
internal sealed record Doubt(DoubtKind Kind, SyntaxNode Subject);
