namespace CalcRuns.Cluster;

/// <summary>What there is to do on each machine, as far as it is known here.</summary>
internal sealed class Loads
{
    private readonly Lock _lock = new();
    private readonly Dictionary<string, SiloLoad> _known = new(StringComparer.Ordinal);
    private int _turn;

    /// <summary>Learns what the machines have told.</summary>
    public void Learn(IReadOnlyDictionary<string, SiloLoad> told)
    {
        lock (_lock)
        {
            _known.Clear();
            foreach (var (silo, load) in told) _known.Add(silo, load);
        }
    }

    /// <summary>Where the next run has the least to wait for; it counts there from now on, until the machine tells itself.</summary>
    /// <param name="silos">The machines that it could be on; one of which nothing is known has nothing to do.</param>
    public int Lightest(IReadOnlyList<string> silos)
    {
        lock (_lock)
        {
            // Of equal ones each has its turn.
            var first = (int)((uint)_turn++ % (uint)silos.Count);
            var best = first;
            for (var step = 1; step < silos.Count; step++)
            {
                var other = (first + step) % silos.Count;
                if (Wait(silos[other]) < Wait(silos[best])) best = other;
            }

            var load = _known.GetValueOrDefault(silos[best], new(0, 1));
            _known[silos[best]] = load with { Runs = load.Runs + 1 };
            return best;
        }
    }

    /// <summary>How many runs could be computed besides those that there are, and how many can be computed in all.</summary>
    /// <param name="own">This machine.</param>
    /// <param name="mine">What there is to do on it.</param>
    public (int Free, int Slots) Room(string own, SiloLoad mine)
    {
        lock (_lock)
        {
            var (free, slots) = (Math.Max(0, mine.Slots - mine.Runs), mine.Slots);
            foreach (var (silo, load) in _known)
            {
                if (string.Equals(silo, own, StringComparison.Ordinal)) continue;
                (free, slots) = (free + Math.Max(0, load.Slots - load.Runs), slots + load.Slots);
            }

            return (free, slots);
        }
    }

    private double Wait(string silo) => _known.TryGetValue(silo, out var load) ? load.Runs / (double)Math.Max(1, load.Slots) : 0;
}
