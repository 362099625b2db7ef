using System.Globalization;
using System.Runtime.CompilerServices;
using Calculus.Differentiation;
using Calculus.Functions;
using Xunit;

namespace Calculus.Tests.Functions;

/// <summary>Values and derivatives compared with references of 20 digits, which <c>tests/references/functions.py</c> made.</summary>
public sealed class ReferenceTests
{
    // How many units in the last place a value may be off.
    private const double Ulps = 4;

    // The gamma family is computed from powers and sums of a dozen terms.
    private const double UlpsOfGamma = 32;

    // A derivative's formula may lose this many units, and as many times more as its argument's rounding is magnified.
    private const double UlpsOfDerivative = 64, Magnified = 16;

    // Formulas that people read subtract nearly equal numbers, as 1 - tanh(x)^2 does: their derivatives are accurate to this.
    private const double Absolute = 1.8e-15;

    private static readonly string[] Subtracting = ["tanh(x)", "mish(x)", "sigmoid(x)", "hypot(x, 2)"];

    public static TheoryData<string> Definitions => [.. Rows().Select(static row => row.Definition).Distinct(StringComparer.Ordinal)];

    [Theory, MemberData(nameof(Definitions))]
    public void Value_and_derivatives_are_the_references(string definition)
    {
        var reading = Laws.Reading.Of($"f(x) = {definition}");
        var x = reading.Bound.Variables[0];
        var first = Derivative.Of(reading.Function, x);
        var second = Derivative.Of(first, x);
        var failures = new List<string>();
        var points = 0;
        foreach (var row in Rows().Where(row => string.Equals(row.Definition, definition, StringComparison.Ordinal)))
        {
            points++;
            Check("value", row, row.Numbers[0], reading.Value(reading.Function, row.X), IsOfGamma(definition) ? UlpsOfGamma : Ulps);
            Check("first", row, row.Numbers[1], reading.Value(first, row.X), UlpsOfDerivative + Magnification(row, 1));
            Check("second", row, row.Numbers[2], reading.Value(second, row.X), UlpsOfDerivative + Magnification(row, 2));
        }

        Assert.True(points >= 8, $"{definition} has {points} points.");
        Assert.True(failures.Count == 0, string.Join('\n', failures));

        void Check(string what, Row row, double expected, double actual, double ulps)
        {
            const double smallestNormal = 2.3e-308;
            if (actual.Equals(expected)) return;
            if (what is not "value" && Subtracting.Contains(definition, StringComparer.Ordinal) && Math.Abs(actual - expected) <= Absolute) return;
            var unit = Math.Max(Math.BitIncrement(Math.Abs(expected)) - Math.Abs(expected), smallestNormal);
            var off = Math.Abs(actual - expected) / unit;
            if (!(off <= ulps) || !double.IsFinite(actual))
                failures.Add(string.Create(CultureInfo.InvariantCulture, $"{definition} at {row.X:R}: {what} {actual:R}, expected {expected:R}, {off:G3} units off, {ulps:G3} allowed"));
        }
    }

    [Fact]
    public void Every_function_has_references()
    {
        var texts = Rows().Select(static row => row.Definition).Distinct(StringComparer.Ordinal).ToList();
        Assert.All(Catalogue.All, function => Assert.Contains(
            texts, text => text.StartsWith($"{function.Name}(", StringComparison.Ordinal) || (function is Factorial && text is "x!")));
    }

    // |x·f⁽ⁿ⁺¹⁾/f⁽ⁿ⁾|: how strongly rounding the argument shows in the n-th derivative.
    private static double Magnification(Row row, int order) =>
        row.Numbers[order] == 0 ? 0 : Magnified * Math.Abs(row.X * row.Numbers[order + 1] / row.Numbers[order]);

    private static bool IsOfGamma(string definition) => definition.Contains('!', StringComparison.Ordinal) || definition.Contains("gamma", StringComparison.Ordinal);

    private static IEnumerable<Row> Rows() => File.ReadLines(Path.Combine(Folder(), "../../references/functions.tsv"))
        .Skip(1)
        .Select(static line => line.Split('\t'))
        .Select(static cells => new Row(
            cells[0],
            double.Parse(cells[1], CultureInfo.InvariantCulture),
            [.. cells.Skip(2).Select(static cell => double.Parse(cell, CultureInfo.InvariantCulture))]));

    private static string Folder([CallerFilePath] string path = "") => Path.GetDirectoryName(path)!;

    private sealed record Row(string Definition, double X, double[] Numbers);
}
