namespace Load.Clusters;

/// <summary>
/// Where the first limit is with many machines, by a simulation: machines begin runs, save them once a second, tell the store what there is to do and read what
/// the others told; the store does one thing after the other. What each takes was measured (<see cref="Chaos"/> prints it).
/// </summary>
internal static class Plan
{
    /// <summary>What was measured.</summary>
    /// <param name="RunSeconds">How long a run computes on one core.</param>
    /// <param name="Commands">Commands of a short run to the store.</param>
    /// <param name="CommandMicroseconds">Processor time of the store for one.</param>
    /// <param name="SyncMicroseconds">The time of a synchronisation of its disk; what waits shares it.</param>
    /// <param name="Bytes">Memory of the store for a run that is kept.</param>
    /// <param name="EntryMicroseconds">Processor time of the store for one entry of the table of loads that is read.</param>
    internal sealed record Measured(double RunSeconds, double Commands, double CommandMicroseconds, double SyncMicroseconds, double Bytes, double EntryMicroseconds);

    /// <summary>Runs it.</summary>
    /// <param name="report">Its figures.</param>
    /// <param name="measured">What was measured.</param>
    /// <param name="cores">The cores of a machine that compute runs.</param>
    /// <param name="hours">For how long results are kept.</param>
    public static void Run(Report report, Measured measured, int cores, double hours)
    {
        foreach (var silos in (int[])[10, 100, 1_000])
        {
            var asked = silos * cores / measured.RunSeconds;
            var (busy, late) = Store(measured, silos, silos * cores, asked);
            report.Say($"{silos} silos: runs a second that they could compute", asked, "1/s");
            report.Say($"{silos} silos: how busy the store is with that", busy, "");
            report.Say($"{silos} silos: 99 % of the writes within", late * 1000, "ms");
            report.Say($"{silos} silos: what the store takes at most", Math.Min(asked, asked / busy) * 3600 * hours * measured.Bytes / Math.Pow(2, 30), "GiB");
        }

        var most = Enumerable.Range(1, 2_000).TakeWhile(silos => Store(measured, silos, silos * cores, silos * cores / measured.RunSeconds).Busy < 0.7).LastOrDefault();
        report.Say("silos with which the store is 70 % busy", most, "");
    }

    // Some seconds of the store: commands come by chance at the mean rates. It does all that has come, synchronises its disk once, and answers.
    private static (double Busy, double Late) Store(Measured measured, int silos, int computed, double begun)
    {
        const int Most = 200_000;
        // A run that is computed is saved once a second; a machine tells and reads the table of loads once a second.
        var (rate, table) = ((begun * measured.Commands) + computed + silos, silos / ((begun * measured.Commands) + computed + silos));
        double One(bool isTable) => (measured.CommandMicroseconds + (isTable ? silos * measured.EntryMicroseconds : 0)) / 1e6;
        var busy = rate * ((One(true) * table) + (One(false) * (1 - table)));
        if (busy >= 1) return (busy, double.PositiveInfinity);
        var chance = new Random(1);
        var (next, free) = (0.0, 0.0);
        var (waits, batch) = (new List<double>(), new List<double>());
        while (waits.Count < Most)
        {
            free = Math.Max(free, next);
            for (batch.Clear(); next <= free; next -= Math.Log(1 - chance.NextDouble()) / rate)
            {
                batch.Add(next);
                if (batch.Count > Most) return (busy, double.PositiveInfinity);
            }

            foreach (var _ in batch) free += One(chance.NextDouble() < table);
            free += measured.SyncMicroseconds / 1e6;
            foreach (var came in batch) waits.Add(free - came);
        }

        waits.Sort();
        return (busy, waits[(int)(0.99 * waits.Count)]);
    }
}
