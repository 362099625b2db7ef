using Calculus.Budgets;

namespace Calculus.Programs.Arrays;

/// <summary>
/// A square matrix as a product of a lower and an upper triangular one, rows exchanged and, if need be, columns:
/// entry (i, j) of L·U is entry (row i, column j) of the matrix.
/// </summary>
internal sealed class Triangles
{
    private readonly double[] _entries;
    private readonly int _size;

    private Triangles(double[] entries, int size)
    {
        (_entries, _size) = (entries, size);
        (Rows, Columns) = ([.. Enumerable.Range(0, size)], [.. Enumerable.Range(0, size)]);
    }

    /// <summary>Which row of the matrix goes where.</summary>
    public int[] Rows { get; }

    /// <summary>Which column of the matrix goes where.</summary>
    public int[] Columns { get; }

    /// <summary>1, or −1 where an odd number of exchanges was made.</summary>
    public int Sign { get; private set; } = 1;

    /// <summary>Entry of U on and above the diagonal, of L below it; L has ones on its diagonal.</summary>
    public double this[int row, int column] => _entries[(row * _size) + column];

    /// <summary>Takes a matrix apart (Golub, van Loan, <i>Matrix Computations</i>, 3.4).</summary>
    /// <param name="matrix">The entries row by row.</param>
    /// <param name="size">Rows and columns.</param>
    /// <param name="complete">Whether the largest of all remaining entries is brought to the diagonal, instead of that of one column.</param>
    /// <param name="budget">Asked for its token for each column.</param>
    public static Triangles Of(ReadOnlySpan<double> matrix, int size, bool complete, Budget budget)
    {
        var triangles = new Triangles(matrix.ToArray(), size);
        for (var k = 0; k < size; k++)
        {
            budget.Cancellation.ThrowIfCancellationRequested();
            triangles.Eliminate(k, complete);
        }

        return triangles;
    }

    private void Eliminate(int k, bool complete)
    {
        var (row, column) = Pivot(k, complete);
        if (row != k) ExchangeRows(k, row);
        if (column != k) ExchangeColumns(k, column);
        var pivot = _entries[(k * _size) + k];
        if (pivot == 0) return;
        var tail = _entries.AsSpan((k * _size) + k + 1, _size - k - 1);
        for (var i = k + 1; i < _size; i++)
        {
            ref var factor = ref _entries[(i * _size) + k];
            if (factor == 0) continue;
            factor /= pivot;
            Vectors.AddScaled(-factor, tail, _entries.AsSpan((i * _size) + k + 1, tail.Length));
        }
    }

    private (int Row, int Column) Pivot(int k, bool complete)
    {
        var (row, column, largest) = (k, k, Math.Abs(_entries[(k * _size) + k]));
        for (var i = k; i < _size; i++)
        {
            for (var j = k; j < (complete ? _size : k + 1); j++)
            {
                if (Math.Abs(_entries[(i * _size) + j]) is var size && (size > largest || (double.IsNaN(size) && !double.IsNaN(largest)))) (row, column, largest) = (i, j, size);
            }
        }

        return (row, column);
    }

    private void ExchangeRows(int a, int b)
    {
        Sign = -Sign;
        (Rows[a], Rows[b]) = (Rows[b], Rows[a]);
        for (var j = 0; j < _size; j++) (_entries[(a * _size) + j], _entries[(b * _size) + j]) = (_entries[(b * _size) + j], _entries[(a * _size) + j]);
    }

    private void ExchangeColumns(int a, int b)
    {
        Sign = -Sign;
        (Columns[a], Columns[b]) = (Columns[b], Columns[a]);
        for (var i = 0; i < _size; i++) (_entries[(i * _size) + a], _entries[(i * _size) + b]) = (_entries[(i * _size) + b], _entries[(i * _size) + a]);
    }
}
