using Calculus.Budgets;
using Calculus.Checkpoints;

namespace Calculus.Optimization.Races;

/// <summary>Descents one after another, each under the same conditions.</summary>
/// <param name="entrants">Begins each descent at its start; every one is begun as often as the race is taken up while it is under way.</param>
/// <param name="objectives">What they go down on; several may go down on the same.</param>
/// <param name="budget">Pays for all of them.</param>
internal sealed class RaceRun(IReadOnlyList<Func<DescentRun>> entrants, IReadOnlyList<IObjective> objectives, Budget budget) : IResumable
{
    private readonly List<Trajectory> _finished = [];
    private DescentRun? _running;

    /// <inheritdoc/>
    public Progress Progress
    {
        get
        {
            var running = _running?.Progress;
            var share = (_finished.Count + (running?.Share ?? 0)) / Math.Max(1, entrants.Count);
            return new(share, [new("descent", _finished.Count), .. running?.Reached ?? []]);
        }
    }

    /// <summary>Runs all descents.</summary>
    /// <returns>Their trajectories, in order.</returns>
    /// <exception cref="DescentException">A descent cannot begin.</exception>
    public IReadOnlyList<Trajectory> Run()
    {
        budget.Checkpoints?.Resume(this);
        while (_finished.Count < entrants.Count)
        {
            _running ??= entrants[_finished.Count]();
            while (_running.AdvanceStretch()) budget.Checkpoints?.Pass(this);
            _finished.Add(_running.End());
            _running = null;
            if (_finished.Count < entrants.Count) budget.Checkpoints?.Pass(this);
        }

        return _finished;
    }

    /// <inheritdoc/>
    public void Exchange(Snapshot snapshot)
    {
        ArgumentNullException.ThrowIfNull(snapshot);
        snapshot.Mark(entrants.Count);
        snapshot.List(_finished, static (each, trajectory) => TrajectoryState.Exchanged(each, trajectory));
        foreach (var objective in objectives) objective.Exchange(snapshot);
        budget.Exchange(snapshot);
        var isRunning = snapshot.Flag(_running is not null);
        if (!isRunning) return;
        if (snapshot.IsReading) _running = entrants[_finished.Count]();
        _running!.Exchange(snapshot);
    }
}
