namespace Calculus.Budgets;

/// <summary>How much one request may ask of the library. Every number is a setting; the defaults suit a public service.</summary>
public sealed record Limits
{
    /// <summary>Characters in one definition. The default value is 16,384.</summary>
    public int TextLength { get; init; } = 16_384;

    /// <summary>Tokens in one definition. The default value is 20,000.</summary>
    public int Tokens { get; init; } = 20_000;

    /// <summary>Nodes of the syntax tree. The default value is 10,000.</summary>
    public int SyntaxNodes { get; init; } = 10_000;

    /// <summary>Depth of nesting of whatever makes nodes: calls, powers, signs. The default value is 256.</summary>
    public int Depth { get; init; } = 256;

    /// <summary>Brackets nested directly in one another. The default value is 8,000.</summary>
    public int Brackets { get; init; } = 8_000;

    /// <summary>Characters in one name. The default value is 64.</summary>
    public int NameLength { get; init; } = 64;

    /// <summary>Characters in one numeric literal. The default value is 1,000.</summary>
    public int LiteralLength { get; init; } = 1_000;

    /// <summary>Variables of one function. The default value is 1,024.</summary>
    public int Variables { get; init; } = 1_024;

    /// <summary>Order of a derivative. The default value is 20.</summary>
    public int DerivativeOrder { get; init; } = 20;

    /// <summary>Nodes of the shared expression graph, over all passes of a request. The default value is 200,000.</summary>
    public int GraphNodes { get; init; } = 200_000;

    /// <summary>Bits in the numerator or the denominator of an exact number. The default value is 4,096.</summary>
    public int ExactBits { get; init; } = 4_096;

    /// <summary>Nodes that the trials of simplification look at; beyond that the best form reached is given. The default value is 400,000.</summary>
    public int SimplificationTrials { get; init; } = 400_000;

    /// <summary>Characters of one printed text. The default value is 262,144.</summary>
    public int PrintedLength { get; init; } = 262_144;

    /// <summary>Steps of one explanation. The default value is 2,000.</summary>
    public int Steps { get; init; } = 2_000;

    /// <summary>Characters of all lines of one explanation, as text and as LaTeX. The default value is 1,000,000.</summary>
    public int StepsLength { get; init; } = 1_000_000;

    /// <summary>Elementary operations spent on numbers: points times instructions. The default value is 400 million.</summary>
    public long Operations { get; init; } = 400_000_000;

    /// <summary>Bytes that are allocated, whether they are kept or not. By default there is no limit; a service that answers many at once sets one.</summary>
    public long AllocatedBytes { get; init; } = long.MaxValue;

    /// <summary>Entries of a claimed gradient of vectors and matrices. The default value is 10,000.</summary>
    public int CheckedEntries { get; init; } = 10_000;

    /// <summary>Entries of vectors and matrices that are held at once. The default value is 20 million.</summary>
    public long ArrayEntries { get; init; } = 20_000_000;

    /// <summary>Elementary operations that a search for critical points spends on ranges; beyond that the answer says what is undecided. The default value is 100 million.</summary>
    public long CriticalOperations { get; init; } = 100_000_000;

    /// <summary>Critical points that are searched for; beyond that the answer says what is undecided. The default value is 1,000.</summary>
    public int CriticalPoints { get; init; } = 1_000;
}
