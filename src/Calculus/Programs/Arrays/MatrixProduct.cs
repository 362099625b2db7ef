using System.Buffers;
using System.Runtime.CompilerServices;
using Calculus.Budgets;

namespace Calculus.Programs.Arrays;

/// <summary>
/// The product of two matrices along any strides: vectors are multiplied as vectors, matrices by blocks that stay in the
/// caches (Goto, van de Geijn, <i>Anatomy of High-Performance Matrix Multiplication</i>, ACM TOMS 2008).
/// </summary>
internal static class MatrixProduct
{
    private const int BlockRows = 64, BlockColumns = 512, BlockBound = 256;
    private const int FewColumns = 3;
    private const int SmallProduct = 1 << 10;
    private const int PollInterval = 1 << 16;

    /// <summary>Numbers that a product holds beside its matrices.</summary>
    public static long Scratch(PairShape shape) => IsBlocked(shape) ? BlockColumns * BlockBound : 0;

    /// <summary>to = left·right.</summary>
    public static void Run(ReadOnlySpan<double> left, ReadOnlySpan<double> right, Span<double> to, PairShape shape, bool isSymmetric, Budget budget)
    {
        var (rows, columns, bound) = (shape.Rows, shape.Columns, shape.Bound);
        if (bound.Length == 1) Outer(left, right, to, rows, columns, budget);
        else if (IsBlocked(shape)) Blocked(left, right, to, shape, isSymmetric, budget);
        else if (rows.Length < columns.Length) ByVectors(right, left, to, Exchanged(columns), Exchanged(rows), Exchanged(bound), budget);
        else ByVectors(left, right, to, rows, columns, bound, budget);
    }

    /// <summary>The product as what is done with the rows of a matrix, where the other factor is a vector.</summary>
    public static VectorProduct? TryByRows(int left, int right, PairShape shape)
    {
        if (shape.Batch.Length > 0 || shape.Bound.Length <= 1 || IsBlocked(shape)) return null;
        var (rows, columns, bound) = (shape.Rows, shape.Columns, shape.Bound);
        if (rows.Length < columns.Length) (left, right, rows, columns, bound) = (right, left, Exchanged(columns), Exchanged(rows), Exchanged(bound));
        if (columns.Length != 1 || rows.Length == 1) return null;
        var sumsRows = SumsRows(rows, bound);
        return sumsRows || bound is { Left: 1, Right: 1 } ? new VectorProduct(left, right, rows, bound, sumsRows) : null;
    }

    private static bool SumsRows(PairAxis rows, PairAxis bound) => rows.Left == 1 && rows.To == 1 && bound.Left != 1;

    private static bool IsBlocked(PairShape shape) => Math.Min(shape.Rows.Length, shape.Columns.Length) > FewColumns
        && (long)shape.Rows.Length * shape.Columns.Length * shape.Bound.Length > SmallProduct;

    private static PairAxis Exchanged(PairAxis axis) => axis with { Left = axis.Right, Right = axis.Left };

    private static void Outer(ReadOnlySpan<double> left, ReadOnlySpan<double> right, Span<double> to, PairAxis rows, PairAxis columns, Budget budget)
    {
        if (columns.Length == 1 || (rows.To == 1 && columns.To != 1))
        {
            (rows, columns) = (Exchanged(columns), Exchanged(rows));
            var exchanged = left;
            left = right;
            right = exchanged;
        }

        var untilPoll = PollInterval;
        for (var row = 0; row < rows.Length; row++)
        {
            Vectors.Multiply(right, columns.Right, left[(row * rows.Left)..], 0, to[(row * rows.To)..], columns.To, columns.Length);
            if ((untilPoll -= columns.Length) > 0) continue;
            budget.Cancellation.ThrowIfCancellationRequested();
            untilPoll = PollInterval;
        }
    }

    // Few columns: each is a matrix times a vector.
    private static void ByVectors(ReadOnlySpan<double> left, ReadOnlySpan<double> right, Span<double> to, PairAxis rows, PairAxis columns, PairAxis bound, Budget budget)
    {
        var untilPoll = PollInterval;
        for (var column = 0; column < columns.Length; column++)
        {
            var vector = right[(column * columns.Right)..];
            var result = to[(column * columns.To)..];
            if (SumsRows(rows, bound))
            {
                result = result[..rows.Length];
                result.Clear();
                for (var k = 0; k < bound.Length;)
                {
                    var count = Together(bound.Length - k, rows.Length, ref untilPoll, budget);
                    VectorRows.AddScaled(vector[(k * bound.Right)..], bound.Right, left[(k * bound.Left)..], bound.Left, count, result);
                    k += count;
                }

                continue;
            }

            for (var row = 0; row < rows.Length;)
            {
                var count = Together(rows.Length - row, bound.Length, ref untilPoll, budget);
                Dot(left[(row * rows.Left)..], vector, result[(row * rows.To)..], rows, bound, count);
                row += count;
            }
        }
    }

    private static void Dot(ReadOnlySpan<double> left, ReadOnlySpan<double> vector, Span<double> result, PairAxis rows, PairAxis bound, int count)
    {
        if (bound is { Left: 1, Right: 1 }) VectorRows.Dot(left, rows.Left, vector[..bound.Length], result, rows.To, count);
        else for (var row = 0; row < count; row++) result[row * rows.To] = Vectors.Dot(left[(row * rows.Left)..], bound.Left, vector, bound.Right, bound.Length);
    }

    // How many vectors of that length are taken until the token is looked at again.
    private static int Together(int left, int length, ref int untilPoll, Budget budget)
    {
        if (untilPoll <= 0)
        {
            budget.Cancellation.ThrowIfCancellationRequested();
            untilPoll = PollInterval;
        }

        var count = Math.Min(left, (untilPoll / Math.Max(length, 1)) + 1);
        untilPoll -= count * length;
        return count;
    }

    private static void Blocked(ReadOnlySpan<double> left, ReadOnlySpan<double> right, Span<double> to, PairShape shape, bool isSymmetric, Budget budget)
    {
        var (rows, columns, bound) = (shape.Rows, shape.Columns, shape.Bound);
        var packed = ArrayPool<double>.Shared.Rent(Math.Min(BlockColumns, columns.Length + Tiles.Columns) * Math.Min(BlockBound, bound.Length));
        try
        {
            for (var column = 0; column < columns.Length; column += BlockColumns)
            {
                var width = Math.Min(BlockColumns, columns.Length - column);
                for (var k = 0; k < bound.Length; k += BlockBound)
                {
                    var depth = Math.Min(BlockBound, bound.Length - k);
                    Tiles.Pack(right[((column * columns.Right) + (k * bound.Right))..], columns.Right, width, bound.Right, depth, packed);
                    // In a symmetric product the rows above the block are columns of another block.
                    for (var row = isSymmetric ? column / BlockRows * BlockRows : 0; row < rows.Length; row += BlockRows)
                    {
                        budget.Cancellation.ThrowIfCancellationRequested();
                        var height = Math.Min(BlockRows, rows.Length - row);
                        var block = to[((row * rows.To) + (column * columns.To))..];
                        var skipped = isSymmetric ? row - column : int.MaxValue;
                        Tiles.Multiply(left[((row * rows.Left) + (k * bound.Left))..], (height, rows.Left, rows.To), packed, (depth, bound.Left), block, (width, columns.To), skipped, adds: k > 0);
                    }
                }
            }
        }
        finally
        {
            ArrayPool<double>.Shared.Return(packed);
        }

        if (isSymmetric) Mirror(to, rows.To, columns.To, rows.Length);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Mirror(Span<double> to, int row, int column, int length)
    {
        for (var i = 1; i < length; i++)
        {
            for (var j = 0; j < i; j++) to[(j * row) + (i * column)] = to[(i * row) + (j * column)];
        }
    }
}
