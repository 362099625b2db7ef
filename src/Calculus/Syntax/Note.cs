namespace Calculus.Syntax;

/// <summary>A remark on the reading or the mathematics.</summary>
/// <param name="Code">One of <see cref="NoteCodes"/>.</param>
/// <param name="Message">A sentence for people.</param>
/// <param name="Span">The characters it is about, where there are some.</param>
/// <param name="Readings">For an ambiguous text the readings with every bracket written, the chosen one first.</param>
public sealed record Note(string Code, string Message, TextSpan? Span = null, IReadOnlyList<string>? Readings = null);

/// <summary>The kinds of note.</summary>
internal static class NoteCodes
{
    /// <summary>The text can be read in two ways; one was chosen.</summary>
    public const string Ambiguous = "ambiguous";

    /// <summary>The text has log, which is the natural logarithm.</summary>
    public const string NaturalLog = "natural-log";

    /// <summary>There is no derivative at a point; the value used is a convention.</summary>
    public const string NotDifferentiable = "not-differentiable";

    /// <summary>The point lies outside the domain of a sub-expression.</summary>
    public const string OutsideDomain = "outside-domain";

    /// <summary>The answer holds under a condition.</summary>
    public const string Condition = "condition";

    /// <summary>The formula loses accuracy near the point.</summary>
    public const string Unstable = "unstable";

    /// <summary>A budget was spent; the answer is the best form reached.</summary>
    public const string Shortened = "shortened";

    /// <summary>Some numbers of the answer are not finite.</summary>
    public const string NotFinite = "not-finite";

    /// <summary>Something that stands beside the answer is left out.</summary>
    public const string LeftOut = "left-out";

    /// <summary>A function of vectors and matrices is treated as one of numbers, entry by entry.</summary>
    public const string Entries = "entries";

    /// <summary>It is not decided whether something is there.</summary>
    public const string Undecided = "undecided";

    /// <summary>There are infinitely many, so that not all can be listed.</summary>
    public const string InfinitelyMany = "infinitely-many";
}
