using System.Numerics;
using Calculus.Expressions;

namespace Calculus.Programs;

/// <summary>
/// The rational number before a product as a person writes it: <c>above·u/below</c>. A fraction that a double holds
/// exactly is one factor, any other is a division, so that x/3 is rounded once.
/// </summary>
/// <param name="Above">The factor in front, ±1 where there is none.</param>
/// <param name="Below">What the rest of the denominator is multiplied by, 1 where there is none.</param>
internal readonly record struct Coefficient(double Above, double Below)
{
    private const int ShiftBits = 1000;

    /// <summary>The form of a coefficient.</summary>
    /// <param name="value">The exact number.</param>
    /// <param name="hasDenominator">Whether the product divides by something.</param>
    public static Coefficient Of(Rational value, bool hasDenominator)
    {
        var nearest = value.ToDouble();
        if (!double.IsNormal(nearest) && !value.IsZero) return OfExtreme(value);
        if (value.IsInteger) return new Coefficient(nearest, 1);
        double above = Rational.Of(value.Numerator, 1).ToDouble(), below = Rational.Of(value.Denominator, 1).ToDouble();
        if (!IsExactly(above, value.Numerator) || !IsExactly(below, value.Denominator)) return new Coefficient(nearest, 1);
        if (!hasDenominator && Math.Abs(above) != 1 && IsExactly(nearest, value)) return new Coefficient(nearest, 1);
        return new Coefficient(above, below);
    }

    // 1/200! is below every double, yet x^200/200! need not be.
    private static Coefficient OfExtreme(Rational value)
    {
        var shift = Rational.Of(BigInteger.One << ShiftBits, 1);
        if (value.Abs() > Rational.One) shift = shift.Reciprocal();
        return new Coefficient((value * shift).ToDouble(), shift.ToDouble());
    }

    private static bool IsExactly(double nearest, BigInteger value) => IsExactly(nearest, Rational.Of(value, 1));

    private static bool IsExactly(double nearest, Rational value) => double.IsFinite(nearest) && Rational.Exactly(nearest) == value;
}
