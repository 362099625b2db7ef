namespace CalcRuns.Cluster;

/// <summary>Who gives how many runs to whom, so that each machine has what it can compute.</summary>
internal static class Shares
{
    /// <summary>What one machine gives to others now. Each reckons for itself from the same numbers, and together they give none too much.</summary>
    /// <param name="mine">The machine.</param>
    /// <param name="loads">What there is to do on each.</param>
    public static IReadOnlyList<(string Silo, int Runs)> Given(string mine, IReadOnlyDictionary<string, SiloLoad> loads)
    {
        double runs = loads.Values.Sum(static load => load.Runs), slots = loads.Values.Sum(static load => load.Slots);
        if (slots <= 0 || !loads.TryGetValue(mine, out var own)) return [];
        // Whoever has little more than its share keeps it, unless somebody has nothing to do: moving costs a save and a read.
        var somebodyIdles = loads.Values.Any(static load => load.Runs < load.Slots);
        double Excess(SiloLoad load) => somebodyIdles || load.Runs > (1.25 * Share(load)) + 1 ? Math.Max(0, load.Runs - Math.Max(load.Slots, Math.Floor(Share(load)))) : 0;
        double Share(SiloLoad load) => runs * load.Slots / slots;
        double Room(SiloLoad load) => Math.Max(0, Math.Floor(Math.Max(Share(load), Math.Min(load.Slots, runs)) - load.Runs));

        var (excess, room) = (loads.Values.Sum(Excess), loads.Values.Sum(Room));
        var give = Excess(own);
        if (give <= 0 || room <= 0) return [];
        var part = Math.Min(1, excess / room) * give / excess;
        var given = new List<(string, int)>();
        var left = (int)give;
        foreach (var (silo, load) in loads.OrderBy(static each => each.Key, StringComparer.Ordinal))
        {
            var count = Math.Min(left, (int)Math.Ceiling(Room(load) * part));
            if (count > 0 && !string.Equals(silo, mine, StringComparison.Ordinal)) given.Add((silo, count));
            if (count > 0) left -= count;
        }

        return given;
    }
}
