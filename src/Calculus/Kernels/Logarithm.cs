using System.Runtime.CompilerServices;

namespace Calculus.Kernels;

/// <summary>
/// Logarithms: x = 2^k·(1 + f) with 1 + f between √½ and √2, and log(1 + f) = 2·artanh(s) with s = f/(2 + f) (fdlibm, <i>e_log.c</i>; Tang,
/// <i>Table-Driven Implementation of the Logarithm Function</i>, 1990, without the table).
/// </summary>
internal static class Logarithm
{
    // log 2 in two parts, the first of 33 bits, so that its multiples are exact.
    private const double Log2High = 0.6931471804855391, Log2Low = 7.440617110012397e-11, Log2Rest = -1.3124698417785255e-27;

    private const double SmallestNormal = 2.2250738585072014e-308, TwoTo54 = 18014398509481984;

    // The bits of √½, rounded down to 20 bits of the mantissa, and of 2^52.
    private const long RootOfHalf = 0x3FE6A09E00000000, ExponentMask = 0x000FFFFFFFFFFFFF, TwoTo52 = 0x4330000000000000;

    /// <summary>log x; −∞ at 0 and NaN below.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Of<T>(T x)
        where T : struct, ILanes<T>
    {
        if (!AreOrdinary(x)) return OfAny(x);
        var (k, f) = SplitOrdinary(x);
        return Series(f, T.Of(0), k);
    }

    /// <summary>log(1 + x); −∞ at −1 and NaN below.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T OnePlus<T>(T x)
        where T : struct, ILanes<T>
    {
        var sum = Twofold<T>.Sum(T.Of(1), x);
        if (!AreOrdinary(sum.High)) return OnePlusAny(x);
        var (k, f) = SplitOrdinary(sum.High);
        return T.Select(T.Equal(x, T.Of(0)), x, OfSum(sum, k, f)); // −0
    }

    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    private static T OfAny<T>(T x)
        where T : struct, ILanes<T>
    {
        var (k, f) = Split(x);
        return AtEnds(x, x, Series(f, T.Of(0), k));
    }

    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    private static T OnePlusAny<T>(T x)
        where T : struct, ILanes<T>
    {
        var sum = Twofold<T>.Sum(T.Of(1), x);
        var (k, f) = Split(sum.High);
        return T.Select(T.Equal(x, T.Of(0)), x, AtEnds(sum.High, x, OfSum(sum, k, f)));
    }

    // Whether no lane holds anything but a positive finite number that is not denormal.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool AreOrdinary<T>(T x)
        where T : struct, ILanes<T> => T.AreEqual(T.Larger(T.Smaller(x, T.Of(double.MaxValue)), T.Of(SmallestNormal)), x);

    /// <summary>log of a sum in two parts, without a look at the ends.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static T OfSum<T>(Twofold<T> sum, T k, T f)
        where T : struct, ILanes<T>
    {
        // The low part over the high one, 2^k·(1 + f): of it few digits matter, but all near 0.
        var low = sum.Low * Exponential.PowerOfTwo(T.Larger(-k, T.Of(-1_000)));
        return Series(f, low * T.MultiplyAdd(f, f - T.Of(1), T.Of(1)), k);
    }

    /// <summary>log x in two parts, to about 2^−65 of it, for a positive finite x.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Twofold<T> Parts<T>(T x)
        where T : struct, ILanes<T>
    {
        var (k, f) = Split(x);
        return Parts(k, f, T.Of(0));
    }

    /// <summary>The same, compiled apart from what it is used in.</summary>
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    public static Twofold<T> PartsApart<T>(in T x)
        where T : struct, ILanes<T> => Parts(x);

    /// <summary>log x in two parts, of a positive finite number in two parts.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Twofold<T> Parts<T>(Twofold<T> x)
        where T : struct, ILanes<T>
    {
        var (k, f) = Split(x.High);
        return Parts(k, f, x.Low / x.High);
    }

    // log(2^k·(1 + f)·(1 + part)): s = f/(2 + f) in two parts, then 2s + ⅔s³ + s⁵·p(s²).
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Twofold<T> Parts<T>(T k, T f, T part)
        where T : struct, ILanes<T>
    {
        var below = Twofold<T>.OrderedSum(T.Of(2), f);
        var reciprocal = T.Of(1) / below.High;
        var s = f * reciprocal;
        var rest = T.MultiplyAdd(-s, below.Low, T.MultiplyAdd(-s, below.High, f)) * reciprocal;
        var square = Twofold<T>.Product(s, s);
        var z = square.High;
        var p = Polynomial.At(
            z, 0.4, 0.28571428571429375, 0.22222222221649277, 0.18181818336889324, 0.15384594802771998, 0.1333481337368722, 0.11706004128012087, 0.1172560453651818);
        var cube = new Twofold<T>(square.High, T.MultiplyAdd(s + s, rest, square.Low)).Times(new Twofold<T>(s, rest));
        var third = cube.Times(new Twofold<T>(T.Of(2.0 / 3), T.Of(3.700743415417188e-17)));
        var tail = T.MultiplyAdd(s * z * z, p, third.Low) + T.MultiplyAdd(rest, T.Of(2), part);
        var near = Twofold<T>.OrderedSum(s + s, third.High);
        near = Twofold<T>.OrderedSum(near.High, near.Low + tail);
        var whole = Twofold<T>.OrderedSum(k * T.Of(Log2High), k * T.Of(Log2Low));
        var sum = Twofold<T>.Sum(whole.High, near.High);
        return Twofold<T>.OrderedSum(sum.High, sum.Low + (near.Low + T.MultiplyAdd(k, T.Of(Log2Rest), whole.Low)));
    }

    /// <summary>k and f with x = 2^k·(1 + f), for a positive finite x.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static (T Exponent, T Fraction) Split<T>(T x)
        where T : struct, ILanes<T>
    {
        var isSmall = x < T.Of(SmallestNormal);
        var (k, f) = SplitOrdinary(T.Select(isSmall, x * T.Of(TwoTo54), x));
        return (T.Select(isSmall, k - T.Of(54), k), f);
    }

    // The same for numbers that are not denormal.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static (T Exponent, T Fraction) SplitOrdinary<T>(T x)
        where T : struct, ILanes<T>
    {
        // Taking off the bits of √½ makes the exponent k; what is left is put on again.
        var bits = T.AddBits(x, T.OfBits(-RootOfHalf));
        var mantissa = T.AddBits(bits & T.OfBits(ExponentMask), T.OfBits(RootOfHalf));
        var exponent = T.ShiftDown(T.AddBits(bits, T.OfBits(0x4000000000000000)), 52) | T.OfBits(TwoTo52);
        return (exponent - T.Of(4503599627370496 + 1_024), mantissa - T.Of(1));
    }

    // k·log 2 + log(1 + f) + low: f − f²/2 + s·(f²/2 + R) as in fdlibm.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static T Series<T>(T f, T low, T k)
        where T : struct, ILanes<T>
    {
        var s = f / (T.Of(2) + f);
        var z = s * s;
        var r = z * Polynomial.At(
            z, 0.6666666666666666, 0.4000000000000089, 0.28571428570795937, 0.2222222239345263, 0.181817954545265, 0.15386249788196105, 0.1326850331279476, 0.13089445145246312);
        var half = T.Of(0.5) * f * f;
        var rest = T.MultiplyAdd(s, half + r, T.MultiplyAdd(k, T.Of(Log2Low), low));
        var whole = Twofold<T>.OrderedSum(k * T.Of(Log2High), f);
        var high = whole.High - half;
        var lost = (whole.High - high) - half;
        return high + ((lost + whole.Low) + rest);
    }

    /// <summary>The logarithm of x at its ends: infinite at 0 and at infinity, NaN below 0 and where the argument is NaN.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T AtEnds<T>(T x, T argument, T value)
        where T : struct, ILanes<T>
    {
        value = T.Select(T.Equal(x, T.Of(double.PositiveInfinity)), x, value);
        value = T.Select(T.Equal(x, T.Of(0)), T.Of(double.NegativeInfinity), value);
        value = T.Select(x < T.Of(0), T.Of(double.NaN), value);
        return T.Select(T.Equal(x, x), value, argument);
    }
}
