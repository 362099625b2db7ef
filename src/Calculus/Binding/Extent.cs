using Calculus.Expressions;

namespace Calculus.Binding;

/// <summary>A shape, and whether it is that of a row vector such as <c>v'</c>.</summary>
/// <param name="Shape">The shape without the axes of open indices.</param>
/// <param name="IsRow">Whether it is a row vector.</param>
internal readonly record struct Extent(Shape Shape, bool IsRow)
{
    /// <summary>That of a part of a definition.</summary>
    public static implicit operator Extent(Bound part) => new(part.Shape, part.IsRow);

    /// <summary>How many axes it has.</summary>
    public int Rank => Shape.Rank;

    /// <summary>Whether it is that of a number.</summary>
    public bool IsScalar => Shape.IsScalar;

    /// <summary>Whether it is that of a matrix of one column.</summary>
    public bool IsColumn => Rank == 2 && IsOne(Shape[1]);

    /// <summary>Whether an axis has one entry, so that it can be repeated.</summary>
    public static bool IsOne(Dimension length) => length is { IsSymbolic: false, Length: 1 };

    /// <summary>
    /// What two have together entry by entry, as in NumPy: axes are matched from the last one back, and an axis of one entry or an axis
    /// that is missing is repeated. A vector of as many entries as a matrix has columns thus goes with every row.
    /// </summary>
    /// <returns>
    /// Null where they do not match, and where NumPy's answer is seldom meant: a row beside a vector, and a matrix of one column beside a
    /// vector of as many entries.
    /// </returns>
    public static Extent? Joined(Extent a, Extent b)
    {
        if (a.IsScalar) return b;
        if (b.IsScalar || a == b) return a;
        if (a.Rank == 1 && b.Rank == 1 && a.IsRow != b.IsRow) return null;
        if (IsDoubtful(a, b) || IsDoubtful(b, a)) return null;
        var (longer, shorter) = a.Rank >= b.Rank ? (a.Shape, b.Shape) : (b.Shape, a.Shape);
        var lengths = longer.Dimensions.ToArray();
        var missing = longer.Rank - shorter.Rank;
        for (var axis = missing; axis < lengths.Length; axis++)
        {
            var other = shorter[axis - missing];
            if (lengths[axis] == other || IsOne(other)) continue;
            if (!IsOne(lengths[axis])) return null;
            lengths[axis] = other;
        }

        return new Extent(new Shape(lengths), lengths.Length == 1 && a.IsRow);
    }

    /// <summary>Whether the first is a matrix of one column and the second a vector of as many entries: NumPy makes a square matrix of them.</summary>
    public static bool IsDoubtful(Extent matrix, Extent vector) =>
        matrix.IsColumn && vector is { Rank: 1, IsRow: false } && matrix.Shape[0] == vector.Shape[0] && !IsOne(vector.Shape[0]);

    /// <summary>The shape in words.</summary>
    public override string ToString() => IsRow ? $"a row of {Shape[0]}" : Shape.ToString();
}
