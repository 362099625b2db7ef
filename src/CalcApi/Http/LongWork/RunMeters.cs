using System.Diagnostics.Metrics;
using CalcRuns;

namespace CalcApi.Http.LongWork;

/// <summary>What is measured of runs on this machine: how many there are, and how their turns end.</summary>
internal sealed class RunMeters
{
    private readonly Counter<long> _turns;
    private Func<(int Waiting, int Computed)> _counts = static () => (0, 0);

    /// <summary>Makes the instruments.</summary>
    public RunMeters(IMeterFactory meters)
    {
        var meter = meters.Create("CalcApi");
        _turns = meter.CreateCounter<long>("calcapi.run.turns", "{turn}", "Turns of runs, by how they ended.");
        meter.CreateObservableGauge("calcapi.runs", Runs, "{run}", "Runs on this machine, by whether they wait for their turn or are computed.");
    }

    /// <summary>Shows how many there are.</summary>
    public void Observe(Func<(int Waiting, int Computed)> counts) => Volatile.Write(ref _counts, counts);

    /// <summary>A turn has ended.</summary>
    public void Ended(AttemptEnd end) => _turns.Add(1, new KeyValuePair<string, object?>("end", end.IsTile ? "tile" : end.Result is null ? "put_down" : end.IsFailure ? "failed" : "done"));

    private IEnumerable<Measurement<int>> Runs()
    {
        var (waiting, computed) = Volatile.Read(ref _counts)();
        return [new(waiting, new KeyValuePair<string, object?>("state", "waiting")), new(computed, new KeyValuePair<string, object?>("state", "computed"))];
    }
}
