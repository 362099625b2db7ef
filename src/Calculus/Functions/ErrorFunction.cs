using System.Numerics;

namespace Calculus.Functions;

/// <summary>The error function and its complement off the real axis.</summary>
internal static class ErrorFunction
{
    // Beyond it e^(y²) overflows.
    private const double FurthestFromAxis = 26;

    /// <summary>erf z off the real axis.</summary>
    public static Complex Erf(Complex z) => Functions.Erf.Function.Value(z.Real) + Beside(z);

    /// <summary>erfc z off the real axis.</summary>
    public static Complex Erfc(Complex z) => Functions.Erfc.Function.Value(z.Real) - Beside(z);

    // erf(x + iy) − erf(x) by Abramowitz and Stegun, 7.1.29 (H. E. Salzer, 1951), a sum with the weights e^(−n²/4); the
    // imaginary part has a relative error of 2·10⁻¹⁷ near the axis.
    private static Complex Beside(Complex z)
    {
        var (x, y) = (z.Real, z.Imaginary);
        if (!(Math.Abs(y) <= FurthestFromAxis)) return new(double.NaN, double.NaN);
        var (sine, cosine) = (OnAxis.Sin(2 * x * y), OnAxis.Cos(2 * x * y));
        var half = OnAxis.Sin(x * y);
        var (real, imaginary) = x == 0 ? (0, y / Math.PI) : (half * half / (Math.PI * x), sine / (2 * Math.PI * x));
        var last = 14 + (2 * (int)Math.Ceiling(Math.Abs(y)));
        for (var n = 1; n <= last; n++)
        {
            var weight = 2 / Math.PI / ((n * n) + (4 * x * x));
            var (plus, minus) = (OnAxis.Exp((n * y) - (n * n / 4.0)), OnAxis.Exp((-n * y) - (n * n / 4.0)));
            var (even, odd) = ((plus + minus) / 2, OnAxis.Exp(-n * n / 4.0) * OnAxis.Sinh(n * y));
            real += weight * ((2 * x * OnAxis.Exp(-n * n / 4.0)) - (2 * x * even * cosine) + (n * odd * sine));
            imaginary += weight * ((2 * x * even * sine) + (n * odd * cosine));
        }

        var scale = OnAxis.Exp(-x * x);
        return new(scale * real, scale * imaginary);
    }
}
