using Calculus.Budgets;
using Calculus.Checkpoints;
using Calculus.Optimization.Diagnoses;

namespace Calculus.Optimization.Races;

/// <summary>Descents one after another, each under the same conditions.</summary>
internal sealed class RaceRun : IDivisible
{
    private readonly IReadOnlyList<Func<DescentRun>> _entrants;
    private readonly IReadOnlyList<IObjective> _objectives;
    private readonly Budget _budget;
    private readonly Division _division;
    private readonly List<Trajectory> _finished = [];
    private DescentRun? _running;

    /// <summary>Stands before the first descent.</summary>
    /// <param name="entrants">Begins each descent at its start; every one is begun as often as the race is taken up while it is under way.</param>
    /// <param name="objectives">What they go down on; several may go down on the same.</param>
    /// <param name="budget">Pays for all of them.</param>
    public RaceRun(IReadOnlyList<Func<DescentRun>> entrants, IReadOnlyList<IObjective> objectives, Budget budget)
    {
        (_entrants, _objectives, _budget) = (entrants, objectives, budget);
        _division = new(this, entrants.Count, budget, Allowance.Plenty);
    }

    /// <inheritdoc/>
    public Progress Progress
    {
        get
        {
            var running = _running?.Progress;
            var share = (_finished.Count + (running?.Share ?? 0)) / Math.Max(1, _entrants.Count);
            return new(share, [new("descent", _finished.Count), .. running?.Reached ?? []]);
        }
    }

    /// <inheritdoc/>
    public int Items => _entrants.Count;

    /// <inheritdoc/>
    public int Next => _division.From + _finished.Count;

    /// <summary>Runs all descents.</summary>
    /// <returns>Their trajectories, in order.</returns>
    /// <exception cref="DescentException">A descent cannot begin.</exception>
    public IReadOnlyList<Trajectory> Run()
    {
        _budget.Checkpoints?.Resume(this);
        while (_finished.Count < _division.Count)
        {
            if (_running is null && _division.TryAppend()) continue;
            _running ??= _entrants[Next]();
            while (_running.AdvanceStretch()) _budget.Checkpoints?.Pass(this);
            _finished.Add(_running.End());
            _running = null;
            if (_finished.Count < _division.Count) _budget.Checkpoints?.Pass(this);
        }

        _division.End();
        return _finished;
    }

    /// <inheritdoc/>
    public void Restrict(Part part) => _division.Restrict(part);

    /// <inheritdoc/>
    public bool TryAppend(Snapshot part)
    {
        ArgumentNullException.ThrowIfNull(part);
        part.Mark(_entrants.Count);
        part.Mark(Next);
        var finished = new List<Trajectory>();
        part.List(finished, static (each, trajectory) => TrajectoryState.Exchanged(each, trajectory));
        List<Action?> follow = [.. _objectives.Select(objective => objective.Following(part)), _division.Pay(part)];
        if (follow.Contains(null)) return false;
        follow.ForEach(static each => each!());
        _finished.AddRange(finished);
        return true;
    }

    /// <inheritdoc/>
    public void Exchange(Snapshot snapshot)
    {
        ArgumentNullException.ThrowIfNull(snapshot);
        snapshot.Mark(_entrants.Count);
        snapshot.Mark(_division.From);
        snapshot.List(_finished, static (each, trajectory) => TrajectoryState.Exchanged(each, trajectory));
        foreach (var objective in _objectives) objective.Exchange(snapshot);
        _budget.Exchange(snapshot);
        var isRunning = snapshot.Flag(_running is not null);
        if (!isRunning) return;
        if (snapshot.IsReading) _running = _entrants[Next]();
        _running!.Exchange(snapshot);
    }
}
