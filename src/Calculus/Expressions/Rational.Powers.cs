using System.Numerics;

namespace Calculus.Expressions;

/// <summary>Powers and roots, as far as they are fractions.</summary>
public readonly partial struct Rational
{
    /// <summary>Whether it can be written in a definition: a double holds it, and it is a decimal or a double holds numerator and denominator.</summary>
    public bool IsWithinDoubles
    {
        get
        {
            const int safe = 1_000;
            if (Bits <= safe) return true;
            var nearest = ToDouble();
            if (!double.IsFinite(nearest) || nearest == 0) return false;
            return IsDecimal(Denominator) || (double.IsFinite((double)Numerator) && double.IsFinite((double)Denominator));
        }
    }

    private static bool IsDecimal(BigInteger denominator)
    {
        const int longest = 2_000; // digits after the point: those of a literal, and those of the smallest double
        return (BigInteger.Pow(10, longest) % denominator).IsZero;
    }

    /// <summary>The number to a whole power, or null where the result is longer than the bits allowed, out of range of doubles, or 1/0.</summary>
    public Rational? TryPower(BigInteger exponent, int maximumBits)
    {
        if (exponent.IsZero) return One;
        if (IsZero) return exponent.Sign < 0 ? null : Zero;
        if (IsOne) return One;
        var size = BigInteger.Abs(exponent);
        if (Abs().IsOne) return size.IsEven ? One : this;
        var bits = Math.Max(BigInteger.Abs(Numerator).GetBitLength(), Denominator.GetBitLength());
        if (size > maximumBits || (bits - 1) * (long)size > maximumBits) return null;
        var power = Of(BigInteger.Pow(Numerator, (int)size), BigInteger.Pow(Denominator, (int)size));
        if (exponent.Sign < 0) power = power.Reciprocal();
        return power.IsWithinDoubles ? power : null;
    }

    /// <summary>The exact real root of the given order, or null where there is none among the fractions.</summary>
    /// <param name="order">At least 2; an even root of a negative number is null.</param>
    public Rational? TryRoot(BigInteger order)
    {
        if (Sign < 0) return order.IsEven ? null : -(-this).TryRoot(order);
        if (IsZero || IsOne) return this;
        if (order > Bits + 1) return null;
        var n = (int)order;
        return WholeRoot(Numerator, n) is { } p && WholeRoot(Denominator, n) is { } q ? Of(p, q) : null;
    }
}
