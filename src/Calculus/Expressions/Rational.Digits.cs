using System.Globalization;
using System.Numerics;

namespace Calculus.Expressions;

/// <summary>Numbers as people write them: short decimals and short fractions.</summary>
public readonly partial struct Rational
{
    // The digits that tell a double from every other.
    private const int MostDigits = 17;

    // With more places a short fraction may be longer than 128 bits without its point.
    private const int MostShortPlaces = 18;

    // Numerators and denominators that people write, in bits: six digits, and twelve where all is in fractions.
    private const int ShortBits = 20, LongBits = 40;

    /// <summary>Whether it is no whole number, but a decimal of at most 17 digits.</summary>
    public bool IsShortDecimal => !IsInteger && TryDecimal(MostDigits) is not null;

    /// <summary>
    /// The number where people write it exactly: at most 17 digits, or a short fraction; else the shortest decimal of the nearest double.
    /// Null where no double is near it.
    /// </summary>
    /// <param name="decimals">Whether the numbers beside it are decimals; fractions must then be shorter.</param>
    public Rational? Readable(bool decimals)
    {
        if (HasFewDigits()) return this;
        var longest = decimals ? ShortBits : LongBits;
        if (Numerator.GetBitLength() <= longest && Denominator.GetBitLength() <= longest) return this;
        var nearest = ToDouble();
        return double.IsFinite(nearest) ? FromDecimal(nearest) : null;
    }

    /// <summary>The decimal with at most the given number of digits that equals the fraction, or null where there is none.</summary>
    public string? TryDecimal(int maximumDigits)
    {
        if (_big is null)
        {
            var (twos, fives, rest) = TwosAndFives(_denominatorLessOne + 1);
            if (rest != 1) return null;
            if (Math.Max(twos, fives) <= MostShortPlaces) return Decimal(twos, fives, maximumDigits);
        }

        var denominator = Denominator;
        var places = 0;
        var numerator = BigInteger.Abs(Numerator);
        while (!denominator.IsOne && places <= maximumDigits)
        {
            numerator *= 10;
            places++;
            var divisor = BigInteger.GreatestCommonDivisor(numerator, denominator);
            numerator /= divisor;
            denominator /= divisor;
        }

        if (!denominator.IsOne) return null;
        var digits = numerator.ToString(CultureInfo.InvariantCulture).PadLeft(places + 1, '0');
        if (digits.Length > maximumDigits + 1) return null;
        var sign = Sign < 0 ? "-" : "";
        return places == 0 ? sign + digits : $"{sign}{digits[..^places]}.{digits[^places..]}";
    }

    // The decimal of a short fraction whose denominator is 2^twos · 5^fives.
    private string? Decimal(int twos, int fives, int maximumDigits)
    {
        var places = Math.Max(twos, fives);
        var scaled = ((UInt128)Math.Abs(_numerator)) << (places - twos);
        for (var i = fives; i < places; i++) scaled *= 5;
        var digits = scaled.ToString(CultureInfo.InvariantCulture).PadLeft(places + 1, '0');
        if (digits.Length > maximumDigits + 1) return null;
        var sign = Sign < 0 ? "-" : "";
        return places == 0 ? sign + digits : $"{sign}{digits[..^places]}.{digits[^places..]}";
    }

    private static (int Twos, int Fives, long Left) TwosAndFives(long number)
    {
        var (twos, fives) = (BitOperations.TrailingZeroCount(number), 0);
        for (number >>= twos; number % 5 == 0; number /= 5) fives++;
        return (twos, fives, number);
    }

    // Of the digits those count that stand between zeros at both ends.
    private bool HasFewDigits()
    {
        const int most = 4_096;
        if (Bits > most) return false;
        var (denominator, places) = (Denominator, 0);
        while (!denominator.IsOne)
        {
            var divisor = BigInteger.GreatestCommonDivisor(denominator, 10);
            if (divisor.IsOne) return false;
            denominator /= divisor;
            places++;
        }

        var digits = (BigInteger.Abs(Numerator) * BigInteger.Pow(10, places) / Denominator).ToString(CultureInfo.InvariantCulture);
        return digits.AsSpan().TrimEnd('0').Length <= MostDigits;
    }
}
