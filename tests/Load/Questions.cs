using System.Globalization;
using System.Text;

namespace Load;

/// <summary>What is asked.</summary>
internal static class Questions
{
    private static readonly string s_long = string.Join('+', Enumerable.Range(1, 400).Select(static i => $"sin({i}x)*cos({i}x)"));

    /// <summary>A light question: about a millisecond, never the same function twice.</summary>
    public static (string Route, string Body) Light(long i) =>
        ("/api/v1/derivative", string.Create(CultureInfo.InvariantCulture, $$"""{ "function": "sin({{i % 9_973}}x)*exp(-x^2) + {{i}}", "point": 0.5 }"""));

    /// <summary>A question whose names nobody has used before, so that what is kept by name or by form would pile up.</summary>
    public static (string Route, string Body) Distinct(long i) =>
        ("/api/v1/derivative", string.Create(CultureInfo.InvariantCulture, $$"""{ "function": "f{{i}}(x{{i}}) = sin({{i}}x{{i}})*exp(-x{{i}}^2) + {{i}}", "point": 0.5 }"""));

    /// <summary>A heavy question: among the dearest that are allowed, about half a second.</summary>
    public static (string Route, string Body) Heavy(long i) =>
        ("/api/v1/derivative", string.Create(CultureInfo.InvariantCulture, $$"""{ "function": "{{s_long}}+{{i}}x", "point": 0.5 }"""));

    /// <summary>Its body for a client.</summary>
    public static StringContent Content(string body) => new(body, Encoding.UTF8, "application/json");
}
