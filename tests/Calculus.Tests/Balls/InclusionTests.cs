using System.Globalization;
using Calculus.Balls;
using Calculus.Expressions;
using Xunit;

namespace Calculus.Tests.Balls;

/// <summary>The value of a wide ball contains the values of the numbers in it: seed 20261130, some 60,000 numbers.</summary>
public sealed class InclusionTests
{
    private const int Seed = 20261130, WidePoints = 40, Numbers = 5, Fine = 400;

    public static TheoryData<string> Names => [.. AllFunctions.ByName.Keys];

    [Theory, MemberData(nameof(Names)), Trait("Length", "long")]
    public void A_wide_ball_contains_the_values_of_its_numbers(string name)
    {
        var function = AllFunctions.ByName[name];
        var random = new Random(Seed);
        var failures = new List<string>();
        var finite = 0;
        foreach (var arity in AllFunctions.Arities(function))
        {
            foreach (var bits in new[] { 64, 150 })
            {
                for (var i = 0; i < WidePoints; i++) Try(arity, bits);
            }
        }

        Assert.True(failures.Count == 0, string.Join('\n', failures.Take(20)));
        Assert.True(finite >= 40, $"{name} has {finite} values.");

        void Try(int arity, int bits)
        {
            var (middles, radii) = (new Rational[arity], new Rational[arity]);
            for (var place = 0; place < arity; place++)
            {
                var isOrder = AllFunctions.IsOrder(function, place);
                middles[place] = isOrder ? AllFunctions.Order(function, place, random) : AllFunctions.Number(random);
                radii[place] = isOrder || random.Next(6) == 0 ? Rational.Zero : Radius(middles[place]);
            }

            var wide = function.Value([.. middles.Zip(radii, (middle, radius) => Interval(middle, radius, bits))], bits);
            for (var n = 0; n < Numbers; n++)
            {
                var numbers = middles.Zip(radii, Inside).ToArray();
                var value = function.Value([.. numbers.Select(Ball.Of)], Fine);
                if (value.IsFinite) finite++;
                var isIncluded = wide.Kind switch
                {
                    BallKind.Finite => value.Kind != BallKind.Undefined && (!value.IsFinite || wide.CompareTo(value, Fine + 100) is null or 0),
                    BallKind.Undefined => !value.IsFinite,
                    _ => true,
                };
                if (!isIncluded)
                    failures.Add(string.Create(CultureInfo.InvariantCulture, $"{name}({string.Join(", ", middles.Zip(radii, static (m, r) => $"{m} ± {r}"))}) at {string.Join(", ", numbers)}, {bits} bits: {value.Kind} {value.ToDouble():R} is not in {wide.Kind} {wide.ToDouble():R} of {wide.GoodBits} bits"));
            }
        }

        Rational Radius(Rational middle)
        {
            var size = middle.IsZero ? Rational.One : middle.Abs();
            var narrow = random.Next(4) switch { 0 => 0, 1 => random.Next(1, 5), 2 => random.Next(5, 60), _ => random.Next(60, 200) };
            return size * Rational.Of(random.Next(1, 8), 4) * Rational.Of(1, System.Numerics.BigInteger.One << narrow);
        }

        Rational Inside(Rational middle, Rational radius) => random.Next(6) switch
        {
            0 => middle + radius,
            1 => middle - radius,
            2 when middle.Abs() <= radius => Rational.Zero,
            3 when Nearest(middle) is var whole && (whole - middle).Abs() <= radius => whole,
            _ => middle + (radius * Rational.Of(random.Next(-1000, 1001), 1000)),
        };
    }

    private static Ball Interval(Rational middle, Rational radius, int bits) =>
        radius.IsZero ? Ball.Of(middle) : Ball.Between(Ball.Of(middle - radius), Ball.Of(middle + radius), bits);

    private static Rational Nearest(Rational value) => Ball.Of(value + Rational.Of(1, 2)).Floor(64).Fraction!.Value;
}
