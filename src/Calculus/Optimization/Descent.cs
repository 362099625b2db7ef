using System.Globalization;
using Calculus.Budgets;

namespace Calculus.Optimization;

/// <summary>Goes down (or up) on an objective, step by step, and says what happened.</summary>
public static class Descent
{
    /// <summary>A run has diverged once a coordinate is larger than this, or a value that did not start out larger.</summary>
    public const double Bound = 1e100;

    /// <summary>Runs an optimizer from a start.</summary>
    /// <param name="objective">The function to go down on.</param>
    /// <param name="start">The start, <see cref="IObjective.Dimension"/> finite coordinates.</param>
    /// <param name="optimizer">A fresh optimizer for that dimension.</param>
    /// <param name="options">How far to go and what to keep.</param>
    /// <param name="budget">Asked at each step; a spent budget or a cancellation ends the run with the trajectory so far.</param>
    /// <exception cref="DescentException">f or its gradient has no finite value at the start.</exception>
    /// <exception cref="LimitException">The budget does not even suffice for the start.</exception>
    public static Trajectory Run(
        IObjective objective, ReadOnlySpan<double> start, Optimizer optimizer, DescentOptions options, Budget budget)
    {
        var run = new Run(objective, optimizer, options);
        run.Begin(start);

        Stop? stop = null;
        while (stop is null)
        {
            try
            {
                budget.Cancellation.ThrowIfCancellationRequested();
                budget.SpendOperations(objective.Dimension);
                stop = run.Advance();
            }
            catch (LimitException limit)
            {
                stop = new(StopReasons.Budget, run.StepsDone, limit.Message);
            }
            catch (OperationCanceledException)
            {
                stop = new(StopReasons.Cancelled, run.StepsDone, "The descent was cancelled.");
            }
        }

        return run.End(stop, budget.Extras);
    }
}

/// <summary>A descent under way.</summary>
internal sealed class Run
{
    private readonly IObjective _objective;
    private readonly Optimizer _optimizer;
    private readonly DescentOptions _options;
    private readonly TrajectoryRecord _record;
    private readonly PathSummary _path;
    private readonly Waypoint _best;
    private Waypoint _at;
    private Waypoint _next;
    private long _evaluations;
    private double _valueBound;

    public Run(IObjective objective, Optimizer optimizer, DescentOptions options)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(options.Steps);
        ArgumentOutOfRangeException.ThrowIfLessThan(options.Record.Every, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(options.Record.Limit, 1);

        _objective = objective;
        _optimizer = optimizer;
        _options = options;
        _record = new(options.Record, objective.Dimension);
        _path = new(new Landscape(objective, optimizer));
        _best = new(objective.Dimension);
        _at = new(objective.Dimension);
        _next = new(objective.Dimension);
    }

    public int StepsDone => _at.Step;

    public void Begin(ReadOnlySpan<double> start)
    {
        start.CopyTo(_at.Point);
        Evaluate(_at);
        if (!Vectors.AreFinite(start) || !_at.IsFinite)
            throw new DescentException("start", "The function or its gradient has no finite value at the start.");

        _valueBound = Math.Max(Descent.Bound, Math.Abs(_at.Value));
        _at.CopyTo(_best);
        _record.Offer(_at);
        _path.Begin(_at);
    }

    /// <summary>Makes one step; the reason where it was the last.</summary>
    public Stop? Advance()
    {
        if (_at.Step == 0 && Reached(_options.Stop.Gradient, _at.GradientNorm) is { } tolerance)
            return new(StopReasons.Converged, 0, $"The gradient's norm is at most {tolerance} at the start.");

        if (_at.Step == _options.Steps)
            return new(StopReasons.Steps, _at.Step, AllStepsDone(_options.Steps));

        _at.Point.CopyTo(_next.Point, 0);
        _next.Step = _at.Step + 1;
        _optimizer.Step(_next.Point, _at.Gradient);

        if (_next.Point.AsSpan().SequenceEqual(_at.Point))
            return new(StopReasons.Stationary, _at.Step, Invariant($"The update of step {_next.Step} changes no coordinate."));

        if (!Vectors.AreFinite(_next.Point))
            return new(StopReasons.Diverged, _at.Step, Invariant($"The update of step {_next.Step} leads to a point that is not finite."));

        Evaluate(_next);
        var previous = _at;
        (_at, _next) = (_next, previous);

        if (Divergence() is { } divergence) return new(StopReasons.Diverged, _at.Step, divergence);

        _path.Add(previous, _at);
        _record.Offer(_at);
        if (_optimizer.Maximize ? _at.Value > _best.Value : _at.Value < _best.Value) _at.CopyTo(_best);
        return Convergence(previous);
    }

    public Trajectory End(Stop stop, Extras extras)
    {
        _record.Close(_at);
        var best = new BestPoint(_best.Step, [.. _best.Point], _best.Value);
        var diagnosis = extras.Try("the diagnosis", () => Diagnosis.Of(_path, _optimizer, stop, _at, _best, extras), null);
        return _record.ToTrajectory(_optimizer.Name, stop, best, _evaluations, diagnosis);
    }

    private void Evaluate(Waypoint at)
    {
        at.LearningRate = _optimizer.LearningRate;
        at.Value = _objective.ValueAndGradient(at.Point, at.Gradient);
        at.GradientNorm = Vectors.Norm(at.Gradient);
        _evaluations++;
    }

    private string? Divergence()
    {
        if (!_at.IsFinite)
            return Invariant($"The function or its gradient has no finite value at the point of step {_at.Step}.");

        foreach (var coordinate in _at.Point)
        {
            if (Math.Abs(coordinate) > Descent.Bound)
                return Invariant($"A coordinate is beyond ±{Descent.Bound} at step {_at.Step}.");
        }

        return Math.Abs(_at.Value) > _valueBound
            ? Invariant($"The value is beyond ±{_valueBound} at step {_at.Step}.")
            : null;
    }

    private Stop? Convergence(Waypoint previous)
    {
        string? met = null;
        if (Reached(_options.Stop.Gradient, _at.GradientNorm) is { } gradient)
            met = $"The gradient's norm is at most {gradient}.";
        else if (Reached(_options.Stop.Value, Math.Abs(_at.Value - previous.Value)) is { } value)
            met = $"The value changed by at most {value}.";
        else if (_options.Stop.Step is not null && Reached(_options.Stop.Step, Vectors.Distance(_at.Point, previous.Point)) is { } step)
            met = $"The last step was no longer than {step}.";

        return met is null ? null : new(StopReasons.Converged, _at.Step, met);
    }

    private static string AllStepsDone(int steps) => steps switch
    {
        0 => "No step was asked for.",
        1 => "The one step was done.",
        _ => Invariant($"All {steps} steps were done."),
    };

    private static string? Reached(double? tolerance, double measure) =>
        measure <= tolerance ? tolerance.Value.ToString(CultureInfo.InvariantCulture) : null;

    private static string Invariant(FormattableString text) => FormattableString.Invariant(text);
}
