namespace Calculus.Learning;

/// <summary>
/// Which examples a step learns from. Each epoch takes all examples in a random order of its own, batch after batch; those that do not fill
/// a batch at its end are left out of that epoch, so that every step sees equally many.
/// </summary>
/// <param name="count">How many examples there are.</param>
/// <param name="size">How many each step sees, from 1 to <paramref name="count"/>.</param>
/// <param name="seed">Where the random numbers begin.</param>
internal sealed class Batches(int count, int size, int seed)
{
    private int[] _order = [];
    private int _epoch = -1;

    /// <summary>How many steps an epoch has.</summary>
    public int StepsOfEpoch { get; } = count / size;

    /// <summary>The places of the examples of a step; the same step always has the same.</summary>
    /// <param name="step">The number of steps done before it.</param>
    public ReadOnlySpan<int> At(int step)
    {
        var epoch = step / StepsOfEpoch;
        if (epoch != _epoch) _order = new RandomStream(seed, RandomPurpose.Batches, epoch).Permutation(count);
        _epoch = epoch;
        return _order.AsSpan(step % StepsOfEpoch * size, size);
    }
}
