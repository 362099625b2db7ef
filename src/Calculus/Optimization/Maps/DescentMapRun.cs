using Calculus.Budgets;
using Calculus.Checkpoints;

namespace Calculus.Optimization.Maps;

/// <summary>Descents from each cell of a map, one after another.</summary>
internal sealed class DescentMapRun : IDivisible
{
    private readonly IObjective _objective;
    private readonly int _cells;
    private readonly Func<int, MapCell> _cell;
    private readonly DescentOptions _options;
    private readonly Budget _budget;
    private readonly Division _division;
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
        _division = new(this, cells, budget);
        _options = options with { Diagnose = false, Record = new(int.MaxValue, 1) };
    }

    /// <inheritdoc/>
    public Progress Progress => new((_ends.Count + (_running?.Progress.Share ?? 0)) / Math.Max(1, _cells), [new("cells", _ends.Count)]);

    /// <inheritdoc/>
    public int Items => _cells;

    /// <inheritdoc/>
    public int Next => _division.From + _ends.Count;

    /// <summary>Runs a descent for each cell.</summary>
    /// <exception cref="LimitException">The budget does not suffice for all cells.</exception>
    /// <exception cref="OperationCanceledException">Nobody waits any more.</exception>
    public DescentMap Run()
    {
        _budget.Checkpoints?.Resume(this);
        while (_ends.Count < _division.Count)
        {
            _budget.Cancellation.ThrowIfCancellationRequested();
            if (_running is null && _division.TryAppend()) continue;
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

        _division.End();
        return DescentMap.Of(_ends);
    }

    /// <inheritdoc/>
    public void Restrict(Part part) => _division.Restrict(part);

    /// <inheritdoc/>
    public void Exchange(Snapshot snapshot)
    {
        ArgumentNullException.ThrowIfNull(snapshot);
        snapshot.Mark(_cells);
        snapshot.Mark(_division.From);
        snapshot.List(_ends, Exchanged);
        _objective.Exchange(snapshot);
        _budget.Exchange(snapshot);
        if (!snapshot.Flag(_running is not null)) return;
        if (snapshot.IsReading && Begun(out _) is null) throw new SnapshotException("A descent that was under way has no start.");
        _running!.Exchange(snapshot);
    }

    /// <inheritdoc/>
    public bool TryAppend(Snapshot part)
    {
        ArgumentNullException.ThrowIfNull(part);
        part.Mark(_cells);
        part.Mark(Next);
        var ends = new List<CellEnd>();
        part.List(ends, Exchanged);
        if (_objective.Following(part) is not { } leave || _division.Pay(part) is not { } pay) return false;
        leave();
        pay();
        _ends.AddRange(ends);
        return true;
    }

    private static CellEnd Exchanged(Snapshot snapshot, CellEnd? end) =>
        new(snapshot.Array(end?.Point ?? []), snapshot.Number(end?.Value ?? 0), snapshot.Count(end?.Step ?? 0), snapshot.Text(end?.Reason ?? ""));

    // A map may reach beyond where the function has values.
    private DescentRun? Begun(out CellEnd? without)
    {
        var (start, optimizer, schedule) = _cell(Next);
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
