using System.Collections.Immutable;
using System.Numerics;

namespace Calculus.Functions;

/// <summary>Values of the gamma function and of its logarithm.</summary>
internal static class GammaFunction
{
    /// <summary>The largest whole number whose factorial is a finite double.</summary>
    public const int LargestFactorial = 170;

    // From here on Stirling's series is accurate to half a unit in the last place.
    private const double Large = 12;

    private const double HalfLogTwoPi = 0.91893853320467274178;

    // B_2k/(2k(2k−1)), k = 1, 2, …: DLMF 5.11.1.
    private static readonly ImmutableArray<double> s_stirling =
    [
        1.0 / 12, -1.0 / 360, 1.0 / 1260, -1.0 / 1680, 1.0 / 1188, -691.0 / 360360, 1.0 / 156, -3617.0 / 122400,
    ];

    // ζ(k) − 1, k = 2, 3, …
    private static readonly ImmutableArray<double> s_zetaMinusOne =
    [
        0.6449340668482264365, 0.2020569031595942854, 0.08232323371113819152, 0.03692775514336992633, 0.01734306198444913971,
        0.00834927738192282684, 0.004077356197944339379, 0.002008392826082214418, 0.0009945751278180853371, 0.0004941886041194645587,
        0.0002460865533080482986, 0.0001227133475784891468, 0.00006124813505870482926, 0.00003058823630702049355, 0.00001528225940865187173,
        7.637197637899762274e-6, 3.817293264999839856e-6, 1.908212716553938926e-6, 9.539620338727961132e-7, 4.769329867878064631e-7,
        2.3845050272773299e-7, 1.192199259653110731e-7, 5.960818905125947961e-8, 2.980350351465228019e-8, 1.490155482836504123e-8,
    ];

    private static readonly ImmutableArray<double> s_factorials = Factorials();

    /// <summary>n! for a whole n, correctly rounded; infinite beyond <see cref="LargestFactorial"/>.</summary>
    public static double Factorial(int n) => n <= LargestFactorial ? s_factorials[n] : double.PositiveInfinity;

    /// <summary>Γ(x); NaN at the poles 0, −1, −2, …</summary>
    public static double Gamma(double x)
    {
        if (double.IsNaN(x) || double.IsNegativeInfinity(x)) return double.NaN;
        if (x == Math.Floor(x))
        {
            if (x <= 0) return double.NaN;
            return x > LargestFactorial + 1 ? double.PositiveInfinity : s_factorials[(int)x - 1];
        }

        if (x > 0) return Positive(x);
        // Γ(x)·Γ(1 − x) = π/sin(πx), DLMF 5.5.3; for large x, Γ(−x) overflows where the quotient does not.
        if (!IsByLogarithm(x)) return Math.PI / double.SinPi(x) / (-x * Positive(-x));
        var size = Math.Exp(LogGamma(x));
        return double.SinPi(x) < 0 ? -size : size;
    }

    /// <summary>Whether Γ(x) is computed from its logarithm, and so loses digits: where Γ(−x) overflows.</summary>
    public static bool IsByLogarithm(double x) => x <= -LargestFactorial;

    /// <summary>log|Γ(x)|; infinite at the poles.</summary>
    public static double LogGamma(double x)
    {
        if (double.IsInfinity(x)) return double.PositiveInfinity;
        if (x <= 0)
        {
            if (x == Math.Floor(x)) return double.PositiveInfinity;
            const double tiny = 1e-100; // the square of a smaller number vanishes
            return x > -tiny ? -Math.Log(-x) : -Math.Log(Math.Abs(double.SinPi(x) * x / Math.PI)) - PositiveLog(-x);
        }

        return PositiveLog(x);
    }

    private static double PositiveLog(double x) => x switch
    {
        < 0.5 => NearTwo(x) - OnePlus.Log(x) - Math.Log(x),
        <= 1.5 => NearTwo(x - 1) - OnePlus.Log(x - 1),
        <= 2.5 => NearTwo(x - 2),
        < Large => Math.Log(Positive(x)),
        _ => ((x - 0.5) * (Math.Log(x) - 1)) + (HalfLogTwoPi - 0.5 + StirlingSeries(x)),
    };

    // log Γ(2 + t) = (1 − γ)·t + Σ (ζ(k) − 1)·(−t)^k/k for |t| ≤ 1/2: DLMF 5.7.3.
    private static double NearTwo(double t)
    {
        const double oneMinusGamma = 0.42278433509846713939;
        double sum = 0;
        for (var i = s_zetaMinusOne.Length - 1; i >= 0; i--) sum = (-t * sum) + (s_zetaMinusOne[i] / (i + 2));
        return t * (oneMinusGamma + (t * sum));
    }

    // Γ(x) = √(2π)·x^(x−1/2)·e^(−x)·exp(series), shifted up by Γ(x + 1) = x·Γ(x). The power is split in two halves to avoid overflow.
    private static double Positive(double x)
    {
        if (x > LargestFactorial + 2) return double.PositiveInfinity;
        double divisor = 1;
        for (; x < Large; x++) divisor *= x;
        var half = Math.Pow(x, (x / 2) - 0.25);
        const double rootTwoPi = 2.5066282746310005024;
        return half * Math.Exp(-x) * rootTwoPi * Math.Exp(StirlingSeries(x)) * half / divisor;
    }

    private static double StirlingSeries(double x)
    {
        var square = x * x;
        double sum = 0;
        for (var k = s_stirling.Length - 1; k >= 0; k--) sum = (sum / square) + s_stirling[k];
        return sum / x;
    }

    private static ImmutableArray<double> Factorials()
    {
        var factorials = ImmutableArray.CreateBuilder<double>(LargestFactorial + 1);
        var factorial = BigInteger.One;
        for (var n = 0; n <= LargestFactorial; n++)
        {
            if (n > 0) factorial *= n;
            factorials.Add(Expressions.Rational.Of(factorial, BigInteger.One).ToDouble());
        }

        return factorials.MoveToImmutable();
    }
}
