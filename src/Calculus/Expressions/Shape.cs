using System.Collections.Immutable;

namespace Calculus.Expressions;

/// <summary>The length of one axis: a number, or a letter where only formulas are required.</summary>
/// <param name="Length">The number of entries; 0 where the length is a letter.</param>
/// <param name="Name">The letter, or null.</param>
public readonly record struct Dimension(int Length, string? Name = null)
{
    /// <summary>Whether the length is a letter.</summary>
    public bool IsSymbolic => Name is not null;

    /// <summary>A length that is a number.</summary>
    public static implicit operator Dimension(int length) => new(length);

    /// <inheritdoc/>
    public override string ToString() => Name ?? Length.ToString(System.Globalization.CultureInfo.InvariantCulture);
}

/// <summary>The shape of a node's value: no dimensions for a scalar, one for a vector, two for a matrix.</summary>
public readonly struct Shape : IEquatable<Shape>
{
    private readonly ImmutableArray<Dimension> _dimensions;

    /// <summary>A shape of the given dimensions.</summary>
    public Shape(params ReadOnlySpan<Dimension> dimensions) => _dimensions = dimensions.Length == 0 ? default : [.. dimensions];

    /// <summary>A single number.</summary>
    public static Shape Scalar => default;

    /// <summary>The length of each axis.</summary>
    public ReadOnlySpan<Dimension> Dimensions => _dimensions.IsDefault ? [] : _dimensions.AsSpan();

    /// <summary>How many axes there are.</summary>
    public int Rank => _dimensions.IsDefault ? 0 : _dimensions.Length;

    /// <summary>Whether it is a single number.</summary>
    public bool IsScalar => _dimensions.IsDefault;

    /// <summary>Whether some length is a letter.</summary>
    public bool IsSymbolic => !_dimensions.IsDefault && _dimensions.Any(static dimension => dimension.IsSymbolic);

    /// <summary>How many numbers a value of this shape has; every length must be a number.</summary>
    public long Count
    {
        get
        {
            long count = 1;
            foreach (var dimension in Dimensions) count = Math.Min(count * dimension.Length, int.MaxValue);
            return count;
        }
    }

    /// <summary>The length of one axis.</summary>
    public Dimension this[int axis] => Dimensions[axis];

    /// <summary>The same shape.</summary>
    public static bool operator ==(Shape a, Shape b) => a.Equals(b);

    /// <summary>Another shape.</summary>
    public static bool operator !=(Shape a, Shape b) => !a.Equals(b);

    /// <inheritdoc/>
    public bool Equals(Shape other) => Dimensions.SequenceEqual(other.Dimensions);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is Shape other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        var hash = default(HashCode);
        foreach (var dimension in Dimensions) hash.Add(dimension);
        return hash.ToHashCode();
    }

    /// <summary>The shape in words: <c>a number</c>, <c>a vector of 3</c>, <c>a 2 × 3 matrix</c>.</summary>
    public override string ToString() => Dimensions switch
    {
        [] => "a number",
        [var length] => $"a vector of {length}",
        [var rows, var columns] => $"a {rows} × {columns} matrix",
        _ => $"an array of {string.Join(" × ", Dimensions.ToArray().Select(static dimension => dimension.ToString()))}",
    };
}
