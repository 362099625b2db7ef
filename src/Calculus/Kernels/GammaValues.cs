using System.Runtime.CompilerServices;

namespace Calculus.Kernels;

/// <summary>
/// The gamma function and its logarithm: below 12 a polynomial for Γ(2 + t) with |t| ≤ ½ and products by Γ(x + 1) = x·Γ(x), above it
/// Stirling's series in two parts, and left of 0 the reflection Γ(x)·Γ(1 − x) = π/sin πx (NIST, <i>Digital Library of Mathematical
/// Functions</i>, 5.5 and 5.11).
/// </summary>
internal static class GammaValues
{
    // From here on Stirling's series is accurate.
    private const double Large = 12;

    // Beyond, Γ is larger than every double, and left of −250 smaller.
    private const double Farthest = 250;

    // Beyond, log Γ is larger than every double.
    private const double LargestOfLog = 2.556348163871690e305;

    private const double HalfLogTwoPi = 0.9189385332046728, HalfLogTwoPiRest = -3.8782941580672414e-17;

    private const double Pi = 3.141592653589793;

    // (Γ(2 + t) − 1)/t
    private static ReadOnlySpan<double> Near =>
    [
        0.42278433509846713, 0.4118403304264397, 0.08157691924708578, 0.07424901075351414, -0.0002669820686815415, 0.011154045718099253, -0.0028526458243922203,
        0.002103933342315888, -0.0009195737551482517, 0.0004903884089821622, -0.00024094267531439375, 0.00012167442630052173, -6.078175436844165e-05, 3.044798835625895e-05,
        -1.5296491296612456e-05, 7.652558569810407e-06, -3.6089634567263795e-06, 1.8049142533167348e-06, -1.3135500461579457e-06, 6.568300306639461e-07,
    ];

    // log Γ(2 + t)/t
    private static ReadOnlySpan<double> NearLog =>
    [
        0.42278433509846713, 0.3224670334241132, -0.06735230105319814, 0.02058080842778457, -0.007385551028668105, 0.002890510330738714, -0.001192753912003202, 0.0005096695248863511,
        -0.00022315475069657542, 9.945750907565599e-05, -4.492635170956042e-05, 2.050726770551761e-05, -9.43845430760913e-06, 4.3743728101436215e-06, -2.04493876139291e-06,
        9.578752289271384e-07, -4.303136627058799e-07, 2.0302789469903453e-07, -1.3416794236999822e-07, 6.38094682943192e-08,
    ];

    // B_2k/(2k·(2k − 1)), k = 2, 3, …: DLMF 5.11.1; the first, 1/12, stands apart.
    private static ReadOnlySpan<double> Stirling => [-1.0 / 360, 1.0 / 1260, -1.0 / 1680, 1.0 / 1188, -691.0 / 360360, 1.0 / 156, -3617.0 / 122400];

    /// <summary>Γ(x); NaN at the poles 0, −1, −2, …</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Gamma<T>(T x)
        where T : struct, ILanes<T>
    {
        var size = T.Abs(x);
        var isLarge = size > T.Of(Large);
        var isLeft = x < T.Of(0);
        var value = x;
        if (T.Any(isLarge ^ T.Equal(x, x)))
        {
            var near = T.Smaller(size, T.Of(Large));
            var (m, divisor) = Small(near);
            value = m / divisor;
            if (T.Any(isLeft)) value = T.Select(isLeft, Reflected(near, m, divisor), value);
        }

        if (T.Any(isLarge))
        {
            // Left of 0, Γ(−y) = −π/(y·sin(πy)·Γ(y)).
            var y = T.Larger(T.Smaller(size, T.Of(Farthest)), T.Of(Large));
            var logarithm = Log(y);
            var parts = Exponential.Parts(new Twofold<T>(T.Select(isLeft, -logarithm.High, logarithm.High), T.Select(isLeft, -logarithm.Low, logarithm.Low)));
            var m = parts.Mantissa.Rounded;
            if (T.Any(isLeft)) m = T.Select(isLeft, T.Of(-Pi) / (y * Angles.BothOfHalfTurns(size).Sine.Rounded) * m, m);
            value = T.Select(isLarge, T.Scaled(m, parts.Scale), value);
            var isWhole = (x > T.Of(Large)) & (x < T.Of(Factorials.Largest + 2)) & T.Equal(T.Floor(x), x);
            if (T.Any(isWhole)) value = Factorials.Below(x, isWhole, value);
        }

        value = T.Select(T.Equal(T.Floor(x), x) & (x < T.Of(0.5)), T.Of(double.NaN), value);
        return T.Select(T.Equal(x, T.Of(double.PositiveInfinity)), x, value);
    }

    /// <summary>x! = Γ(x + 1): x·Γ(x) above 1, where x + 1 would be rounded.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Factorial<T>(T x)
        where T : struct, ILanes<T>
    {
        var isAbove = x > T.Of(1);
        var value = Gamma(T.Select(isAbove, x, x + T.Of(1)));
        return T.Select(isAbove, x * value, value);
    }

    /// <summary>log|Γ(x)|; infinite at the poles.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T LogGamma<T>(T x)
        where T : struct, ILanes<T>
    {
        var size = T.Abs(x);
        var (isLarge, isLeft, isAroundTwo) = (size > T.Of(Large), x < T.Of(0), (x > T.Of(0)) & (x < T.Of(2.5)));
        var value = x;
        if (T.Any(isAroundTwo)) value = AroundTwo(x);
        var isSmall = (isLarge | isAroundTwo) ^ T.Equal(x, x);
        if (T.Any(isSmall))
        {
            var near = T.Smaller(size, T.Of(Large));
            var (m, divisor) = Small(near);
            var gamma = m / divisor;
            if (T.Any(isLeft)) gamma = T.Select(isLeft, T.Abs(Reflected(near, m, divisor)), gamma);

            // Γ(x) overflows at the smallest numbers, where it is 1/x.
            var isTiny = size < T.Of(1e-20);
            var logarithm = Logarithm.Of(T.Select(isTiny, size, gamma));
            value = T.Select(isSmall, T.Select(isTiny, -logarithm, logarithm), value);
        }

        if (T.Any(isLarge))
        {
            var y = T.Larger(size, T.Of(Large));
            var logarithm = Log(y);
            var large = logarithm.Rounded;
            if (T.Any(isLarge & isLeft))
            {
                var sine = T.Abs(Angles.BothOfHalfTurns(y).Sine.Rounded);
                var rest = Logarithm.Parts(Twofold<T>.Product(y * sine, T.Of(1 / Pi))).Plus(logarithm);
                large = T.Select(isLeft, -rest.Rounded, large);
            }

            value = T.Select(isLarge, large, value);
        }

        value = T.Select(T.Equal(T.Floor(x), x) & (x < T.Of(0.5)), T.Of(double.PositiveInfinity), value);
        return T.Select(size > T.Of(LargestOfLog), T.Of(double.PositiveInfinity), value);
    }

    // Γ(x) for 0 ≤ x ≤ 12 as a quotient: Γ(2 + t)·(x − 1)·(x − 2)…, or over x·(x + 1); the factors are exact but for x + 1.
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    private static (T Above, T Below) Small<T>(in T x)
        where T : struct, ILanes<T>
    {
        var n = T.Smaller(T.Round(x), T.Of(Large));
        var t = x - n;
        var (product, lost) = (T.Of(1), T.Of(0));
        for (var k = 1; k <= Large - 2; k++)
        {
            var isFactor = n > T.Of(k + 1.5);
            if (!T.Any(isFactor)) break;
            var factor = T.Select(isFactor, x - T.Of(k), T.Of(1));
            var next = Twofold<T>.Product(product, factor);
            lost = T.MultiplyAdd(lost, factor, next.Low);
            product = next.High;
        }

        var series = Twofold<T>.OrderedSum(T.Of(1), t * Polynomial.At(t, Near));
        var above = T.MultiplyAdd(series.High, product, T.MultiplyAdd(series.High, lost, series.Low * product));
        var below = T.Select(n < T.Of(1.5), x, T.Of(1));
        return (above, T.Select(n < T.Of(0.5), T.MultiplyAdd(x, x, x), below));
    }

    // Γ(−y) = −π/(y·sin(πy)·Γ(y)), Γ(y) given as a quotient.
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    private static T Reflected<T>(in T y, in T above, in T below)
        where T : struct, ILanes<T>
    {
        // Near 0 the divisor y·(y + 1) cancels y.
        var isNear = y < T.Of(0.5);
        var sine = Angles.BothOfHalfTurns(y).Sine.Rounded;
        var factor = T.Select(isNear, y + T.Of(1), below);
        return T.Of(-Pi) * factor / (T.Select(isNear, T.Of(1), y) * sine * above);
    }

    // log Γ(x) for 0 < x ≤ 2.5, by log Γ(2 + t) with t = x − 2, x − 1 or x.
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    private static T AroundTwo<T>(in T x)
        where T : struct, ILanes<T>
    {
        var (isLow, isMiddle) = (x < T.Of(0.5), x < T.Of(1.5));
        var t = x - T.Select(isLow, T.Of(0), T.Select(isMiddle, T.Of(1), T.Of(2)));
        var value = t * Polynomial.At(t, NearLog);
        value -= T.Select(isMiddle, Logarithm.OnePlus(t), T.Of(0));
        return T.Any(isLow) ? value - T.Select(isLow, Logarithm.Of(x), T.Of(0)) : value;
    }

    // log Γ(x) = (x − ½)·log x − x + ½·log 2π + 1/(12x) − … for x ≥ 12, in two parts.
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    private static Twofold<T> Log<T>(in T x)
        where T : struct, ILanes<T>
    {
        // For huge x the factor x − ½ is x, and log x − 1 keeps the product finite as long as the value is.
        var logarithm = Logarithm.PartsApart(x);
        var reciprocal = T.Of(1) / x;
        var square = reciprocal * reciprocal;
        var series = reciprocal * T.MultiplyAdd(square, Polynomial.At(square, Stirling), T.Of(1.0 / 12));
        var main = logarithm.Plus(T.Of(-1)).Times(x);
        var rest = new Twofold<T>(logarithm.High * T.Of(-0.5), logarithm.Low * T.Of(-0.5));
        return main.Plus(rest).Plus(new Twofold<T>(T.Of(HalfLogTwoPi), series + T.Of(HalfLogTwoPiRest)));
    }
}
