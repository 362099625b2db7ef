using System.Runtime.CompilerServices;

namespace Calculus.Kernels;

/// <summary>e^x as (1 + Above)·2^Scale.</summary>
/// <param name="above">What the mantissa has above 1, between −0.3 and 0.42, to about 2^−58.</param>
/// <param name="scale">A whole number.</param>
[method: MethodImpl(MethodImplOptions.AggressiveInlining)]
internal readonly struct ExponentialParts<T>(Twofold<T> above, T scale)
    where T : struct, ILanes<T>
{
    /// <summary>What the mantissa has above 1.</summary>
    public readonly Twofold<T> Above = above;

    /// <summary>The exponent of 2, a whole number.</summary>
    public readonly T Scale = scale;

    /// <summary>1 + Above.</summary>
    public Twofold<T> Mantissa
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get
        {
            var sum = Twofold<T>.OrderedSum(T.Of(1), Above.High);
            return new(sum.High, sum.Low + Above.Low);
        }
    }
}

/// <summary>
/// Exponentials: x = n·log 2 + r with |r| ≤ ½·log 2, a polynomial for e^r, and a shift of the exponent (Cody and Waite, <i>Software Manual
/// for the Elementary Functions</i>, 1980; Tang, <i>Table-Driven Implementation of the Exponential Function</i>, 1989, without the table).
/// </summary>
internal static class Exponential
{
    // Beyond, e^x is larger than every double.
    private const double Largest = 710;

    // Exponents further out give no other results, and their powers of two are not made by two shifts.
    private const double Farthest = 1_400;

    private const double Log2E = 1.4426950408889634;

    // log 2 in two parts, the first of 33 bits, so that its multiples are exact.
    private const double Log2High = 0.6931471804855391, Log2Low = 7.440617110012397e-11;

    /// <summary>e^x.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Of<T>(T x)
        where T : struct, ILanes<T>
    {
        var parts = Parts(x);
        return T.Scaled(T.Of(1) + parts.Above.High, parts.Scale);
    }

    /// <summary>e^x of a number in two parts.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Of<T>(Twofold<T> x)
        where T : struct, ILanes<T>
    {
        var parts = Parts(x);
        return T.Scaled(T.Of(1) + parts.Above.High, parts.Scale);
    }

    /// <summary>e^x − 1.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T MinusOne<T>(T x)
        where T : struct, ILanes<T>
    {
        var value = MinusOneParts(x).Rounded;
        value = T.Select(x > T.Of(Largest), T.Of(double.PositiveInfinity), value);
        return T.Select(T.Equal(x, T.Of(0)), x, value); // −0
    }

    /// <summary>e^x − 1 in two parts, for x ≤ 710.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Twofold<T> MinusOneParts<T>(T x)
        where T : struct, ILanes<T>
    {
        var parts = Parts(x);

        // 2^n·(1 + p) − 1 = (2^n − 1) + 2^n·p with n no larger than 64, beyond which the 1 is lost; the rest by another shift.
        var near = T.Smaller(parts.Scale, T.Of(64));
        var rest = PowerOfTwo(parts.Scale - near);
        var scale = PowerOfTwo(T.Larger(near, T.Of(-1_022)));
        var value = MinusOneParts(Twofold<T>.Sum(scale, T.Of(-1)), parts.Above, scale);
        return new(value.High * rest, value.Low * rest);
    }

    /// <summary>The same, for x from 0 to 44.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Twofold<T> MinusOnePartsNear<T>(T x)
        where T : struct, ILanes<T>
    {
        var parts = Parts(x);
        var scale = PowerOfTwo(parts.Scale);
        return MinusOneParts(Twofold<T>.OrderedSum(scale, T.Of(-1)), parts.Above, scale);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Twofold<T> MinusOneParts<T>(Twofold<T> top, Twofold<T> above, T scale)
        where T : struct, ILanes<T>
    {
        var sum = Twofold<T>.Sum(top.High, above.High * scale);
        return new(sum.High, T.MultiplyAdd(above.Low, scale, sum.Low) + top.Low);
    }

    /// <summary>e^x in parts.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ExponentialParts<T> Parts<T>(T x)
        where T : struct, ILanes<T>
    {
        x = Clamped(x);
        var n = T.Round(x * T.Of(Log2E));
        var start = T.MultiplyAdd(n, T.Of(-Log2High), x); // exact
        var product = n * T.Of(Log2Low);
        var r = start - product;
        return new(Series(r, (start - r) - product), n);
    }

    /// <summary>e^x in parts, of a number in two parts.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ExponentialParts<T> Parts<T>(Twofold<T> x)
        where T : struct, ILanes<T>
    {
        var high = Clamped(x.High);
        var low = T.Select(T.Equal(high, x.High), x.Low, T.Of(0));
        var n = T.Round(high * T.Of(Log2E));
        var start = T.MultiplyAdd(n, T.Of(-Log2High), high);
        var product = n * T.Of(Log2Low);
        var r = Twofold<T>.Sum(start, low - product);
        return new(Series(r.High, r.Low), n);
    }

    /// <summary>m·2^n by two factors, for machines that have no instruction for it: see <see cref="ILanes{T}.Scaled"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T ScaledTwice<T>(T m, T n)
        where T : struct, ILanes<T>
    {
        var half = T.Floor(n * T.Of(0.5));
        return m * PowerOfTwo(half) * PowerOfTwo(n - half);
    }

    /// <summary>2^n for a whole n from −1,022 to 1,023.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T PowerOfTwo<T>(T n)
        where T : struct, ILanes<T> => T.ShiftUp(n + T.Of(4503599627370496 + 1_023), 52); // 2^52: the number in the lowest bits

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static T Clamped<T>(T x)
        where T : struct, ILanes<T> => T.Larger(T.Smaller(x, T.Of(Farthest)), T.Of(-Farthest));

    // e^(r + low) − 1 = r + (r²/2 + r³·q(r) + low·(1 + r)).
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Twofold<T> Series<T>(T r, T low)
        where T : struct, ILanes<T>
    {
        var q = Polynomial.At(
            r, 0.16666666666666669, 0.041666666666666664, 0.008333333333330039, 0.0013888888888886537, 0.00019841269863171557,
            2.4801587317228724e-05, 2.7557268276905696e-06, 2.7557282838800484e-07, 2.5100472505694996e-08, 2.09112987659402e-09);
        var square = r * r;
        var rest = T.MultiplyAdd(square, T.MultiplyAdd(r, q, T.Of(0.5)), T.MultiplyAdd(low, r, low));
        return Twofold<T>.OrderedSum(r, rest);
    }
}
