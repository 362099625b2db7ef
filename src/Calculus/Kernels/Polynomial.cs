using System.Runtime.CompilerServices;

namespace Calculus.Kernels;

/// <summary>
/// Polynomials with constant coefficients, the lowest first. Short ones are summed in groups of four, which keeps chains of dependent
/// operations short (Estrin, 1960); long ones by Horner's rule.
/// </summary>
internal static class Polynomial
{
    /// <summary>Σ cₖ·xᵏ by Horner's rule.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T At<T>(T x, ReadOnlySpan<double> coefficients)
        where T : struct, ILanes<T>
    {
        var sum = T.Of(coefficients[^1]);
        for (var k = coefficients.Length - 2; k >= 0; k--) sum = T.MultiplyAdd(sum, x, T.Of(coefficients[k]));
        return sum;
    }

    /// <summary>The polynomial with 6 coefficients.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T At<T>(T x, double c0, double c1, double c2, double c3, double c4, double c5)
        where T : struct, ILanes<T>
    {
        var x2 = x * x;
        var x4 = x2 * x2;
        var sum = T.MultiplyAdd(T.Of(c5), x, T.Of(c4));
        return T.MultiplyAdd(sum, x4, T.MultiplyAdd(T.MultiplyAdd(T.Of(c3), x, T.Of(c2)), x2, T.MultiplyAdd(T.Of(c1), x, T.Of(c0))));
    }

    /// <summary>The polynomial with 7 coefficients.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T At<T>(T x, double c0, double c1, double c2, double c3, double c4, double c5, double c6)
        where T : struct, ILanes<T>
    {
        var x2 = x * x;
        var x4 = x2 * x2;
        var sum = T.MultiplyAdd(T.Of(c6), x2, T.MultiplyAdd(T.Of(c5), x, T.Of(c4)));
        return T.MultiplyAdd(sum, x4, T.MultiplyAdd(T.MultiplyAdd(T.Of(c3), x, T.Of(c2)), x2, T.MultiplyAdd(T.Of(c1), x, T.Of(c0))));
    }

    /// <summary>The polynomial with 8 coefficients.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T At<T>(T x, double c0, double c1, double c2, double c3, double c4, double c5, double c6, double c7)
        where T : struct, ILanes<T>
    {
        var x2 = x * x;
        var x4 = x2 * x2;
        var sum = T.MultiplyAdd(T.MultiplyAdd(T.Of(c7), x, T.Of(c6)), x2, T.MultiplyAdd(T.Of(c5), x, T.Of(c4)));
        return T.MultiplyAdd(sum, x4, T.MultiplyAdd(T.MultiplyAdd(T.Of(c3), x, T.Of(c2)), x2, T.MultiplyAdd(T.Of(c1), x, T.Of(c0))));
    }

    /// <summary>The polynomial with 10 coefficients.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T At<T>(T x, double c0, double c1, double c2, double c3, double c4, double c5, double c6, double c7, double c8, double c9)
        where T : struct, ILanes<T>
    {
        var x2 = x * x;
        var x4 = x2 * x2;
        var sum = T.MultiplyAdd(T.Of(c9), x, T.Of(c8));
        sum = T.MultiplyAdd(sum, x4, T.MultiplyAdd(T.MultiplyAdd(T.Of(c7), x, T.Of(c6)), x2, T.MultiplyAdd(T.Of(c5), x, T.Of(c4))));
        return T.MultiplyAdd(sum, x4, T.MultiplyAdd(T.MultiplyAdd(T.Of(c3), x, T.Of(c2)), x2, T.MultiplyAdd(T.Of(c1), x, T.Of(c0))));
    }

    /// <summary>The polynomial with 12 coefficients.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T At<T>(T x, double c0, double c1, double c2, double c3, double c4, double c5, double c6, double c7, double c8, double c9, double c10, double c11)
        where T : struct, ILanes<T>
    {
        var x2 = x * x;
        var x4 = x2 * x2;
        var sum = T.MultiplyAdd(T.MultiplyAdd(T.Of(c11), x, T.Of(c10)), x2, T.MultiplyAdd(T.Of(c9), x, T.Of(c8)));
        sum = T.MultiplyAdd(sum, x4, T.MultiplyAdd(T.MultiplyAdd(T.Of(c7), x, T.Of(c6)), x2, T.MultiplyAdd(T.Of(c5), x, T.Of(c4))));
        return T.MultiplyAdd(sum, x4, T.MultiplyAdd(T.MultiplyAdd(T.Of(c3), x, T.Of(c2)), x2, T.MultiplyAdd(T.Of(c1), x, T.Of(c0))));
    }

    /// <summary>The polynomial with 13 coefficients.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T At<T>(T x, double c0, double c1, double c2, double c3, double c4, double c5, double c6, double c7, double c8, double c9, double c10, double c11, double c12)
        where T : struct, ILanes<T>
    {
        var x2 = x * x;
        var x4 = x2 * x2;
        var sum = T.Of(c12);
        sum = T.MultiplyAdd(sum, x4, T.MultiplyAdd(T.MultiplyAdd(T.Of(c11), x, T.Of(c10)), x2, T.MultiplyAdd(T.Of(c9), x, T.Of(c8))));
        sum = T.MultiplyAdd(sum, x4, T.MultiplyAdd(T.MultiplyAdd(T.Of(c7), x, T.Of(c6)), x2, T.MultiplyAdd(T.Of(c5), x, T.Of(c4))));
        return T.MultiplyAdd(sum, x4, T.MultiplyAdd(T.MultiplyAdd(T.Of(c3), x, T.Of(c2)), x2, T.MultiplyAdd(T.Of(c1), x, T.Of(c0))));
    }

    /// <summary>The polynomial with 14 coefficients.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T At<T>(T x, double c0, double c1, double c2, double c3, double c4, double c5, double c6, double c7, double c8, double c9, double c10, double c11, double c12, double c13)
        where T : struct, ILanes<T>
    {
        var x2 = x * x;
        var x4 = x2 * x2;
        var sum = T.MultiplyAdd(T.Of(c13), x, T.Of(c12));
        sum = T.MultiplyAdd(sum, x4, T.MultiplyAdd(T.MultiplyAdd(T.Of(c11), x, T.Of(c10)), x2, T.MultiplyAdd(T.Of(c9), x, T.Of(c8))));
        sum = T.MultiplyAdd(sum, x4, T.MultiplyAdd(T.MultiplyAdd(T.Of(c7), x, T.Of(c6)), x2, T.MultiplyAdd(T.Of(c5), x, T.Of(c4))));
        return T.MultiplyAdd(sum, x4, T.MultiplyAdd(T.MultiplyAdd(T.Of(c3), x, T.Of(c2)), x2, T.MultiplyAdd(T.Of(c1), x, T.Of(c0))));
    }
}
