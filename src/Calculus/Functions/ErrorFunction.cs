using System.Collections.Immutable;

namespace Calculus.Functions;

/// <summary>Values of the error function and its complement, to a few units in the last place.</summary>
internal static partial class ErrorFunction
{
    // Below this size the power series of erf; above it the complement.
    private const double Small = 0.75;

    // (1 + 2x)·exp(x²)·erfc(x) for x ≥ 0 as a Chebyshev series in t = (x − k)/(x + k), k = 3.75: the form of
    // M. M. Shepherd and J. G. Laframboise, Math. Comp. 36 (1981), 249–253, with coefficients to double precision.
    private const double Centre = 3.75;

    private static readonly ImmutableArray<double> s_coefficients =
    [
        1.1775789345674017541, -0.0045900545806464773309, -0.084249133366517915584, 0.059209939998191890498, -0.026658668435305752277,
        0.0090749976707052650939, -0.0024131635404176081909, 0.00049077583652580863229, -0.000069169733025012063671, 4.1390279860730101675e-6,
        7.7403830661984906686e-7, -2.1886401049234395661e-7, 1.0764999465670910377e-8, 4.5219598112182868979e-9, -7.7544002088313511065e-10,
        -6.3180883408866844944e-11, 2.8687950109306698981e-11, 1.945586854577734723e-13, -9.6546967484334389059e-13, 3.2525481481487398415e-14,
        3.3478119482868053878e-14, -1.8645628804193131015e-15, -1.2507950530688647085e-15, 7.418235256624043463e-17, 5.0681489047961113168e-17,
    ];

    /// <summary>erf(x) = 2/√π·∫₀ˣ exp(−t²) dt</summary>
    public static double Erf(double x)
    {
        if (Math.Abs(x) < Small) return Series(x);
        return x < 0 ? Upper(-x) - 1 : 1 - Upper(x);
    }

    /// <summary>erfc(x) = 1 − erf(x), without cancellation for large x.</summary>
    public static double Erfc(double x) => x switch
    {
        >= 0.5 => Upper(x),
        > -Small => 1 - Series(x),
        _ => 2 - Upper(-x),
    };

    // 2/√π·Σ (−1)^k·x^(2k+1)/(k!·(2k+1))
    private static double Series(double x)
    {
        const int terms = 22;
        var square = x * x;
        double sum = 0, power = 1;
        for (var k = 1; k <= terms; k++)
        {
            power *= -square / k;
            sum += power / ((2 * k) + 1);
        }

        const double twoOverRootPi = 1.1283791670955125739, restOfIt = 1.5335459613165881e-17;
        return (twoOverRootPi * x) + (x * ((twoOverRootPi * sum) + restOfIt));
    }

    // erfc for x ≥ 1/2. The rounding error of x² is carried into the exponential.
    private static double Upper(double x)
    {
        const double farthest = 28; // beyond, erfc is smaller than every double
        if (x > farthest) return 0;
        var square = x * x;
        var lost = Math.FusedMultiplyAdd(x, x, -square);
        return Math.Exp(-square) * (1 - lost) * Chebyshev.Sum(s_coefficients, (x - Centre) / (x + Centre)) / (1 + (2 * x));
    }
}
