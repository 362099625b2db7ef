using Calculus.Budgets;
using Calculus.Checkpoints;
using Calculus.Optimization;

namespace Calculus;

/// <summary>A training under way: a descent that is measured wherever it is recorded, and whose first steps are taken down weight by weight.</summary>
internal sealed class TrainingRun : IResumable
{
    private readonly Training _training;
    private readonly DescentRun _run;
    private readonly Budget _budget;
    private readonly TrainingScore _score;
    private readonly int _adjustments;
    private readonly bool _keepsGradients;
    private readonly bool _keepsChanges;
    private readonly List<Measurement> _measurements = [];
    private readonly List<Adjustment> _firstSteps = [];
    private double[]? _before;
    private double[]? _gradient;

    /// <summary>Stands at the start, which is measured.</summary>
    /// <param name="training">What is trained.</param>
    /// <param name="run">The descent, at its start.</param>
    /// <param name="score">What measures it.</param>
    /// <param name="adjustments">How many of the first steps are taken down.</param>
    /// <param name="keepsGradients">Whether each measurement has the gradient.</param>
    /// <param name="budget">What the request may spend.</param>
    /// <param name="keepsChanges">Whether each measurement has what the step before it did to the weights.</param>
    public TrainingRun(Training training, DescentRun run, TrainingScore score, int adjustments, bool keepsGradients, Budget budget, bool keepsChanges = false)
    {
        ArgumentNullException.ThrowIfNull(training);
        ArgumentNullException.ThrowIfNull(run);
        ArgumentNullException.ThrowIfNull(score);
        ArgumentNullException.ThrowIfNull(budget);
        (_training, _run, _score, _adjustments, _keepsGradients, _budget, _keepsChanges) = (training, run, score, adjustments, keepsGradients, budget, keepsChanges);
        Measure();
    }

    /// <summary>The measurements, one for each kept step.</summary>
    public IReadOnlyList<Measurement> Measurements => _measurements;

    /// <summary>The first steps, weight by weight.</summary>
    public IReadOnlyList<Adjustment> FirstSteps => _firstSteps;

    /// <summary>Makes one step and measures where it is kept; the last one is.</summary>
    /// <returns>True while the training goes on.</returns>
    public bool Advance()
    {
        if (_keepsChanges || _run.Step < _adjustments) Remember();
        var step = _run.Step;
        var goesOn = _run.Advance();
        if (_run.Step != step && step < _adjustments) _firstSteps.Add(Adjusted(step));
        if (_measurements[^1].Step != _run.Step && (_run.IsKept || !goesOn)) Measure();
        return goesOn;
    }

    /// <summary>Trains to the end, from where an earlier attempt was put down.</summary>
    public void Run()
    {
        _budget.Checkpoints?.Resume(this);
        while (Advance()) _budget.Checkpoints?.Pass(this);
    }

    /// <inheritdoc/>
    public Progress Progress
    {
        get
        {
            var (progress, last) = (_run.Progress, _measurements[^1]);
            List<Reached> reached = [.. progress.Reached];
            if (last.Train.Accuracy is { } accuracy) reached.Add(new("accuracy", accuracy));
            if (last.Train.RootMeanSquare is { } error) reached.Add(new("rootMeanSquare", error));
            return progress with { Reached = reached };
        }
    }

    /// <inheritdoc/>
    public void Exchange(Snapshot snapshot)
    {
        ArgumentNullException.ThrowIfNull(snapshot);
        snapshot.List(_measurements, MeasurementState.Exchanged);
        snapshot.List(_firstSteps, MeasurementState.Exchanged);
        _run.Exchange(snapshot);
    }

    /// <summary>Judges a training that is over.</summary>
    /// <returns>The trajectory, which has a measurement for each of its steps.</returns>
    public Trajectory End() => _run.End();

    private void Remember()
    {
        _before ??= new double[_run.Point.Length];
        _gradient ??= new double[_run.Gradient.Length];
        _run.Point.CopyTo(_before);
        _run.Gradient.CopyTo(_gradient);
    }

    private Adjustment Adjusted(int step)
    {
        var change = new double[_run.Point.Length];
        for (var i = 0; i < change.Length; i++) change[i] = _run.Point[i] - _before![i];
        return new(step, [.. _gradient!], change);
    }

    private void Measure()
    {
        ScoreAt train;
        ScoreAt? test;
        try
        {
            (train, test) = (_score.Train.At(_run.Point), _score.Test?.At(_run.Point));
        }
        catch (OperationCanceledException)
        {
            // A descent that is out of time still tells how well it did: one measurement that nothing interrupts.
            var last = _training.Score(new Budget(_budget.Limits));
            (train, test) = (last.Train.At(_run.Point), last.Test?.At(_run.Point));
        }

        _measurements.Add(new(_run.Step, train, test, _keepsGradients ? _run.Gradient.ToArray() : null)
        {
            // Nothing led to the start: the gradient stands there, and no weight has changed.
            Last = !_keepsChanges ? null : _before is null ? new(0, _run.Gradient.ToArray(), new double[_run.Point.Length]) : Adjusted(_run.Step - 1),
        });
    }
}

/// <summary>How well weights do after a step.</summary>
/// <param name="Step">The number of steps done.</param>
/// <param name="Train">On the examples that are learnt from.</param>
/// <param name="Test">On the others; null where there are none.</param>
/// <param name="Gradient">The gradient of what the next step goes down on; null where it was not asked for.</param>
internal sealed record Measurement(int Step, ScoreAt Train, ScoreAt? Test, double[]? Gradient)
{
    /// <summary>What the last step before it did to the weights; null where it was not asked for.</summary>
    public Adjustment? Last { get; init; }
}

/// <summary>What a step does to the weights.</summary>
/// <param name="Step">The number of steps done before it.</param>
/// <param name="Gradient">The gradient there.</param>
/// <param name="Change">What the step adds to each coordinate.</param>
internal sealed record Adjustment(int Step, double[] Gradient, double[] Change);
