using Calculus.Learning;
using Xunit;

namespace Calculus.Tests.Learning;

public sealed class RandomStreamTests
{
    private const int Count = 200_000;

    [Fact]
    public void Normal_numbers_have_the_moments_and_the_tails_of_the_normal_distribution()
    {
        var random = new RandomStream(3, RandomPurpose.Points);
        double[] numbers = [.. Enumerable.Range(0, Count).Select(_ => random.Normal())];

        // Each bound is five standard errors.
        Assert.Equal(0, numbers.Average(), 5 / Math.Sqrt(Count));
        Assert.Equal(1, numbers.Average(static x => x * x), 5 * Math.Sqrt(2.0 / Count));
        Assert.Equal(0, numbers.Average(static x => x * x * x), 5 * Math.Sqrt(15.0 / Count));
        Assert.Equal(3, numbers.Average(static x => x * x * x * x), 5 * Math.Sqrt(96.0 / Count));
        foreach (var (beyond, share) in new[] { (0.5, 0.6170750774519738), (1, 0.31731050786291415), (2, 0.04550026389635842), (3, 0.0026997960632601866) })
            Assert.Equal(share, numbers.Count(x => Math.Abs(x) > beyond) / (double)Count, 5 * Math.Sqrt(share * (1 - share) / Count));
    }

    [Fact]
    public void A_permutation_has_every_place_once_and_favours_none()
    {
        var firsts = new int[5];
        for (var seed = 0; seed < 5_000; seed++)
        {
            var order = new RandomStream(seed, RandomPurpose.Split).Permutation(5);
            Assert.Equal([0, 1, 2, 3, 4], order.Order());
            firsts[order[0]]++;
        }

        Assert.All(firsts, static count => Assert.InRange(count, 1_000 - (5 * 29), 1_000 + (5 * 29)));
    }

    [Fact]
    public void Seeds_purposes_and_parts_have_streams_of_their_own()
    {
        double[] firsts =
        [
            new RandomStream(1, RandomPurpose.Points).Uniform(), new RandomStream(2, RandomPurpose.Points).Uniform(),
            new RandomStream(1, RandomPurpose.Start).Uniform(), new RandomStream(1, RandomPurpose.Points, 1).Uniform(),
        ];

        Assert.Equal(firsts.Length, firsts.Distinct().Count());
        Assert.Equal(firsts[0], new RandomStream(1, RandomPurpose.Points).Uniform());
    }

    [Fact]
    public void Points_of_the_circle_are_those_of_cosine_and_sine()
    {
        for (var i = 0; i <= 1_000; i++)
        {
            var turns = i * 0.00277;
            var (cosine, sine) = UnitCircle.At(turns);
            Assert.Equal(Math.Cos(2 * Math.PI * turns), cosine, 2e-14);
            Assert.Equal(Math.Sin(2 * Math.PI * turns), sine, 2e-14);
        }
    }
}
