using System.Runtime.CompilerServices;

namespace Calculus.Kernels;

/// <summary>
/// Powers and roots, by exponentials and logarithms in two parts (Muller et al., <i>Handbook of Floating-Point Arithmetic</i>, 2nd ed.,
/// section 10.3), and cube roots by Newton's method.
/// </summary>
internal static class Powers
{
    // Up to this size a whole power is a product.
    private const double MultipliedExponent = 64;

    private const double Log2E = 1.4426950408889634, Log2ERest = 2.0355273740931033e-17;
    private const double Log10E = 0.4342944819032518, Log10ERest = 1.098319650216765e-17;
    private const double Log2 = 0.6931471805599453, Log2Rest = 2.3190468138462996e-17;

    /// <summary>x^y as IEEE 754 defines pow: NaN for a negative base and an exponent that is not whole.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Raise<T>(T x, T y)
        where T : struct, ILanes<T>
    {
        var size = T.Abs(x);
        var value = RaiseSize(size, y);

        // The ends: of zeros and infinities the exponent's sign decides.
        var isUp = y > T.Of(0);
        var infinity = T.Of(double.PositiveInfinity);
        value = T.Select(T.Equal(size, T.Of(0)), T.Select(isUp, T.Of(0), infinity), value);
        value = T.Select(T.Equal(size, infinity), T.Select(isUp, infinity, T.Of(0)), value);
        var isEndless = T.Equal(T.Abs(y), infinity);
        value = T.Select(isEndless, T.Select((size > T.Of(1)) ^ isUp, T.Of(0), infinity), value);
        value = T.Select(isEndless & T.Equal(size, T.Of(1)), T.Of(1), value);

        // The sign: that of x where y is odd.
        var isWhole = T.Equal(T.Round(y), y);
        var isOdd = IsOdd(y);
        var isNegative = T.Equal(x & T.OfBits(long.MinValue) | T.Of(1), T.Of(-1));
        value = T.Select(isNegative & isOdd, -value, value);
        var isReal = isWhole | T.Equal(size, T.Of(0)) | T.Equal(size, infinity) | (x > T.Of(0));
        value = T.Select(isReal, value, T.Of(double.NaN));
        value = T.Select(T.Equal(x, x) & T.Equal(y, y), value, x + y);
        return T.Select(T.Equal(y, T.Of(0)) | T.Equal(x, T.Of(1)), T.Of(1), value);
    }

    /// <summary>u^v as the language defines it: products for a whole v, kept in two parts so that the result is rounded once.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T OfLanguage<T>(T u, T v)
        where T : struct, ILanes<T>
    {
        var isWhole = T.Equal(T.Round(v), v) & (T.Abs(v) < T.Of(MultipliedExponent + 1));
        var value = u;
        if (T.Any(isWhole))
        {
            var power = Whole(u, T.Select(isWhole, T.Abs(v), T.Of(0)));
            var size = T.Abs(power.High);
            isWhole = isWhole & (size > T.Of(1e-290)) & (size < T.Of(1e290)); // further out parts would be lost
            var reciprocal = T.Of(1) / power.High;
            var rest = T.MultiplyAdd(-reciprocal, power.Low, T.MultiplyAdd(-reciprocal, power.High, T.Of(1)));
            value = T.Select(v < T.Of(0), T.MultiplyAdd(reciprocal, rest, reciprocal), power.Rounded);
        }

        if (T.Any(isWhole ^ T.OfBits(-1))) value = T.Select(isWhole, value, Raise(u, v));

        // The powers that programs compute with single operations.
        var square = u * u;
        value = T.Select(T.Equal(v, T.Of(2)), square, value);
        value = T.Select(T.Equal(v, T.Of(3)), square * u, value);
        value = T.Select(T.Equal(v, T.Of(4)), square * square, value);
        value = T.Select(T.Equal(v, T.Of(0.5)), T.Sqrt(u), value);
        return T.Select(T.Equal(v, T.Of(-1)), T.Of(1) / u, value);
    }

    // x^n for a whole n from 0 to 64, by squaring.
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    private static Twofold<T> Whole<T>(in T x, in T exponent)
        where T : struct, ILanes<T>
    {
        var n = exponent;
        var power = new Twofold<T>(T.Of(1), T.Of(0));
        var factor = new Twofold<T>(x, T.Of(0));
        while (true)
        {
            var half = T.Floor(n * T.Of(0.5));
            var isOdd = n > half + half;
            var next = power.Times(factor);
            power = new(T.Select(isOdd, next.High, power.High), T.Select(isOdd, next.Low, power.Low));
            n = half;
            if (!T.Any(n > T.Of(0))) return power;
            factor = factor.Times(factor);
        }
    }

    /// <summary>x^(p/q) for a number x that is not negative, the exponent in two parts.</summary>
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    public static T RootOfSize<T>(in T size, in T p, in T q)
        where T : struct, ILanes<T>
    {
        var exponent = Twofold<T>.Quotient(new(p, T.Of(0)), new(q, T.Of(0)));
        var value = Exponential.Of(Logarithm.Parts(size).Times(exponent));
        var isUp = exponent.High > T.Of(0);
        var infinity = T.Of(double.PositiveInfinity);
        value = T.Select(T.Equal(size, T.Of(0)), T.Select(isUp, T.Of(0), infinity), value);
        value = T.Select(T.Equal(size, infinity), T.Select(isUp, infinity, T.Of(0)), value);
        value = T.Select(T.Equal(p, T.Of(0)), T.Of(1), value);
        return T.Select(T.Equal(size, size) & T.Equal(exponent.High, exponent.High), value, size + exponent.High);
    }

    /// <summary>u^(p/q) with whole p and odd q: the real root, of negative numbers too.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T OfReals<T>(T u, T p, T q)
        where T : struct, ILanes<T>
    {
        var isCubic = T.Equal(p, T.Of(1)) & T.Equal(q, T.Of(3));
        var value = T.Any(isCubic) ? T.Abs(CubeRoot(u)) : u;
        if (T.Any(isCubic ^ T.OfBits(-1))) value = T.Select(isCubic, value, RootOfSize(T.Abs(u), p, q));
        return T.Select((u < T.Of(0)) & IsOdd(p), -value, value);
    }

    /// <summary>x^(1/n): for a whole odd n the real root, of negative numbers too; NaN for n = 0.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Root<T>(T x, T n)
        where T : struct, ILanes<T>
    {
        var value = RootOfSize(T.Abs(x), T.Of(1), n);
        value = T.Select(T.Equal(T.Abs(n), T.Of(double.PositiveInfinity)), T.Of(1), value);
        var isTiny = T.Abs(n) < T.Of(1e-300);
        if (T.Any(isTiny)) value = T.Select(isTiny, Raise(T.Abs(x), T.Of(1) / n), value);

        // Of a negative number: odd roots, and powers with a whole exponent 1/n.
        var exponent = T.Of(1) / n;
        var isRoot = IsOdd(n);
        var isReal = isRoot | T.Equal(T.Round(exponent), exponent) | (T.Abs(x) > T.Of(double.MaxValue)) | T.Equal(x, T.Of(0));
        var sign = T.Select(isRoot | IsOdd(exponent), x & T.OfBits(long.MinValue), T.Of(0));
        value = T.Select((x < T.Of(0)) & (isReal ^ T.OfBits(-1)), T.Of(double.NaN), value ^ sign);
        return T.Select(T.Equal(n, T.Of(0)), T.Of(double.NaN), value);
    }

    /// <summary>2^x.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T OfTwo<T>(T x)
        where T : struct, ILanes<T>
    {
        x = T.Larger(T.Smaller(x, T.Of(1_025)), T.Of(-1_080));
        var n = T.Round(x);
        var part = new Twofold<T>(T.Of(Log2), T.Of(Log2Rest)).Times(x - n);
        var m = Exponential.Parts(part);
        return T.Scaled(m.Mantissa.Rounded, n + m.Scale);
    }

    /// <summary>The logarithm to base 2.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T LogToTwo<T>(T x)
        where T : struct, ILanes<T>
    {
        var (k, f) = Logarithm.Split(x);
        var near = Logarithm.Parts(f + T.Of(1)).Times(new Twofold<T>(T.Of(Log2E), T.Of(Log2ERest)));
        var sum = Twofold<T>.Sum(k, near.High);
        return Logarithm.AtEnds(x, x, sum.High + (sum.Low + near.Low));
    }

    /// <summary>The logarithm to base 10.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T LogToTen<T>(T x)
        where T : struct, ILanes<T> =>
        Logarithm.AtEnds(x, x, Logarithm.Parts(x).Times(new Twofold<T>(T.Of(Log10E), T.Of(Log10ERest))).Rounded);

    /// <summary>The real cube root.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T CubeRoot<T>(T x)
        where T : struct, ILanes<T>
    {
        // |x| = m·2^(3k) with m between 0.35 and 2.83; two steps of Halley's method from a polynomial, and one of Newton's with the
        // residual rounded once.
        var size = T.Abs(x);
        var (exponent, f) = Logarithm.Split(size);
        var k = T.Round(exponent * T.Of(1.0 / 3));
        var m = (f + T.Of(1)) * Exponential.PowerOfTwo(exponent - (T.Of(3) * k));
        var y = Polynomial.At(m, 0.38489486099923675, 1.2589886147560914, -1.296865788433667, 1.073466205950763, -0.5793813508632323, 0.19093010066329227, -0.03477410359106575, 0.002676690841485498);
        var cube = y * y * y;
        y *= (cube + m + m) / (cube + cube + m);
        cube = y * y * y;
        y *= (cube + m + m) / (cube + cube + m);
        var square = Twofold<T>.Product(y, y);
        var residual = T.MultiplyAdd(-square.High, y, m) - (square.Low * y);
        y = T.MultiplyAdd(residual, T.Of(1.0 / 3) / square.High, y);
        var value = y * Exponential.PowerOfTwo(k);
        var isPlain = size < T.Of(double.PositiveInfinity);
        return T.Select(isPlain & (size > T.Of(0)), value | (x & T.OfBits(long.MinValue)), x);
    }

    /// <summary>√(x² + y²) without overflow.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Length<T>(T x, T y)
        where T : struct, ILanes<T>
    {
        const double large = 1e150, small = 1e-150; // squares of numbers between them are harmless
        var (a, b) = (T.Abs(x), T.Abs(y));
        var (longer, shorter) = (T.Larger(a, b), T.Smaller(a, b));
        var power = T.Select(longer > T.Of(large), T.Of(-700), T.Select(longer < T.Of(small), T.Of(700), T.Of(0)));
        var (scale, back) = (Exponential.PowerOfTwo(power), Exponential.PowerOfTwo(-power));
        var (u, v) = (longer * scale, shorter * scale);
        var square = Twofold<T>.Product(u, u);
        var value = T.Sqrt(square.High + T.MultiplyAdd(v, v, square.Low)) * back;
        var infinity = T.Of(double.PositiveInfinity);
        value = T.Select(T.Equal(a, a) & T.Equal(b, b), value, a + b);
        return T.Select(T.Equal(a, infinity) | T.Equal(b, infinity), infinity, value);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static T IsOdd<T>(T x)
        where T : struct, ILanes<T>
    {
        var half = x * T.Of(0.5);
        return T.Equal(T.Round(x), x) & (T.Equal(T.Round(half), half) ^ T.OfBits(-1));
    }

    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    private static T RaiseSize<T>(in T size, in T exponent)
        where T : struct, ILanes<T>
    {
        // y·log x is never so large that its exponential were not 0 or infinite.
        const double most = 1e300;
        var y = T.Larger(T.Smaller(exponent, T.Of(most)), T.Of(-most));
        return Exponential.Of(Logarithm.Parts(size).Times(y));
    }
}
