using System.Globalization;

namespace Calculus.Optimization;

/// <summary>Why it ends.</summary>
internal sealed partial class DescentRun
{
    private Stop? StopBefore()
    {
        if (Step == 0 && Reached(_options.Stop.Gradient, StationarityOf(_iterate.At)) is { } tolerance)
            return new(StopReasons.Converged, 0, $"The gradient's norm is at most {tolerance} at the start.");
        return Step == _options.Steps ? new(StopReasons.Steps, Step, AllStepsDone(_options.Steps)) : null;
    }

    // Whether any coordinate changes, and whether all of them are numbers within the bound.
    private static (bool Moves, bool IsWithin) Judge(ReadOnlySpan<double> from, ReadOnlySpan<double> to)
    {
        var (moves, isWithin) = (false, true);
        for (var i = 0; i < to.Length && i < from.Length; i++)
        {
            moves |= to[i] != from[i];
            isWithin &= Math.Abs(to[i]) <= Descent.Bound;
        }

        return (moves, isWithin);
    }

    private string? Divergence(Waypoint at)
    {
        if (!at.IsFinite) return Invariant($"The function or its gradient has no finite value at the point of step {at.Step}.");

        foreach (var coordinate in at.Point)
        {
            if (Math.Abs(coordinate) > Descent.Bound) return Invariant($"A coordinate is beyond ±{Descent.Bound} at step {at.Step}.");
        }

        return Math.Abs(at.Value) > _valueBound ? Invariant($"The value is beyond ±{_valueBound} at step {at.Step}.") : null;
    }

    private Stop? Convergence(Waypoint previous, Waypoint at)
    {
        string? met = null;
        if (Reached(_options.Stop.Gradient, StationarityOf(at)) is { } gradient)
            met = $"The gradient's norm is at most {gradient}.";
        else if (Reached(_options.Stop.Value, Math.Abs(at.Value - previous.Value)) is { } value)
            met = $"The value changed by at most {value}.";
        else if (_options.Stop.Step is not null && Reached(_options.Stop.Step, Vectors.Distance(at.Point, previous.Point)) is { } step)
            met = $"The last step was no longer than {step}.";

        return met is null ? null : new(StopReasons.Converged, at.Step, met);
    }

    // In a box the gradient need not vanish at the best point; what vanishes there is the step that the box lets through.
    private double StationarityOf(Waypoint at)
    {
        if (_options.Box is not { } box) return at.GradientNorm;
        var downhill = at.Gradient;
        if (_optimizer.Maximize) downhill = [.. downhill.Select(static entry => -entry)];
        return box.ProjectedGradientNorm(at.Point, downhill);
    }

    private static string AllStepsDone(int steps) => steps switch
    {
        0 => "No step was asked for.",
        1 => "The one step was done.",
        _ => Invariant($"All {steps} steps were done."),
    };

    private static string? Reached(double? tolerance, double measure) =>
        measure <= tolerance ? tolerance.Value.ToString(CultureInfo.InvariantCulture) : null;
}
