using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Calculus.Programs.Arrays;

/// <summary>
/// The inner loops of a matrix product: tiles of 4 × 8 sums that stay in registers, over factors packed so that each is
/// read in order. Every entry is one sum in rising order of the bound places of a block.
/// </summary>
internal static class Tiles
{
    /// <summary>Rows of a tile.</summary>
    public const int Rows = 4;

    /// <summary>Columns of a tile.</summary>
    public const int Columns = 8;

    private const int Lanes = 4;

    /// <summary>Copies a block into panels of a tile's width, place after place; what is missing of the last panel is 0.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Pack(ReadOnlySpan<double> from, int stride, int count, int boundStride, int depth, int width, Span<double> packed)
    {
        var place = 0;
        for (var first = 0; first < count; first += width)
        {
            var taken = Math.Min(width, count - first);
            var panel = packed.Slice(place, width * depth);
            if (taken < width) panel.Clear();
            if (stride == 1 && taken == width)
            {
                for (var k = 0; k < depth; k++) from.Slice(first + (k * boundStride), width).CopyTo(panel[(k * width)..]);
            }
            else
            {
                for (var i = 0; i < taken; i++)
                {
                    var source = (first + i) * stride;
                    for (int k = 0, target = i; k < depth; k++, source += boundStride, target += width) panel[target] = from[source];
                }
            }

            place += width * depth;
        }
    }

    /// <summary>Multiplies packed blocks.</summary>
    /// <param name="left">The packed rows.</param>
    /// <param name="right">The packed columns.</param>
    /// <param name="depth">Bound places.</param>
    /// <param name="to">The block of the product.</param>
    /// <param name="rows">How many rows, and how far apart.</param>
    /// <param name="columns">How many columns, and how far apart.</param>
    /// <param name="diagonal">Tiles whose columns lie more than this beyond their rows are left out.</param>
    /// <param name="adds">Whether to add to what is there.</param>
    public static void Multiply(
        ReadOnlySpan<double> left, ReadOnlySpan<double> right, int depth, Span<double> to, (int Count, int Stride) rows, (int Count, int Stride) columns, int diagonal, bool adds)
    {
        Span<double> tile = stackalloc double[Rows * Columns];
        for (var column = 0; column < columns.Count; column += Columns)
        {
            var panel = right.Slice(column * depth, Columns * depth);
            for (var row = 0; row < rows.Count; row += Rows)
            {
                if (diagonal != int.MaxValue && column > row + Rows - 1 + diagonal) continue;
                Multiply(left.Slice(row * depth, Rows * depth), panel, depth, tile);
                Store(tile, to[((row * rows.Stride) + (column * columns.Stride))..], Math.Min(Rows, rows.Count - row), rows.Stride, Math.Min(Columns, columns.Count - column), columns.Stride, adds);
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Multiply(ReadOnlySpan<double> left, ReadOnlySpan<double> right, int depth, Span<double> tile)
    {
        ref var a = ref MemoryMarshal.GetReference(left);
        ref var b = ref MemoryMarshal.GetReference(right);
        Vector256<double> c00 = default, c01 = default, c10 = default, c11 = default, c20 = default, c21 = default, c30 = default, c31 = default;
        for (var k = 0; k < depth; k++)
        {
            var b0 = Vector256.LoadUnsafe(ref b);
            var b1 = Vector256.LoadUnsafe(ref b, Lanes);
            var a0 = Vector256.Create(a);
            c00 = Vector256.FusedMultiplyAdd(a0, b0, c00);
            c01 = Vector256.FusedMultiplyAdd(a0, b1, c01);
            var a1 = Vector256.Create(Unsafe.Add(ref a, 1));
            c10 = Vector256.FusedMultiplyAdd(a1, b0, c10);
            c11 = Vector256.FusedMultiplyAdd(a1, b1, c11);
            var a2 = Vector256.Create(Unsafe.Add(ref a, 2));
            c20 = Vector256.FusedMultiplyAdd(a2, b0, c20);
            c21 = Vector256.FusedMultiplyAdd(a2, b1, c21);
            var a3 = Vector256.Create(Unsafe.Add(ref a, 3));
            c30 = Vector256.FusedMultiplyAdd(a3, b0, c30);
            c31 = Vector256.FusedMultiplyAdd(a3, b1, c31);
            a = ref Unsafe.Add(ref a, Rows);
            b = ref Unsafe.Add(ref b, Columns);
        }

        ref var t = ref MemoryMarshal.GetReference(tile);
        c00.StoreUnsafe(ref t);
        c01.StoreUnsafe(ref t, Lanes);
        c10.StoreUnsafe(ref t, 2 * Lanes);
        c11.StoreUnsafe(ref t, 3 * Lanes);
        c20.StoreUnsafe(ref t, 4 * Lanes);
        c21.StoreUnsafe(ref t, 5 * Lanes);
        c30.StoreUnsafe(ref t, 6 * Lanes);
        c31.StoreUnsafe(ref t, 7 * Lanes);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Store(ReadOnlySpan<double> tile, Span<double> to, int rows, int rowStride, int columns, int columnStride, bool adds)
    {
        for (var i = 0; i < rows; i++)
        {
            for (var j = 0; j < columns; j++)
            {
                ref var entry = ref to[(i * rowStride) + (j * columnStride)];
                entry = adds ? entry + tile[(i * Columns) + j] : tile[(i * Columns) + j];
            }
        }
    }
}
