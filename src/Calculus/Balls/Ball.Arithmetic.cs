using System.Numerics;
using Calculus.Expressions;

namespace Calculus.Balls;

public sealed partial class Ball
{
    private const int Guard = 8;

    // Sums, products and quotients of fractions of so many bits together are computed exactly, and kept so where they are short.
    private const int LongestExact = 8_192;

    /// <summary>The negated number.</summary>
    public Ball Negated() => !IsFinite ? this : _exact is { } exact ? new(-exact) : new(-Midpoint, Radius, Exponent);

    /// <summary>The sum.</summary>
    public Ball Add(Ball other, int bits)
    {
        if (!IsFinite || !other.IsFinite) return Worse(this, other);
        if (_exact is { } p && other._exact is { } q && p.Bits + q.Bits <= LongestExact) return Kept(p + q, bits);
        if (IsZero) return other.Rounded(bits);
        if (other.IsZero) return Rounded(bits);

        // No midpoint is rounded before it has cancelled; a fraction without one is as precise as the other number.
        var (a, b) = (WithMidpoint(other, bits), other.WithMidpoint(this, bits));
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

    private Ball WithMidpoint(Ball other, int bits) => HasMidpoint ? this
        : Rounded((int)Math.Clamp(other.HasMidpoint ? TopBit - other.Exponent + Guard : 0, bits + Guard, 4L * bits));

    /// <summary>The difference.</summary>
    public Ball Subtract(Ball other, int bits) => Add(other.Negated(), bits);

    /// <summary>The product; 0 exactly where a factor is.</summary>
    public Ball Multiply(Ball other, int bits)
    {
        if (!IsFinite || !other.IsFinite) return Worse(this, other);
        if (_exact is { } p && other._exact is { } q && p.Bits + q.Bits <= LongestExact) return Kept(p * q, bits);
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
        if (_exact is { } p && other._exact is { } q && p.Bits + q.Bits <= LongestExact) return Kept(p / q, bits);
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
    public Ball Shifted(long power)
    {
        if (!IsFinite || IsZero) return this;
        if (_exact is { } exact && Math.Abs(power) < ExactBits)
            return new(exact * (power >= 0 ? Rational.Of(BigInteger.One << (int)power, 1) : Rational.Of(1, BigInteger.One << (int)-power)));
        var ball = HasMidpoint ? this : Rounded(2 * ExactBits);
        return Of(ball.Midpoint, ball.Radius, ball.Exponent + power, int.MaxValue);
    }

    /// <summary>A whole power; x^0 is 1.</summary>
    public Ball Raise(BigInteger power, int bits)
    {
        if (!IsFinite) return this;
        if (power.IsZero) return One;
        var size = BigInteger.Abs(power);
        var working = bits + Guard + (int)Math.Min(64, size.GetBitLength());
        var @base = power.Sign > 0 ? this : One.Divide(this, working);
        return @base.Sign is null && @base.IsFinite && size.IsEven
            ? Between(Zero, @base.Size(bits).Upper(working).Multiplied(size, working), bits)
            : @base.Multiplied(size, working).Shortened(bits);
    }

    // A power of at least 1.
    private Ball Multiplied(BigInteger power, int bits)
    {
        if (!IsFinite || IsZero || _exact is { IsOne: true }) return this;
        if (_exact is { } exact && exact.Abs().IsOne) return power.IsEven ? One : this;
        if (power.GetBitLength() > 62) return TopBit < 0 ? Around0(-HighestBit) : Unknown;
        var (result, square) = (One, this);
        for (var n = (long)power; ; square = square.Multiply(square, bits))
        {
            if ((n & 1) != 0) result = result.Multiply(square, bits);
            if ((n >>= 1) == 0) return result;
        }
    }

    // Rounded where it is not exact.
    private Ball Shortened(int bits) => IsExact ? this : Rounded(bits);

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

    /// <summary>The greatest whole number that is not larger than any number in the ball; unknown for numbers of very many digits.</summary>
    internal Ball Floor()
    {
        const int longest = 4_096;
        return (_exact is null && IsFinite ? new Ball(Midpoint - Radius, 0, Exponent) : this).Floor(longest);
    }

    /// <summary>A rising function of the number, of which it is enough to know the values at both ends.</summary>
    /// <param name="function">The function at an exact number.</param>
    /// <param name="bits">How many bits are wanted.</param>
    internal Ball Rising(Func<Ball, int, Ball> function, int bits)
    {
        if (!IsFinite) return this;

        // An exponential has as many bits as its argument has after the point.
        const int farthest = 64;
        var working = bits + Guard + (int)Math.Clamp(TopBit, 0, farthest);
        var point = Rounded(working);
        if (point.Radius.IsZero) return function(point, bits);
        var (low, high) = (function(point.Lower(working), bits), function(point.Upper(working), bits));
        return Between(low, high, bits);
    }

    /// <summary>An even function that rises with the size of the number.</summary>
    /// <param name="function">The function at an exact number that is not negative.</param>
    /// <param name="bits">How many bits are wanted.</param>
    internal Ball RisingWithSize(Func<Ball, int, Ball> function, int bits) => !IsFinite ? this
        : Sign is not null ? Size(bits).Rising(function, bits)
        : Between(function(Zero, bits), function(Size(bits).Upper(bits), bits), bits);

    /// <summary>An odd function that rises.</summary>
    /// <param name="function">The function at an exact number that is positive.</param>
    /// <param name="bits">How many bits are wanted.</param>
    internal Ball RisingOdd(Func<Ball, int, Ball> function, int bits) => IsZero ? Zero
        : Rising((x, precision) => x.Sign switch { 0 => Zero, 1 => function(x, precision), _ => function(x.Negated(), precision).Negated() }, bits);

    /// <summary>The worst of several numbers, of which some is unknown or undefined; null where all are finite.</summary>
    internal static Ball? NotFinite(ReadOnlySpan<Ball> numbers)
    {
        var worst = Zero;
        foreach (var number in numbers) worst = Worse(worst, number);
        return worst.IsFinite ? null : worst;
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
