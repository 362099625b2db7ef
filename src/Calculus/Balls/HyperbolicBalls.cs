namespace Calculus.Balls;

/// <summary>Hyperbolic functions and their inverses, by exponentials and logarithms in forms in which nothing cancels.</summary>
internal static class HyperbolicBalls
{
    private const int Guard = 12;

    /// <summary>sinh x.</summary>
    public static Ball Sinh(Ball x, int bits) => x.RisingOdd(SinhAt, bits);

    /// <summary>cosh x.</summary>
    public static Ball Cosh(Ball x, int bits) => x.RisingWithSize(CoshAt, bits);

    /// <summary>1/cosh x.</summary>
    public static Ball Sech(Ball x, int bits) => x.RisingWithSize(static (s, bits) => SechAt(s, bits).Negated(), bits).Negated();

    /// <summary>1/sinh x; undefined at 0.</summary>
    public static Ball Csch(Ball x, int bits) => x.Sign switch
    {
        0 => Ball.Undefined,
        { } sign => Signed(sign, x.Size(bits).Rising(static (s, bits) => CschAt(s, bits).Negated(), bits).Negated()),
        null => Ball.Unknown,
    };

    /// <summary>tanh x.</summary>
    public static Ball Tanh(Ball x, int bits) => x.RisingOdd(TanhAt, bits);

    /// <summary>The number whose hyperbolic sine is x.</summary>
    public static Ball Asinh(Ball x, int bits) => x.RisingOdd(AsinhAt, bits);

    /// <summary>The number from 0 on whose hyperbolic cosine is 1 + t; undefined below 0.</summary>
    public static Ball AcoshOfOnePlus(Ball t, int bits) => t.Sign switch
    {
        0 => Ball.Zero,
        1 => t.Rising(AcoshOfOnePlusAt, bits),
        -1 => Ball.Undefined,
        _ => Ball.Unknown,
    };

    /// <summary>The number whose hyperbolic tangent is x; undefined from 1 on and up to −1.</summary>
    public static Ball Atanh(Ball x, int bits)
    {
        var size = x.Size(bits);
        if (x.TopBit < 0 || (x.Sign is null && Ball.One.Subtract(size, bits).Sign is 1)) return x.RisingOdd(AtanhAt, bits);

        // 1 − |x| has as many bits as x near 1, and log(1 + 2·(1 − t)/t)/2 rises as t falls.
        var rest = Ball.One.Subtract(size, bits + Guard);
        return rest.Sign switch
        {
            1 => Signed(x.Sign, rest.Rising(static (t, bits) => HalfLog1p(Ball.One.Subtract(t, bits + Guard).Divide(t, bits + Guard), bits).Negated(), bits).Negated()),
            null => Ball.Unknown,
            _ => Ball.Undefined,
        };
    }

    /// <summary>The number whose hyperbolic cotangent is x; undefined from −1 to 1.</summary>
    public static Ball Acoth(Ball x, int bits)
    {
        var rest = x.Size(bits).Subtract(Ball.One, bits + Guard);
        return rest.Sign switch
        {
            1 => Signed(x.Sign, rest.Rising(static (t, bits) => HalfLog1p(Ball.One.Divide(t, bits + Guard), bits).Negated(), bits).Negated()),
            null => Ball.Unknown,
            _ => Ball.Undefined,
        };
    }

    private static Ball Signed(int? sign, Ball size) => sign < 0 ? size.Negated() : size;

    private static Ball SinhAt(Ball s, int bits)
    {
        var working = bits + Guard;
        if (s.TopBit > 1)
        {
            var power = ElementaryBalls.Exp(s, working);
            return power.Subtract(Ball.One.Divide(power, working), working).Shifted(-1).Rounded(bits);
        }

        var e = ElementaryBalls.Expm1(s, working);
        return e.Add(e.Divide(Ball.One.Add(e, working), working), working).Shifted(-1).Rounded(bits);
    }

    private static Ball CoshAt(Ball s, int bits)
    {
        var power = ElementaryBalls.Exp(s, bits + Guard);
        return power.Add(Ball.One.Divide(power, bits + Guard), bits + Guard).Shifted(-1).Rounded(bits);
    }

    private static Ball SechAt(Ball s, int bits)
    {
        var small = ElementaryBalls.Exp(s.Negated(), bits + Guard);
        return small.Shifted(1).Divide(Ball.One.Add(small.Multiply(small, bits + Guard), bits + Guard), bits);
    }

    private static Ball CschAt(Ball s, int bits)
    {
        var small = ElementaryBalls.Exp(s.Negated(), bits + Guard);
        return small.Shifted(1).Divide(ElementaryBalls.Expm1(s.Shifted(1).Negated(), bits + Guard).Negated(), bits);
    }

    // −e/(2 + e) for e = exp(−2s) − 1.
    private static Ball TanhAt(Ball s, int bits)
    {
        var e = ElementaryBalls.Expm1(s.Shifted(1).Negated(), bits + Guard);
        return e.Negated().Divide(e.Add(2, bits + Guard), bits);
    }

    private static Ball AsinhAt(Ball s, int bits)
    {
        var working = bits + Guard;
        var square = s.Multiply(s, working);
        var root = ElementaryBalls.Sqrt(Ball.One.Add(square, working), working);
        return ElementaryBalls.Log1p(s.Add(square.Divide(Ball.One.Add(root, working), working), working), bits);
    }

    private static Ball AcoshOfOnePlusAt(Ball t, int bits)
    {
        var root = ElementaryBalls.Sqrt(t.Multiply(t.Add(2, bits + Guard), bits + Guard), bits + Guard);
        return ElementaryBalls.Log1p(t.Add(root, bits + Guard), bits);
    }

    private static Ball AtanhAt(Ball s, int bits) => HalfLog1p(s.Divide(Ball.One.Subtract(s, bits + Guard), bits + Guard), bits);

    private static Ball HalfLog1p(Ball half, int bits) => ElementaryBalls.Log1p(half.Shifted(1), bits).Shifted(-1);
}
