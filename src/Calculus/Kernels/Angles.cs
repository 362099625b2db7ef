using System.Runtime.CompilerServices;

namespace Calculus.Kernels;

/// <summary>An angle less a whole number of right angles.</summary>
/// <param name="quarters">How many right angles were taken off.</param>
/// <param name="angle">What is left, at most about π/4 in size.</param>
[method: MethodImpl(MethodImplOptions.AggressiveInlining)]
internal readonly struct ReducedAngle<T>(T quarters, Twofold<T> angle)
    where T : struct, ILanes<T>
{
    /// <summary>How many right angles were taken off.</summary>
    public readonly T Quarters = quarters;

    /// <summary>What is left.</summary>
    public readonly Twofold<T> Angle = angle;
}

/// <summary>
/// Sines and cosines: the angle less multiples of π/2, by three parts of π/2 where it is not huge (Cody and Waite, 1980), then the
/// polynomials of both at what is left (fdlibm, <i>k_sin.c</i> and <i>k_cos.c</i>).
/// </summary>
internal static class Angles
{
    // Up to here the multiple of π/2 has few enough bits for the three parts.
    private const double Huge = 1 << 27;

    private const double TwoOverPi = 0.6366197723675814;

    private const double HalfPi = 1.5707963267948966, HalfPiRest = 6.123233995736766e-17, HalfPiLast = -1.4973849048591698e-33;

    // 1.5·2^52: in a sum with it the lowest bits are those of a whole number.
    private const double WholeNumbers = 6755399441055744;

    /// <summary>The sine.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Sine<T>(T x)
        where T : struct, ILanes<T> => T.Any(IsHuge(x)) ? HugeSine(x) : T.Select(T.Equal(x, T.Of(0)), x, Turned(Reduced(x), 0)); // −0

    /// <summary>The cosine.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Cosine<T>(T x)
        where T : struct, ILanes<T> => T.Any(IsHuge(x)) ? HugeCosine(x) : Turned(Reduced(x), 1);

    /// <summary>The sine and the cosine of one angle, reduced once.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static (T Sine, T Cosine) Both<T>(T x)
        where T : struct, ILanes<T> => T.Any(IsHuge(x)) ? HugeBoth(x) : Joint(x, Reduced(x));

    /// <summary>The tangent.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Tangent<T>(T x)
        where T : struct, ILanes<T>
    {
        var (sine, cosine) = Both(x);
        return sine / cosine;
    }

    /// <summary>The cotangent.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Cotangent<T>(T x)
        where T : struct, ILanes<T>
    {
        var (sine, cosine) = Both(x);
        return cosine / sine;
    }

    /// <summary>sin(x)/x, and 1 at 0.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Cardinal<T>(T x)
        where T : struct, ILanes<T>
    {
        var value = T.Select(T.Equal(x, T.Of(0)), T.Of(1), Sine(x) / x);
        return T.Select(T.Equal(T.Abs(x), T.Of(double.PositiveInfinity)), T.Of(0), value);
    }

    /// <summary>The sine and the cosine of an angle that has been reduced, each in two parts.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static (Twofold<T> Sine, Twofold<T> Cosine) Both<T>(ReducedAngle<T> reduced)
        where T : struct, ILanes<T>
    {
        var (sine, cosine) = (Series(reduced.Angle), CosineSeries(reduced.Angle));
        sine = Twofold<T>.OrderedSum(sine.High, sine.Low);
        cosine = Twofold<T>.OrderedSum(cosine.High, cosine.Low);
        var turned = reduced.Quarters + T.Of(WholeNumbers);
        var isOdd = IsOdd(turned);
        var (one, other) = (SignOf(turned), SignOf(T.AddBits(turned, T.OfBits(1))));
        return (
            new(T.Select(isOdd, cosine.High, sine.High) ^ one, T.Select(isOdd, cosine.Low, sine.Low) ^ one),
            new(T.Select(isOdd, sine.High, cosine.High) ^ other, T.Select(isOdd, sine.Low, cosine.Low) ^ other));
    }

    // An angle in radians that is not huge, less multiples of π/2.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ReducedAngle<T> Reduced<T>(T x)
        where T : struct, ILanes<T>
    {
        var n = T.Round(x * T.Of(TwoOverPi));
        var start = T.MultiplyAdd(n, T.Of(-HalfPi), x); // exact
        var product = Twofold<T>.Product(n, T.Of(HalfPiRest));
        var high = start - product.High;
        var low = ((start - high) - product.High) - T.MultiplyAdd(n, T.Of(HalfPiLast), product.Low);
        return new ReducedAngle<T>(n, Twofold<T>.OrderedSum(high, low));
    }

    // The same for any angle.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ReducedAngle<T> ReducedFully<T>(T x)
        where T : struct, ILanes<T> => HugeAngles.Reduce(x, IsHuge(x), Reduced(x));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static T IsHuge<T>(T x)
        where T : struct, ILanes<T> => T.Abs(x) > T.Of(Huge);

    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    private static T HugeSine<T>(T x)
        where T : struct, ILanes<T> => T.Select(T.Equal(x, T.Of(0)), x, Turned(ReducedFully(x), 0));

    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    private static T HugeCosine<T>(T x)
        where T : struct, ILanes<T> => Turned(ReducedFully(x), 1);

    /// <summary>sin πx and cos πx, each in two parts.</summary>
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    public static (Twofold<T> Sine, Twofold<T> Cosine) BothOfHalfTurns<T>(in T x)
        where T : struct, ILanes<T> => Both(OfHalfTurns(x));

    /// <summary>The angle π·x, less multiples of π/2: exact, since x less multiples of one half is.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ReducedAngle<T> OfHalfTurns<T>(T x)
        where T : struct, ILanes<T>
    {
        // Whole turns are even numbers.
        var rest = x - (T.Of(2) * T.Round(x * T.Of(0.5)));
        var n = T.Round(rest + rest);
        var part = T.MultiplyAdd(n, T.Of(-0.5), rest);
        return new(n, new Twofold<T>(T.Of(2 * HalfPi), T.Of(2 * HalfPiRest)).Times(part));
    }

    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    private static (T Sine, T Cosine) HugeBoth<T>(T x)
        where T : struct, ILanes<T> => Joint(x, ReducedFully(x));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static (T Sine, T Cosine) Joint<T>(T x, ReducedAngle<T> reduced)
        where T : struct, ILanes<T>
    {
        var (sine, cosine) = (Series(reduced.Angle).Rounded, CosineSeries(reduced.Angle).Rounded);
        var turned = reduced.Quarters + T.Of(WholeNumbers);
        var isOdd = IsOdd(turned);
        var first = T.Select(isOdd, cosine, sine) ^ SignOf(turned);
        var second = T.Select(isOdd, sine, cosine) ^ SignOf(T.AddBits(turned, T.OfBits(1)));
        return (T.Select(T.Equal(x, T.Of(0)), x, first), second);
    }

    // The sine of an angle and a number of right angles.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static T Turned<T>(ReducedAngle<T> reduced, long by)
        where T : struct, ILanes<T>
    {
        var turned = T.AddBits(reduced.Quarters + T.Of(WholeNumbers), T.OfBits(by));
        return T.Select(IsOdd(turned), CosineSeries(reduced.Angle).Rounded, Series(reduced.Angle).Rounded) ^ SignOf(turned);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static T IsOdd<T>(T turned)
        where T : struct, ILanes<T> => T.Equal(T.ShiftUp(turned, 63) | T.Of(1), T.Of(-1));

    // The second lowest bit as a sign.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static T SignOf<T>(T turned)
        where T : struct, ILanes<T> => T.ShiftUp(T.ShiftDown(turned, 1), 63);

    // sin r = r + (r³·p(r²) + low·(1 − r²/2)).
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Twofold<T> Series<T>(Twofold<T> angle)
        where T : struct, ILanes<T>
    {
        var r = angle.High;
        var z = r * r;
        var p = Polynomial.At(
            z, -0.16666666666666666, 0.008333333333333331, -0.0001984126984126504, 2.7557319219320575e-06, -2.5052106225992787e-08, 1.605853059639024e-10, -7.586636867766399e-13);
        return new(r, T.MultiplyAdd(z * r, p, T.MultiplyAdd(angle.Low * z, T.Of(-0.5), angle.Low)));
    }

    // cos r = 1 − r²/2 + (r⁴·q(r²) − r·low).
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Twofold<T> CosineSeries<T>(Twofold<T> angle)
        where T : struct, ILanes<T>
    {
        var r = angle.High;
        var square = Twofold<T>.Product(r, r);
        var z = square.High;
        var q = Polynomial.At(
            z, 0.041666666666666664, -0.0013888888888888887, 2.4801587301584632e-05, -2.755731922139249e-07, 2.0876755787491707e-09, -1.147046031906734e-11, 4.745838404158619e-14);
        var half = z * T.Of(0.5);
        var high = T.Of(1) - half;
        var low = (T.Of(1) - high) - half;
        return new(high, low + T.MultiplyAdd(z * z, q, T.MultiplySubtract(square.Low, T.Of(-0.5), r * angle.Low)));
    }
}
