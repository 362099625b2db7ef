using System.Globalization;

namespace Calculus.Exercises;

/// <summary>Writes formulas the way a textbook does: no factor 1, no power 1, no term 0, a minus in place of plus and minus.</summary>
internal static class Writing
{
    /// <summary>A number in the function language.</summary>
    public static string Number(double number) => number.ToString("R", CultureInfo.InvariantCulture);

    /// <summary>c·body</summary>
    public static string Times(int factor, string body) => factor switch
    {
        1 => body,
        -1 => "-" + body,
        _ => string.Create(CultureInfo.InvariantCulture, $"{factor}*{body}"),
    };

    /// <summary>body^n</summary>
    public static string Power(string body, int exponent) => exponent switch
    {
        1 => body,
        < 0 => string.Create(CultureInfo.InvariantCulture, $"{body}^({exponent})"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{body}^{exponent}"),
    };

    /// <summary>A fraction in lowest terms as an exponent or a factor, in brackets.</summary>
    public static string Fraction(int top, int bottom) => string.Create(CultureInfo.InvariantCulture, $"({top}/{bottom})");

    /// <summary>The terms added up; a term that begins with a minus is taken away, an empty one is left out.</summary>
    public static string Sum(params ReadOnlySpan<string> terms)
    {
        var sum = "";
        foreach (var term in terms)
        {
            if (term.Length == 0) continue;
            sum = sum.Length == 0 ? term : term[0] == '-' ? $"{sum} - {term[1..]}" : $"{sum} + {term}";
        }

        return sum;
    }

    /// <summary>A constant term; nothing for 0.</summary>
    public static string Constant(int number) => number == 0 ? "" : number.ToString(CultureInfo.InvariantCulture);

    /// <summary>a·x + b</summary>
    public static string Linear(int a, int b, string x = "x") => Sum(Times(a, x), Constant(b));
}
