using System.Globalization;
using Calculus.Binding;
using Calculus.Tests.Laws;
using Xunit;

namespace Calculus.Tests.Language;

/// <summary>Asks the library as a request does.</summary>
internal static class Ask
{
    /// <summary>A definition with its data, such as <c>a=3 b=0.5</c>; a name without a value is declared only.</summary>
    public static Asked About(string text, string data = "")
    {
        var values = new Dictionary<string, double>(StringComparer.Ordinal);
        var declared = new HashSet<string>(StringComparer.Ordinal);
        foreach (var entry in data.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            if (entry.Split('=') is [var name, var value]) values[name] = double.Parse(value, CultureInfo.InvariantCulture);
            else declared.Add(entry);
        }

        return new Asked(Study.Of(text, new BindingContext(values, declared), Definitions.Budget()));
    }

    /// <summary>Numbers agree, relative to their size.</summary>
    public static void Close(double expected, double actual, double tolerance = 1e-12) => Assert.True(
        expected.Equals(actual) || Math.Abs(expected - actual) <= tolerance * Math.Max(1, Math.Abs(expected)),
        string.Create(CultureInfo.InvariantCulture, $"{expected:R} was expected, not {actual:R}."));
}
