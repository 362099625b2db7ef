using System.Security.Cryptography;
using Calculus.Budgets;
using Calculus.Learning;
using Calculus.Learning.DataSets;
using Xunit;

namespace Calculus.Tests.Learning;

public sealed class DataSetTests
{
    public static TheoryData<string> Names => [.. NamedDataSets.All.Select(static each => each.Name)];

    /// <summary>
    /// The bytes of inputs and targets: they are the same on every machine, and no change of the service may move them. The hashes come from
    /// another implementation, <c>tests/references/data_sets.py</c>.
    /// </summary>
    [Theory]
    [InlineData("advertising", "476bb60266da02a3")]
    [InlineData("line", "a5ca64484fccafbc")]
    [InlineData("parabola", "7e382e7d155ee414")]
    [InlineData("blobs", "6046abba155da377")]
    [InlineData("xor", "22af347d2bd558f7")]
    [InlineData("circles", "829d1660df5fe67f")]
    [InlineData("moons", "3252b11f3fff0927")]
    [InlineData("spirals", "8798a18a04a7913c")]
    public void Every_bit_is_the_same_for_the_same_seed(string name, string hash)
    {
        Assert.Equal(hash, HashOf(Trained.Examples(name, seed: 7)));
    }

    [Theory, MemberData(nameof(Names))]
    public void Another_seed_gives_other_points_where_points_are_made(string name)
    {
        var isMade = NamedDataSets.Find(name)!.IsMade;

        Assert.Equal(!isMade, string.Equals(HashOf(Trained.Examples(name, seed: 1)), HashOf(Trained.Examples(name, seed: 2)), StringComparison.Ordinal));
    }

    [Theory, MemberData(nameof(Names))]
    public void The_fewest_and_odd_numbers_of_points_are_finite_and_evenly_divided(string name)
    {
        var definition = NamedDataSets.Find(name)!;
        foreach (var points in new[] { DataSetDefinition.FewestPoints, 7, 101 })
        {
            var examples = Trained.Examples(name, points);
            Assert.Equal(points, examples.Count);
            Assert.All(examples.Inputs.Concat(examples.Targets), static number => Assert.True(double.IsFinite(number)));
            if (definition.Classes == 0) continue;
            var counts = examples.Targets.GroupBy(static label => label).Select(static group => group.Count()).ToList();
            Assert.Equal(definition.Classes, counts.Count);
            Assert.True(counts.Max() - counts.Min() <= 1);
        }
    }

    [Fact]
    public void Without_noise_points_lie_where_the_formula_says()
    {
        var moons = Trained.Examples("moons", 101, noise: 0);
        for (var i = 0; i < moons.Count; i++)
        {
            var (x, y) = (moons.Inputs[2 * i], moons.Inputs[(2 * i) + 1]);
            var (cosine, sine) = moons.Targets[i] == 0 ? (x, y) : (1 - x, 0.5 - y);
            Assert.Equal(1, (cosine * cosine) + (sine * sine), 1e-12);
            Assert.True(sine >= -1e-13);
        }

        var xor = Trained.Examples("xor", 400, noise: 0);
        for (var i = 0; i < xor.Count; i++) Assert.Equal(xor.Inputs[2 * i] * xor.Inputs[(2 * i) + 1] < 0 ? 1 : 0, xor.Targets[i]);

        var line = Trained.Examples("line", 5, noise: 0);
        Assert.Equal([-1, -0.5, 0, 0.5, 1], line.Inputs);
        Assert.Equal([-1, 0, 1, 2, 3], line.Targets);
    }

    [Fact]
    public void Points_are_paid_for()
    {
        var budget = new Budget(new Limits { Operations = 1_000 });

        Assert.Throws<LimitException>(() => NamedDataSets.Find("moons")!.Make(1_000, 0.1, 1, budget));
    }

    private static string HashOf(Examples examples)
    {
        var bytes = examples.Inputs.Concat(examples.Targets).SelectMany(BitConverter.GetBytes).ToArray();
        return Convert.ToHexStringLower(SHA256.HashData(bytes))[..16];
    }
}
