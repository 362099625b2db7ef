using Calculus.Budgets;
using Calculus.Checkpoints;

namespace Calculus.Optimization.Maps;

/// <summary>Descents from each cell of a map, one after another.</summary>
internal sealed class DescentMapRun : IResumable
{
    private readonly IObjective _objective;
    private readonly int _cells;
    private readonly Func<int, MapCell> _cell;
    private readonly DescentOptions _options;
    private readonly Budget _budget;
    private readonly List<CellEnd> _ends = [];
    private DescentRun? _running;

    /// <summary>Stands before the first cell.</summary>
    /// <param name="objective">The function.</param>
    /// <param name="cells">How many cells there are.</param>
    /// <param name="cell">The start of a cell, with a fresh optimizer and a fresh schedule of its rate where it has one.</param>
    /// <param name="options">How far each descent goes; nothing of its path is kept.</param>
    /// <param name="budget">Pays for all of them.</param>
    public DescentMapRun(IObjective objective, int cells, Func<int, MapCell> cell, DescentOptions options, Budget budget)
    {
        ArgumentNullException.ThrowIfNull(options);
        (_objective, _cells, _cell, _budget) = (objective, cells, cell, budget);
        _options = options with { Diagnose = false, Record = new(int.MaxValue, 1) };
    }

    /// <inheritdoc/>
    public Progress Progress => new((_ends.Count + (_running?.Progress.Share ?? 0)) / Math.Max(1, _cells), [new("cells", _ends.Count)]);

    /// <summary>Runs a descent for each cell.</summary>
    /// <exception cref="LimitException">The budget does not suffice for all cells.</exception>
    /// <exception cref="OperationCanceledException">Nobody waits any more.</exception>
    public DescentMap Run()
    {
        _budget.Checkpoints?.Resume(this);
        while (_ends.Count < _cells)
        {
            _budget.Cancellation.ThrowIfCancellationRequested();
            if (_running is null && Begun(out var without) is null)
            {
                _ends.Add(without!);
            }
            else
            {
                while (_running!.AdvanceStretch()) _budget.Checkpoints?.Pass(this);
                _ends.Add(EndOf(_running));
                _running = null;
            }

            _budget.Checkpoints?.Pass(this);
        }

        return DescentMap.Of(_ends);
    }

    /// <inheritdoc/>
    public void Exchange(Snapshot snapshot)
    {
        ArgumentNullException.ThrowIfNull(snapshot);
        snapshot.Mark(_cells);
        snapshot.List(_ends, static (each, end) => new(each.Array(end?.Point ?? []), each.Number(end?.Value ?? 0), each.Count(end?.Step ?? 0), each.Text(end?.Reason ?? "")));
        _objective.Exchange(snapshot);
        _budget.Exchange(snapshot);
        if (!snapshot.Flag(_running is not null)) return;
        if (snapshot.IsReading && Begun(out _) is null) throw new SnapshotException("A descent that was under way has no start.");
        _running!.Exchange(snapshot);
    }

    // A map may reach beyond where the function has values.
    private DescentRun? Begun(out CellEnd? without)
    {
        var (start, optimizer, schedule) = _cell(_ends.Count);
        try
        {
            without = null;
            return _running = new DescentRun(_objective, start, optimizer, _options with { Schedule = schedule }, _budget);
        }
        catch (DescentException outside) when (outside.Field is "start")
        {
            without = new(start, double.NaN, 0, StopReasons.Diverged);
            return _running = null;
        }
    }

    // A budget is spent for all cells, and one cell must not look like another kind of end.
    private CellEnd EndOf(DescentRun run)
    {
        if (run.Spent is { } limit) throw limit;
        if (run.Stop!.Reason is StopReasons.Cancelled) throw new OperationCanceledException(run.Stop.Message, _budget.Cancellation);
        return new([.. run.Point], run.Value, run.Stop.Step, run.Stop.Reason);
    }
}

/// <summary>A cell of a map.</summary>
/// <param name="Start">Where its descent begins.</param>
/// <param name="Optimizer">A fresh optimizer.</param>
/// <param name="Schedule">A fresh schedule of its rate; null where it has none.</param>
internal sealed record MapCell(double[] Start, Optimizer Optimizer, Schedule? Schedule);
