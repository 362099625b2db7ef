namespace Calculus.Balls;

/// <summary>Tangents, and the angles that belong to a sine, a cosine, a secant or a point of the plane.</summary>
internal static class AngleBalls
{
    private const int Guard = 12;

    /// <summary>sin x.</summary>
    public static Ball Sin(Ball x, int bits) => ElementaryBalls.SinCos(x, bits).Sin;

    /// <summary>cos x.</summary>
    public static Ball Cos(Ball x, int bits) => ElementaryBalls.SinCos(x, bits).Cos;

    /// <summary>tan x; unknown where x may be at a pole.</summary>
    public static Ball Tan(Ball x, int bits)
    {
        var (sin, cos) = ElementaryBalls.SinCos(x, bits + Guard);
        return sin.Divide(cos, bits);
    }

    /// <summary>The angle from −π/2 to π/2 whose sine is x; undefined beyond 1.</summary>
    public static Ball Asin(Ball x, int bits) => Inside(x, bits) ?? x.Rising(AsinAt, bits);

    /// <summary>The angle from 0 to π whose cosine is x; undefined beyond 1.</summary>
    public static Ball Acos(Ball x, int bits) => Inside(x, bits) ?? AcosOf(Ball.One.Subtract(x, bits + Guard), Ball.One.Add(x, bits + Guard), bits);

    /// <summary>The angle from 0 to π whose secant is x; undefined between −1 and 1.</summary>
    public static Ball Asec(Ball x, int bits)
    {
        if (Outside(x, bits, out var beyond) is { } special) return special;
        var angle = ElementaryBalls.Atan(Root(beyond, bits), bits + Guard);
        return x.Sign > 0 ? angle.Rounded(bits) : BallConstants.Pi(bits + Guard).Subtract(angle, bits);
    }

    /// <summary>The angle from −π/2 to π/2 whose cosecant is x; undefined between −1 and 1.</summary>
    public static Ball Acsc(Ball x, int bits)
    {
        if (Outside(x, bits, out var beyond) is { } special) return special;
        var root = Root(beyond, bits);
        var angle = root.IsZero ? HalfPi(bits) : ElementaryBalls.Atan(Ball.One.Divide(root, bits + Guard), bits);
        return x.Sign > 0 ? angle : angle.Negated();
    }

    /// <summary>arctan(1/x), with π/2 at 0; unknown where x may be 0.</summary>
    public static Ball Acot(Ball x, int bits) => x.Sign switch
    {
        0 => HalfPi(bits),
        null => Ball.Unknown,
        _ => ElementaryBalls.Atan(Ball.One.Divide(x, bits + Guard), bits),
    };

    /// <summary>The angle of the point (x, y), from −π to π; 0 at the origin.</summary>
    public static Ball Atan2(Ball y, Ball x, int bits) => (y.Sign, x.Sign) switch
    {
        (_, 1) => ElementaryBalls.Atan(y.Divide(x, bits + Guard), bits),
        (1, _) => FromUpright(x.Divide(y, bits + Guard), bits),
        (-1, _) => FromUpright(x.Divide(y, bits + Guard).Negated(), bits).Negated(),
        (0, 0) => Ball.Zero,
        (0, -1) => BallConstants.Pi(bits),
        _ => Ball.Unknown,
    };

    private static Ball FromUpright(Ball tangent, int bits) => HalfPi(bits + Guard).Subtract(ElementaryBalls.Atan(tangent, bits + Guard), bits);

    private static Ball HalfPi(int bits) => BallConstants.Pi(bits).Shifted(-1);

    // Undefined beyond 1 and unknown where x may be there; null within.
    private static Ball? Inside(Ball x, int bits) => !x.IsFinite ? x : Ball.One.Subtract(x.Size(bits), bits).Sign switch
    {
        -1 => Ball.Undefined,
        null => Ball.Unknown,
        _ => null,
    };

    private static Ball? Outside(Ball x, int bits, out Ball beyond)
    {
        beyond = x.Size(bits).Subtract(Ball.One, bits + Guard);
        return !x.IsFinite ? x : beyond.Sign switch
        {
            -1 => Ball.Undefined,
            null => Ball.Unknown,
            _ => null,
        };
    }

    // √(x² − 1) for x = 1 + t.
    private static Ball Root(Ball t, int bits) => ElementaryBalls.Sqrt(t.Multiply(t.Add(2, bits + Guard), bits + Guard), bits + Guard);

    private static Ball AsinAt(Ball x, int bits)
    {
        var working = bits + Guard;
        var square = Ball.One.Subtract(x, working).Multiply(Ball.One.Add(x, working), working);

        // An end of a ball may have been rounded beyond 1.
        if (square.Sign is not 1) return x.Sign < 0 ? HalfPi(bits).Negated() : HalfPi(bits);
        return ElementaryBalls.Atan(x.Divide(ElementaryBalls.Sqrt(square, working), working), bits);
    }

    // 2·arctan √((1 − x)/(1 + x))
    private static Ball AcosOf(Ball less, Ball more, int bits) => (less.Sign, more.Sign) switch
    {
        (0, _) => Ball.Zero,
        (_, 0) => BallConstants.Pi(bits),
        _ => ElementaryBalls.Atan(ElementaryBalls.Sqrt(less.Divide(more, bits + Guard), bits + Guard), bits).Shifted(1),
    };
}
