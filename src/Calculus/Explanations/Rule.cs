using System.Collections.Frozen;
using Calculus.Expressions;

namespace Calculus.Explanations;

/// <summary>A rule that steps apply.</summary>
/// <param name="Id">Its name for programs, such as <c>product-rule</c>; it never changes.</param>
/// <param name="Title">Its name for people.</param>
/// <param name="Sentence">What it says, in one sentence.</param>
/// <param name="Latex">The rule as a formula, or null where it has none.</param>
/// <param name="Example">A definition whose steps use it.</param>
/// <param name="Explains">Which explanation uses it: that of a derivative, of a gradient, and so on.</param>
public sealed record Rule(string Id, string Title, string Sentence, string? Latex, string Example, Explained Explains = Explained.Derivative)
{
    /// <summary>The shapes of names that the example may use; null where all are numbers.</summary>
    public FrozenDictionary<string, Shape>? Shapes { get; init; }
}

/// <summary>What there are explanations of.</summary>
public enum Explained
{
    /// <summary>A derivative, rule by rule.</summary>
    Derivative,

    /// <summary>Partial derivatives, the other variables held still.</summary>
    Gradient,

    /// <summary>A composition, stage by stage.</summary>
    ChainRule,

    /// <summary>The slope that an equation fixes.</summary>
    Implicit,

    /// <summary>A derivative from first principles.</summary>
    Limit,

    /// <summary>A slope between two points.</summary>
    Slope,

    /// <summary>A derivative along a direction.</summary>
    Direction,

    /// <summary>The discussion of a curve: where it rises, falls and bends.</summary>
    Curve,

    /// <summary>A gradient by vectors and matrices, backwards through the formula.</summary>
    Arrays,
}
