using System.Globalization;
using System.Numerics;
using System.Runtime.CompilerServices;
using Calculus.Balls;
using Calculus.Expressions;
using Xunit;

namespace Calculus.Tests.Balls;

/// <summary>Balls of 64 to 1,024 bits contain values of 330 digits, which <c>tests/references/balls.py</c> made, and are narrow.</summary>
public sealed class ReferenceTests
{
    // How many bits fewer than asked for a ball may have, and the precision at which it is compared.
    private const int Lost = 16, Fine = 1_200;

    public static TheoryData<string> Names => [.. Rows().Select(static row => row.Name).Distinct(StringComparer.Ordinal)];

    [Theory, MemberData(nameof(Names)), Trait("Length", "long")]
    public void The_ball_contains_the_value_and_is_narrow(string name)
    {
        var function = AllFunctions.ByName[name];
        var failures = new List<string>();
        foreach (var row in Rows().Where(row => string.Equals(row.Name, name, StringComparison.Ordinal)))
        {
            foreach (var bits in new[] { 64, 128, 256, 512, 1_024 })
            {
                var ball = function.Value([.. row.Arguments.Select(Ball.Of)], bits);
                if (Fault(ball, row.Value, bits) is { } fault) failures.Add(string.Create(CultureInfo.InvariantCulture, $"{name}({string.Join(", ", row.Arguments)}), {bits} bits: {fault}"));
            }
        }

        Assert.True(failures.Count == 0, string.Join('\n', failures.Take(20)));
    }

    [Fact]
    public void Every_function_of_the_catalogue_has_references()
    {
        string[] choices = ["piecewise"];
        Assert.Empty(Calculus.Functions.Catalogue.All.Select(static function => function.Name).Except(Names.Select(static row => row.Data), StringComparer.Ordinal).Except(choices, StringComparer.Ordinal));
    }

    private static string? Fault(Ball ball, Rational? value, int bits)
    {
        if (value is not { } number) return ball.Kind == BallKind.Undefined ? null : $"{ball.Kind}, expected none";
        if (!ball.IsFinite) return $"{ball.Kind}, expected {number.ToDouble():R}";
        var digit = number.Abs() * Rational.Of(1, BigInteger.Pow(10, 329));
        var reference = Ball.Between(Ball.Of(number - digit), Ball.Of(number + digit), Fine);
        if (ball.CompareTo(reference, Fine) is 1 or -1) return $"{ball.ToDouble():R} of {ball.GoodBits} bits, expected {number.ToDouble():R}";
        return ball.GoodBits >= bits - Lost ? null : $"{ball.GoodBits} bits";
    }

    private static IEnumerable<Row> Rows() => File.ReadLines(Path.Combine(Folder(), "../../references/balls.tsv"))
        .Skip(1)
        .Select(static line => line.Split('\t'))
        .Select(static cells => new Row(cells[0], [.. cells[1].Split(' ').Select(Fraction)], cells[2] is "undefined" ? null : Value(cells[2])));

    private static Rational Fraction(string text)
    {
        var cells = text.Split('/');
        return Rational.Of(BigInteger.Parse(cells[0], CultureInfo.InvariantCulture), BigInteger.Parse(cells[1], CultureInfo.InvariantCulture));
    }

    private static Rational Value(string text) => text[0] == '-' ? -Rational.Parse(text.AsSpan(1)) : Rational.Parse(text);

    private static string Folder([CallerFilePath] string file = "") => Path.GetDirectoryName(file)!;

    private sealed record Row(string Name, IReadOnlyList<Rational> Arguments, Rational? Value);
}
