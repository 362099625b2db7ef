using System.Globalization;
using Calculus.Printing;

namespace Calculus.Exercises;

/// <summary>Numbers of exercises as people write them.</summary>
internal static class ExerciseNumbers
{
    private const int MostBottom = 200;
    private const double Rounding = 1e-9;

    /// <summary>A short decimal, a fraction, or else a decimal of five digits.</summary>
    public static Printed Print(double number)
    {
        for (var bottom = 1; bottom <= MostBottom; bottom++)
        {
            var top = Math.Round(number * bottom);
            if (Math.Abs((number * bottom) - top) > Rounding * Math.Max(1, Math.Abs(top))) continue;
            var ten = 1000 % bottom == 0;
            if (ten) return Decimal((top / bottom).ToString("0.###", CultureInfo.InvariantCulture));
            var (sign, size) = (top < 0 ? "-" : "", Math.Abs(top).ToString(CultureInfo.InvariantCulture));
            return new(string.Create(CultureInfo.InvariantCulture, $"{sign}{size}/{bottom}"), string.Create(CultureInfo.InvariantCulture, $@"{sign}\frac{{{size}}}{{{bottom}}}"), []);
        }

        return Decimal(number.ToString("G6", CultureInfo.InvariantCulture));
    }

    /// <summary>How many significant digits of a number a decimal gives, where it is the number rounded to the places that it has; otherwise 0.</summary>
    /// <param name="text">What was written; a comma counts as a point, and zeros at the end count as digits.</param>
    /// <param name="number">The number.</param>
    public static int Rounds(string text, double number)
    {
        var written = text.Trim().Replace('−', '-').Replace(',', '.');
        if (written.Any(static letter => !char.IsAsciiDigit(letter) && letter is not ('.' or '-')) || !double.TryParse(written, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var rounded)) return 0;
        var point = written.IndexOf('.', StringComparison.Ordinal);
        var places = point < 0 ? 0 : written.Length - point - 1;
        var leading = written.TakeWhile(static letter => letter is '-' or '0' or '.').Count(static letter => letter == '0');
        // Half a unit in the last place, and a hair for the binary form of what was written.
        return Math.Abs(rounded - number) <= 0.5000001 * Math.Pow(10, -places) ? written.Count(char.IsAsciiDigit) - leading : 0;
    }

    /// <summary>The sum of the products.</summary>
    public static double Dot(IReadOnlyList<double> a, IReadOnlyList<double> b)
    {
        var sum = 0.0;
        for (var i = 0; i < a.Count; i++) sum += a[i] * b[i];
        return sum;
    }

    /// <summary>The length of a vector.</summary>
    public static double Length(IReadOnlyList<double> a) => Math.Sqrt(Dot(a, a));

    private static Printed Decimal(string text) => new(text, text, []);
}
