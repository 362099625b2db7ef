using System.Collections.Immutable;

namespace Calculus.Expressions;

/// <summary>The shape of a node's value: no dimensions for a scalar, one for a vector, two for a matrix.</summary>
/// <param name="Dimensions">The length of each axis.</param>
public readonly record struct Shape(ImmutableArray<int> Dimensions)
{
    /// <summary>A single number.</summary>
    public static Shape Scalar { get; } = new(ImmutableArray<int>.Empty);

    /// <summary>How many axes there are.</summary>
    public int Rank => Dimensions.IsDefault ? 0 : Dimensions.Length;
}
