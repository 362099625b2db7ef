using System.Numerics;

namespace Calculus.Balls;

/// <summary>The error function and its complement: DLMF 7.6.2, and 7.12.1 far from 0.</summary>
internal static class ErrorFunctionBalls
{
    private const int Guard = 16;

    // Beyond 2 to this power the complement is far below any precision.
    private const int Farthest = 64;

    // log2 e
    private const double BitsOfE = 1.4426950408889634;

    /// <summary>erf x.</summary>
    public static Ball Erf(Ball x, int bits) => x.RisingOdd(ErfAt, bits);

    /// <summary>erfc x = 1 − erf x, with as many bits where it is tiny.</summary>
    public static Ball Erfc(Ball x, int bits) => x.Rising(static (at, bits) => ErfcAt(at, bits).Negated(), bits).Negated();

    private static Ball ErfAt(Ball x, int bits)
    {
        // erfc x lies between 0 and exp(−x²).
        var complement = Square(x) * BitsOfE;
        return complement > bits + 2 ? Ball.One.Within(-(long)Math.Min(complement, 1L << 60), bits) : Series(x, bits + Guard).Rounded(bits);
    }

    private static Ball ErfcAt(Ball x, int bits)
    {
        if (x.Sign < 0) return Ball.One.Add(ErfAt(x.Negated(), bits), bits);
        if (x.IsZero) return Ball.One;
        var square = Square(x);
        return square * BitsOfE > bits + Guard + Guard
            ? Asymptotic(x, bits + Guard).Rounded(bits)
            : Ball.One.Subtract(Series(x, bits + Guard + (int)(square * BitsOfE) + (int)Math.Clamp(x.TopBit, 0, Farthest)), bits);
    }

    // erf x = 2x/√π·exp(−x²)·Σ (2x²)ⁿ/(1·3·5·…·(2n + 1)), a sum of positive terms, the first of which is 1.
    private static Ball Series(Ball x, int bits)
    {
        // Each of at most 2^12 terms is off by some units for each factor.
        var precision = bits + 28;
        var factor = Fixed(x.Multiply(x, precision).Shifted(1), precision);
        BigInteger term = BigInteger.One << precision, sum = term;
        for (var odd = 3; !term.IsZero; odd += 2) sum += term = (term * factor >> precision) / odd;
        return Ball.Of(sum, (sum >> bits) + 1, -precision, bits + 8)
            .Multiply(Exponential(x, bits), bits)
            .Multiply(x.Shifted(1), bits)
            .Divide(RootOfPi(bits), bits);
    }

    // erfc x = exp(−x²)/(x·√π)·Σ (−1)^m·1·3·…·(2m − 1)/(2x²)^m, off by less than the first term that is left out.
    private static Ball Asymptotic(Ball x, int bits)
    {
        var precision = bits + 30;
        var factor = Fixed(Ball.One.Divide(x.Multiply(x, precision).Shifted(1), precision), precision);
        BigInteger term = BigInteger.One << precision, sum = term;
        for (var odd = 1; ; odd += 2)
        {
            var next = -(term * factor * odd >> precision);
            if (next.IsZero || next.IsOne || BigInteger.Abs(next) >= BigInteger.Abs(term)) break;
            sum += term = next;
        }

        return Ball.Of(sum, BigInteger.Abs(term) + (BigInteger.One << (precision - bits)), -precision, bits + 8)
            .Multiply(Exponential(x, bits), bits)
            .Divide(x.Multiply(RootOfPi(bits), bits), bits);
    }

    private static Ball Exponential(Ball x, int bits)
    {
        var working = bits + (int)Math.Clamp(2 * x.TopBit, 0, Farthest);
        return ElementaryBalls.Exp(x.Multiply(x, working).Negated(), bits);
    }

    private static Ball RootOfPi(int bits) => ElementaryBalls.Sqrt(BallConstants.Pi(bits), bits);

    private static double Square(Ball x) => x.ToDouble() is var size ? size * size : 0;

    // A number times 2^precision, off by less than 3.
    private static BigInteger Fixed(Ball x, int precision)
    {
        var rounded = x.Rounded(precision + 64);
        var shift = rounded.Exponent + precision;
        return shift >= 0 ? rounded.Midpoint << (int)shift : -shift > int.MaxValue ? BigInteger.Zero : rounded.Midpoint >> (int)-shift;
    }
}
