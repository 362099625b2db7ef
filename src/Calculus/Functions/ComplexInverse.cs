using System.Numerics;

namespace Calculus.Functions;

/// <summary>
/// Inverse circular and hyperbolic functions off the real axis. W. Kahan, "Branch cuts for complex elementary
/// functions", in The State of the Art in Numerical Analysis (1987); Abramowitz and Stegun, 4.4.39 and 4.6.
/// </summary>
internal static class ComplexInverse
{
    /// <summary>asin z from 1 − z and 1 + z, which a caller may know more accurately than as a sum.</summary>
    public static Complex Asin(Complex z, Complex oneMinus, Complex onePlus)
    {
        var (s, t) = (ComplexElementary.Sqrt(oneMinus), ComplexElementary.Sqrt(onePlus));
        return new(OnAxis.Atan2(z.Real, (s * t).Real), OnAxis.Asinh((Complex.Conjugate(s) * t).Imaginary));
    }

    /// <summary>asin z</summary>
    public static Complex Asin(Complex z) => Asin(z, 1 - z, 1 + z);

    /// <summary>acos z from 1 − z and 1 + z.</summary>
    public static Complex Acos(Complex oneMinus, Complex onePlus)
    {
        var (s, t) = (ComplexElementary.Sqrt(oneMinus), ComplexElementary.Sqrt(onePlus));
        return new(2 * OnAxis.Atan2(s.Real, t.Real), OnAxis.Asinh((Complex.Conjugate(t) * s).Imaginary));
    }

    /// <summary>atan z</summary>
    public static Complex Atan(Complex z)
    {
        var (a, b) = (z.Real, z.Imaginary);
        return new(
            OnAxis.Atan2(2 * a, (1 - Math.Abs(a)) * (1 + Math.Abs(a)) - (b * b)) / 2,
            OnAxis.LogOnePlus(4 * b / ((a * a) + ((1 - b) * (1 - b)))) / 4);
    }

    /// <summary>asinh z = −i asin(iz)</summary>
    public static Complex Asinh(Complex z)
    {
        var turned = Asin(new Complex(-z.Imaginary, z.Real));
        return new(turned.Imaginary, -turned.Real);
    }

    /// <summary>acosh z from z − 1 and z + 1.</summary>
    public static Complex Acosh(Complex minusOne, Complex plusOne)
    {
        var (s, t) = (ComplexElementary.Sqrt(minusOne), ComplexElementary.Sqrt(plusOne));
        return new(OnAxis.Asinh((Complex.Conjugate(s) * t).Real), 2 * OnAxis.Atan2(s.Imaginary, t.Real));
    }

    /// <summary>atanh z for |Re z| below 1; its real part is odd, so there is no cancellation near −1.</summary>
    public static Complex Atanh(Complex z)
    {
        var (a, b) = (Math.Abs(z.Real), z.Imaginary);
        var real = OnAxis.LogOnePlus(4 * a / (((1 - a) * (1 - a)) + (b * b))) / 4;
        return new(Math.CopySign(real, z.Real), OnAxis.Atan2(2 * b, ((1 - a) * (1 + a)) - (b * b)) / 2);
    }

    /// <summary>acoth z for |Re z| above 1.</summary>
    public static Complex Acoth(Complex z)
    {
        var (a, b) = (Math.Abs(z.Real), z.Imaginary);
        var real = OnAxis.LogOnePlus(4 * a / (((a - 1) * (a - 1)) + (b * b))) / 4;
        return new(Math.CopySign(real, z.Real), OnAxis.Atan2(-2 * b, ((a - 1) * (a + 1)) + (b * b)) / 2);
    }

    /// <summary>acot z by its real branch: from −π/2 to π/2, with a jump at 0.</summary>
    public static Complex? Acot(Complex z)
    {
        if (z.Real == 0) return null;
        return Math.Abs(z.Real) > 1 ? Atan(1 / z) : Math.CopySign(Math.PI / 2, z.Real) - Atan(z);
    }

    /// <summary>asec z for |Re z| of 1 and above.</summary>
    public static Complex Asec(Complex z)
    {
        var (_, oneMinus, onePlus) = Reciprocals(z);
        var angle = Acos(oneMinus, onePlus);
        return z.Real < 0 ? Math.PI - angle : angle;
    }

    /// <summary>acsc z for |Re z| of 1 and above.</summary>
    public static Complex Acsc(Complex z)
    {
        var (reciprocal, oneMinus, onePlus) = Reciprocals(z);
        var angle = Asin(reciprocal, oneMinus, onePlus);
        return z.Real < 0 ? -angle : angle;
    }

    /// <summary>asech z for Re z from 0 to 1.</summary>
    public static Complex Asech(Complex z)
    {
        var (_, oneMinus, onePlus) = Reciprocals(z);
        return Acosh(-oneMinus, onePlus);
    }

    // 1/w, 1 − 1/w and 1 + 1/w for w = ±z with Re w > 0: near 1 the real part must not come from a rounded quotient,
    // and far away the imaginary part must not come from a difference.
    private static (Complex Reciprocal, Complex OneMinus, Complex OnePlus) Reciprocals(Complex z)
    {
        var w = z.Real < 0 ? -z : z;
        var reciprocal = 1 / w;
        return (reciprocal, new(((w - 1) / w).Real, -reciprocal.Imaginary), new(((w + 1) / w).Real, reciprocal.Imaginary));
    }
}
