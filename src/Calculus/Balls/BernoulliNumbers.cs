using System.Collections.Immutable;
using System.Numerics;
using Calculus.Expressions;

namespace Calculus.Balls;

/// <summary>The Bernoulli numbers of even index, by the tangent numbers (Brent and Harvey, <i>Fast Computation of Bernoulli, Tangent and Secant Numbers</i>, 2013).</summary>
internal static class BernoulliNumbers
{
    /// <summary>How many there are, from B_2 on.</summary>
    public const int Count = 400;

    private const int FewCount = 64;

    private static readonly ImmutableArray<Ball> s_few = Numbers(FewCount);

    /// <summary>B_2k for k from 1 to <see cref="Count"/>.</summary>
    public static Ball Of(int k) => k <= FewCount ? s_few[k - 1] : Many.Numbers[k - 1];

    private static ImmutableArray<Ball> Numbers(int count)
    {
        var tangents = new BigInteger[count + 1];
        tangents[1] = BigInteger.One;
        for (var k = 2; k <= count; k++) tangents[k] = (k - 1) * tangents[k - 1];
        for (var k = 2; k <= count; k++)
        {
            for (var j = k; j <= count; j++) tangents[j] = ((j - k) * tangents[j - 1]) + ((j - k + 2) * tangents[j]);
        }

        var numbers = ImmutableArray.CreateBuilder<Ball>(count);
        for (var k = 1; k <= count; k++)
        {
            var power = BigInteger.One << (2 * k);
            numbers.Add(Ball.Of(Rational.Of((k % 2 == 1 ? 2 : -2) * k * tangents[k], power * (power - 1))));
        }

        return numbers.MoveToImmutable();
    }

    // Computed only where so many are asked for.
    private static class Many
    {
        public static readonly ImmutableArray<Ball> Numbers = BernoulliNumbers.Numbers(Count);
    }
}
