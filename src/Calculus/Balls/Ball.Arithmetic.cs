using System.Numerics;
using Calculus.Expressions;

namespace Calculus.Balls;

public sealed partial class Ball
{
    private const int Guard = 8;

    /// <summary>The negated number.</summary>
    public Ball Negated() => !IsFinite ? this : _exact is { } exact ? new(-exact) : new(-Midpoint, Radius, Exponent);

    /// <summary>The sum.</summary>
    public Ball Add(Ball other, int bits)
    {
        if (!IsFinite || !other.IsFinite) return Worse(this, other);
        if (_exact is { } p && other._exact is { } q && p.Bits + q.Bits <= 4 * ExactBits) return Kept(p + q, bits);
        var (a, b) = (Rounded(bits + Guard), other.Rounded(bits + Guard));
        if (a.IsZero) return b;
        if (b.IsZero) return a;
        if (a.TopBit < b.TopBit) (a, b) = (b, a);

        // What is far below the last bit of the larger number cannot cancel with it.
        if (!a.Midpoint.IsZero && b.TopBit < a.Exponent && b.TopBit < a.TopBit - bits - 64)
        {
            var shift = (int)Math.Max(0, bits + 32 - Length(a.Midpoint));
            return Of(a.Midpoint << shift, (a.Radius << shift) + 1, a.Exponent - shift, bits);
        }

        if (a.Midpoint.IsZero && b.TopBit <= a.Exponent) return Of(0, a.Radius + 1, a.Exponent, bits);
        var exponent = Math.Min(a.Exponent, b.Exponent);
        int left = (int)(a.Exponent - exponent), right = (int)(b.Exponent - exponent);
        return Of((a.Midpoint << left) + (b.Midpoint << right), (a.Radius << left) + (b.Radius << right), exponent, bits);
    }

    /// <summary>The difference.</summary>
    public Ball Subtract(Ball other, int bits) => Add(other.Negated(), bits);

    /// <summary>The product; 0 exactly where a factor is.</summary>
    public Ball Multiply(Ball other, int bits)
    {
        if (!IsFinite || !other.IsFinite) return Worse(this, other);
        if (_exact is { } p && other._exact is { } q && p.Bits + q.Bits <= 4 * ExactBits) return Kept(p * q, bits);
        if (IsZero || other.IsZero) return Zero;
        var (a, b) = (Rounded(bits + Guard), other.Rounded(bits + Guard));
        var radius = (BigInteger.Abs(a.Midpoint) * b.Radius) + (BigInteger.Abs(b.Midpoint) * a.Radius) + (a.Radius * b.Radius);
        return Of(a.Midpoint * b.Midpoint, radius, a.Exponent + b.Exponent, bits);
    }

    /// <summary>The quotient; undefined where the divisor is 0, unknown where it may be.</summary>
    public Ball Divide(Ball other, int bits)
    {
        if (!IsFinite || !other.IsFinite) return Worse(this, other);
        if (other.IsZero) return Undefined;
        if (_exact is { } p && other._exact is { } q && p.Bits + q.Bits <= 4 * ExactBits) return Kept(p / q, bits);
        if (other.Sign is null) return Unknown;
        if (IsZero) return Zero;
        var (a, b) = (Rounded(bits + Guard), other.Rounded(bits + Guard));
        var shift = (int)Math.Max(0, bits + Guard + Length(b.Midpoint) - Length(a.Midpoint));
        if (a.Midpoint.IsZero) shift = (int)Length(b.Midpoint);
        var size = BigInteger.Abs(b.Midpoint);
        var error = ((BigInteger.Abs(a.Midpoint) * b.Radius) + (size * a.Radius)) << shift;
        var radius = (error / (size * (size - b.Radius))) + 2;
        return Of((a.Midpoint << shift) / b.Midpoint, radius, a.Exponent - b.Exponent - shift, bits);
    }

    /// <summary>The number times 2^power.</summary>
    public Ball Shifted(int power) => !IsFinite ? this
        : _exact is { } exact && Math.Abs(power) < ExactBits ? new(power >= 0 ? exact * Rational.Of(BigInteger.One << power, 1) : exact * Rational.Of(1, BigInteger.One << -power))
        : HasMidpoint ? new(Midpoint, Radius, Exponent + power)
        : Rounded(2 * ExactBits).Shifted(power);

    /// <summary>A whole power; x^0 is 1.</summary>
    public Ball Raise(BigInteger power, int bits)
    {
        if (!IsFinite) return this;
        if (power.IsZero) return One;
        if (power.Sign < 0) return One.Divide(Raise(-power, bits + Guard), bits);
        if (Sign is null && power.IsEven)
            return Between(Zero, Size(bits).Upper(bits).Raise(power, bits), bits);
        if (IsZero || _exact is { IsOne: true }) return this;
        if (power.GetBitLength() > 62) return TopBit < 0 ? Around0(-HighestBit) : Unknown;
        var (result, square, working) = (One, this, bits + Guard + (int)power.GetBitLength());
        for (var n = (long)power; ; square = square.Multiply(square, working))
        {
            if ((n & 1) != 0) result = result.Multiply(square, working);
            if ((n >>= 1) == 0) return result.IsExact ? result : result.Rounded(bits);
        }
    }

    /// <summary>The number without its sign.</summary>
    public Ball Size(int bits) => Sign switch
    {
        >= 0 => this,
        -1 => Negated(),
        _ => IsFinite ? Between(Zero, Of(BigInteger.Abs(Midpoint) + Radius, 0, Exponent, int.MaxValue), bits) : this,
    };

    /// <summary>−1, 0 or 1 as the number is smaller than another, equal, or larger; null where that is not known.</summary>
    public int? CompareTo(Ball other, int bits)
    {
        if (!IsFinite || !other.IsFinite) return null;
        return _exact is { } p && other._exact is { } q ? p.CompareTo(q) : Subtract(other, bits).Sign;
    }

    /// <summary>The larger of two numbers.</summary>
    public Ball Largest(Ball other, int bits) => CompareTo(other, bits) switch
    {
        >= 0 => this,
        -1 => other,
        _ when !IsFinite || !other.IsFinite => Worse(this, other),
        _ => Between(
            LargerOf(Rounded(bits).Lower(bits), other.Rounded(bits).Lower(bits), bits),
            LargerOf(Rounded(bits).Upper(bits), other.Rounded(bits).Upper(bits), bits),
            bits),
    };

    /// <summary>The smaller of two numbers.</summary>
    public Ball Smallest(Ball other, int bits) => Negated().Largest(other.Negated(), bits).Negated();

    /// <summary>The greatest whole number that is not larger; unknown where the ball holds several.</summary>
    public Ball Floor(int bits)
    {
        if (!IsFinite) return this;
        if (_exact is { } exact) return new(Rational.Of(FloorOf(exact.Numerator, exact.Denominator), 1));
        if (TopBit > 4L * bits) return Unknown;
        var (low, high) = (Whole(Midpoint - Radius), Whole(Midpoint + Radius));
        return low == high ? new(Rational.Of(low, 1)) : Unknown;

        BigInteger Whole(BigInteger value) => Exponent >= 0 ? value << (int)Exponent : -Exponent > int.MaxValue ? (value.Sign < 0 ? -1 : 0) : value >> (int)-Exponent;
    }

    /// <summary>A rising function of the number, of which it is enough to know the values at both ends.</summary>
    /// <param name="function">The function at an exact number.</param>
    /// <param name="bits">How many bits are wanted.</param>
    internal Ball Rising(Func<Ball, int, Ball> function, int bits)
    {
        if (!IsFinite) return this;
        var point = Rounded(bits + Guard);
        if (point.Radius.IsZero) return function(point, bits);
        var (low, high) = (function(point.Lower(bits), bits), function(point.Upper(bits), bits));
        return Between(low, high, bits);
    }

    private static Ball LargerOf(Ball a, Ball b, int bits) => a.Subtract(b, bits).Sign >= 0 ? a : b;

    private static Ball Worse(Ball a, Ball b) => a.Kind > b.Kind ? a : b;

    private static Ball Kept(Rational exact, int bits) => exact.Bits <= ExactBits ? new(exact) : new Ball(exact).Rounded(Math.Max(bits, ExactBits));

    private static BigInteger FloorOf(BigInteger numerator, BigInteger denominator)
    {
        var quotient = BigInteger.DivRem(numerator, denominator, out var remainder);
        return remainder.Sign < 0 ? quotient - 1 : quotient;
    }
}
