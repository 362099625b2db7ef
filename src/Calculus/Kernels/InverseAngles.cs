using System.Runtime.CompilerServices;

namespace Calculus.Kernels;

/// <summary>
/// Angles from their sines, cosines and tangents, by polynomials on short intervals (Moshier, <i>Methods and Programs for Mathematical
/// Functions</i>, 1989, <i>atan.c</i>; fdlibm, <i>e_asin.c</i> and <i>e_acos.c</i>).
/// </summary>
internal static class InverseAngles
{
    private const double Pi = 3.141592653589793, PiRest = 1.2246467991473532e-16;
    private const double HalfPi = 1.5707963267948966, HalfPiRest = 6.123233995736766e-17;

    // tan(π/8) and its reciprocal.
    private const double EighthTurn = 0.41421356237309503, ThreeEighths = 2.414213562373095;

    private const long SignBit = long.MinValue;

    /// <summary>The angle from −π/2 to π/2 whose tangent is x.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Tangent<T>(T x)
        where T : struct, ILanes<T>
    {
        // arctan x = π/4 + arctan((x − 1)/(x + 1)) = π/2 + arctan(−1/x).
        var size = T.Abs(x);
        var (isMiddle, isFar) = (size > T.Of(EighthTurn), size > T.Of(ThreeEighths));
        var above = T.Select(isMiddle, size - T.Of(1), size);
        above = T.Select(isFar, T.Of(-1), above);
        var below = T.Select(isMiddle, size + T.Of(1), T.Of(1));
        below = T.Select(isFar, size, below);
        var (start, rest) = Start(isMiddle, isFar);
        var t = above / below;
        var angle = start + (Series(t) + rest + t);
        return T.Select(isMiddle, angle, Series(t) + t) | (x & T.OfBits(SignBit));
    }

    /// <summary>The angle of the point (x, y), from −π to π.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T OfPoint<T>(T y, T x)
        where T : struct, ILanes<T>
    {
        var (width, height) = (T.Abs(x), T.Abs(y));
        var isSteep = height > width;
        var (shorter, longer) = (T.Select(isSteep, width, height), T.Select(isSteep, height, width));
        var ratio = shorter / longer;
        ratio = T.Select(T.Equal(longer, T.Of(0)), T.Of(0), ratio);
        ratio = T.Select(T.Equal(shorter, T.Of(double.PositiveInfinity)), T.Of(1), ratio); // both infinite
        var isMiddle = ratio > T.Of(EighthTurn);
        var t = T.Select(isMiddle, (ratio - T.Of(1)) / (ratio + T.Of(1)), ratio);
        var (start, rest) = Start(isMiddle, T.Of(0));
        start = T.Select(isMiddle, start, T.Of(0));
        rest = T.Select(isMiddle, rest, T.Of(0)) + Series(t);

        // The angle is start + t + rest; now steep ones are taken from π/2, those left of the y-axis from π.
        var isLeft = T.Equal((x & T.OfBits(SignBit)) | T.Of(1), T.Of(-1)); // −0 too
        var (from, fromRest) = (T.Select(isSteep, T.Of(HalfPi), T.Of(0)), T.Select(isSteep, T.Of(HalfPiRest), T.Of(0)));
        from = T.Select(isLeft, T.Select(isSteep, from, T.Of(Pi)), from);
        fromRest = T.Select(isLeft, T.Select(isSteep, fromRest, T.Of(PiRest)), fromRest);
        var sign = (isLeft ^ isSteep) & T.OfBits(SignBit);
        var sum = Twofold<T>.OrderedSum(from, start ^ sign);
        sum = Twofold<T>.OrderedSum(sum.High, sum.Low + (t ^ sign));
        var angle = sum.High + (sum.Low + (fromRest + (rest ^ sign)));
        var isNumber = T.Equal(x, x) & T.Equal(y, y);
        return T.Select(isNumber, angle | (y & T.OfBits(SignBit)), x + y);
    }

    /// <summary>The angle from −π/2 to π/2 whose sine is x.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Sine<T>(T x)
        where T : struct, ILanes<T> => SineOf(T.Abs(x), (T.Of(1) - T.Abs(x)) * T.Of(0.5)) ^ (x & T.OfBits(SignBit));

    /// <summary>The angle from 0 to π whose cosine is x.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Cosine<T>(T x)
        where T : struct, ILanes<T> => CosineOf(x, (T.Of(1) - T.Abs(x)) * T.Of(0.5));

    /// <summary>arccos(1/x), near 1 by (1 − 1/x)/2 = (x − 1)/(2x), which keeps the digits.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Secant<T>(T x)
        where T : struct, ILanes<T>
    {
        var half = T.Of(0.5) * T.Abs(x);
        return CosineOf(T.Of(1) / x, (half - T.Of(0.5)) / (half + half));
    }

    /// <summary>arcsin(1/x), near 1 likewise.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Cosecant<T>(T x)
        where T : struct, ILanes<T>
    {
        var half = T.Of(0.5) * T.Abs(x);
        return SineOf(T.Of(1) / T.Abs(x), (half - T.Of(0.5)) / (half + half)) | (x & T.OfBits(SignBit));
    }

    /// <summary>arctan(1/x), and π/2 at 0.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Cotangent<T>(T x)
        where T : struct, ILanes<T> => T.Select(T.Equal(x, T.Of(0)), T.Of(HalfPi), Tangent(T.Of(1) / x));

    /// <summary>arcsin of a number that is not negative.</summary>
    /// <param name="size">The number.</param>
    /// <param name="rest">(1 − size)/2, with all its digits.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T SineOf<T>(T size, T rest)
        where T : struct, ILanes<T>
    {
        // Above ½, arcsin x = π/2 − 2·arcsin √((1 − x)/2).
        var isFar = size > T.Of(0.5);
        var z = T.Select(isFar, rest, size * size);
        var root = T.Sqrt(rest);
        var s = T.Select(isFar, root, size);
        var series = s * z * Cubic(z);
        var lost = T.MultiplyAdd(-root, root, rest) / (root + root); // of the root
        var twice = T.Of(2) * (series + T.Select(T.Equal(root, T.Of(0)), T.Of(0), lost));
        var far = Twofold<T>.OrderedSum(T.Of(HalfPi), -(root + root));
        return T.Select(isFar, far.High + (far.Low + (T.Of(HalfPiRest) - twice)), s + series);
    }

    /// <summary>arccos of a number.</summary>
    /// <param name="x">The number.</param>
    /// <param name="rest">(1 − |x|)/2, with all its digits.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T CosineOf<T>(T x, T rest)
        where T : struct, ILanes<T>
    {
        // Up to ½, arccos x = π/2 − arcsin x; beyond, 2·arcsin √((1 − x)/2), and π less that on the left.
        var isFar = T.Abs(x) > T.Of(0.5);
        var z = T.Select(isFar, rest, x * x);
        var root = T.Sqrt(rest);
        var lost = T.MultiplyAdd(-root, root, rest) / (root + root);
        lost = T.Select(T.Equal(root, T.Of(0)), T.Of(0), lost);
        var series = T.Select(isFar, root, x) * z * Cubic(z);
        var start = T.Select(isFar, T.Of(0), T.Of(HalfPi));
        var startRest = T.Select(isFar, T.Of(0), T.Of(HalfPiRest));
        var isLeft = isFar & (x < T.Of(0));
        start = T.Select(isLeft, T.Of(Pi), start);
        startRest = T.Select(isLeft, T.Of(PiRest), startRest);
        var part = T.Select(isFar, T.Of(2) * root, -x);
        var small = T.Select(isFar, T.Of(2) * (series + lost), -series);
        part = T.Select(isLeft, -part, part);
        small = T.Select(isLeft, -small, small);
        var sum = Twofold<T>.OrderedSum(start, part);
        return sum.High + (sum.Low + (startRest + small));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static (T High, T Low) Start<T>(T isMiddle, T isFar)
        where T : struct, ILanes<T> => (
        T.Select(isFar, T.Of(HalfPi), T.Select(isMiddle, T.Of(HalfPi / 2), T.Of(0))),
        T.Select(isFar, T.Of(HalfPiRest), T.Select(isMiddle, T.Of(HalfPiRest / 2), T.Of(0))));

    // arctan t − t for |t| ≤ tan(π/8).
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static T Series<T>(T t)
        where T : struct, ILanes<T>
    {
        var z = t * t;
        return t * z * Polynomial.At(
            z, -0.3333333333333333, 0.199999999999998, -0.14285714285659326, 0.11111111105106705, -0.09090908751076636, 0.07692296304974469,
            -0.06666423628069243, 0.05878914544400483, -0.0523034787301517, 0.04551108126321486, -0.034558092551328114, 0.016271944751537433);
    }

    // (arcsin √z − √z)/(z·√z) for z ≤ ¼.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static T Cubic<T>(T z)
        where T : struct, ILanes<T> => Polynomial.At(
        z, 0.16666666666666666, 0.07500000000000122, 0.04464285714254326, 0.030381944476347046, 0.02237215740373685, 0.017352817690741047, 0.013963758735074057,
        0.011566722371197968, 0.009619629203681253, 0.009332327156197718, 0.002995311657043866, 0.01967836743041825, -0.01942149876370524, 0.029727286869701657);
}
