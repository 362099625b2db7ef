namespace Calculus.Intervals;

/// <summary>
/// Doubles rounded to a side: the nearest double where an operation is exact, otherwise that or the next one. The rounding error of a sum and
/// of a product is known exactly (Knuth's two-sum; a fused product), so that what is exact stays exact.
/// </summary>
internal static class Outward
{
    // Below, the rounding error of a product may itself be rounded.
    private const double Underflow = 1e-290;

    /// <summary>A lower bound of a + b.</summary>
    public static double AddDown(double a, double b)
    {
        var sum = a + b;
        if (double.IsPositiveInfinity(sum) && !double.IsPositiveInfinity(a) && !double.IsPositiveInfinity(b)) return double.MaxValue;
        return Lost(a, b, sum) < 0 ? Math.BitDecrement(sum) : sum;
    }

    /// <summary>An upper bound of a + b.</summary>
    public static double AddUp(double a, double b) => -AddDown(-a, -b);

    /// <summary>A lower bound of a·b; 0 times anything is 0.</summary>
    public static double MultiplyDown(double a, double b)
    {
        if (a == 0 || b == 0) return 0;
        var product = a * b;
        if (double.IsInfinity(product)) return double.IsPositiveInfinity(product) && double.IsFinite(a) && double.IsFinite(b) ? double.MaxValue : product;
        if (Math.Abs(product) < Underflow) return Math.BitDecrement(product);
        return Math.FusedMultiplyAdd(a, b, -product) < 0 ? Math.BitDecrement(product) : product;
    }

    /// <summary>An upper bound of a·b; 0 times anything is 0.</summary>
    public static double MultiplyUp(double a, double b) => -MultiplyDown(-a, b);

    /// <summary>A lower bound of a/b for b other than 0; 0 over an infinite b.</summary>
    public static double DivideDown(double a, double b)
    {
        if (a == 0) return 0;
        if (double.IsInfinity(b)) return Math.Sign(a) * Math.Sign(b) < 0 ? -double.Epsilon : 0;
        var quotient = a / b;
        if (double.IsInfinity(quotient)) return double.IsPositiveInfinity(quotient) && double.IsFinite(a) ? double.MaxValue : quotient;
        if (Math.Abs(quotient) < Underflow || Math.Abs(a) < Underflow) return Math.BitDecrement(quotient);
        // The remainder has the sign of what was lost times the divisor's.
        var remainder = Math.FusedMultiplyAdd(-quotient, b, a);
        return double.IsNaN(remainder) || Math.Sign(remainder) * Math.Sign(b) < 0 ? Math.BitDecrement(quotient) : quotient;
    }

    /// <summary>An upper bound of a/b for b other than 0.</summary>
    public static double DivideUp(double a, double b) => -DivideDown(-a, b);

    private static double Lost(double a, double b, double sum)
    {
        if (!double.IsFinite(sum)) return 0;
        var part = sum - a;
        var lost = (a - (sum - part)) + (b - part);
        return double.IsFinite(lost) ? lost : -1;
    }
}
