using Calculus.Syntax;

namespace Calculus.CriticalPoints;

/// <summary>What a critical point is.</summary>
public enum CriticalKind
{
    /// <summary>No value near it is smaller.</summary>
    Minimum,

    /// <summary>No value near it is larger.</summary>
    Maximum,

    /// <summary>There are smaller and larger values near it: a saddle, on a line a terrace.</summary>
    Saddle,

    /// <summary>The derivatives that were looked at do not decide.</summary>
    Degenerate,
}

/// <summary>Why a point is critical.</summary>
public enum CriticalCause
{
    /// <summary>The gradient is 0.</summary>
    Stationary,

    /// <summary>There is no derivative: the slopes from both sides differ, or grow without bound.</summary>
    Kink,

    /// <summary>The value jumps.</summary>
    Jump,

    /// <summary>The domain ends here.</summary>
    Edge,
}

/// <summary>A critical point.</summary>
/// <param name="Point">The coordinates.</param>
/// <param name="Value">The value of the function.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Cause">Why it is critical.</param>
/// <param name="Eigenvalues">Those of the Hessian, rising; null where there is none.</param>
/// <param name="IsCertified">Whether it is proven that a critical point is here, to the digits of the coordinates.</param>
public sealed record CriticalPoint(
    IReadOnlyList<double> Point, double Value, CriticalKind Kind, CriticalCause Cause, IReadOnlyList<double>? Eigenvalues, bool IsCertified);

/// <summary>A box of which something is said.</summary>
/// <param name="From">The lower ends.</param>
/// <param name="To">The upper ends.</param>
public sealed record CriticalBox(IReadOnlyList<double> From, IReadOnlyList<double> To)
{
    /// <summary>The value of the function all over the box, where it is constant there; otherwise null.</summary>
    public double? Value { get; init; }
}

/// <summary>The critical points of a function in a box.</summary>
/// <param name="Points">The points, by their coordinates.</param>
/// <param name="IsComplete">Whether it is proven that there are no others in the box.</param>
public sealed record CriticalPointSet(IReadOnlyList<CriticalPoint> Points, bool IsComplete)
{
    /// <summary>Boxes on which the function is constant, so that every point of them is critical.</summary>
    public IReadOnlyList<CriticalBox> Flat { get; init; } = [];

    /// <summary>Where it is not decided whether there are other critical points.</summary>
    public IReadOnlyList<CriticalBox> Undecided { get; init; } = [];

    /// <summary>What should be said besides.</summary>
    public IReadOnlyList<Note> Notes { get; init; } = [];

    /// <summary>Of one variable, the rest of the discussion of the curve; otherwise null.</summary>
    public CurveDiscussion? Curve { get; init; }
}

/// <summary>Which way a curve goes, or bends.</summary>
public enum CurveDirection
{
    /// <summary>The derivative is negative.</summary>
    Down,

    /// <summary>The derivative is 0.</summary>
    Flat,

    /// <summary>The derivative is positive.</summary>
    Up,
}

/// <summary>A stretch of the line on which a derivative has one sign, single points aside.</summary>
/// <param name="From">Where it begins.</param>
/// <param name="To">Where it ends.</param>
/// <param name="IsFromOpen">Whether its beginning does not belong to it.</param>
/// <param name="IsToOpen">Whether its end does not belong to it.</param>
/// <param name="Direction">The sign of the derivative.</param>
public sealed record CurveStretch(double From, double To, bool IsFromOpen, bool IsToOpen, CurveDirection Direction);

/// <summary>What is said of a curve besides its critical points.</summary>
/// <param name="Roots">Where the function is 0.</param>
/// <param name="Inflections">Where the curve changes its bend.</param>
/// <param name="Monotonicity">Where the function rises and falls.</param>
/// <param name="Convexity">Where the curve bends up and down.</param>
/// <param name="Poles">Where the function grows without bound.</param>
public sealed record CurveDiscussion(
    IReadOnlyList<double> Roots, IReadOnlyList<double> Inflections, IReadOnlyList<CurveStretch> Monotonicity, IReadOnlyList<CurveStretch> Convexity, IReadOnlyList<double> Poles);
