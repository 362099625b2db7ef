using Calculus.Intervals;

namespace Calculus.CriticalPoints;

/// <summary>A zero of a formula on the line.</summary>
/// <param name="At">Where it is: a few doubles apart at most where it is proven.</param>
/// <param name="IsProven">Whether there is exactly one zero within.</param>
/// <param name="IsExact">Whether the decimal is the zero itself, by exact arithmetic.</param>
internal sealed record Zero(Enclosure At, bool IsProven, bool IsExact)
{
    /// <summary>The zero as people write it.</summary>
    public double Number { get; } = Decimals.Shortest(At);
}

/// <summary>What a search for zeros found on a range.</summary>
/// <param name="Found">The zeros, rising.</param>
/// <param name="Undecided">Where there may be others, or none; disjoint and rising.</param>
/// <param name="Flat">Where the formula is 0 all over; disjoint and rising.</param>
internal sealed record Zeros(IReadOnlyList<Zero> Found, IReadOnlyList<Enclosure> Undecided, IReadOnlyList<Enclosure> Flat)
{
    /// <summary>No zeros.</summary>
    public static Zeros None { get; } = new([], [], []);
}
