using Calculus.Checkpoints;

namespace Calculus.Optimization;

/// <summary>Its state between two steps.</summary>
internal sealed partial class DescentRun : IResumable
{
    /// <inheritdoc/>
    public Progress Progress => new(ShareDone, [new("step", Step), new("value", Value), new("gradientNorm", GradientNorm), new("bestValue", _bestValue)]);

    private double ShareDone
    {
        get
        {
            var ofSteps = _options.Steps == 0 ? 1 : (double)Step / _options.Steps;
            return _options.Evaluations is { } most ? Math.Max(ofSteps, Math.Min(1, (double)Evaluations / most)) : ofSteps;
        }
    }

    /// <inheritdoc/>
    /// <exception cref="InvalidOperationException">The descent is over: there is nothing to go on with.</exception>
    public void Exchange(Snapshot snapshot)
    {
        ArgumentNullException.ThrowIfNull(snapshot);
        if (Stop is not null) throw new InvalidOperationException("The descent is over.");
        _optimizer.Exchange(snapshot);
        _options.Schedule?.Exchange(snapshot);
        _iterate.Objective.Exchange(snapshot);
        _iterate.Exchange(snapshot);
        _best.Exchange(snapshot);
        (_bestValue, _isBest) = (snapshot.Number(_bestValue), snapshot.Flag(_isBest));
        _record.Exchange(snapshot);
        if (_options.Diagnose) _path.Exchange(snapshot);
        _operationsBefore = snapshot.Long(_operationsBefore);
        _budget.Exchange(snapshot);
        if (snapshot.IsReading) _batched?.Choose(Step);
    }
}
