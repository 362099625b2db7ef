using System.Numerics;
using Calculus.Expressions;

namespace Calculus.Balls;

/// <summary>What is known of a number.</summary>
public enum BallKind
{
    /// <summary>It lies within the ball.</summary>
    Finite,

    /// <summary>Nothing: a narrower ball of what it was computed from may tell more.</summary>
    Unknown,

    /// <summary>That there is no such real number: a logarithm of −1, a quotient by 0.</summary>
    Undefined,
}

/// <summary>
/// A real number enclosed: (midpoint ± radius)·2^exponent, or a fraction that is known exactly. Every operation encloses each result that
/// numbers in its operands can have, with about as many bits as are asked for (Johansson, <i>Arb: Efficient Arbitrary-Precision
/// Midpoint-Radius Interval Arithmetic</i>, IEEE Transactions on Computers, 2017).
/// </summary>
public sealed partial class Ball
{
    // A radius of so many bits is a plain integer to BigInteger, and wide enough for its rounding to cost nothing.
    private const int RadiusBits = 30;

    // Fractions longer than this are rounded.
    private const int ExactBits = 256;

    /// <summary>Numbers from 2 to this power on are <see cref="BallKind.Unknown"/>; below its reciprocal they are 0 ± that.</summary>
    internal const long HighestBit = 1L << 58;

    private readonly Rational? _exact;

    private Ball(BallKind kind) => Kind = kind;

    private Ball(BigInteger midpoint, BigInteger radius, long exponent) => (Midpoint, Radius, Exponent) = (midpoint, radius, exponent);

    private Ball(Rational exact)
    {
        _exact = exact;
        if (exact.Denominator.IsPowerOfTwo)
            (Midpoint, Exponent) = (exact.Numerator, 1 - (long)exact.Denominator.GetBitLength());
        else
            HasMidpoint = false;
    }

    /// <summary>A number of which nothing is known.</summary>
    public static Ball Unknown { get; } = new(BallKind.Unknown);

    /// <summary>No real number.</summary>
    public static Ball Undefined { get; } = new(BallKind.Undefined);

    /// <summary>0, exactly.</summary>
    public static Ball Zero { get; } = new(Rational.Zero);

    /// <summary>1, exactly.</summary>
    public static Ball One { get; } = new(Rational.One);

    /// <summary>What is known of the number.</summary>
    public BallKind Kind { get; }

    /// <summary>Whether the number lies within the ball.</summary>
    public bool IsFinite => Kind == BallKind.Finite;

    /// <summary>The fraction that the number is, where that is known.</summary>
    public Rational? Fraction => _exact;

    /// <summary>Whether there is one number in the ball.</summary>
    public bool IsExact => IsFinite && (_exact is not null || Radius.IsZero);

    /// <summary>Whether the number is 0, and known to be.</summary>
    public bool IsZero => IsExact && HasMidpoint && Midpoint.IsZero;

    /// <summary>−1, 0 or 1 where all numbers in the ball have that sign; null where they do not.</summary>
    public int? Sign
    {
        get
        {
            if (!IsFinite) return null;
            if (_exact is { } exact) return exact.Sign;
            if (Radius.IsZero) return Midpoint.Sign;
            return BigInteger.Abs(Midpoint) > Radius ? Midpoint.Sign : null;
        }
    }

    /// <summary>The midpoint in units of 2^<see cref="Exponent"/>.</summary>
    internal BigInteger Midpoint { get; }

    /// <summary>The radius in units of 2^<see cref="Exponent"/>.</summary>
    internal BigInteger Radius { get; }

    /// <summary>The power of two that midpoint and radius are multiplied by.</summary>
    internal long Exponent { get; }

    private bool HasMidpoint { get; } = true;

    /// <summary>A fraction, exactly.</summary>
    public static Ball Of(Rational value) => new(value);

    /// <summary>A whole number, exactly.</summary>
    public static implicit operator Ball(long value) => new(value);

    /// <summary>(midpoint ± radius)·2^exponent, rounded outwards to a number of bits.</summary>
    internal static Ball Of(BigInteger midpoint, BigInteger radius, long exponent, int bits)
    {
        var drop = Math.Max(Length(radius) - RadiusBits, Length(midpoint) - bits);
        if (drop > 0)
        {
            var kept = midpoint >> (int)drop;
            var isExact = radius.IsZero && kept << (int)drop == midpoint;
            (midpoint, exponent) = (kept, exponent + drop);
            radius = isExact ? radius : (radius >> (int)drop) + 2;
        }

        var top = exponent + Math.Max(Length(midpoint), Length(radius));
        if (top > HighestBit) return Unknown;
        if (top < -HighestBit) return midpoint.IsZero && radius.IsZero ? Zero : new Ball(0, 1, -HighestBit);
        return midpoint.IsZero && radius.IsZero ? Zero : new Ball(midpoint, radius, exponent);
    }

    /// <summary>The numbers from one bound to another; unknown where a bound is.</summary>
    public static Ball Between(Ball lower, Ball upper, int bits)
    {
        if (!lower.IsFinite || !upper.IsFinite) return Unknown;
        (lower, upper) = (lower.Rounded(bits + RadiusBits), upper.Rounded(bits + RadiusBits));
        if (lower.IsZero) lower = new Ball(0, 0, upper.Exponent);
        if (upper.IsZero) upper = new Ball(0, 0, lower.Exponent);
        var exponent = Math.Min(lower.Exponent, upper.Exponent);
        if (Math.Max(lower.Exponent, upper.Exponent) - exponent > 4L * (bits + RadiusBits) + 4_096)
        {
            // Bounds of very different sizes: the wider one is all that counts.
            var top = Math.Max(lower.TopBit, upper.TopBit);
            return Of(0, 1, top, bits);
        }

        BigInteger low = lower.Midpoint - lower.Radius << (int)(lower.Exponent - exponent), high = upper.Midpoint + upper.Radius << (int)(upper.Exponent - exponent);
        return Of(low + high, high - low, exponent - 1, bits);
    }

    /// <summary>0 ± 2^power.</summary>
    internal static Ball Around0(long power) => Of(0, 1, power, RadiusBits);

    /// <summary>The same number with a midpoint of at most so many bits.</summary>
    internal Ball Rounded(int bits)
    {
        if (!IsFinite) return this;
        if (HasMidpoint) return Length(Midpoint) <= bits ? this : Of(Midpoint, Radius, Exponent, bits);
        BigInteger numerator = _exact!.Value.Numerator, denominator = _exact.Value.Denominator;
        var shift = bits + Length(denominator) - Length(numerator);
        var quotient = shift >= 0 ? (numerator << (int)shift) / denominator : numerator / (denominator << (int)-shift);
        return Of(quotient, 1, -shift, bits + 2);
    }

    /// <summary>The same number with a midpoint of at most so many bits, and not as a fraction: sums and products of such numbers are quicker.</summary>
    internal Ball Plain(int bits) => Rounded(bits) is { IsFinite: true, IsZero: false } ball ? new(ball.Midpoint, ball.Radius, ball.Exponent) : this;

    /// <summary>The smallest number in the ball.</summary>
    internal Ball Lower(int bits) => Rounded(bits) is { IsFinite: true } ball ? new(ball.Midpoint - ball.Radius, 0, ball.Exponent) : this;

    /// <summary>The largest number in the ball.</summary>
    internal Ball Upper(int bits) => Rounded(bits) is { IsFinite: true } ball ? new(ball.Midpoint + ball.Radius, 0, ball.Exponent) : this;

    /// <summary>A power of two that every number in the ball is smaller than in size, as its exponent; the least number where the ball is 0.</summary>
    internal long TopBit => _exact is { } exact && !HasMidpoint
        ? Length(exact.Numerator) - Length(exact.Denominator) + 1
        : IsZero ? long.MinValue / 2 : Exponent + Length(BigInteger.Abs(Midpoint) + Radius);

    /// <summary>How many bits of the number are known: the size of the midpoint over that of the radius.</summary>
    public long GoodBits => !IsFinite ? 0 : IsExact ? int.MaxValue : Math.Max(0, Length(Midpoint) - Length(Radius));

    /// <summary>The exponent of a power of two that the radius is smaller than; the least number where the ball is exact.</summary>
    internal long ErrorBit => IsExact ? long.MinValue / 2 : Exponent + Length(Radius);

    /// <summary>The double nearest to the midpoint; NaN for no number, infinite where the midpoint is beyond the doubles.</summary>
    public double ToDouble()
    {
        if (!IsFinite) return double.NaN;
        if (_exact is { } exact && !HasMidpoint) return exact.ToDouble();
        var length = Length(Midpoint);
        if (length == 0) return 0;
        if (Exponent + length > 1_100) return Midpoint.Sign * double.PositiveInfinity;
        if (Exponent + length < -1_100) return 0;
        return Exponent >= 0 ? Rational.Of(Midpoint << (int)Exponent, 1).ToDouble() : Rational.Of(Midpoint, BigInteger.One << (int)-Exponent).ToDouble();
    }

    /// <summary>The ball widened by 2^power.</summary>
    internal Ball Within(long power, int bits) => IsFinite ? Add(Around0(power), bits) : this;

    private static long Length(BigInteger value) => (long)BigInteger.Abs(value).GetBitLength();
}
