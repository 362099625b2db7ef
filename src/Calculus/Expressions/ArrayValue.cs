namespace Calculus.Expressions;

/// <summary>A number, a vector or a matrix of numbers.</summary>
/// <param name="Shape">Its shape; every length is a number.</param>
/// <param name="Entries">The entries row by row; not to be written to.</param>
public sealed record ArrayValue(Shape Shape, double[] Entries)
{
    /// <summary>A single number.</summary>
    public static ArrayValue Of(double number) => new(Shape.Scalar, [number]);

    /// <summary>A vector.</summary>
    public static ArrayValue Of(double[] entries) => new(new Shape(entries.Length), entries);

    /// <summary>A matrix from its rows.</summary>
    public static ArrayValue Of(double[][] rows) => new(new Shape(rows.Length, rows[0].Length), [.. rows.SelectMany(static row => row)]);

    /// <summary>The number of a scalar.</summary>
    public double Number => Entries[0];

    /// <summary>A matrix with rows and columns exchanged.</summary>
    public ArrayValue Transposed()
    {
        var (rows, columns) = (Shape[0].Length, Shape[1].Length);
        return new ArrayValue(new Shape(columns, rows), [.. Enumerable.Range(0, rows * columns).Select(i => Entries[(i % rows * columns) + (i / rows)])]);
    }
}
