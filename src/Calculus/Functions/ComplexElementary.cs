using System.Numerics;

namespace Calculus.Functions;

/// <summary>
/// Elementary functions off the real axis. The platform's lose the digits of a tiny imaginary part (its sine computes
/// sinh b as a difference of exponentials); these keep them: the imaginary part of each is accurate to a few units in its
/// own last place. Abramowitz and Stegun, 4.2.2, 4.3.55 to 4.3.57 and 4.5.49 to 4.5.51.
/// </summary>
internal static class ComplexElementary
{
    /// <summary>e^z</summary>
    public static Complex Exp(Complex z)
    {
        var size = OnAxis.Exp(z.Real);
        return new(size * OnAxis.Cos(z.Imaginary), size * OnAxis.Sin(z.Imaginary));
    }

    /// <summary>e^z − 1; its real part is (e^a − 1) cos b − 2 sin²(b/2).</summary>
    public static Complex ExpMinusOne(Complex z)
    {
        var half = OnAxis.Sin(z.Imaginary / 2);
        return new((OnAxis.ExpMinusOne(z.Real) * OnAxis.Cos(z.Imaginary)) - (2 * half * half), OnAxis.Exp(z.Real) * OnAxis.Sin(z.Imaginary));
    }

    /// <summary>log z on the branch with an angle from −π to π.</summary>
    public static Complex Log(Complex z) => new(OnAxis.Log(Size(z)), OnAxis.Atan2(z.Imaginary, z.Real));

    /// <summary>log(1 + z)</summary>
    public static Complex LogOnePlus(Complex z)
    {
        var (a, b) = (z.Real, z.Imaginary);
        var real = Math.Abs(a) < 0.5 ? OnAxis.LogOnePlus((a * (2 + a)) + (b * b)) / 2 : OnAxis.Log(OnAxis.Hypot(1 + a, b));
        return new(real, OnAxis.Atan2(b, 1 + a));
    }

    /// <summary>√z with a real part that is not negative.</summary>
    public static Complex Sqrt(Complex z)
    {
        var (a, b) = (z.Real, z.Imaginary);
        var larger = Math.Sqrt((Size(z) / 2) + (Math.Abs(a) / 2));
        if (larger == 0) return Complex.Zero;
        var smaller = Math.Abs(b) / (2 * larger);
        return a >= 0 ? new(larger, Math.CopySign(smaller, b)) : new(smaller, Math.CopySign(larger, b));
    }

    /// <summary>u^v = e^(v log u) for Re u > 0, and for a real whole v for every u.</summary>
    public static Complex? Power(Complex u, Complex v)
    {
        if (v.Imaginary == 0 && v.Real == Math.Floor(v.Real)) return Whole(u, v.Real);
        if (u is { Real: 0, Imaginary: 0 }) return v.Real > 0 ? Complex.Zero : null;
        if (u.Real < 0) return null;
        var angle = OnAxis.Atan2(u.Imaginary, u.Real);
        return FromAngle(OnAxis.Pow(Size(u), v.Real) * OnAxis.Exp(-v.Imaginary * angle), (v.Imaginary * OnAxis.Log(Size(u))) + (v.Real * angle));
    }

    /// <summary>|u|^p, and the sign that an odd power gives, for a real exponent; null at 0, where a root is not analytic.</summary>
    public static Complex? SignedPower(Complex u, double p, bool isOdd)
    {
        if (u.Real == 0) return null;
        var beside = u.Real < 0 ? -u : u;
        var power = FromAngle(OnAxis.Pow(Size(beside), p), p * OnAxis.Atan2(beside.Imaginary, beside.Real));
        return u.Real < 0 && isOdd ? -power : power;
    }

    /// <summary>sin z</summary>
    public static Complex Sin(Complex z) =>
        new(OnAxis.Sin(z.Real) * OnAxis.Cosh(z.Imaginary), OnAxis.Cos(z.Real) * OnAxis.Sinh(z.Imaginary));

    /// <summary>cos z</summary>
    public static Complex Cos(Complex z) =>
        new(OnAxis.Cos(z.Real) * OnAxis.Cosh(z.Imaginary), -OnAxis.Sin(z.Real) * OnAxis.Sinh(z.Imaginary));

    /// <summary>tan z = (t + iT)/(1 − itT) with t = tan a and T = tanh b.</summary>
    public static Complex Tan(Complex z)
    {
        var hyperbolic = Tanh(new Complex(-z.Imaginary, z.Real));
        return new(hyperbolic.Imaginary, -hyperbolic.Real);
    }

    /// <summary>sinh z</summary>
    public static Complex Sinh(Complex z) =>
        new(OnAxis.Sinh(z.Real) * OnAxis.Cos(z.Imaginary), OnAxis.Cosh(z.Real) * OnAxis.Sin(z.Imaginary));

    /// <summary>cosh z</summary>
    public static Complex Cosh(Complex z) =>
        new(OnAxis.Cosh(z.Real) * OnAxis.Cos(z.Imaginary), OnAxis.Sinh(z.Real) * OnAxis.Sin(z.Imaginary));

    /// <summary>tanh z = (T + it)/(1 + itT) with T = tanh a and t = tan b; 1 − T² is computed as 1/cosh² a, where nothing cancels.</summary>
    public static Complex Tanh(Complex z)
    {
        var (hyperbolic, circular) = (OnAxis.Tanh(z.Real), OnAxis.Tan(z.Imaginary));
        var complement = 1 / OnAxis.Cosh(z.Real);
        var below = 1 + (hyperbolic * hyperbolic * circular * circular);
        return new(hyperbolic * (1 + (circular * circular)) / below, circular * complement * complement / below);
    }

    /// <summary>The logistic function, in the form whose exponential does not overflow.</summary>
    public static Complex Logistic(Complex z)
    {
        if (z.Real >= 0) return 1 / (1 + Exp(-z));
        var small = Exp(z);
        return small / (1 + small);
    }

    /// <summary>log(1 + e^z)</summary>
    public static Complex LogOnePlusExp(Complex z) => z.Real > 0 ? z + LogOnePlus(Exp(-z)) : LogOnePlus(Exp(z));

    /// <summary>r·(cos φ + i sin φ)</summary>
    private static Complex FromAngle(double size, double angle) => new(size * OnAxis.Cos(angle), size * OnAxis.Sin(angle));

    private static double Size(Complex z) => OnAxis.Hypot(z.Real, z.Imaginary);

    private static Complex Whole(Complex u, double exponent)
    {
        const double multiplied = 64;
        if (Math.Abs(exponent) > multiplied) return SignedPower(u, exponent, Math.IEEERemainder(exponent, 2) != 0) ?? new(double.NaN, double.NaN);
        var power = Complex.One;
        for (var n = (int)Math.Abs(exponent); n > 0; n >>= 1)
        {
            if ((n & 1) != 0) power *= u;
            u *= u;
        }

        return exponent < 0 ? 1 / power : power;
    }
}
