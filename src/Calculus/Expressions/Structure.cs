namespace Calculus.Expressions;

/// <summary>Structural hashes: 128 bits with a fixed seed, so that order and identity are the same in every run.</summary>
internal static class Structure
{
    public const ulong NumberTag = 1, SymbolTag = 2, SumTag = 3, ProductTag = 4, CallTag = 5, ChoiceTag = 6,
        ContractionTag = 7, ReduceTag = 8, SliceTag = 9, StackTag = 10, MatrixFunctionTag = 11;

    public static UInt128 Begin(ulong tag) => Mix(new UInt128(0x9E3779B97F4A7C15, 0xD1B54A32D192ED03), tag);

    public static UInt128 Mix(UInt128 hash, UInt128 value) => Mix(Mix(hash, (ulong)value), (ulong)(value >> 64));

    public static UInt128 MixNumber(UInt128 hash, Rational value)
    {
        if (value.TryShort(out var p, out var q)) return Mix(Mix(hash, (ulong)p), (ulong)q);
        var (numerator, denominator) = (value.Numerator, value.Denominator);
        if (numerator >= long.MinValue && numerator <= long.MaxValue && denominator <= long.MaxValue)
            return Mix(Mix(hash, (ulong)(long)numerator), (ulong)(long)denominator);
        foreach (var part in numerator.ToByteArray()) hash = Mix(hash, part);
        foreach (var part in denominator.ToByteArray()) hash = Mix(hash, part);
        return hash;
    }

    public static UInt128 MixDimension(UInt128 hash, Dimension dimension) =>
        dimension.Name is { } name ? Mix(hash, name) : Mix(hash, (ulong)dimension.Length);

    public static UInt128 Mix(UInt128 hash, ReadOnlySpan<char> text)
    {
        foreach (var letter in text) hash = Mix(hash, letter);
        return Mix(hash, (ulong)text.Length);
    }

    // Two lanes of the finaliser of MurmurHash3 (Appleby), each fed by the other.
    public static UInt128 Mix(UInt128 hash, ulong value)
    {
        var low = (ulong)hash ^ (value * 0x87C37B91114253D5);
        var high = (ulong)(hash >> 64) + (value ^ 0x4CF5AD432745937F);
        low = Finish(low + high);
        high = Finish(high ^ low);
        return new UInt128(high, low);
    }

    private static ulong Finish(ulong x)
    {
        x ^= x >> 33;
        x *= 0xFF51AFD7ED558CCD;
        x ^= x >> 33;
        x *= 0xC4CEB9FE1A85EC53;
        return x ^ (x >> 33);
    }
}
