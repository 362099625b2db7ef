using System.Globalization;
using Calculus.Tests.Laws;
using Xunit;

namespace Calculus.Tests.Language;

/// <summary>Asks the library as a request does.</summary>
internal static class Ask
{
    /// <summary>A definition with its data, such as <c>a=3 b=0.5</c>; a name without a value is only declared.</summary>
    public static Study About(string text, string data = "")
    {
        var values = new Dictionary<string, double>(StringComparer.Ordinal);
        var declared = new HashSet<string>(StringComparer.Ordinal);
        foreach (var entry in data.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            if (entry.Split('=') is [var name, var value]) values[name] = double.Parse(value, CultureInfo.InvariantCulture);
            else declared.Add(entry);
        }

        return Study.Of(text, new StudyContext(values, declared), Definitions.Budget());
    }

    /// <summary>The derivative's text.</summary>
    public static string Formula(this Study study, string variable, int order = 1) => study.Print(study.Derivative(variable, order)).Text;

    /// <summary>The derivative's value.</summary>
    public static double Slope(this Study study, string variable, int order, params double[] point) =>
        study.Evaluate([study.Derivative(variable, order)], point)[0];

    /// <summary>The function's value.</summary>
    public static double Value(this Study study, params double[] point) => study.Evaluate([study.Function], point)[0];

    /// <summary>The codes of the notes, in their order, with blanks between.</summary>
    public static string NoteCodes(this Study study) => string.Join(' ', study.Notes.Select(static note => note.Code));

    /// <summary>Numbers agree, relative to their size.</summary>
    public static void Close(double expected, double actual, double tolerance = 1e-12) => Assert.True(
        expected.Equals(actual) || Math.Abs(expected - actual) <= tolerance * Math.Max(1, Math.Abs(expected)),
        string.Create(CultureInfo.InvariantCulture, $"{expected:R} was expected, not {actual:R}."));
}
