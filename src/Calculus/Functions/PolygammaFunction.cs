using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Calculus.Kernels;

namespace Calculus.Functions;

/// <summary>Values of the derivatives of the digamma function.</summary>
internal static class PolygammaFunction
{
    // B_2k, k = 1, 2, …
    private static readonly ImmutableArray<double> s_bernoulli =
    [
        1.0 / 6, -1.0 / 30, 1.0 / 42, -1.0 / 30, 5.0 / 66, -691.0 / 2730, 7.0 / 6, -3617.0 / 510, 43867.0 / 798, -174611.0 / 330,
        854513.0 / 138, -236364091.0 / 2730,
    ];

    /// <summary>ψ⁽ⁿ⁾(x) for a whole n ≥ 1; NaN at the poles.</summary>
    public static double Polygamma(int n, double x)
    {
        if (x > 0) return Positive(n, x);
        if (double.IsNaN(x) || x == Math.Floor(x)) return double.NaN;
        // ψ⁽ⁿ⁾(1 − x) + (−1)^(n+1)·ψ⁽ⁿ⁾(x) = (−1)^n·π·dⁿ/dxⁿ cot(πx): DLMF 5.15.6.
        var sign = n % 2 == 0 ? 1 : -1;
        return (sign * Positive(n, 1 - x)) - CotangentDerivative(n, x);
    }

    // |ψ⁽ⁿ⁾(x)| = n!·Σ 1/(x + k)^(n+1), its tail by the Euler–Maclaurin formula: DLMF 5.15.8 and 5.15.9.
    private static double Positive(int n, double x)
    {
        if (double.IsPositiveInfinity(x)) return 0;
        var large = 15 + n;
        double sum = 0;
        for (; x < large; x++) sum += FactorialOverPower(n, x);
        var first = FactorialOverPower(n, x);
        var (term, tail) = (first * (n + 1) / x, first / 2);
        tail += FactorialOverPower(n - 1, x); // n!/xⁿ/n, where n!/x^(n+1) may vanish
        for (var k = 1; k <= s_bernoulli.Length; k++)
        {
            // B_2k·(2k + n − 1)!/((2k)!·x^(2k+n))
            tail += s_bernoulli[k - 1] * term / 2;
            term *= (n + (2.0 * k)) * (n + (2.0 * k) + 1) / (((2.0 * k) + 1) * ((2.0 * k) + 2)) / (x * x);
        }

        return n % 2 == 0 ? -(sum + tail) : sum + tail;
    }

    // n!/x^(n+1), factor by factor, so that it overflows only where the result does.
    private static double FactorialOverPower(int n, double x)
    {
        var quotient = 1 / x;
        for (var j = 1; j <= n; j++) quotient *= j / x;
        return quotient;
    }

    // π·dⁿ/dxⁿ cot(πx) = π^(n+1)·P_n(cot πx) with P_0(c) = c and P_(n+1)(c) = −(1 + c²)·P_n′(c).
    private static double CotangentDerivative(int n, double x)
    {
        var cotangent = Lanes.At<Cotangent>(x);
        var coefficients = new double[n + 2];
        var next = new double[n + 2];
        coefficients[1] = 1;
        for (var order = 1; order <= n; order++)
        {
            Array.Clear(next);
            for (var k = 1; k <= order; k++)
            {
                next[k - 1] -= k * coefficients[k] * Math.PI;
                next[k + 1] -= k * coefficients[k] * Math.PI;
            }

            (coefficients, next) = (next, coefficients);
        }

        var sum = coefficients[n + 1];
        for (var k = n; k >= 0; k--) sum = (sum * cotangent) + coefficients[k];
        return Math.PI * sum;
    }

    // cot πx
    private readonly struct Cotangent : IKernel
    {
        /// <inheritdoc/>
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static T Of<T>(T x)
            where T : struct, ILanes<T>
        {
            var (sine, cosine) = Angles.BothOfHalfTurns(x);
            return cosine.Rounded / sine.Rounded;
        }
    }
}
