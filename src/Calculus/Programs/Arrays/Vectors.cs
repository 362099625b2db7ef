using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Calculus.Programs.Arrays;

/// <summary>
/// Sums and products of vectors. Sums run in four vectors of four lanes, added in one fixed order on every machine.
/// </summary>
internal static class Vectors
{
    private const int Lanes = 4;

    /// <summary>a·b.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static double Dot(ReadOnlySpan<double> a, ReadOnlySpan<double> b)
    {
        ref var x = ref MemoryMarshal.GetReference(a);
        ref var y = ref MemoryMarshal.GetReference(b[..a.Length]);
        Vector256<double> s0 = default, s1 = default, s2 = default, s3 = default;
        var k = 0;
        for (; k <= a.Length - (4 * Lanes); k += 4 * Lanes)
        {
            s0 = Vector256.FusedMultiplyAdd(Vector256.LoadUnsafe(ref x, (nuint)k), Vector256.LoadUnsafe(ref y, (nuint)k), s0);
            s1 = Vector256.FusedMultiplyAdd(Vector256.LoadUnsafe(ref x, (nuint)(k + Lanes)), Vector256.LoadUnsafe(ref y, (nuint)(k + Lanes)), s1);
            s2 = Vector256.FusedMultiplyAdd(Vector256.LoadUnsafe(ref x, (nuint)(k + (2 * Lanes))), Vector256.LoadUnsafe(ref y, (nuint)(k + (2 * Lanes))), s2);
            s3 = Vector256.FusedMultiplyAdd(Vector256.LoadUnsafe(ref x, (nuint)(k + (3 * Lanes))), Vector256.LoadUnsafe(ref y, (nuint)(k + (3 * Lanes))), s3);
        }

        var tail = 0.0;
        for (; k < a.Length; k++) tail += a[k] * b[k];
        return Vector256.Sum((s0 + s1) + (s2 + s3)) + tail;
    }

    /// <summary>a·b along strides.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static double Dot(ReadOnlySpan<double> a, int strideA, ReadOnlySpan<double> b, int strideB, int count)
    {
        if (strideA == 1 && strideB == 1) return Dot(a[..count], b[..count]);
        double even = 0, odd = 0;
        var (i, j, k) = (0, 0, 0);
        for (; k < count - 1; k += 2)
        {
            even += a[i] * b[j];
            odd += a[i + strideA] * b[j + strideB];
            (i, j) = (i + (2 * strideA), j + (2 * strideB));
        }

        return k < count ? even + (a[i] * b[j]) + odd : even + odd;
    }

    /// <summary>The sum along a stride.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static double Sum(ReadOnlySpan<double> from, int start, int stride, int count)
    {
        var (total, k) = (0.0, 0);
        if (stride == 1)
        {
            ref var x = ref MemoryMarshal.GetReference(from.Slice(start, count));
            Vector256<double> s0 = default, s1 = default, s2 = default, s3 = default;
            for (; k <= count - (4 * Lanes); k += 4 * Lanes)
            {
                s0 += Vector256.LoadUnsafe(ref x, (nuint)k);
                s1 += Vector256.LoadUnsafe(ref x, (nuint)(k + Lanes));
                s2 += Vector256.LoadUnsafe(ref x, (nuint)(k + (2 * Lanes)));
                s3 += Vector256.LoadUnsafe(ref x, (nuint)(k + (3 * Lanes)));
            }

            total = Vector256.Sum((s0 + s1) + (s2 + s3));
        }

        for (var place = start + (k * stride); k < count; k++, place += stride) total += from[place];
        return total;
    }

    /// <summary>to += from.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Add(ReadOnlySpan<double> from, Span<double> to)
    {
        ref var x = ref MemoryMarshal.GetReference(from);
        ref var y = ref MemoryMarshal.GetReference(to[..from.Length]);
        var k = 0;
        for (; k <= from.Length - Lanes; k += Lanes)
            (Vector256.LoadUnsafe(ref x, (nuint)k) + Vector256.LoadUnsafe(ref y, (nuint)k)).StoreUnsafe(ref y, (nuint)k);
        for (; k < from.Length; k++) to[k] += from[k];
    }

    /// <summary>to += c·from.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void AddScaled(double c, ReadOnlySpan<double> from, Span<double> to)
    {
        ref var x = ref MemoryMarshal.GetReference(from);
        ref var y = ref MemoryMarshal.GetReference(to[..from.Length]);
        var factor = Vector256.Create(c);
        var k = 0;
        for (; k <= from.Length - Lanes; k += Lanes)
            Vector256.FusedMultiplyAdd(factor, Vector256.LoadUnsafe(ref x, (nuint)k), Vector256.LoadUnsafe(ref y, (nuint)k)).StoreUnsafe(ref y, (nuint)k);
        for (; k < from.Length; k++) to[k] = Math.FusedMultiplyAdd(c, from[k], to[k]);
    }

    /// <summary>to = a·b for each row, where the rows of a are multiplied by one number each.</summary>
    /// <param name="a">The rows, each in one piece.</param>
    /// <param name="strideA">From one row to the next.</param>
    /// <param name="b">The numbers.</param>
    /// <param name="strideB">From one number to the next.</param>
    /// <param name="to">The products, each row in one piece.</param>
    /// <param name="strideTo">From one row to the next.</param>
    /// <param name="rows">How many rows.</param>
    /// <param name="count">How long they are.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void MultiplyRows(ReadOnlySpan<double> a, int strideA, ReadOnlySpan<double> b, int strideB, Span<double> to, int strideTo, int rows, int count)
    {
        for (var row = 0; row < rows; row++)
        {
            ref var x = ref MemoryMarshal.GetReference(a.Slice(row * strideA, count));
            ref var y = ref MemoryMarshal.GetReference(to.Slice(row * strideTo, count));
            var number = b[row * strideB];
            var factor = Vector256.Create(number);
            var k = 0;
            for (; k <= count - Lanes; k += Lanes) (Vector256.LoadUnsafe(ref x, (nuint)k) * factor).StoreUnsafe(ref y, (nuint)k);
            for (; k < count; k++) Unsafe.Add(ref y, k) = Unsafe.Add(ref x, k) * number;
        }
    }

    /// <summary>to = a·b, entry by entry, along strides; 0 repeats.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Multiply(ReadOnlySpan<double> a, int strideA, ReadOnlySpan<double> b, int strideB, Span<double> to, int strideTo, int count)
    {
        var (i, j, place) = (0, 0, 0);
        if (strideTo == 1 && strideA == 1 && strideB is 0 or 1)
        {
            if (strideB == 0)
            {
                var factor = b[0];
                Kernels.Lanes.Map<Kernels.Arithmetic.Multiply>(a[..count], factor, to[..count]);
            }
            else
            {
                Kernels.Lanes.Map<Kernels.Arithmetic.Multiply>(a[..count], b[..count], to[..count]);
            }

            return;
        }

        for (var k = 0; k < count; k++, i += strideA, j += strideB, place += strideTo) to[place] = a[i] * b[j];
    }
}
