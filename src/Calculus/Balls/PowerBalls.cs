using System.Numerics;
using Calculus.Expressions;

namespace Calculus.Balls;

/// <summary>Powers, roots and logarithms to a base.</summary>
internal static class PowerBalls
{
    private const int Guard = 12;

    // Whole powers up to here are multiplied out.
    private const long Multiplied = 1 << 20;

    /// <summary>u^v: x^0 is 1, and a negative base has whole powers only.</summary>
    public static Ball Raise(Ball u, Ball v, int bits)
    {
        if (v.IsZero && u.IsFinite) return Ball.One;
        if (!u.IsFinite || !v.IsFinite) return u.Kind > v.Kind ? u : v;
        if (v.Fraction is { IsInteger: true } whole)
        {
            if (whole.Abs() <= Multiplied || u.Sign is null or 0) return u.Raise(whole.Numerator, bits);
            var size = Positive(u.Size(bits), v, bits);
            return u.Sign < 0 && !whole.HasEvenNumerator ? size.Negated() : size;
        }

        return u.Sign switch
        {
            1 when v.Fraction is { } exponent => Positive(u, exponent, bits),
            1 => Positive(u, v, bits),
            0 => v.Sign switch { 1 => Ball.Zero, -1 => Ball.Undefined, _ => Ball.Unknown },
            -1 => v.Fraction is null ? Ball.Unknown : Ball.Undefined,
            _ => Ball.Unknown,
        };
    }

    /// <summary>u^(p/q) for an odd q: the real root of negative numbers too; undefined at 0 where p is negative.</summary>
    public static Ball RealPower(Ball u, Rational exponent, int bits)
    {
        if (exponent.IsInteger) return u.Raise(exponent.Numerator, bits);
        var isOdd = !exponent.HasEvenNumerator;
        return u.Sign switch
        {
            1 => Positive(u, exponent, bits),
            -1 => isOdd ? Positive(u.Negated(), exponent, bits).Negated() : Positive(u.Negated(), exponent, bits),
            0 => exponent.Sign > 0 ? Ball.Zero : Ball.Undefined,
            _ when exponent.Sign < 0 || !u.IsFinite => Ball.Unknown,
            _ => isOdd ? u.RisingOdd(Power, bits) : u.RisingWithSize(Power, bits),
        };

        Ball Power(Ball x, int precision) => x.IsZero ? x : Positive(x, exponent, precision);
    }

    /// <summary>The n-th root: for an odd whole n of negative numbers too, for any other n the power x^(1/n).</summary>
    public static Ball Root(Ball x, Ball n, int bits)
    {
        if (n.Fraction is { IsInteger: true, HasEvenNumerator: false } order) return RealPower(x, order.Reciprocal(), bits);
        return Raise(x, Ball.One.Divide(n, bits + Guard), bits);
    }

    /// <summary>√(x² + y²)</summary>
    public static Ball Hypot(Ball x, Ball y, int bits) =>
        x.Raise(2, bits + Guard).Add(y.Raise(2, bits + Guard), bits + Guard) is var square && square.Sign is null
            ? square.RisingWithSize(ElementaryBalls.Sqrt, bits)
            : ElementaryBalls.Sqrt(square, bits);

    /// <summary>2^x.</summary>
    public static Ball Exp2(Ball x, int bits) => x.Fraction is { IsInteger: true } whole && whole.Abs() <= Ball.HighestBit / 2
        ? Ball.One.Shifted((long)whole.Numerator)
        : Positive(2, x, bits);

    /// <summary>The logarithm to a whole base; exact for the powers of the base.</summary>
    public static Ball Log(Ball x, int @base, int bits) =>
        x.Fraction is { Sign: 1 } exact && Functions.ExactLogarithm.TryOf(exact, @base) is { } whole
            ? Ball.Of(whole)
            : ElementaryBalls.Log(x, bits + Guard).Divide(@base == 2 ? BallConstants.Log2(bits + Guard) : ElementaryBalls.Log(@base, bits + Guard), bits);

    // The power of a positive number: exact where the root is, and otherwise exp(v·log u) with as many bits more as the exponent has.
    private static Ball Positive(Ball u, Rational exponent, int bits)
    {
        const int longestOrder = 16, longestPower = 64;
        if (exponent.Denominator <= longestOrder && exponent.Abs() <= longestPower)
        {
            if (u.Fraction?.TryRoot(exponent.Denominator) is { } root) return Ball.Of(root).Raise(exponent.Numerator, bits);
            if (exponent.Denominator == 2) return ElementaryBalls.Sqrt(u.Raise(exponent.Numerator, bits + Guard), bits);
        }

        return Positive(u, Ball.Of(exponent), bits);
    }

    private static Ball Positive(Ball u, Ball v, int bits)
    {
        const int overflowing = 64;
        var sizeOfLog = 64 - BitOperations.LeadingZeroCount((ulong)Math.Abs(u.TopBit) + 1);
        var working = bits + Guard + (int)Math.Clamp(v.TopBit + sizeOfLog, 0, overflowing);
        return ElementaryBalls.Exp(v.Multiply(ElementaryBalls.Log(u, working), working), bits);
    }
}
