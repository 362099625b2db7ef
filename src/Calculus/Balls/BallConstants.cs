using System.Numerics;

namespace Calculus.Balls;

/// <summary>π and log 2 to more bits than any ball asks for.</summary>
internal static class BallConstants
{
    /// <summary>The highest precision that exponentials and angles are computed with; asked for more, their balls are wider.</summary>
    public const int Highest = 3_500;

    // Enough to reduce the largest angles modulo π at the highest precision, near a multiple of π too.
    private const int Bits = 10_000;

    private static readonly BigInteger PiFixed = (16 * ArcTangentOfReciprocal(5)) - (4 * ArcTangentOfReciprocal(239)); // Machin
    private static readonly BigInteger Log2Fixed = (18 * ArcHyperbolicTangentOfReciprocal(26)) - (2 * ArcHyperbolicTangentOfReciprocal(4801)) + (8 * ArcHyperbolicTangentOfReciprocal(8749));

    // The truncated terms of the series, each times its factor, spoil fewer than so many of the last bits.
    private const int Spoilt = 24;

    /// <summary>π.</summary>
    public static Ball Pi(int bits) => Constant(PiFixed, bits);

    /// <summary>log 2.</summary>
    public static Ball Log2(int bits) => Constant(Log2Fixed, bits);

    /// <summary>π·2^bits, short of it by less than 2.</summary>
    public static BigInteger PiScaled(int bits) => Scaled(PiFixed, bits);

    /// <summary>log 2·2^bits, short of it by less than 2.</summary>
    public static BigInteger Log2Scaled(int bits) => Scaled(Log2Fixed, bits);

    /// <summary>e.</summary>
    public static Ball E(int bits) => ElementaryBalls.Exp(Ball.One, bits);

    private static Ball Constant(BigInteger value, int bits)
    {
        bits = Math.Min(bits + 4, Bits - Spoilt);
        return Ball.Of(Scaled(value, bits), 2, -bits, bits + 4);
    }

    private static BigInteger Scaled(BigInteger value, int bits) => bits + Spoilt <= Bits
        ? value >> (Bits - bits)
        : throw new ArgumentOutOfRangeException(nameof(bits), $"Constants are known to {Bits - Spoilt} bits.");

    private static BigInteger ArcTangentOfReciprocal(int n)
    {
        var (sum, power) = (BigInteger.Zero, (BigInteger.One << Bits) / n);
        for (var k = 0; !power.IsZero; k++, power /= n * n) sum += (k % 2 == 0 ? power : -power) / ((2 * k) + 1);
        return sum;
    }

    private static BigInteger ArcHyperbolicTangentOfReciprocal(int n)
    {
        var (sum, power) = (BigInteger.Zero, (BigInteger.One << Bits) / n);
        for (var k = 0; !power.IsZero; k++, power /= (long)n * n) sum += power / ((2 * k) + 1);
        return sum;
    }
}
