using Calculus.CriticalPoints;
using Xunit;

namespace Calculus.Tests.CriticalPoints;

/// <summary>The values at critical points whose coordinates are no decimals, or exactly known ones.</summary>
public sealed class ValueTests
{
    // Each point has the value given, 0 where it is 0 in exact arithmetic: the minima of squares lie at roots of 2 and 3, or where polynomials of high degree vanish.
    [Theory]
    [InlineData("(x^2 - 2)^2", "-3 3", CriticalKind.Minimum, 0)]
    [InlineData("(x^3 - 2)^2 + 5", "0.5 3", CriticalKind.Minimum, 5)]
    [InlineData("(exp(x) - 3)^2", "-3 3", CriticalKind.Minimum, 0)]
    [InlineData("1e6*(x^2 - 3)^4", "1 3", CriticalKind.Minimum, 0)]
    [InlineData("(x^2 + y - 11)^2 + (x + y^2 - 7)^2", "-5 5 -5 5", CriticalKind.Minimum, 0)]
    [InlineData("(x^2 - 2)^2 + (y^2 - 3)^2", "-5 5 -5 5", CriticalKind.Minimum, 0)]
    [InlineData("1e-6 + (x^2 - 2)^2 + (y - x)^2", "-5 5 -5 5", CriticalKind.Minimum, 1e-6)]
    [InlineData("1e-40 + x^2 + (y - 1)^2", "-5 5 -5 5", CriticalKind.Minimum, 1e-40)]
    [InlineData("1e-40 + x^2", "-5 5", CriticalKind.Minimum, 1e-40)]
    [InlineData("(x^2 - 2)*(y^2 - 3)", "1 2 1 2", CriticalKind.Saddle, 0)]
    public void Are_exact_to_twelve_digits(string text, string box, CriticalKind kind, double value)
    {
        var (_, found) = Search.In(text, [.. box.Split(' ').Select(static each => double.Parse(each, System.Globalization.CultureInfo.InvariantCulture))]);
        var points = found.Points.Where(point => point.Kind == kind).ToList();
        Assert.NotEmpty(points);
        Assert.All(points, point => Assert.True(point.IsCertified && (value == 0 ? point.Value == 0 : Math.Abs(point.Value - value) <= 1e-12 * value), $"{point.Value:R} at {string.Join(", ", point.Point)}"));
        Assert.DoesNotContain(found.Notes, static note => note.Message.StartsWith("The value at", StringComparison.Ordinal));
    }

    [Fact]
    public void What_is_not_certain_is_said()
    {
        // Second derivatives of 1e18 make 1e-14 of a place 1e-10 of a value.
        var (_, found) = Search.In("1e18*(x^2 - 2)^2 + (y - x)^2 + 1", 1, 2, 1, 2);
        var point = Assert.Single(found.Points);
        Assert.Equal(1, point.Value, 1e-8);
        var note = Assert.Single(found.Notes);
        Assert.StartsWith("The value at the critical point near 1.414213562373095", note.Message, StringComparison.Ordinal);
        Assert.Contains("is certain to within", note.Message, StringComparison.Ordinal);
    }
}
