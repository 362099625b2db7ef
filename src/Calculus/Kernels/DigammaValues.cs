using System.Runtime.CompilerServices;

namespace Calculus.Kernels;

/// <summary>
/// ψ = Γ′/Γ: between 1 and 2 a polynomial times the distance from its zero, up to 12 with ψ(x + 1) = ψ(x) + 1/x, above it the asymptotic
/// series, and left of 0 the reflection ψ(1 − x) − ψ(x) = π·cot πx (NIST, <i>Digital Library of Mathematical Functions</i>, 5.5 and 5.11).
/// </summary>
internal static class DigammaValues
{
    private const double Large = 12;

    // The positive zero, and what the double lacks of it.
    private const double Zero = 1.4616321449683622, ZeroRest = 9.549995429965697e-17;

    private const double Pi = 3.141592653589793, PiRest = 1.2246467991473532e-16;

    // ψ(1.5 + t)/(1.5 + t − zero) for |t| ≤ ½.
    private static ReadOnlySpan<double> Near =>
    [
        0.951055876031833, -0.4236274212814605, 0.2405424842407741, -0.14840492305390876, 0.09498872445496089, -0.06192213327307765, 0.04076083381132584, -0.026975796755408323,
        0.017907252470190822, -0.011908218022061703, 0.007926944153449189, -0.005279964544621386, 0.003519011190931134, -0.002345270825489588, 0.0015566030687219577,
        -0.001037618290713152, 0.0007234300179999778, -0.0004822679796900217, 0.00022702748653735235, -0.00015134874882071357, 0.0002598582072882712, -0.00017323820857469447,
    ];

    // B_2k/2k, k = 1, 2, …: DLMF 5.11.2.
    private static ReadOnlySpan<double> Asymptotic => [1.0 / 12, -1.0 / 120, 1.0 / 252, -1.0 / 240, 1.0 / 132, -691.0 / 32760, 1.0 / 12, -3617.0 / 8160];

    /// <summary>ψ(x); NaN at the poles 0, −1, −2, …</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Of<T>(T x)
        where T : struct, ILanes<T>
    {
        var size = T.Abs(x);
        var isLeft = x < T.Of(0);
        var sum = Positive(size);
        var value = sum.Rounded;
        if (T.Any(isLeft))
        {
            // ψ(−y) = ψ(y) + 1/y + π·cot πy
            var (sine, cosine) = Angles.BothOfHalfTurns(size);
            var cotangent = Twofold<T>.Quotient(cosine, sine).Times(new Twofold<T>(T.Of(Pi), T.Of(PiRest)));
            var reciprocal = Twofold<T>.Quotient(new(T.Of(1), T.Of(0)), new(size, T.Of(0)));
            value = T.Select(isLeft, cotangent.Plus(reciprocal).Plus(sum).Rounded, value);
        }

        // Near 0 nothing is seen but the pole, whose parts overflow.
        value = T.Select(size < T.Of(1e-20), T.Of(-1) / x, value);
        value = T.Select(T.Equal(T.Floor(x), x) & (x < T.Of(0.5)), T.Of(double.NaN), value);
        return T.Select(T.Equal(x, T.Of(double.PositiveInfinity)), x, value);
    }

    // ψ for a positive x in two parts.
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    private static Twofold<T> Positive<T>(in T x)
        where T : struct, ILanes<T>
    {
        var isLarge = x > T.Of(Large);
        var (high, low) = (x, T.Of(0));
        if (T.Any(isLarge ^ T.Equal(x, x)))
        {
            // ψ(x) = ψ(x − n) + Σ 1/(x − k) with x − n between 1 and 2.
            var near = T.Smaller(x, T.Of(Large));
            var isBelowOne = near < T.Of(1);
            var n = T.Select(isBelowOne, T.Of(-1), T.Smaller(T.Floor(near) - T.Of(1), T.Of(Large - 2)));
            var start = near - n;
            var distance = T.Select(isBelowOne, near - T.Of(Zero - 1), start - T.Of(Zero)) - T.Of(ZeroRest);
            var t = T.Select(isBelowOne, near - T.Of(0.5), start - T.Of(1.5));
            var sum = new Twofold<T>(distance * Polynomial.At(t, Near), T.Of(0));
            for (var k = 1; k <= Large - 2; k++)
            {
                var isTerm = n > T.Of(k - 0.5);
                if (!T.Any(isTerm)) break;
                sum = sum.Plus(T.Select(isTerm, T.Of(1) / (near - T.Of(k)), T.Of(0)));
            }

            sum = sum.Plus(T.Select(isBelowOne, T.Of(-1) / near, T.Of(0)));
            (high, low) = (sum.High, sum.Low);
        }

        if (T.Any(isLarge))
        {
            var y = T.Larger(x, T.Of(Large));
            var reciprocal = T.Of(1) / y;
            var square = reciprocal * reciprocal;
            var series = T.MultiplyAdd(square, Polynomial.At(square, Asymptotic), T.Of(0.5) * reciprocal);
            var large = Logarithm.PartsApart(y).Plus(-series);
            (high, low) = (T.Select(isLarge, large.High, high), T.Select(isLarge, large.Low, low));
        }

        return new(high, low);
    }
}
