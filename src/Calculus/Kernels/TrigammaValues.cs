using System.Runtime.CompilerServices;

namespace Calculus.Kernels;

/// <summary>
/// ψ′: up to 12 with ψ′(x) = ψ′(x + 1) + 1/x², above it the asymptotic series, and left of 0 the reflection
/// ψ′(x) + ψ′(1 − x) = π²/sin² πx (NIST, <i>Digital Library of Mathematical Functions</i>, 5.15).
/// </summary>
internal static class TrigammaValues
{
    private const double Large = 12, Pi = 3.141592653589793;

    // B_2k, k = 1, 2, …
    private static ReadOnlySpan<double> Bernoulli => [1.0 / 6, -1.0 / 30, 1.0 / 42, -1.0 / 30, 5.0 / 66, -691.0 / 2730, 7.0 / 6, -3617.0 / 510];

    /// <summary>ψ′(x); NaN at the poles 0, −1, −2, …</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Of<T>(T x)
        where T : struct, ILanes<T>
    {
        var isLeft = x < T.Of(0);
        var right = T.Select(isLeft, T.Of(1) - x, x);
        var value = Positive(right);
        if (T.Any(isLeft))
        {
            var size = T.Abs(x);
            var ratio = T.Of(Pi) / Angles.BothOfHalfTurns(size).Sine.Rounded;
            value = T.Select(isLeft, (ratio * ratio) - value, value);
        }

        return T.Select(T.Equal(T.Floor(x), x) & (x < T.Of(0.5)), T.Of(double.NaN), value);
    }

    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    private static T Positive<T>(in T start)
        where T : struct, ILanes<T>
    {
        var x = start;
        var (y, sum) = (x, T.Of(0));
        for (var k = 0; k < Large; k++)
        {
            var next = x + T.Of(k);
            var isTerm = next < T.Of(Large);
            if (!T.Any(isTerm)) break;
            var reciprocal = T.Of(1) / next;
            sum = T.Select(isTerm, T.MultiplyAdd(reciprocal, reciprocal, sum), sum);
            y = T.Select(isTerm, x + T.Of(k + 1), y);
        }

        // 1/y + 1/(2y²) + Σ B_2k/y^(2k+1)
        var part = T.Of(1) / y;
        var square = part * part;
        var series = T.MultiplyAdd(part * square, Polynomial.At(square, Bernoulli), T.Of(0.5) * square);
        return sum + (part + series);
    }
}
