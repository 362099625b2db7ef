using System.Globalization;
using System.Numerics;
using Calculus.Expressions;

namespace Calculus.CodeExport;

/// <summary>Exact numbers as literals of double precision.</summary>
internal static class Literals
{
    private const int ShortDecimal = 8;

    // Up to here every whole number is a double, so the quotient of two is the double nearest to the fraction.
    private static readonly BigInteger s_largestWhole = BigInteger.One << 53;

    /// <summary>Whether a positive number is written as the quotient of two whole numbers.</summary>
    public static bool IsWrittenAsQuotient(Rational value) =>
        !value.IsInteger && value.TryDecimal(ShortDecimal) is null && value.Numerator <= s_largestWhole && value.Denominator <= s_largestWhole;

    /// <summary>The shortest literal that reads back to the same double; always with a point or an exponent.</summary>
    public static string Double(double value)
    {
        var text = value.ToString("R", CultureInfo.InvariantCulture);
        return text.AsSpan().ContainsAny('.', 'E') ? text : text + ".0";
    }

    /// <summary>A number that is not negative: a whole number, a short decimal, a fraction, otherwise the nearest double.</summary>
    /// <param name="value">The number.</param>
    /// <param name="wholeNumbers">Whether a whole number may be written without a point.</param>
    public static Fragment Exact(Rational value, bool wholeNumbers)
    {
        if (value.IsInteger) return Plain(Whole(value.Numerator, wholeNumbers), Tightness.Atom);
        if (value.TryDecimal(ShortDecimal) is { } digits) return Plain(digits, Tightness.Atom);
        return IsWrittenAsQuotient(value)
            ? Plain($"{Whole(value.Numerator, wholeNumbers)} / {Whole(value.Denominator, wholeNumbers)}", Tightness.Product)
            : Plain(Double(value.ToDouble()), Tightness.Atom);
    }

    private static string Whole(BigInteger value, bool wholeNumbers) => wholeNumbers && value <= s_largestWhole
        ? value.ToString(CultureInfo.InvariantCulture)
        : Double(Rational.Of(value, BigInteger.One).ToDouble());

    private static Fragment Plain(string text, Tightness tightness) => new(text, tightness) { IsPlain = true };
}
