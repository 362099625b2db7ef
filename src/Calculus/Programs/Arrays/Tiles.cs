using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Calculus.Programs.Arrays;

/// <summary>
/// The inner loops of a matrix product: tiles of sums that stay in registers, 8 × 16 in the widest lanes and 4 × 8 in others, over columns
/// packed so that they are read in order; rows are read where they lie. Every entry is one sum in rising order of the bound places of a
/// block, so that it has the same bits in tiles of either size.
/// </summary>
internal static class Tiles
{
    private const int MostEntries = 8 * 16;

    /// <summary>Rows of a tile.</summary>
    public static int Rows => Vector512.IsHardwareAccelerated ? 8 : 4;

    /// <summary>Columns of a tile.</summary>
    public static int Columns => Vector512.IsHardwareAccelerated ? 16 : 8;

    /// <summary>Copies a block into panels of a tile's columns, place after place; what is missing of the last panel is 0.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Pack(ReadOnlySpan<double> from, int stride, int count, int boundStride, int depth, Span<double> packed)
    {
        var (place, width) = (0, Columns);
        for (var first = 0; first < count; first += width)
        {
            var taken = Math.Min(width, count - first);
            var panel = packed.Slice(place, width * depth);
            if (taken < width) panel.Clear();
            if (stride == 1)
            {
                for (var k = 0; k < depth; k++) from.Slice(first + (k * boundStride), taken).CopyTo(panel[(k * width)..]);
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

    /// <summary>Multiplies rows by packed columns.</summary>
    /// <param name="left">The rows.</param>
    /// <param name="rows">How many rows, how far apart they are read, and how far apart they are written.</param>
    /// <param name="right">The packed columns.</param>
    /// <param name="bound">How many bound places, and how far apart they are in the rows.</param>
    /// <param name="to">The block of the product.</param>
    /// <param name="columns">How many columns, and how far apart.</param>
    /// <param name="diagonal">Tiles whose columns lie more than this beyond their rows are left out.</param>
    /// <param name="adds">Whether to add to what is there.</param>
    public static void Multiply(
        ReadOnlySpan<double> left, (int Count, int From, int To) rows, ReadOnlySpan<double> right, (int Count, int Stride) bound, Span<double> to, (int Count, int Stride) columns, int diagonal, bool adds)
    {
        Span<double> tile = stackalloc double[MostEntries];
        for (var column = 0; column < columns.Count; column += Columns)
        {
            var panel = right.Slice(column * bound.Count, Columns * bound.Count);
            var width = Math.Min(Columns, columns.Count - column);
            for (var row = 0; row < rows.Count; row += Rows)
            {
                if (diagonal != int.MaxValue && column > row + Rows - 1 + diagonal) continue;
                var height = Math.Min(Rows, rows.Count - row);
                var from = left.Slice(row * rows.From, ((height - 1) * rows.From) + ((bound.Count - 1) * bound.Stride) + 1);
                var block = to[((row * rows.To) + (column * columns.Stride))..];
                var inPlace = !adds && height == Rows && width == Columns && columns.Stride == 1;
                var target = inPlace ? block[..(((Rows - 1) * rows.To) + Columns)] : tile;
                var stride = inPlace ? rows.To : Columns;
                if (Vector512.IsHardwareAccelerated) Wide(from, height, rows.From, bound, panel, target, stride);
                else Narrow(from, height, rows.From, bound, panel, target, stride);
                if (!inPlace) Store(tile, block, height, rows.To, width, columns.Stride, adds);
            }
        }
    }

    // Rows that are missing repeat the last one; what becomes of them is not stored.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Wide(ReadOnlySpan<double> left, int height, int rowStride, (int Count, int Stride) bound, ReadOnlySpan<double> right, Span<double> to, int stride)
    {
        ref var b = ref MemoryMarshal.GetReference(right);
        ref var a0 = ref MemoryMarshal.GetReference(left);
        ref var a1 = ref Unsafe.Add(ref a0, Math.Min(1, height - 1) * rowStride);
        ref var a2 = ref Unsafe.Add(ref a0, Math.Min(2, height - 1) * rowStride);
        ref var a3 = ref Unsafe.Add(ref a0, Math.Min(3, height - 1) * rowStride);
        ref var a4 = ref Unsafe.Add(ref a0, Math.Min(4, height - 1) * rowStride);
        ref var a5 = ref Unsafe.Add(ref a0, Math.Min(5, height - 1) * rowStride);
        ref var a6 = ref Unsafe.Add(ref a0, Math.Min(6, height - 1) * rowStride);
        ref var a7 = ref Unsafe.Add(ref a0, Math.Min(7, height - 1) * rowStride);
        Vector512<double> c0L = default, c0R = default, c1L = default, c1R = default, c2L = default, c2R = default, c3L = default, c3R = default, c4L = default, c4R = default, c5L = default, c5R = default, c6L = default, c6R = default, c7L = default, c7R = default;
        nint at = 0;
        for (var k = 0; k < bound.Count; k++, at += bound.Stride)
        {
            var bL = Vector512.LoadUnsafe(ref b);
            var bR = Vector512.LoadUnsafe(ref b, 8);
            var x0 = Vector512.Create(Unsafe.Add(ref a0, at));
            c0L = Vector512.FusedMultiplyAdd(x0, bL, c0L);
            c0R = Vector512.FusedMultiplyAdd(x0, bR, c0R);
            var x1 = Vector512.Create(Unsafe.Add(ref a1, at));
            c1L = Vector512.FusedMultiplyAdd(x1, bL, c1L);
            c1R = Vector512.FusedMultiplyAdd(x1, bR, c1R);
            var x2 = Vector512.Create(Unsafe.Add(ref a2, at));
            c2L = Vector512.FusedMultiplyAdd(x2, bL, c2L);
            c2R = Vector512.FusedMultiplyAdd(x2, bR, c2R);
            var x3 = Vector512.Create(Unsafe.Add(ref a3, at));
            c3L = Vector512.FusedMultiplyAdd(x3, bL, c3L);
            c3R = Vector512.FusedMultiplyAdd(x3, bR, c3R);
            var x4 = Vector512.Create(Unsafe.Add(ref a4, at));
            c4L = Vector512.FusedMultiplyAdd(x4, bL, c4L);
            c4R = Vector512.FusedMultiplyAdd(x4, bR, c4R);
            var x5 = Vector512.Create(Unsafe.Add(ref a5, at));
            c5L = Vector512.FusedMultiplyAdd(x5, bL, c5L);
            c5R = Vector512.FusedMultiplyAdd(x5, bR, c5R);
            var x6 = Vector512.Create(Unsafe.Add(ref a6, at));
            c6L = Vector512.FusedMultiplyAdd(x6, bL, c6L);
            c6R = Vector512.FusedMultiplyAdd(x6, bR, c6R);
            var x7 = Vector512.Create(Unsafe.Add(ref a7, at));
            c7L = Vector512.FusedMultiplyAdd(x7, bL, c7L);
            c7R = Vector512.FusedMultiplyAdd(x7, bR, c7R);
            b = ref Unsafe.Add(ref b, 16);
        }

        ref var t = ref MemoryMarshal.GetReference(to);
        c0L.StoreUnsafe(ref t);
        c0R.StoreUnsafe(ref t, 8);
        t = ref Unsafe.Add(ref t, stride);
        c1L.StoreUnsafe(ref t);
        c1R.StoreUnsafe(ref t, 8);
        t = ref Unsafe.Add(ref t, stride);
        c2L.StoreUnsafe(ref t);
        c2R.StoreUnsafe(ref t, 8);
        t = ref Unsafe.Add(ref t, stride);
        c3L.StoreUnsafe(ref t);
        c3R.StoreUnsafe(ref t, 8);
        t = ref Unsafe.Add(ref t, stride);
        c4L.StoreUnsafe(ref t);
        c4R.StoreUnsafe(ref t, 8);
        t = ref Unsafe.Add(ref t, stride);
        c5L.StoreUnsafe(ref t);
        c5R.StoreUnsafe(ref t, 8);
        t = ref Unsafe.Add(ref t, stride);
        c6L.StoreUnsafe(ref t);
        c6R.StoreUnsafe(ref t, 8);
        t = ref Unsafe.Add(ref t, stride);
        c7L.StoreUnsafe(ref t);
        c7R.StoreUnsafe(ref t, 8);
    }

    // The same in lanes of half the width.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Narrow(ReadOnlySpan<double> left, int height, int rowStride, (int Count, int Stride) bound, ReadOnlySpan<double> right, Span<double> to, int stride)
    {
        ref var b = ref MemoryMarshal.GetReference(right);
        ref var a0 = ref MemoryMarshal.GetReference(left);
        ref var a1 = ref Unsafe.Add(ref a0, Math.Min(1, height - 1) * rowStride);
        ref var a2 = ref Unsafe.Add(ref a0, Math.Min(2, height - 1) * rowStride);
        ref var a3 = ref Unsafe.Add(ref a0, Math.Min(3, height - 1) * rowStride);
        Vector256<double> c0L = default, c0R = default, c1L = default, c1R = default, c2L = default, c2R = default, c3L = default, c3R = default;
        nint at = 0;
        for (var k = 0; k < bound.Count; k++, at += bound.Stride)
        {
            var bL = Vector256.LoadUnsafe(ref b);
            var bR = Vector256.LoadUnsafe(ref b, 4);
            var x0 = Vector256.Create(Unsafe.Add(ref a0, at));
            c0L = Vector256.FusedMultiplyAdd(x0, bL, c0L);
            c0R = Vector256.FusedMultiplyAdd(x0, bR, c0R);
            var x1 = Vector256.Create(Unsafe.Add(ref a1, at));
            c1L = Vector256.FusedMultiplyAdd(x1, bL, c1L);
            c1R = Vector256.FusedMultiplyAdd(x1, bR, c1R);
            var x2 = Vector256.Create(Unsafe.Add(ref a2, at));
            c2L = Vector256.FusedMultiplyAdd(x2, bL, c2L);
            c2R = Vector256.FusedMultiplyAdd(x2, bR, c2R);
            var x3 = Vector256.Create(Unsafe.Add(ref a3, at));
            c3L = Vector256.FusedMultiplyAdd(x3, bL, c3L);
            c3R = Vector256.FusedMultiplyAdd(x3, bR, c3R);
            b = ref Unsafe.Add(ref b, 8);
        }

        ref var t = ref MemoryMarshal.GetReference(to);
        c0L.StoreUnsafe(ref t);
        c0R.StoreUnsafe(ref t, 4);
        t = ref Unsafe.Add(ref t, stride);
        c1L.StoreUnsafe(ref t);
        c1R.StoreUnsafe(ref t, 4);
        t = ref Unsafe.Add(ref t, stride);
        c2L.StoreUnsafe(ref t);
        c2R.StoreUnsafe(ref t, 4);
        t = ref Unsafe.Add(ref t, stride);
        c3L.StoreUnsafe(ref t);
        c3R.StoreUnsafe(ref t, 4);
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
