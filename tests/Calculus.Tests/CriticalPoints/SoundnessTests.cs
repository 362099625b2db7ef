using System.Globalization;
using Calculus.CriticalPoints;
using Xunit;

namespace Calculus.Tests.CriticalPoints;

/// <summary>Polynomials whose derivatives have chosen zeros: all are found, with the kind that the multiplicity says, and no others.</summary>
public sealed class SoundnessTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public void Chosen_zeros_of_the_derivative_are_found(int seed)
    {
        var random = new Random(seed);
        for (var k = 0; k < 25; k++)
        {
            // The derivative is the product of (x − a)^m, written out.
            var zeros = Enumerable.Range(0, random.Next(1, 5)).Select(_ => Math.Round((random.NextDouble() * 6) - 3, random.Next(0, 3))).Distinct().Order().ToList();
            var powers = zeros.ConvertAll(_ => random.Next(1, 4));
            decimal[] slope = [random.Next(2) == 0 ? 1 : -1];
            var sign = slope[0];
            foreach (var (zero, power) in zeros.Zip(powers))
            {
                for (var n = 0; n < power; n++) slope = Times(slope, (decimal)zero);
            }

            var text = string.Join(" + ", slope.Select(static (coefficient, n) => string.Create(CultureInfo.InvariantCulture, $"({coefficient})*x^{n + 1}/{n + 1}")));
            var (_, found) = Search.In(text, -4, 4);
            Assert.True(found.IsComplete, text);
            Assert.Equal(zeros, found.Points.Select(static point => point.Point[0]));
            for (var i = 0; i < zeros.Count; i++)
            {
                // The sign left of the zero: that of the leading coefficient, turned by every zero from here on.
                var isRising = (sign > 0) == (powers.Skip(i).Sum() % 2 == 0);
                var kind = powers[i] % 2 == 0 ? CriticalKind.Saddle : isRising ? CriticalKind.Maximum : CriticalKind.Minimum;
                Assert.Equal(kind, found.Points[i].Kind);
            }
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void A_sum_of_such_polynomials_has_all_pairs_of_zeros(int seed)
    {
        var random = new Random(seed);
        for (var k = 0; k < 6; k++)
        {
            var (a, b) = (Chosen(), Chosen());
            var (_, found) = Search.In($"f(x, y) = {Text(a, "x")} + {Text(b, "y")}", -3.5, 3.5, -3.5, 3.5);
            Assert.True(found.IsComplete);
            Assert.Equal(a.SelectMany(x => b.Select(y => (x, y))), found.Points.Select(static point => (Math.Round(point.Point[0], 9), Math.Round(point.Point[1], 9))));
        }

        List<double> Chosen() => [.. Enumerable.Range(0, random.Next(1, 4)).Select(_ => Math.Round((random.NextDouble() * 6) - 3, 1)).Distinct().Order()];

        static string Text(List<double> zeros, string variable)
        {
            decimal[] slope = [1];
            foreach (var zero in zeros) slope = Times(slope, (decimal)zero);
            return string.Join(" + ", slope.Select((coefficient, n) => string.Create(CultureInfo.InvariantCulture, $"({coefficient})*{variable}^{n + 1}/{n + 1}")));
        }
    }

    // Times (x − zero), lowest power first.
    private static decimal[] Times(decimal[] polynomial, decimal zero)
    {
        var product = new decimal[polynomial.Length + 1];
        for (var n = 0; n < polynomial.Length; n++)
        {
            product[n + 1] += polynomial[n];
            product[n] -= zero * polynomial[n];
        }

        return product;
    }
}
