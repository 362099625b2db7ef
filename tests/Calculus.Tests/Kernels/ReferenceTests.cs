using System.Globalization;
using System.IO.Compression;
using System.Runtime.CompilerServices;
using Calculus.Expressions;
using Calculus.Tests.Balls;
using Xunit;

namespace Calculus.Tests.Kernels;

/// <summary>Kernels beside values of 22 digits that <c>tests/references/kernels.py</c> made, by another library than the balls.</summary>
public sealed class ReferenceTests
{
    private const double Ulps = 3, UlpsOfHigher = 16, Absolute = 1e-15;

    private static readonly string[] Higher = ["gamma", "lgamma", "digamma", "erfc", "gelu"], WithZeros = ["lgamma", "digamma"];

    public static TheoryData<string> Names => [.. Rows().Select(static row => row.Name).Distinct(StringComparer.Ordinal)];

    [Theory, MemberData(nameof(Names))]
    public void A_value_is_the_reference(string name)
    {
        var function = AllFunctions.ByName[name];
        var (ulps, absolute) = (Higher.Contains(name, StringComparer.Ordinal) ? UlpsOfHigher : Ulps, WithZeros.Contains(name, StringComparer.Ordinal) ? Absolute : 0);
        var failures = new List<string>();
        foreach (var row in Rows().Where(row => string.Equals(row.Name, name, StringComparison.Ordinal)))
        {
            var value = function.Value(row.Arguments);
            if (row.Value is "none" ? !double.IsFinite(value) : IsNear(value, row.Value, ulps, absolute)) continue;
            failures.Add(string.Create(CultureInfo.InvariantCulture, $"{name}({string.Join(", ", row.Arguments)}) is {value:R}, expected {row.Value}"));
        }

        Assert.True(failures.Count == 0, string.Join('\n', failures.Take(20)));
    }

    private static bool IsNear(double value, string expected, double ulps, double absolute)
    {
        if (expected is "+inf" or "-inf") return double.IsInfinity(value) && value < 0 == expected is "-inf";
        var exact = expected[0] == '-' ? -Rational.Parse(expected.AsSpan(1)) : Rational.Parse(expected);
        var nearest = exact.ToDouble();
        if (!double.IsFinite(value) || !double.IsFinite(nearest)) return value.Equals(nearest);
        var off = (exact - Rational.Exactly(value)).Abs().ToDouble();
        var unit = Math.ScaleB(1, Math.Max(Math.ILogB(nearest == 0 ? double.Epsilon : nearest), -1022) - 52);
        return off <= Math.Max(absolute, ulps * unit);
    }

    private static IEnumerable<Row> Rows()
    {
        using var file = File.OpenRead(Path.Combine(Folder(), "../../references/kernels.tsv.gz"));
        using var lines = new StreamReader(new GZipStream(file, CompressionMode.Decompress));
        lines.ReadLine();
        while (lines.ReadLine() is { } line)
        {
            var cells = line.Split('\t');
            yield return new Row(cells[0], [.. cells[1].Split(' ').Select(Hexadecimal)], cells[2]);
        }
    }

    // Python's float.hex: a sign, 0x1.…p±… or 0x0.…p−1022.
    private static double Hexadecimal(string text)
    {
        var (sign, rest) = text[0] == '-' ? (-1.0, text[3..]) : (1.0, text[2..]);
        var (mantissa, exponent) = (rest[..rest.IndexOf('p', StringComparison.Ordinal)], int.Parse(rest[(rest.IndexOf('p', StringComparison.Ordinal) + 1)..], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture));
        var digits = mantissa.Replace(".", "", StringComparison.Ordinal);
        var whole = long.Parse(digits, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture);
        return sign * Math.ScaleB(whole, exponent - (4 * (digits.Length - 1)));
    }

    private static string Folder([CallerFilePath] string path = "") => Path.GetDirectoryName(path)!;

    private sealed record Row(string Name, double[] Arguments, string Value);
}
