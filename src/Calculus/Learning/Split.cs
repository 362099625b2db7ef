using System.Globalization;

namespace Calculus.Learning;

/// <summary>Examples divided into those that are learnt from and those that only test what was learnt.</summary>
/// <param name="Train">The places of the examples that are learnt from, in order.</param>
/// <param name="Test">The places of the others, in order; empty where all are learnt from.</param>
internal sealed record Split(int[] Train, int[] Test)
{
    /// <summary>Divides examples at random.</summary>
    /// <param name="count">How many there are.</param>
    /// <param name="share">Which share of them tests, from 0 to below 1; it is rounded to whole examples, but to one at least where it is not 0.</param>
    /// <param name="seed">Where the random numbers begin.</param>
    /// <exception cref="LearningException">No example would be left to learn from.</exception>
    public static Split Of(int count, double share, int seed)
    {
        if (share == 0) return new([.. Enumerable.Range(0, count)], []);
        var test = Math.Max(1, (int)Math.Round(count * share, MidpointRounding.AwayFromZero));
        if (test >= count) throw new LearningException("test", string.Create(CultureInfo.InvariantCulture, $"Of {count} examples none would be left to learn from."));
        var order = new RandomStream(seed, RandomPurpose.Split).Permutation(count);
        return new([.. order.Skip(test).Order()], [.. order.Take(test).Order()]);
    }
}
