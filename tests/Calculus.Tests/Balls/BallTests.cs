using System.Numerics;
using Calculus.Balls;
using Calculus.Expressions;
using Xunit;

namespace Calculus.Tests.Balls;

/// <summary>The arithmetic of balls: seed 20261202.</summary>
public sealed class BallTests
{
    private const int Seed = 20261202, Trials = 2_000, Bits = 96, Fine = 600;

    [Fact]
    public void Sums_products_and_quotients_contain_those_of_their_numbers()
    {
        var random = new Random(Seed);
        for (var i = 0; i < Trials; i++)
        {
            var (p, q) = (AllFunctions.Number(random), AllFunctions.Number(random));
            var (a, b) = (Around(p, random), Around(q, random));
            Contains(a.Add(b, Bits), p + q);
            Contains(a.Subtract(b, Bits), p - q);
            Contains(a.Multiply(b, Bits), p * q);
            if (a.Divide(b, Bits) is { IsFinite: true } quotient) Contains(quotient, p / q);
            Contains(a.Add(b, Bits).Subtract(b, Bits), p);
            Contains(a.Size(Bits), p.Abs());
            Contains(a.Largest(b, Bits), p > q ? p : q);
            Contains(a.Smallest(b, Bits), p < q ? p : q);
            Contains(a.Raise(3, Bits), p * p * p);
            Contains(a.Raise(2, Bits), p * p);
            Contains(a.Shifted(-5), p / 32);
            if (a.Floor(Bits) is { IsFinite: true } floor) Assert.True(floor.Fraction is { IsInteger: true } whole && whole <= p && whole + 1 > p);
        }

        static void Contains(Ball ball, Rational number)
        {
            Assert.True(ball.IsFinite);
            Assert.True(ball.CompareTo(Ball.Of(number), Fine) is null or 0, $"{ball.ToDouble():R} of {ball.GoodBits} bits does not contain {number.ToDouble():R}");
        }
    }

    [Fact]
    public void Short_fractions_stay_exact()
    {
        var third = Ball.Of(Rational.Of(1, 3));
        Assert.Equal(Rational.One, third.Add(third, Bits).Add(third, Bits).Fraction);
        Assert.Equal(Rational.Of(1, 9), third.Multiply(third, Bits).Fraction);
        Assert.Equal(Rational.Of(1, 27), Ball.Of(3).Raise(-3, Bits).Fraction);
        Assert.Equal(Rational.Of(-3, 2), Ball.Of(Rational.Of(9, 4)).Divide(Ball.Of(Rational.Of(-3, 2)), Bits).Fraction);
        Assert.Equal(0, third.Subtract(Ball.Of(Rational.Of(2, 6)), Bits).Sign);
    }

    [Fact]
    public void Nothing_is_rounded_before_it_cancels()
    {
        var large = Rational.Of(BigInteger.Pow(10, 300), 1);
        Assert.Equal(Rational.One, Ball.Of(large + 1).Subtract(Ball.Of(large), 64).Fraction);
        Assert.Equal(1, Ball.Of(large + 1).CompareTo(Ball.Of(large), 64));

        // √2 with 400 bits less √2 with 400 bits and 2^-300.
        var root = Calculus.Functions.Sqrt.Function.Value(Ball.Of(2), 400);
        var tiny = Ball.Of(Rational.Of(1, BigInteger.One << 300));
        Assert.True(root.Add(tiny, 400).Subtract(root, 64).GoodBits >= 60);
    }

    [Fact]
    public void A_quotient_by_0_is_undefined_and_by_what_may_be_0_unknown()
    {
        var around0 = Ball.Between(Ball.Of(-1), Ball.Of(2), Bits);
        Assert.Equal(BallKind.Undefined, Ball.One.Divide(Ball.Zero, Bits).Kind);
        Assert.Equal(BallKind.Unknown, Ball.One.Divide(around0, Bits).Kind);
        Assert.Equal(BallKind.Undefined, Ball.Unknown.Add(Ball.Undefined, Bits).Kind);
        Assert.Null(around0.Sign);
        Assert.Null(around0.CompareTo(Ball.Zero, Bits));
        Assert.Equal(BallKind.Unknown, around0.Floor(Bits).Kind);
        Assert.Equal(1, around0.Raise(2, Bits).Add(Ball.Of(Rational.Of(1, 100)), Bits).Sign);
    }

    [Fact]
    public void Numbers_of_any_size_end_quickly()
    {
        Ball[] sizes = [Ball.Of(2).Raise(BigInteger.One << 57, 64), Ball.Of(2).Raise(-(BigInteger.One << 57), 64), Ball.Of(7).Raise(1_000_000, 64)];
        Ball[] numbers = [.. sizes, .. sizes.Select(static size => size.Negated()), Ball.Between(sizes[0].Negated(), sizes[0], 64), Ball.Between(Ball.Zero, sizes[2], 64)];
        foreach (var function in AllFunctions.List)
        {
            foreach (var number in numbers)
            {
                foreach (var arity in AllFunctions.Arities(function))
                {
                    var arguments = Enumerable.Range(0, arity).Select(place => AllFunctions.IsOrder(function, place) ? Ball.Of(3) : number).ToArray();
                    foreach (var bits in new[] { 64, 1_280, 6_000 }) function.Value(arguments, bits);
                }
            }
        }
    }

    // A ball with the number in it, anywhere.
    private static Ball Around(Rational number, Random random)
    {
        if (random.Next(3) == 0) return Ball.Of(number);
        var radius = (number.IsZero ? Rational.One : number.Abs()) * Rational.Of(1, BigInteger.One << random.Next(90));
        return Ball.Between(Ball.Of(number - (radius * Rational.Of(random.Next(100), 100))), Ball.Of(number + (radius * Rational.Of(random.Next(100), 100))), Bits);
    }
}
