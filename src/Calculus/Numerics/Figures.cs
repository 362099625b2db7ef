using System.Globalization;

namespace Calculus.Numerics;

/// <summary>Numbers in sentences, written as the function language writes them: <c>1.5e-7</c>.</summary>
internal static class Figures
{
    /// <summary>A number with as many digits as tell it from its neighbours.</summary>
    public static string Of(double value) => Shortened(value.ToString("R", CultureInfo.InvariantCulture));

    /// <summary>A number rounded to so many significant digits.</summary>
    public static string Of(double value, int digits) => Shortened(value.ToString($"G{digits.ToString(CultureInfo.InvariantCulture)}", CultureInfo.InvariantCulture));

    // 1.5E-07 is 1.5e-7, and 1E+20 is 1e20.
    private static string Shortened(string text)
    {
        var at = text.IndexOf('E', StringComparison.Ordinal);
        return at < 0 ? text : $"{text[..at]}e{int.Parse(text.AsSpan(at + 1), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture).ToString(CultureInfo.InvariantCulture)}";
    }
}
