using System.Collections.Immutable;

namespace Calculus.Functions;

/// <summary>Sums of Chebyshev polynomials.</summary>
internal static class Chebyshev
{
    /// <summary>Σ c_n·T_n(t) by Clenshaw's recurrence (Press et al., <i>Numerical Recipes</i>, 3rd ed., section 5.8).</summary>
    public static double Sum(ImmutableArray<double> coefficients, double t)
    {
        double next = 0, afterNext = 0;
        for (var n = coefficients.Length - 1; n > 0; n--) (next, afterNext) = ((2 * t * next) - afterNext + coefficients[n], next);
        return (t * next) - afterNext + coefficients[0];
    }
}
