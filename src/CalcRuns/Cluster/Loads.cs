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

    private double Wait(string silo) => _known.TryGetValue(silo, out var load) ? load.Runs / (double)Math.Max(1, load.Slots) : 0;
}
