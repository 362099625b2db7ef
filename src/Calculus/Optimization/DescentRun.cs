using Calculus.Budgets;
using Calculus.Optimization.Diagnoses;

namespace Calculus.Optimization;

/// <summary>A descent under way, advanced step by step by whoever wants to watch it.</summary>
internal sealed partial class DescentRun
{
    private readonly Optimizer _optimizer;
    private readonly DescentOptions _options;
    private readonly Budget _budget;
    private readonly TrajectoryRecord _record;
    private readonly double[] _start;
    private readonly Waypoint _best;
    private readonly Iterate _iterate;
    private readonly IBatchedObjective? _batched;
    private readonly double _valueBound;
    private readonly bool _begun;
    private readonly bool _hasTolerance;
    private readonly bool _isPlain;
    private long _operationsBefore;
    private double _bestValue;
    private bool _isBest;
    private PathSummary _path;
    private long? _evaluationsAtEnd;

    /// <summary>Stands at the start, which is evaluated.</summary>
    /// <param name="objective">The function to go down on.</param>
    /// <param name="start">The start, <see cref="IObjective.Dimension"/> finite coordinates.</param>
    /// <param name="optimizer">A fresh optimizer for that dimension.</param>
    /// <param name="options">How far to go and what to keep.</param>
    /// <param name="budget">Asked at each step.</param>
    /// <exception cref="DescentException">f or its gradient has no finite value at the start, or the optimizer does not go with the function or the options.</exception>
    /// <exception cref="LimitException">The budget does not even suffice for the start.</exception>
    public DescentRun(IObjective objective, ReadOnlySpan<double> start, Optimizer optimizer, DescentOptions options, Budget budget)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(options.Steps);
        ArgumentOutOfRangeException.ThrowIfLessThan(options.Record.Every, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(options.Record.Limit, 1);

        Refusals.Check(optimizer, objective, options);
        (_optimizer, _options, _budget, _batched) = (optimizer, options, budget, objective as IBatchedObjective);
        _hasTolerance = options.Stop is not { Gradient: null, Value: null, Step: null };
        _isPlain = options is { Clip: null, Box: null, Schedule: null, Record.Internals: false } && _batched is null;
        _record = new(options.Record, options.Steps, objective.Dimension, optimizer);
        _path = new(new Landscape(optimizer, options.Box), objective.Dimension);
        _operationsBefore = budget.OperationsLeft;
        _best = new(objective.Dimension);
        _iterate = new(objective, options.Clip, Pay);

        start.CopyTo(_iterate.Next);
        options.Box?.Project(_iterate.Next);
        _start = [.. start];
        _batched?.Choose(0);
        _iterate.Move();
        var at = _iterate.At;
        if (!Vectors.AreFinite(start) || !at.IsFinite)
            throw new DescentException("start", "The function or its gradient has no finite value at the start.");

        _valueBound = Math.Max(Descent.Bound, Math.Abs(at.Value));
        Rate(at);
        (at.Evaluations, _begun, _bestValue) = (1, true, at.Value);
        at.CopyTo(_best);
        _record.Offer(at);
        if (options.Diagnose) _path.Begin(at);
    }

    /// <summary>Why the descent ended; null while it goes on.</summary>
    public Stop? Stop { get; private set; }

    /// <summary>The limit that ended the descent; null where none did.</summary>
    public LimitException? Spent { get; private set; }

    /// <summary>The number of steps done.</summary>
    public int Step => _iterate.Step;

    /// <summary>The present coordinates.</summary>
    public ReadOnlySpan<double> Point => _iterate.Point;

    /// <summary>f at the present point.</summary>
    public double Value => _iterate.Value;

    /// <summary>∇f at the present point, as the function has it: not clipped.</summary>
    public ReadOnlySpan<double> Gradient => _iterate.At.Gradient;

    /// <summary>‖∇f‖ at the present point.</summary>
    public double GradientNorm => _iterate.At.GradientNorm;

    /// <summary>The rate with which the optimizer leaves the present point.</summary>
    public double LearningRate => _iterate.At.LearningRate;

    /// <summary>True where the present point is one of those kept.</summary>
    public bool IsKept => _record.KeptLast;

    /// <summary>How often f was evaluated with its gradient so far, the start included.</summary>
    public long Evaluations => _evaluationsAtEnd ?? _iterate.Evaluations;

    /// <summary>What the diagnosis needs to know of the steps so far.</summary>
    internal PathSummary Path => _path;

    /// <summary>Makes one step, unless there is a reason to stop; a spent budget and a cancellation are such reasons.</summary>
    /// <returns>True while the descent goes on.</returns>
    public bool Advance() => Proceed(1);

    private bool Proceed(int most)
    {
        if (Stop is not null) return false;
        try
        {
            _budget.Cancellation.ThrowIfCancellationRequested();
            Stop = most > 1 && TryStretch(most, out var stop) ? stop : StopBefore() ?? Move();
        }
        catch (LimitException limit)
        {
            (Stop, Spent) = (new(StopReasons.Budget, Step, limit.Message), limit);
        }
        catch (EvaluationsSpentException)
        {
            Stop = new(StopReasons.Steps, Step, Invariant($"The {_options.Evaluations} evaluations are spent."));
        }
        catch (OperationCanceledException)
        {
            Stop = new(StopReasons.Cancelled, Step, "The descent was cancelled.");
        }

        return Stop is null;
    }

    /// <summary>Ends the descent where it stands and judges it.</summary>
    /// <returns>What was kept, with the reason and the diagnosis.</returns>
    public Trajectory End()
    {
        var stop = Stop ??= new(StopReasons.Cancelled, Step, "The descent was ended.");
        _record.Close(_iterate.At);
        KeepBest(_iterate.At);
        var best = new BestPoint(_best.Step, [.. _best.Point], _best.Value, _best.Evaluations);
        var diagnosis = _options.Diagnose ? _budget.Extras.Try("the diagnosis", () => Diagnosis.Of(Case(stop)), null) : null;
        return _record.ToTrajectory(_optimizer.Name, stop, best, Evaluations, diagnosis);
    }

    private DescentCase Case(Stop stop)
    {
        var end = new Waypoint(_start.Length);
        _iterate.At.CopyTo(end);
        // A schedule says nothing of steps beyond those that were asked for.
        var canGoOn = _options.Schedule is null && stop.Reason is (StopReasons.Steps or StopReasons.Converged);
        return new()
        {
            Objective = _iterate.Objective,
            Start = _start,
            Optimizer = _optimizer,
            Options = _options,
            Path = _path,
            Stop = stop,
            End = end,
            Best = _best,
            CarryOn = canGoOn && Step > 0 ? CarryOn : null,
            Budget = _budget,
            Spent = _operationsBefore - _budget.OperationsLeft,
        };
    }

    // Beyond the end: nothing of it is kept, no tolerance ends it, and the descent stands at its end again afterwards.
    private Sequel CarryOn(int steps, Func<bool> mayGoOn)
    {
        var (path, end) = (_path, new Waypoint(_start.Length));
        _iterate.At.CopyTo(end);
        (_evaluationsAtEnd, _path) = (Evaluations, new(path.Landscape, _start.Length));
        _path.Begin(end);
        try
        {
            Stop? stop = null;
            while (stop is null && _path.Steps < steps && mayGoOn()) stop = Move();
            return new(_path, [.. _iterate.Point], _iterate.Value, stop);
        }
        finally
        {
            end.CopyTo(_iterate.At);
            _path = path;
        }
    }

    // The start is free, so that the smallest budget still answers it.
    private void Pay()
    {
        if (!_begun) return;
        if (_evaluationsAtEnd is null && Evaluations >= _options.Evaluations) throw new EvaluationsSpentException();
        _budget.SpendOperations(_iterate.Objective.Dimension);
    }

    private Stop? Move()
    {
        _iterate.Prepare();
        _optimizer.Advance(_iterate);
        if (_iterate.GivenUp is { } reason) return new(StopReasons.Stationary, Step, reason);

        _options.Box?.Project(_iterate.Next);
        return Follow();
    }

    // To the next point, which the rule has chosen.
    private Stop? Follow()
    {
        var coming = Step + 1;
        var (moves, isWithin) = Judge(_iterate.Point, _iterate.Next);
        if (!moves && !MayRest) return new(StopReasons.Stationary, Step, Invariant($"The update of step {coming} changes no coordinate."));
        if (!isWithin && !Vectors.AreFinite(_iterate.Next))
            return new(StopReasons.Diverged, Step, Invariant($"The update of step {coming} leads to a point that is not finite."));

        _batched?.Choose(coming);
        var previous = _iterate.At;
        _iterate.Move();
        var at = _iterate.At;
        at.Evaluations = Evaluations;
        Rate(at);
        return Arrive(previous, at, isWithin);
    }

    // What a new point means: the end, or one more to be kept.
    private Stop? Arrive(Waypoint previous, Waypoint at, bool isWithin)
    {
        _record.Measure(previous, at);
        if ((!isWithin || !at.IsFinite || Math.Abs(at.Value) > _valueBound) && Divergence(at) is { } divergence)
        {
            KeepBest(previous);
            return new(StopReasons.Diverged, Step, divergence);
        }

        // What the diagnosis reads.
        if (_options.Diagnose) _path.Add(previous, at);
        if (_evaluationsAtEnd is not null) return null;
        _record.Offer(at);
        if (_optimizer.Maximize ? at.Value > _bestValue : at.Value < _bestValue) (_bestValue, _isBest) = (at.Value, true);
        else KeepBest(previous);
        return _hasTolerance ? Convergence(previous, at) : null;
    }

    // The best point is copied only when the descent leaves it for one that is no better.
    private void KeepBest(Waypoint last)
    {
        if (!_isBest) return;
        last.CopyTo(_best);
        _isBest = false;
    }

    /// <summary>True where a step that changes nothing may be followed by one that does: another batch, a rate that a schedule has brought to 0, a rule that waits.</summary>
    private bool MayRest => _batched is not null || _optimizer.IsResting || (_options.Schedule is not null && _optimizer.LearningRate == 0);

    private void Rate(Waypoint at)
    {
        if (_options.Schedule is { } schedule)
            _optimizer.LearningRate = schedule.Rate(_optimizer.InitialRate, at.Step, _options.Steps, at.Value);
        at.LearningRate = _optimizer.LearningRate;
    }

    /// <summary>Breaks a step off that would evaluate the function once more than it may.</summary>
    private sealed class EvaluationsSpentException : Exception;

    private static string Invariant(FormattableString text) => FormattableString.Invariant(text);
}
