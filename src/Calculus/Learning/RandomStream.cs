using Calculus.Numerics;

namespace Calculus.Learning;

/// <summary>
/// Random numbers of which the same seed gives the same bits on every machine: nothing but whole numbers, sums, products and comparisons
/// goes into them. Streams for different purposes do not depend on one another.
/// </summary>
/// <param name="seed">The seed that was asked for.</param>
/// <param name="purpose">What the numbers are for.</param>
/// <param name="part">Which part of that, such as the number of an epoch.</param>
internal sealed class RandomStream(int seed, RandomPurpose purpose, int part = 0)
{
    private readonly Chance _chance = new(Chance.SeedOf([seed, (int)purpose, part]));

    /// <summary>A number from 0 to below 1.</summary>
    public double Uniform() => _chance.Uniform();

    /// <summary>A number between two.</summary>
    public double Between(double low, double high) => low + ((high - low) * Uniform());

    /// <summary>
    /// A number of the standard normal distribution, by comparing uniform ones: no logarithm, whose last digit differs from one machine to
    /// the next (Karney, Sampling exactly from the normal distribution, ACM Transactions on Mathematical Software 42, 2016, algorithm N).
    /// </summary>
    public double Normal()
    {
        while (true)
        {
            var whole = 0;
            while (Happens(0.5)) whole++;
            var x = Uniform();
            // e^(-whole²/2) for the whole part, e^(-x(2·whole + x)/2) for the rest, both in pieces whose exponents are at most 1.
            if (!Always(whole * (whole - 1), 0.5) || !Always(whole + 1, x * ((2 * whole) + x) / ((2 * whole) + 2))) continue;
            return _chance.Below(2) == 0 ? whole + x : -(whole + x);
        }
    }

    /// <summary>The numbers from 0 to below a count in random order (Fisher and Yates; Durstenfeld, 1964).</summary>
    public int[] Permutation(int count)
    {
        var order = new int[count];
        for (var i = 0; i < count; i++)
        {
            var other = _chance.Below(i + 1);
            order[i] = order[other];
            order[other] = i;
        }

        return order;
    }

    private bool Always(int times, double exponent)
    {
        for (var i = 0; i < times; i++)
            if (!Happens(exponent))
                return false;
        return true;
    }

    // True with probability e^-x for x from 0 to 1: how long uniform numbers below x go on falling (von Neumann, 1951).
    private bool Happens(double x)
    {
        var falls = true;
        for (var last = x; ; falls = !falls)
        {
            var next = Uniform();
            if (next >= last) return falls;
            last = next;
        }
    }
}

/// <summary>What random numbers are for.</summary>
internal enum RandomPurpose
{
    /// <summary>The points of a data set.</summary>
    Points,

    /// <summary>Which examples are kept for testing.</summary>
    Split,

    /// <summary>The weights at the start.</summary>
    Start,

    /// <summary>The order of the examples within an epoch.</summary>
    Batches,
}
