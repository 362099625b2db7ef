using System.Collections.Immutable;

namespace Calculus.Functions;

/// <summary>Values of the digamma function and its derivatives.</summary>
internal static class PolygammaFunction
{
    // B_2k, k = 1, 2, …
    private static readonly ImmutableArray<double> s_bernoulli =
    [
        1.0 / 6, -1.0 / 30, 1.0 / 42, -1.0 / 30, 5.0 / 66, -691.0 / 2730, 7.0 / 6, -3617.0 / 510, 43867.0 / 798, -174611.0 / 330,
        854513.0 / 138, -236364091.0 / 2730,
    ];

    // The positive zero of digamma as a double, the rest that this double lacks, and the Taylor coefficients there.
    private const double Zero = 1.4616321449683622, BelowZero = 9.5499954299656977152e-17;

    private static readonly ImmutableArray<double> s_taylor =
    [
        0.9676722454476211704, -0.4427631689835921061, 0.2584997609556510106, -0.1639427054424065275, 0.1078240506912623658,
        -0.07219956125645471093, 0.04880428816414310723, -0.03316112647484735929, 0.02259764823221810466, -0.01542476590494895914,
        0.01053879161661217539, -0.007204534386356868241, 0.004926781395729853446, -0.003369801655439328083, 0.002305126306734927837,
        -0.001576936771430197259, 0.001078825201916296581, -0.0007380709389960051296, 0.0005049532658346020352, -0.0003454680251063076996,
    ];

    /// <summary>ψ(x) = Γ′(x)/Γ(x); NaN at the poles 0, −1, −2, …</summary>
    public static double Digamma(double x)
    {
        if (x <= 0)
        {
            // ψ(1 − x) − ψ(x) = π·cot(πx): DLMF 5.5.4.
            return x == Math.Floor(x) ? double.NaN : Positive(1 - x) - (Math.PI * double.CosPi(x) / double.SinPi(x));
        }

        return Positive(x);
    }

    /// <summary>ψ⁽ⁿ⁾(x) for a whole n ≥ 1; NaN at the poles.</summary>
    public static double Polygamma(int n, double x)
    {
        if (x > 0) return Positive(n, x);
        if (double.IsNaN(x) || x == Math.Floor(x)) return double.NaN;
        // ψ⁽ⁿ⁾(1 − x) + (−1)^(n+1)·ψ⁽ⁿ⁾(x) = (−1)^n·π·dⁿ/dxⁿ cot(πx): DLMF 5.15.6.
        var sign = n % 2 == 0 ? 1 : -1;
        return (sign * Positive(n, 1 - x)) - CotangentDerivative(n, x);
    }

    private static double Positive(double x)
    {
        const double nearZero = 0.25;
        if (Math.Abs(x - Zero) < nearZero)
        {
            var t = x - Zero - BelowZero;
            double series = 0;
            for (var k = s_taylor.Length - 1; k >= 0; k--) series = (series * t) + s_taylor[k];
            return series * t;
        }

        // ψ(x) = ψ(x + 1) − 1/x and ψ(x) ~ ln x − 1/(2x) − Σ B_2k/(2k·x^2k): DLMF 5.5.2 and 5.11.2.
        const double large = 12;
        double shift = 0;
        for (; x < large; x++) shift += 1 / x;
        var square = x * x;
        double sum = 0;
        for (var k = 8; k > 0; k--) sum = ((s_bernoulli[k - 1] / (2 * k)) + sum) / square;
        return Math.Log(x) - (0.5 / x) - sum - shift;
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
        var cotangent = double.CosPi(x) / double.SinPi(x);
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

        double sum = 0;
        for (var k = n + 1; k >= 0; k--) sum = (sum * cotangent) + coefficients[k];
        return Math.PI * sum;
    }
}
