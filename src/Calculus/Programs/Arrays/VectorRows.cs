using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Calculus.Programs.Arrays;

/// <summary>
/// A matrix times a vector, several rows at once: what is read of the vector serves all of them, and their sums do not wait for each other.
/// Each sum has the order of <see cref="Vectors"/>, so the bits are the same as of one row after the other.
/// </summary>
internal static class VectorRows
{
    private const int Lanes = 4, Step = 4 * Lanes;

    /// <summary>The product of each row with a vector.</summary>
    /// <param name="matrix">The rows, each in one piece.</param>
    /// <param name="stride">From one row to the next.</param>
    /// <param name="vector">The vector, in one piece, as long as a row.</param>
    /// <param name="to">Receives the products.</param>
    /// <param name="strideTo">From one product to the next.</param>
    /// <param name="rows">How many rows.</param>
    public static void Dot(ReadOnlySpan<double> matrix, int stride, ReadOnlySpan<double> vector, Span<double> to, int strideTo, int rows)
    {
        var row = Vector512.IsHardwareAccelerated ? WideByFour(matrix, stride, vector, to, strideTo, rows) : 0;
        for (; row < rows - 1; row += 2)
        {
            var first = matrix.Slice(row * stride, vector.Length);
            var second = matrix.Slice((row + 1) * stride, vector.Length);
            var (a, b) = Vector512.IsHardwareAccelerated ? Wide(first, second, vector) : Narrow(first, second, vector);
            (to[row * strideTo], to[(row + 1) * strideTo]) = (a, b);
        }

        if (row < rows) to[row * strideTo] = Vectors.Dot(vector, matrix.Slice(row * stride, vector.Length));
    }

    /// <summary>to += Σ cᵢ·rowᵢ, the first row first.</summary>
    /// <param name="numbers">The numbers c.</param>
    /// <param name="strideNumbers">From one number to the next.</param>
    /// <param name="matrix">The rows, each in one piece.</param>
    /// <param name="stride">From one row to the next.</param>
    /// <param name="rows">How many rows.</param>
    /// <param name="to">The sum, as long as a row.</param>
    public static void AddScaled(ReadOnlySpan<double> numbers, int strideNumbers, ReadOnlySpan<double> matrix, int stride, int rows, Span<double> to)
    {
        var row = 0;
        for (; row < rows - 3; row += 4)
        {
            AddFour(
                (numbers[row * strideNumbers], numbers[(row + 1) * strideNumbers], numbers[(row + 2) * strideNumbers], numbers[(row + 3) * strideNumbers]),
                matrix.Slice(row * stride, (3 * stride) + to.Length), stride, to);
        }

        for (; row < rows; row++) Vectors.AddScaled(numbers[row * strideNumbers], matrix.Slice(row * stride, to.Length), to);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static (double A, double B) Narrow(ReadOnlySpan<double> first, ReadOnlySpan<double> second, ReadOnlySpan<double> vector)
    {
        ref var a = ref MemoryMarshal.GetReference(first);
        ref var b = ref MemoryMarshal.GetReference(second);
        ref var v = ref MemoryMarshal.GetReference(vector);
        Vector256<double> a0 = default, a1 = default, a2 = default, a3 = default, b0 = default, b1 = default, b2 = default, b3 = default;
        var k = 0;
        for (; k <= vector.Length - Step; k += Step)
        {
            var x = Vector256.LoadUnsafe(ref v, (nuint)k);
            a0 = Vector256.FusedMultiplyAdd(Vector256.LoadUnsafe(ref a, (nuint)k), x, a0);
            b0 = Vector256.FusedMultiplyAdd(Vector256.LoadUnsafe(ref b, (nuint)k), x, b0);
            x = Vector256.LoadUnsafe(ref v, (nuint)(k + Lanes));
            a1 = Vector256.FusedMultiplyAdd(Vector256.LoadUnsafe(ref a, (nuint)(k + Lanes)), x, a1);
            b1 = Vector256.FusedMultiplyAdd(Vector256.LoadUnsafe(ref b, (nuint)(k + Lanes)), x, b1);
            x = Vector256.LoadUnsafe(ref v, (nuint)(k + (2 * Lanes)));
            a2 = Vector256.FusedMultiplyAdd(Vector256.LoadUnsafe(ref a, (nuint)(k + (2 * Lanes))), x, a2);
            b2 = Vector256.FusedMultiplyAdd(Vector256.LoadUnsafe(ref b, (nuint)(k + (2 * Lanes))), x, b2);
            x = Vector256.LoadUnsafe(ref v, (nuint)(k + (3 * Lanes)));
            a3 = Vector256.FusedMultiplyAdd(Vector256.LoadUnsafe(ref a, (nuint)(k + (3 * Lanes))), x, a3);
            b3 = Vector256.FusedMultiplyAdd(Vector256.LoadUnsafe(ref b, (nuint)(k + (3 * Lanes))), x, b3);
        }

        var (tailA, tailB) = Tails(first, second, vector, k);
        return (Vector256.Sum((a0 + a1) + (a2 + a3)) + tailA, Vector256.Sum((b0 + b1) + (b2 + b3)) + tailB);
    }

    // Two vectors of four lanes are one of eight.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static (double A, double B) Wide(ReadOnlySpan<double> first, ReadOnlySpan<double> second, ReadOnlySpan<double> vector)
    {
        ref var a = ref MemoryMarshal.GetReference(first);
        ref var b = ref MemoryMarshal.GetReference(second);
        ref var v = ref MemoryMarshal.GetReference(vector);
        Vector512<double> a0 = default, a2 = default, b0 = default, b2 = default;
        var k = 0;
        for (; k <= vector.Length - Step; k += Step)
        {
            var x = Vector512.LoadUnsafe(ref v, (nuint)k);
            a0 = Vector512.FusedMultiplyAdd(Vector512.LoadUnsafe(ref a, (nuint)k), x, a0);
            b0 = Vector512.FusedMultiplyAdd(Vector512.LoadUnsafe(ref b, (nuint)k), x, b0);
            x = Vector512.LoadUnsafe(ref v, (nuint)(k + (2 * Lanes)));
            a2 = Vector512.FusedMultiplyAdd(Vector512.LoadUnsafe(ref a, (nuint)(k + (2 * Lanes))), x, a2);
            b2 = Vector512.FusedMultiplyAdd(Vector512.LoadUnsafe(ref b, (nuint)(k + (2 * Lanes))), x, b2);
        }

        var (tailA, tailB) = Tails(first, second, vector, k);
        return (Total(a0, a2) + tailA, Total(b0, b2) + tailB);
    }

    // As many rows as are left of whole fours; how many these were.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static int WideByFour(ReadOnlySpan<double> matrix, int stride, ReadOnlySpan<double> vector, Span<double> to, int strideTo, int rows)
    {
        ref var v = ref MemoryMarshal.GetReference(vector);
        var row = 0;
        for (; row < rows - 3; row += 4)
        {
            ref var a = ref MemoryMarshal.GetReference(matrix.Slice(row * stride, (3 * stride) + vector.Length));
            ref var b = ref Unsafe.Add(ref a, stride);
            ref var c = ref Unsafe.Add(ref b, stride);
            ref var d = ref Unsafe.Add(ref c, stride);
            Vector512<double> a0 = default, a2 = default, b0 = default, b2 = default, c0 = default, c2 = default, d0 = default, d2 = default;
            var k = 0;
            for (; k <= vector.Length - Step; k += Step)
            {
                var x = Vector512.LoadUnsafe(ref v, (nuint)k);
                a0 = Vector512.FusedMultiplyAdd(Vector512.LoadUnsafe(ref a, (nuint)k), x, a0);
                b0 = Vector512.FusedMultiplyAdd(Vector512.LoadUnsafe(ref b, (nuint)k), x, b0);
                c0 = Vector512.FusedMultiplyAdd(Vector512.LoadUnsafe(ref c, (nuint)k), x, c0);
                d0 = Vector512.FusedMultiplyAdd(Vector512.LoadUnsafe(ref d, (nuint)k), x, d0);
                x = Vector512.LoadUnsafe(ref v, (nuint)(k + (2 * Lanes)));
                a2 = Vector512.FusedMultiplyAdd(Vector512.LoadUnsafe(ref a, (nuint)(k + (2 * Lanes))), x, a2);
                b2 = Vector512.FusedMultiplyAdd(Vector512.LoadUnsafe(ref b, (nuint)(k + (2 * Lanes))), x, b2);
                c2 = Vector512.FusedMultiplyAdd(Vector512.LoadUnsafe(ref c, (nuint)(k + (2 * Lanes))), x, c2);
                d2 = Vector512.FusedMultiplyAdd(Vector512.LoadUnsafe(ref d, (nuint)(k + (2 * Lanes))), x, d2);
            }

            double tailA = 0, tailB = 0, tailC = 0, tailD = 0;
            for (; k < vector.Length; k++)
            {
                var x = Unsafe.Add(ref v, k);
                tailA += Unsafe.Add(ref a, k) * x;
                tailB += Unsafe.Add(ref b, k) * x;
                tailC += Unsafe.Add(ref c, k) * x;
                tailD += Unsafe.Add(ref d, k) * x;
            }

            to[row * strideTo] = Total(a0, a2) + tailA;
            to[(row + 1) * strideTo] = Total(b0, b2) + tailB;
            to[(row + 2) * strideTo] = Total(c0, c2) + tailC;
            to[(row + 3) * strideTo] = Total(d0, d2) + tailD;
        }

        return row;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static double Total(Vector512<double> s01, Vector512<double> s23) =>
        Vector256.Sum((s01.GetLower() + s01.GetUpper()) + (s23.GetLower() + s23.GetUpper()));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static (double A, double B) Tails(ReadOnlySpan<double> first, ReadOnlySpan<double> second, ReadOnlySpan<double> vector, int k)
    {
        var (a, b) = (0.0, 0.0);
        for (; k < vector.Length; k++)
        {
            a += first[k] * vector[k];
            b += second[k] * vector[k];
        }

        return (a, b);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void AddFour((double A, double B, double C, double D) numbers, ReadOnlySpan<double> matrix, int stride, Span<double> to)
    {
        ref var a = ref MemoryMarshal.GetReference(matrix);
        ref var b = ref Unsafe.Add(ref a, stride);
        ref var c = ref Unsafe.Add(ref b, stride);
        ref var d = ref Unsafe.Add(ref c, stride);
        ref var sum = ref MemoryMarshal.GetReference(to);
        var k = 0;
        if (Vector512.IsHardwareAccelerated)
        {
            var (p, q, r, s) = (Vector512.Create(numbers.A), Vector512.Create(numbers.B), Vector512.Create(numbers.C), Vector512.Create(numbers.D));
            for (; k <= to.Length - (2 * Lanes); k += 2 * Lanes)
            {
                var first = Vector512.FusedMultiplyAdd(p, Vector512.LoadUnsafe(ref a, (nuint)k), Vector512.LoadUnsafe(ref sum, (nuint)k));
                var second = Vector512.FusedMultiplyAdd(q, Vector512.LoadUnsafe(ref b, (nuint)k), first);
                var third = Vector512.FusedMultiplyAdd(r, Vector512.LoadUnsafe(ref c, (nuint)k), second);
                Vector512.FusedMultiplyAdd(s, Vector512.LoadUnsafe(ref d, (nuint)k), third).StoreUnsafe(ref sum, (nuint)k);
            }
        }

        var (w, x, y, z) = (Vector256.Create(numbers.A), Vector256.Create(numbers.B), Vector256.Create(numbers.C), Vector256.Create(numbers.D));
        for (; k <= to.Length - Lanes; k += Lanes)
        {
            var first = Vector256.FusedMultiplyAdd(w, Vector256.LoadUnsafe(ref a, (nuint)k), Vector256.LoadUnsafe(ref sum, (nuint)k));
            var second = Vector256.FusedMultiplyAdd(x, Vector256.LoadUnsafe(ref b, (nuint)k), first);
            var third = Vector256.FusedMultiplyAdd(y, Vector256.LoadUnsafe(ref c, (nuint)k), second);
            Vector256.FusedMultiplyAdd(z, Vector256.LoadUnsafe(ref d, (nuint)k), third).StoreUnsafe(ref sum, (nuint)k);
        }

        for (; k < to.Length; k++)
        {
            var first = Math.FusedMultiplyAdd(numbers.A, Unsafe.Add(ref a, k), to[k]);
            var second = Math.FusedMultiplyAdd(numbers.B, Unsafe.Add(ref b, k), first);
            to[k] = Math.FusedMultiplyAdd(numbers.D, Unsafe.Add(ref d, k), Math.FusedMultiplyAdd(numbers.C, Unsafe.Add(ref c, k), second));
        }
    }
}
