namespace Calculus.Numerics;

/// <summary>Pseudo-random numbers, the same for the same seed (SplitMix64; Steele, Lea and Flood, OOPSLA 2014).</summary>
/// <param name="seed">Where they begin.</param>
internal sealed class Chance(ulong seed)
{
    private ulong _state = seed;

    /// <summary>A seed made from texts by FNV-1a (Fowler, Noll and Vo).</summary>
    public static ulong SeedOf(params ReadOnlySpan<string> texts)
    {
        var hash = 14695981039346656037;
        foreach (var text in texts)
        {
            foreach (var letter in text) hash = (hash ^ letter) * 1099511628211;
            hash = (hash ^ char.MaxValue) * 1099511628211;
        }

        return hash;
    }

    /// <summary>A seed made from numbers in the same way.</summary>
    public static ulong SeedOf(IEnumerable<double> numbers)
    {
        var hash = 14695981039346656037;
        foreach (var number in numbers) hash = (hash ^ BitConverter.DoubleToUInt64Bits(number)) * 1099511628211;
        return hash;
    }

    /// <summary>64 bits.</summary>
    public ulong Bits()
    {
        _state += 0x9E3779B97F4A7C15;
        var z = (_state ^ (_state >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return z ^ (z >> 31);
    }

    /// <summary>A number between two, with few enough digits that nothing is special about it.</summary>
    public double Between(double low, double high) => low + ((high - low) * ((Bits() >> 40) + 0.5) / (1 << 24));

    /// <summary>A number from 0 to below 1, in steps of 2^-53.</summary>
    public double Uniform() => (Bits() >> 11) * (1.0 / (1L << 53));

    /// <summary>A whole number from 0 to below a bound.</summary>
    public int Below(int bound) => (int)((Bits() >> 33) % (ulong)bound);
}
