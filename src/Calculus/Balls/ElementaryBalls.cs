using System.Numerics;
using Calculus.Expressions;

namespace Calculus.Balls;

/// <summary>
/// Exponentials, logarithms, sines and arc tangents of balls: arguments reduced, then a short series in whole numbers of 2^-p (Brent and
/// Zimmermann, <i>Modern Computer Arithmetic</i>, 2010, sections 4.3 and 4.4).
/// </summary>
internal static class ElementaryBalls
{
    private const int Guard = 16;

    // Angles from 2 to this power on are not reduced; the largest double is half of 2^1024.
    private const int LargestAngle = 2_048;

    /// <summary>√x; undefined below 0, unknown where x may be below 0.</summary>
    public static Ball Sqrt(Ball x, int bits)
    {
        if (x.Sign == -1) return Ball.Undefined;
        if (x.IsZero) return x;
        if (x.Fraction?.TryRoot(2) is { } root) return Ball.Of(root);
        return x.Sign is null && x.IsFinite ? Ball.Unknown : x.Rising(SqrtAt, bits);
    }

    /// <summary>e^x.</summary>
    public static Ball Exp(Ball x, int bits) => x.IsZero ? Ball.One : x.Rising(ExpAt, bits);

    /// <summary>e^x − 1.</summary>
    public static Ball Expm1(Ball x, int bits) => x.Rising(Expm1At, bits);

    /// <summary>The natural logarithm; undefined from 0 downwards, unknown where x may be there.</summary>
    public static Ball Log(Ball x, int bits) => x.Sign switch
    {
        0 or -1 => Ball.Undefined,
        null => x.IsFinite ? Ball.Unknown : x,
        _ when x.Subtract(Ball.One, bits) is { TopBit: < -1 } near => near.Rising(Log1pNear, bits),
        _ => x.Rising(LogAt, bits),
    };

    /// <summary>log(1 + x).</summary>
    public static Ball Log1p(Ball x, int bits)
    {
        // A logarithm near 1 has as many bits as x.
        if (x.IsFinite && x.TopBit < -1) return x.Rising(Log1pNear, bits);
        return Log(Ball.One.Add(x, bits + Guard), bits);
    }

    /// <summary>The angle whose tangent is x.</summary>
    public static Ball Atan(Ball x, int bits) => x.Rising(AtanAt, bits);

    /// <summary>Sine and cosine.</summary>
    public static (Ball Sin, Ball Cos) SinCos(Ball x, int bits)
    {
        if (!x.IsFinite) return (x, x);
        if (x.IsZero) return (Ball.Zero, Ball.One);
        var point = x.Rounded(bits + Guard + (int)Math.Clamp(x.TopBit, 0, LargestAngle));
        var (sin, cos) = SinCosAt(new Point(point.Midpoint, point.Exponent), bits);
        if (point.Radius.IsZero) return (sin, cos);

        // |sin(m + r) − sin m| ≤ |cos m|·r + r²/2, and likewise for the cosine.
        var radius = Ball.Of(0, point.Radius, point.Exponent, bits);
        var square = radius.Multiply(radius, bits);
        return (
            Limited(sin.Add(cos.Multiply(radius, bits), bits).Add(square, bits), bits),
            Limited(cos.Add(sin.Multiply(radius, bits), bits).Add(square, bits), bits));
    }

    /// <summary>A value computed once more with as many bits more as were lost, where some were.</summary>
    /// <param name="value">The value with so many bits.</param>
    /// <param name="bits">How many bits are wanted.</param>
    public static Ball Sharp(Func<int, Ball> value, int bits)
    {
        var first = value(bits);
        var lost = bits - first.GoodBits;
        return first.IsFinite && lost > Guard / 2 ? value(bits + Guard + (int)Math.Min(lost, bits + 64)) : first;
    }

    // No sine is beyond 1.
    private static Ball Limited(Ball value, int bits) => value.GoodBits < 2 && value.TopBit > 1 ? Ball.Around0(0) : value.Rounded(bits);

    private readonly record struct Point(BigInteger Midpoint, long Exponent)
    {
        /// <summary>The point is smaller in size than 2 to this power.</summary>
        public long Top => Exponent + (long)BigInteger.Abs(Midpoint).GetBitLength();

        /// <summary>The point times 2^bits, rounded down.</summary>
        public BigInteger Scaled(long bits) => Shifted(Midpoint, Exponent + bits);
    }

    private static BigInteger Shifted(BigInteger value, long by) =>
        by >= 0 ? value << (int)by : -by > int.MaxValue ? (value.Sign < 0 ? -1 : 0) : value >> (int)-by;

    private static Point PointOf(Ball x) => new(x.Midpoint, x.Exponent);

    private static Ball SqrtAt(Ball x, int bits)
    {
        if (x.Midpoint.Sign <= 0) return x.Midpoint.IsZero ? Ball.Zero : Ball.Unknown;
        var shift = Math.Max(0, (2L * (bits + Guard)) - (long)x.Midpoint.GetBitLength());
        if (((x.Exponent - shift) & 1) != 0) shift++;
        var square = x.Midpoint << (int)shift;
        var root = WholeRoot(square);
        return Ball.Of(root, root * root == square ? 0 : 1, (x.Exponent - shift) / 2, bits);
    }

    // Newton's iteration from above, beginning with the root of the leading bits.
    private static BigInteger WholeRoot(BigInteger value)
    {
        if (value.IsZero) return value;
        var root = BigInteger.One << (int)((value.GetBitLength() + 1) / 2);
        if (value.GetBitLength() > 64)
        {
            var drop = ((int)value.GetBitLength() - 52) & ~1;
            root = new BigInteger(Math.Sqrt((double)(value >> drop)) + 2) << (drop / 2);
        }

        while (true)
        {
            var next = (root + (value / root)) >> 1;
            if (next >= root) return root;
            root = next;
        }
    }

    private static Ball ExpAt(Ball x, int bits)
    {
        if (x.IsZero) return Ball.One;
        var point = PointOf(x);
        if (point.Top > 57) return x.Midpoint.Sign < 0 ? Ball.Around0(-Ball.HighestBit / 2) : Ball.Unknown;
        if (point.Top < -bits) return Ball.One.Within(point.Top + 1, bits);
        bits = Math.Min(bits, BallConstants.Highest);
        var (excess, scale, precision) = ReducedExponential(point, bits);
        return Ball.Of((BigInteger.One << precision) + excess, BigInteger.One << (precision - bits - 4), scale - precision, bits);
    }

    private static Ball Expm1At(Ball x, int bits)
    {
        if (x.IsZero) return x;
        var top = PointOf(x).Top;
        if (top < -bits) return x.Within((2 * top) + 1, bits); // e^x − 1 − x is below x² there
        return ExpAt(x, bits + (int)Math.Max(0, -top) + 4).Subtract(Ball.One, bits);
    }

    /// <summary>e^x = (1 + excess·2^-precision)·2^scale, the excess right to 2^(precision − bits − 4): reduced by multiples of log 2, halved k times, then squared back.</summary>
    private static (BigInteger Excess, long Scale, int Precision) ReducedExponential(Point x, int bits)
    {
        var halvings = 4 + (int)Math.Sqrt(bits / 3.0);
        var precision = bits + halvings + Guard + 10;
        var multiple = BigInteger.Zero;
        var integerBits = (int)Math.Max(0, x.Top);
        var reduced = x.Scaled(precision + integerBits);
        if (x.Top > -2)
        {
            var log2 = BallConstants.Log2Scaled(precision + integerBits);
            multiple = ((reduced << 1) / log2 + (reduced.Sign < 0 ? -1 : 1)) / 2;
            reduced -= multiple * log2;
        }

        reduced >>= integerBits + halvings;
        BigInteger sum = reduced, term = reduced;
        for (var n = 2; !term.IsZero && !term.Equals(BigInteger.MinusOne); n++) sum += term = (term * reduced >> precision) / n;
        for (var k = 0; k < halvings; k++) sum = (sum << 1) + (sum * sum >> precision);
        return (sum, (long)multiple, precision);
    }

    private static Ball LogAt(Ball x, int bits)
    {
        if (x.Midpoint.Sign <= 0) return Ball.Unknown;
        var length = (long)x.Midpoint.GetBitLength();
        var scale = x.Exponent + length;

        // The mantissa lies between 2/3 and 4/3.
        var mantissa = Ball.Of(x.Midpoint, 0, -length, int.MaxValue);
        if (mantissa.Subtract(Ball.Of(Rational.Of(2, 3)), 64).Sign == -1) (mantissa, scale) = (mantissa.Shifted(1), scale - 1);
        var near = Log1pNear(Ball.Of(mantissa.Midpoint - (BigInteger.One << (int)-mantissa.Exponent), 0, mantissa.Exponent, int.MaxValue), bits + Guard);
        return scale == 0 ? near.Rounded(bits) : near.Add(BallConstants.Log2(bits + Guard).Multiply(scale, bits + Guard), bits);
    }

    /// <summary>log(1 + t) for an exact t of a size below one half: from the double logarithm s, log(1 + t) = s + log((1 + t)·e^−s), where the second is tiny.</summary>
    private static Ball Log1pNear(Ball t, int bits)
    {
        if (t.IsZero) return t;
        var top = PointOf(t).Top;
        if (top < -24) return Log1pSeries(t, bits);
        var working = bits + (int)-Math.Min(0, top) + Guard;
        var start = BitConverter.Int64BitsToDouble(BitConverter.DoubleToInt64Bits(Math.Log(1 + t.ToDouble())) & ~0xFFFFL);
        var near = Ball.Of(Rational.Exactly(start));
        var rest = Exp(near.Negated(), working).Multiply(Ball.One.Add(t, working), working).Subtract(Ball.One, working);
        return near.Add(Log1pSeries(rest, working), bits);
    }

    // t − t²/2 + t³/3 − …, the rest at most twice its first term.
    private static Ball Log1pSeries(Ball t, int bits)
    {
        if (t.IsZero) return t;
        var (sum, power, top) = (t, t, t.TopBit);
        if (top > -8) return Ball.Unknown;
        for (var n = 2; ; n++)
        {
            if ((n - 1) * top < -bits - 2) return sum.Within((n * top) + 1, bits);
            power = power.Multiply(t, bits + Guard).Negated();
            sum = sum.Add(power.Divide(n, bits + Guard), bits + Guard);
        }
    }

    /// <summary>From the double angle a, atan x = a + atan((x·cos a − sin a)/(cos a + x·sin a)), where the second is tiny.</summary>
    private static Ball AtanAt(Ball x, int bits)
    {
        if (x.IsZero) return x;
        var top = PointOf(x).Top;
        if (top < -24) return AtanSeries(x, bits);
        var working = bits + (int)Math.Max(0, -top) + Guard;
        var start = Ball.Of(Rational.Exactly(Math.Atan(x.ToDouble())));
        var (sin, cos) = SinCos(start, working);
        var rest = x.Multiply(cos, working).Subtract(sin, working).Divide(x.Multiply(sin, working).Add(cos, working), working);
        return start.Add(AtanSeries(rest, working), bits);
    }

    private static Ball AtanSeries(Ball t, int bits)
    {
        if (t.IsZero) return t;
        var (sum, power, top, square) = (t, t, t.TopBit, t.Multiply(t, bits + Guard));
        if (top > -8) return Ball.Unknown;
        for (var n = 3; ; n += 2)
        {
            if ((n - 1) * top < -bits - 2) return sum.Within((n * top) + 1, bits);
            power = power.Multiply(square, bits + Guard).Negated();
            sum = sum.Add(power.Divide(n, bits + Guard), bits + Guard);
        }
    }

    private static (Ball Sin, Ball Cos) SinCosAt(Point x, int bits)
    {
        bits = Math.Min(bits, BallConstants.Highest);
        if (x.Top > LargestAngle) return (Ball.Around0(0), Ball.Around0(0));
        if (x.Top < -bits) // x − sin x is below x³/6, 1 − cos x at most x²/2
            return (Ball.Of(x.Midpoint, 0, x.Exponent, bits).Within((3 * x.Top) - 2, bits), Ball.One.Within((2 * x.Top) - 1, bits));
        var halvings = 4 + (int)Math.Sqrt(bits / 6.0);
        var precision = bits + (int)Math.Max(0, -x.Top) + (2 * halvings) + Guard + 10;
        var integerBits = (int)Math.Max(0, x.Top);
        var (reduced, quarter) = ReducedAngle(x, precision + integerBits);
        var lost = precision + integerBits - (long)BigInteger.Abs(reduced).GetBitLength() - Math.Max(0, -x.Top);
        if (lost > 4)
        {
            // Near a multiple of π/2, so that sine or cosine is tiny: as many bits more.
            precision += (int)Math.Min(lost, bits + 64);
            (reduced, quarter) = ReducedAngle(x, precision + integerBits);
        }

        reduced >>= integerBits + halvings;
        var square = reduced * reduced >> precision;
        BigInteger sin = reduced, term = reduced;
        for (var n = 2; !term.IsZero && !term.Equals(BigInteger.MinusOne); n += 2) sin += term = -(term * square >> precision) / (n * (n + 1));
        BigInteger less = -square >> 1, next = less;
        for (var n = 3; !next.IsZero && !next.Equals(BigInteger.MinusOne); n += 2) less += next = -(next * square >> precision) / (n * (n + 1));

        // sin 2a = 2·sin a·cos a, and cos 2a − 1 = −2·sin² a; less is the cosine less 1.
        for (var k = 0; k < halvings; k++) (sin, less) = ((sin << 1) + (sin * less >> (precision - 1)), -(sin * sin >> (precision - 1)));
        var error = BigInteger.One << (2 * halvings + 10);
        var (s, c) = (Ball.Of(sin, error, -precision, bits), Ball.Of((BigInteger.One << precision) + less, error, -precision, bits));
        return quarter switch { 0 => (s, c), 1 => (c, s.Negated()), 2 => (s.Negated(), c.Negated()), _ => (c.Negated(), s) };
    }

    /// <summary>The angle less its nearest multiple of π/2, times 2^precision, and that multiple modulo 4.</summary>
    private static (BigInteger Remainder, int Quarter) ReducedAngle(Point x, int precision)
    {
        var scaled = x.Scaled(precision);
        if (x.Top <= -1) return (scaled, 0);
        var half = BallConstants.PiScaled(precision - 1);
        var multiple = ((scaled << 1) / half + (scaled.Sign < 0 ? -1 : 1)) / 2;
        return (scaled - (multiple * half), (int)(((multiple % 4) + 4) % 4));
    }
}
