using System.Globalization;
using System.Numerics;
using Calculus.Expressions;

namespace Calculus.Printing;

/// <summary>A number without its sign, as digits: of the numerator, of the denominator, and a power of ten.</summary>
/// <param name="Digits">The digits above the line, with a point where it is a decimal.</param>
/// <param name="Divisor">The digits below the line, or null.</param>
/// <param name="PowerOfTen">What the digits are still to be multiplied by: ten to this power.</param>
internal readonly record struct Numeral(string Digits, string? Divisor, int PowerOfTen)
{
    private const int ShortDigits = 17, LongDigits = 40;
    private const int LongBits = 40;
    private const int MostDigits = 900, DoubleBits = 1_023;
    private const int FewestDigitsWithPower = 22;
    private const int LongestDecimalExponent = 1_000;

    /// <summary>Whether it is 1, which is not written before a factor.</summary>
    public bool IsOne => Digits is "1" && Divisor is null && PowerOfTen == 0;

    /// <summary>The numeral of a number's absolute value.</summary>
    /// <param name="value">The number.</param>
    /// <param name="decimals">Whether short decimals are preferred to fractions.</param>
    public static Numeral Of(Rational value, bool decimals)
    {
        value = value.Abs();
        if (value.TryShort(out var p, out var q) && (q == 1 || !decimals) && p < 1L << LongBits && q < 1L << LongBits)
            return new Numeral(p.ToString(CultureInfo.InvariantCulture), q == 1 ? null : q.ToString(CultureInfo.InvariantCulture), 0);
        // A fraction of two long numbers is less readable than its digits.
        var isLong = value.Numerator.GetBitLength() > LongBits && value.Denominator.GetBitLength() > LongBits;
        if ((decimals || isLong) && TryDecimal(value, isLong ? LongDigits : ShortDigits) is { } numeral) return numeral;
        if (IsBeyondDoubles(value.Numerator) || IsBeyondDoubles(value.Denominator))
        {
            // No text of such a number reads: its digits do, over what has none.
            var rest = value.Denominator;
            DivideOut(ref rest, 2);
            DivideOut(ref rest, 5);
            if (!IsBeyondDoubles(rest) && TryDecimal(value * Rational.Of(rest, 1), MostDigits) is { } digits) return rest.IsOne ? digits : digits with { Divisor = Digitise(rest) };
        }

        return new Numeral(Digitise(value.Numerator), value.IsInteger ? null : Digitise(value.Denominator), 0);
    }

    /// <summary>The numeral in the function language.</summary>
    public string Text => PowerOfTen == 0 ? Digits : string.Create(CultureInfo.InvariantCulture, $"{Digits}e{PowerOfTen}");

    /// <summary>The numeral in LaTeX, the divisor left out.</summary>
    public string Latex => PowerOfTen == 0
        ? Digits
        : string.Create(CultureInfo.InvariantCulture, $@"{(Digits is "1" ? "" : $@"{Digits} \cdot ")}10^{{{PowerOfTen}}}");

    private static Numeral? TryDecimal(Rational value, int mostDigits)
    {
        if (value.IsInteger && BigInteger.Abs(value.Numerator) < BigInteger.Pow(10, FewestDigitsWithPower - 1)) return null;
        if (value.Numerator.GetBitLength() > 4 * LongestDecimalExponent || value.Denominator.GetBitLength() > 4 * LongestDecimalExponent) return null;
        if (!value.IsInteger && value.TryDecimal(mostDigits) is { } text && !text.StartsWith("0.000000", StringComparison.Ordinal))
            return new Numeral(text, null, 0);

        // digits · 10^−places with as few digits as there are.
        var denominator = value.Denominator;
        var places = Math.Max(DivideOut(ref denominator, 2), DivideOut(ref denominator, 5));
        if (!denominator.IsOne || places > LongestDecimalExponent) return null;
        var digits = value.Numerator * BigInteger.Pow(10, places) / value.Denominator;
        for (; (digits % 10).IsZero; digits /= 10) places--;
        var written = Digitise(digits);
        if (written.Length > mostDigits) return null;
        var mantissa = written.Length == 1 ? written : $"{written[..1]}.{written[1..]}";
        return new Numeral(mantissa, null, written.Length - 1 - places);
    }

    private static int DivideOut(ref BigInteger value, int divisor)
    {
        var times = 0;
        for (; (value % divisor).IsZero; value /= divisor) times++;
        return times;
    }

    private static bool IsBeyondDoubles(BigInteger value) => value.GetBitLength() > DoubleBits;

    private static string Digitise(BigInteger value) => value.ToString(CultureInfo.InvariantCulture);
}
