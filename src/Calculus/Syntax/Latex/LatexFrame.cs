namespace Calculus.Syntax.Latex;

/// <summary>What is open in a LaTeX text.</summary>
internal enum LatexFrameKind
{
    /// <summary>Braces that hold something together.</summary>
    Braces,

    /// <summary>An argument of a command in braces, or the index of a root in square brackets.</summary>
    Argument,

    /// <summary>An argument of a command that is one sign: <c>\frac12</c>.</summary>
    Single,

    /// <summary>Round brackets, or what stands for them.</summary>
    Round,

    /// <summary>Square brackets, which hold together or make a vector.</summary>
    Square,

    /// <summary>Bars, floors and ceilings.</summary>
    Fence,

    /// <summary>What belongs to a sum, a derivative or a logarithm without brackets.</summary>
    Reach,

    /// <summary>The rows of a matrix.</summary>
    Matrix,

    /// <summary>The rows of a choice.</summary>
    Cases,

    /// <summary>Lines below each other.</summary>
    Lines,
}

/// <summary>Something that is open in a LaTeX text.</summary>
/// <param name="kind">What it is.</param>
/// <param name="start">Where it was opened.</param>
/// <param name="end">Where what opened it ends.</param>
/// <param name="token">The index of its first token.</param>
internal sealed class LatexFrame(LatexFrameKind kind, int start, int end, int token)
{
    public LatexFrameKind Kind { get; } = kind;

    public int Start { get; } = start;

    public TextSpan Span { get; } = new(start, end);

    /// <summary>The index of the first token that belongs to it.</summary>
    public int Token { get; } = token;

    /// <summary>What closes it, as people write it.</summary>
    public string Close { get; init; } = "}";

    /// <summary>Round brackets to close behind it.</summary>
    public int Extra { get; init; }

    /// <summary>Of a reach: whether it ends at any sign of a product, and at the next function.</summary>
    public bool IsShort { get; init; }

    /// <summary>The index that it binds.</summary>
    public string? Index { get; init; }

    /// <summary>Whether the index runs over all entries.</summary>
    public bool IsOfAll { get; init; }

    /// <summary>What comes behind an argument.</summary>
    public Action<int>? Then { get; init; }

    /// <summary>What comes before the closing bracket.</summary>
    public Action<int>? Before { get; init; }

    /// <summary>Whether the bar behind it belongs to it too: <c>\ln\left|\Gamma\left(x\right)\right|</c>.</summary>
    public bool ClosesBar { get; set; }

    /// <summary>Of rows: whether they have more than one place.</summary>
    public bool HasColumns { get; init; }

    /// <summary>Of square brackets: that a comma made a vector of them. Of a choice: that a row without condition was read.</summary>
    public bool IsMarked { get; set; }

    /// <summary>Of a choice: the index of the first token of the condition of the current row, or -1.</summary>
    public int Condition { get; set; } = -1;

    /// <summary>Of square brackets: that they hold a condition.</summary>
    public bool HoldsCondition { get; set; }

    /// <summary>Of an argument: that its equals signs begin ranges.</summary>
    public bool HoldsRanges { get; init; }

    /// <summary>How many entries or rows were begun.</summary>
    public int Rows { get; set; } = 1;
}
