using System.Runtime.CompilerServices;

namespace Calculus.Kernels;

/// <summary>
/// Hyperbolic functions from E = e^|x| − 1, in which nothing cancels near 0 (Kahan, <i>Branch Cuts for Complex Elementary Functions</i>, 1987;
/// fdlibm, <i>e_sinh.c</i>, <i>s_tanh.c</i>, <i>s_asinh.c</i>).
/// </summary>
internal static class Hyperbolic
{
    private const long SignBit = long.MinValue;

    // Beyond, e^−|x| is lost in e^|x|.
    private const double Far = 22;

    // Beyond, a square overflows or loses the 1 beside it.
    private const double Large = 1e8;

    private const double Log2 = 0.6931471805599453, Log2Rest = 2.3190468138462996e-17;

    /// <summary>(e^x − e^−x)/2 = (E + E/(E + 1))/2.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Sine<T>(T x)
        where T : struct, ILanes<T>
    {
        var size = T.Abs(x);
        var e = Exponential.MinusOnePartsNear(T.Smaller(size, T.Of(Far)));
        var value = T.Of(0.5) * e.Plus(Twofold<T>.Quotient(e, e.Plus(T.Of(1)))).Rounded;
        var isFar = size > T.Of(Far);
        if (T.Any(isFar)) value = T.Select(isFar, HalfExponential(size), value);
        return T.Select(T.Equal(x, T.Of(0)), x, value ^ (x & T.OfBits(SignBit)));
    }

    /// <summary>(e^x + e^−x)/2.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Cosine<T>(T x)
        where T : struct, ILanes<T>
    {
        var half = HalfExponential(T.Abs(x));
        return half + (T.Of(0.25) / half);
    }

    /// <summary>The quotient of both, E/(E + 2) with E = e^2|x| − 1.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Tangent<T>(T x)
        where T : struct, ILanes<T>
    {
        var size = T.Abs(x);
        var e = Exponential.MinusOnePartsNear(T.Smaller(size + size, T.Of(2 * Far)));
        var value = Twofold<T>.Quotient(e, e.Plus(T.Of(2))).Rounded;
        return T.Select(T.Equal(x, T.Of(0)), x, value ^ (x & T.OfBits(SignBit)));
    }

    /// <summary>2/(e^x + e^−x), by t = e^−|x|.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Secant<T>(T x)
        where T : struct, ILanes<T>
    {
        var parts = Exponential.Parts(-T.Abs(x));
        var m = parts.Mantissa.Rounded;
        var t = T.Scaled(m, parts.Scale);
        return T.Scaled((m + m) / T.MultiplyAdd(t, t, T.Of(1)), parts.Scale);
    }

    /// <summary>2/(e^x − e^−x).</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Cosecant<T>(T x)
        where T : struct, ILanes<T>
    {
        var value = T.Of(1) / Sine(x);
        var isFar = T.Abs(x) > T.Of(Far);
        if (!T.Any(isFar)) return value;
        var parts = Exponential.Parts(-T.Abs(x));
        var far = T.Scaled(T.Of(2) * parts.Mantissa.Rounded, parts.Scale);
        return T.Select(isFar, far | (x & T.OfBits(SignBit)), value);
    }

    /// <summary>The number whose hyperbolic sine is x: log(1 + |x| + x²/(1 + √(1 + x²))).</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T InverseSine<T>(T x)
        where T : struct, ILanes<T>
    {
        var size = T.Abs(x);
        var near = T.Smaller(size, T.Of(Large));
        var square = near * near;
        var value = Logarithm.OnePlus(near + (square / (T.Of(1) + T.Sqrt(T.Of(1) + square))));
        var isFar = size > T.Of(Large);
        if (T.Any(isFar)) value = T.Select(isFar, LogOfTwice(size), value);
        return T.Select(T.Equal(x, T.Of(0)), x, value ^ (x & T.OfBits(SignBit)));
    }

    /// <summary>The number of at least 0 whose hyperbolic cosine is 1 + t: log(1 + t + √(2t + t²)).</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T InverseCosineOfOnePlus<T>(T t)
        where T : struct, ILanes<T>
    {
        var near = T.Smaller(t, T.Of(Large));
        var value = Logarithm.OnePlus(near + T.Sqrt(T.MultiplyAdd(near, near, near + near)));
        var isFar = t > T.Of(Large);
        if (T.Any(isFar)) value = T.Select(isFar, LogOfTwice(t + T.Of(1)), value);
        return T.Select(t < T.Of(0), T.Of(double.NaN), value);
    }

    /// <summary>The number whose hyperbolic tangent is x, ½·log(1 + 2|x|/(1 − |x|)).</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T InverseTangent<T>(T x)
        where T : struct, ILanes<T>
    {
        var size = T.Abs(x);
        var value = T.Of(0.5) * Logarithm.OnePlus((size + size) / (T.Of(1) - size));
        value = T.Select(size > T.Of(1), T.Of(double.NaN), value);
        return T.Select(T.Equal(x, T.Of(0)), x, value ^ (x & T.OfBits(SignBit)));
    }

    /// <summary>arsinh(1/x), for the smallest numbers log(2/x).</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T InverseCosecant<T>(T x)
        where T : struct, ILanes<T>
    {
        var value = InverseSine(T.Of(1) / x);
        var isTiny = T.Abs(x) < T.Of(1 / Large);
        return T.Any(isTiny) ? T.Select(isTiny, LogOfTwiceReciprocal(T.Abs(x)) | (x & T.OfBits(SignBit)), value) : value;
    }

    /// <summary>arcosh(1/x), for the smallest numbers log(2/x).</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T InverseSecant<T>(T x)
        where T : struct, ILanes<T>
    {
        var value = InverseCosineOfOnePlus((T.Of(1) - x) / x);
        var isTiny = x < T.Of(1 / Large);
        if (T.Any(isTiny)) value = T.Select(isTiny, LogOfTwiceReciprocal(x), value);
        return T.Select(x > T.Of(0), value, T.Of(double.NaN));
    }

    /// <summary>½·log((x + 1)/(x − 1)) = ½·log(1 + 2/(|x| − 1)) with the sign of x.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T InverseCotangent<T>(T x)
        where T : struct, ILanes<T>
    {
        var size = T.Abs(x);
        var value = T.Of(0.5) * Logarithm.OnePlus(T.Of(2) / (size - T.Of(1)));
        value = T.Select(size < T.Of(1), T.Of(double.NaN), value);
        return value ^ (x & T.OfBits(SignBit));
    }

    /// <summary>log 2x for a large x, without overflow.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T LogOfTwice<T>(T x)
        where T : struct, ILanes<T> => Logarithm.Of(x) + T.Of(Log2);

    /// <summary>log(2/x) for a small positive x, without overflow.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T LogOfTwiceReciprocal<T>(T x)
        where T : struct, ILanes<T> => T.Of(Log2) - Logarithm.Of(x);

    // e^x/2, which is finite a little further than e^x.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static T HalfExponential<T>(T x)
        where T : struct, ILanes<T>
    {
        var start = Twofold<T>.Sum(x, T.Of(-Log2));
        return Exponential.Of(new Twofold<T>(start.High, start.Low - T.Of(Log2Rest)));
    }
}
