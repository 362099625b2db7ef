using System.Collections.Immutable;

namespace Calculus.Printing;

/// <summary>How expressions are to be written.</summary>
/// <param name="Variables">The variables in their order.</param>
public sealed record PrintStyle(IReadOnlyList<string> Variables)
{
    /// <summary>Coefficients as decimals where these are short, otherwise as fractions; for readers who wrote decimals.</summary>
    public bool Decimals { get; init; }

    /// <summary>
    /// The logistic function and its relatives in terms of exponentials, as in <c>exp(x)/(1 + exp(x))</c>; for readers who did not name them.
    /// </summary>
    public bool SpellOut { get; init; }

    /// <summary>The name of the index of sums, for readers who wrote sums over an index and nothing in matrix notation; null for others.</summary>
    public string? SumIndex { get; init; }

    /// <summary>The names that such readers gave to lengths whose values are known.</summary>
    public IReadOnlyDictionary<int, string> Lengths { get; init; } = ImmutableDictionary<int, string>.Empty;

    /// <summary>
    /// How many operations, names and numbers a formula may have before its repeated parts get names, as in
    /// <c>t1 = x*sin(x); sin(t1)*t1</c>; by default none ever gets one.
    /// </summary>
    public long LongestWithoutNames { get; init; } = long.MaxValue;
}
