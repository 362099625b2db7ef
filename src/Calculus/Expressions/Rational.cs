using System.Globalization;
using System.Numerics;

namespace Calculus.Expressions;

/// <summary>
/// An exact fraction in lowest terms with a positive denominator. Two <see cref="long"/> while it fits, big integers beyond.
/// The default value is zero.
/// </summary>
public readonly partial struct Rational : IEquatable<Rational>, IComparable<Rational>
{
    private readonly long _numerator;
    private readonly long _denominatorLessOne; // so that default(Rational) is 0/1
    private readonly BigFraction? _big;

    private Rational(long numerator, long denominator) => (_numerator, _denominatorLessOne) = (numerator, denominator - 1);

    private Rational(BigFraction big) => _big = big;

    /// <summary>One.</summary>
    public static Rational One => new(1, 1);

    /// <summary>Zero.</summary>
    public static Rational Zero => default;

    /// <summary>The numerator; it carries the sign.</summary>
    public BigInteger Numerator => _big?.Numerator ?? _numerator;

    /// <summary>The denominator, at least one.</summary>
    public BigInteger Denominator => _big?.Denominator ?? _denominatorLessOne + 1;

    /// <summary>−1, 0 or 1.</summary>
    public int Sign => _big?.Numerator.Sign ?? Math.Sign(_numerator);

    /// <summary>Whether it is 0.</summary>
    public bool IsZero => _big is null && _numerator == 0;

    /// <summary>Whether it is 1.</summary>
    public bool IsOne => _big is null && _numerator == 1 && _denominatorLessOne == 0;

    /// <summary>Whether the denominator is 1.</summary>
    public bool IsInteger => _big?.Denominator.IsOne ?? _denominatorLessOne == 0;

    /// <summary>Whether the numerator is even.</summary>
    public bool HasEvenNumerator => _big?.Numerator.IsEven ?? long.IsEvenInteger(_numerator);

    /// <summary>Whether the denominator is even: a power with this exponent is undefined below zero.</summary>
    public bool HasEvenDenominator => _big?.Denominator.IsEven ?? long.IsOddInteger(_denominatorLessOne);

    /// <summary>Bits of the longer of numerator and denominator.</summary>
    public long Bits => _big is null ? 64 : Math.Max(_big.Numerator.GetBitLength(), _big.Denominator.GetBitLength());

    /// <summary>The whole number <paramref name="value"/>.</summary>
    public static implicit operator Rational(long value) => Reduced((Int128)value, 1);

    /// <summary>The fraction in lowest terms.</summary>
    /// <exception cref="DivideByZeroException">The denominator is zero.</exception>
    public static Rational Of(long numerator, long denominator)
    {
        if (denominator == 0) throw new DivideByZeroException();
        return denominator < 0 ? Lowest(-(Int128)numerator, -(Int128)denominator) : Lowest(numerator, denominator);
    }

    /// <summary>The fraction in lowest terms.</summary>
    /// <exception cref="DivideByZeroException">The denominator is zero.</exception>
    public static Rational Of(BigInteger numerator, BigInteger denominator)
    {
        if (denominator.IsZero) throw new DivideByZeroException();
        var divisor = BigInteger.GreatestCommonDivisor(numerator, denominator);
        if (denominator.Sign < 0) divisor = -divisor;
        return Reduced(numerator / divisor, denominator / divisor);
    }

    /// <summary>The exact value of a finite double.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The number is not finite.</exception>
    public static Rational Exactly(double value)
    {
        if (!double.IsFinite(value)) throw new ArgumentOutOfRangeException(nameof(value), "A fraction is finite.");
        var bits = BitConverter.DoubleToInt64Bits(value);
        var exponent = (int)((bits >> 52) & 0x7FF);
        var mantissa = bits & 0xF_FFFF_FFFF_FFFF;
        if (exponent == 0) exponent = 1;
        else mantissa |= 1L << 52;
        if (bits < 0) mantissa = -mantissa;
        var shift = exponent - 1075;
        return shift >= 0 ? Of((BigInteger)mantissa << shift, 1) : Of(mantissa, BigInteger.One << -shift);
    }

    /// <summary>The shortest decimal that reads back to a double, as a fraction: 0.1 is one tenth.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The number is not finite.</exception>
    public static Rational FromDecimal(double value)
    {
        if (!double.IsFinite(value)) throw new ArgumentOutOfRangeException(nameof(value), "A fraction is finite.");
        return Parse(value.ToString("R", CultureInfo.InvariantCulture).Replace("E", "e", StringComparison.Ordinal));
    }

    /// <summary>Reads digits with at most one point and an optional exponent (<c>12</c>, <c>0.5</c>, <c>2e-3</c>), exactly.</summary>
    /// <exception cref="FormatException">The text is not of that form.</exception>
    public static Rational Parse(ReadOnlySpan<char> text)
    {
        var e = text.IndexOf('e');
        var mantissa = e < 0 ? text : text[..e];
        var exponent = e < 0 ? 0 : int.Parse(text[(e + 1)..], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);
        var point = mantissa.IndexOf('.');
        if (point < 0 && exponent == 0 && long.TryParse(mantissa, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var whole)) return whole;
        var digits = point < 0 ? mantissa.ToString() : string.Concat(mantissa[..point], mantissa[(point + 1)..]);
        if (point >= 0) exponent -= mantissa.Length - point - 1;
        var value = BigInteger.Parse(digits, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);
        return exponent >= 0
            ? Of(value * BigInteger.Pow(10, exponent), 1)
            : Of(value, BigInteger.Pow(10, -exponent));
    }

    /// <summary>The sum.</summary>
    public static Rational operator +(Rational a, Rational b)
    {
        if (a._big is not null || b._big is not null)
            return Of((a.Numerator * b.Denominator) + (b.Numerator * a.Denominator), a.Denominator * b.Denominator);
        if ((a._denominatorLessOne | b._denominatorLessOne) == 0)
            return Reduced((Int128)a._numerator + b._numerator, 1);
        Int128 p = a._denominatorLessOne + 1, q = b._denominatorLessOne + 1;
        return Lowest((a._numerator * q) + (b._numerator * p), p * q);
    }

    /// <summary>The product.</summary>
    public static Rational operator *(Rational a, Rational b)
    {
        if (a._big is not null || b._big is not null)
            return Of(a.Numerator * b.Numerator, a.Denominator * b.Denominator);
        var numerator = (Int128)a._numerator * b._numerator;
        return (a._denominatorLessOne | b._denominatorLessOne) == 0
            ? Reduced(numerator, 1)
            : Lowest(numerator, (Int128)(a._denominatorLessOne + 1) * (b._denominatorLessOne + 1));
    }

    /// <summary>The difference.</summary>
    public static Rational operator -(Rational a, Rational b) => a + -b;

    /// <summary>The negated number.</summary>
    public static Rational operator -(Rational a) =>
        a._big is null && a._numerator != long.MinValue
            ? new Rational(-a._numerator, a._denominatorLessOne + 1)
            : Reduced(-a.Numerator, a.Denominator);

    /// <summary>The quotient.</summary>
    /// <exception cref="DivideByZeroException">The divisor is zero.</exception>
    public static Rational operator /(Rational a, Rational b) => a * b.Reciprocal();

    /// <summary>Equality of value.</summary>
    public static bool operator ==(Rational a, Rational b) => a.Equals(b);

    /// <summary>Inequality of value.</summary>
    public static bool operator !=(Rational a, Rational b) => !a.Equals(b);

    /// <summary>Less than.</summary>
    public static bool operator <(Rational a, Rational b) => a.CompareTo(b) < 0;

    /// <summary>Greater than.</summary>
    public static bool operator >(Rational a, Rational b) => a.CompareTo(b) > 0;

    /// <summary>Less than or equal.</summary>
    public static bool operator <=(Rational a, Rational b) => a.CompareTo(b) <= 0;

    /// <summary>Greater than or equal.</summary>
    public static bool operator >=(Rational a, Rational b) => a.CompareTo(b) >= 0;

    /// <summary>1/a.</summary>
    /// <exception cref="DivideByZeroException">The number is zero.</exception>
    public Rational Reciprocal()
    {
        if (_big is not null || _numerator == 0) return Of(Denominator, Numerator);
        return _numerator > 0 ? new Rational(_denominatorLessOne + 1, _numerator) : new Rational(-_denominatorLessOne - 1, -_numerator);
    }

    /// <summary>The number without its sign.</summary>
    public Rational Abs() => Sign < 0 ? -this : this;

    /// <inheritdoc/>
    public int CompareTo(Rational other) =>
        _big is null && other._big is null
            ? ((Int128)_numerator * (other._denominatorLessOne + 1)).CompareTo((Int128)other._numerator * (_denominatorLessOne + 1))
            : (Numerator * other.Denominator).CompareTo(other.Numerator * Denominator);

    /// <inheritdoc/>
    public bool Equals(Rational other) =>
        _big is null && other._big is null
            ? _numerator == other._numerator && _denominatorLessOne == other._denominatorLessOne
            : Numerator == other.Numerator && Denominator == other.Denominator;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is Rational other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => _big?.GetHashCode() ?? HashCode.Combine(_numerator, _denominatorLessOne);

    /// <summary>The nearest double, ties to even; infinite where the fraction is beyond the largest double.</summary>
    public double ToDouble()
    {
        const long exact = 1L << 53;
        if (_big is null && Math.Abs(_numerator) <= exact && _denominatorLessOne < exact)
            return (double)_numerator / (_denominatorLessOne + 1);
        if (Sign < 0) return -(-this).ToDouble();

        // A quotient of 64 bits or more with a sticky bit, rounded once by scaling down.
        BigInteger numerator = Numerator, denominator = Denominator;
        var shift = 66 - ((int)numerator.GetBitLength() - (int)denominator.GetBitLength());
        shift = Math.Min(shift, 1074 + 2);
        if (shift > 0) numerator <<= shift;
        else denominator <<= -shift;
        var quotient = BigInteger.DivRem(numerator, denominator, out var remainder);
        var length = (int)quotient.GetBitLength();
        var drop = Math.Max(length - 53, shift - 1074);
        if (drop > 0)
        {
            var half = BigInteger.One << (drop - 1);
            var rest = quotient & ((half << 1) - 1);
            quotient >>= drop;
            var above = rest.CompareTo(half);
            if (above > 0 || (above == 0 && (!remainder.IsZero || !quotient.IsEven))) quotient += 1;
            shift -= drop;
        }

        return Math.ScaleB((double)quotient, -shift);
    }

    /// <summary>Numerator and denominator where both are short.</summary>
    internal bool TryShort(out long numerator, out long denominator)
    {
        (numerator, denominator) = (_numerator, _denominatorLessOne + 1);
        return _big is null;
    }

    /// <summary>The fraction as <c>3</c> or <c>-2/3</c>.</summary>
    public override string ToString() =>
        IsInteger
            ? Numerator.ToString(CultureInfo.InvariantCulture)
            : string.Create(CultureInfo.InvariantCulture, $"{Numerator}/{Denominator}");

    private static Rational Lowest(Int128 numerator, Int128 denominator)
    {
        UInt128 a = (UInt128)(numerator < 0 ? -numerator : numerator), b = (UInt128)denominator;
        while (b != 0) (a, b) = (b, a % b);
        return Reduced(numerator / (Int128)a, denominator / (Int128)a);
    }

    private static Rational Reduced(Int128 numerator, Int128 denominator) =>
        numerator > long.MinValue && numerator <= long.MaxValue && denominator <= long.MaxValue
            ? new Rational((long)numerator, (long)denominator)
            : new Rational(new BigFraction(numerator, denominator));

    private static Rational Reduced(BigInteger numerator, BigInteger denominator) =>
        numerator > long.MinValue && numerator <= long.MaxValue && denominator <= long.MaxValue
            ? new Rational((long)numerator, (long)denominator)
            : new Rational(new BigFraction(numerator, denominator));

    private static BigInteger? WholeRoot(BigInteger value, int order)
    {
        if (value.IsOne) return value;
        // Newton's iteration from above: the sequence falls until it is the floor of the root.
        var root = BigInteger.One << (int)((value.GetBitLength() / order) + 1);
        while (true)
        {
            var next = (((order - 1) * root) + (value / BigInteger.Pow(root, order - 1))) / order;
            if (next >= root) break;
            root = next;
        }

        return BigInteger.Pow(root, order) == value ? root : null;
    }

    private sealed record BigFraction(BigInteger Numerator, BigInteger Denominator);
}
