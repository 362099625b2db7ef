using System.Text.Json;
using Xunit;

namespace CalcApi.Tests;

/// <summary>Reads numbers and texts out of answers.</summary>
internal static class Answers
{
    /// <summary>A number, or one of the strings for values that JSON has no number for.</summary>
    public static double Number(this JsonElement element) => element.ValueKind == JsonValueKind.String
        ? element.GetString() switch
        {
            "NaN" => double.NaN,
            "Infinity" => double.PositiveInfinity,
            "-Infinity" => double.NegativeInfinity,
            var other => throw new FormatException($"'{other}' is not a number."),
        }
        : element.GetDouble();

    /// <summary>A member's number.</summary>
    public static double Number(this JsonElement element, string member) => element.GetProperty(member).Number();

    /// <summary>A member's numbers.</summary>
    public static double[] Numbers(this JsonElement element, string member) => element.GetProperty(member).Numbers();

    /// <summary>The numbers of an array, or of an object in its order.</summary>
    public static double[] Numbers(this JsonElement element) => element.ValueKind == JsonValueKind.Object
        ? [.. element.EnumerateObject().Select(each => each.Value.Number())]
        : [.. element.EnumerateArray().Select(each => each.Number())];

    /// <summary>An expression's text.</summary>
    /// <summary>A member that is a text.</summary>
    public static string Text(this JsonElement element, string member) => element.GetProperty(member).GetString()!;

    public static string Formula(this JsonElement element, string member) => element.GetProperty(member).GetProperty("text").GetString()!;

    /// <summary>The codes of the answer's notes.</summary>
    public static IReadOnlyList<string> NoteCodes(this JsonElement answer) =>
        [.. answer.GetProperty("notes").EnumerateArray().Select(note => note.GetProperty("code").GetString()!)];

    /// <summary>Numbers are close, relative to their size.</summary>
    public static void Close(double[] expected, double[] actual, double tolerance = 1e-12)
    {
        Assert.Equal(expected.Length, actual.Length);
        for (var i = 0; i < expected.Length; i++) Close(expected[i], actual[i], tolerance);
    }

    /// <summary>Two numbers are close, relative to their size.</summary>
    public static void Close(double expected, double actual, double tolerance = 1e-12) => Assert.True(
        expected.Equals(actual) || Math.Abs(expected - actual) <= tolerance * Math.Max(1, Math.Abs(expected)), $"{expected:R} was expected, not {actual:R}.");
}
