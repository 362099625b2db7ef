namespace Calculus.Optimization.Diagnoses;

/// <summary>The rules for descents that have come to rest, or nearly so.</summary>
internal static class Rests
{
    // What is still to be gained is nothing beside what has been gained.
    private const double Nothing = 1e-6;

    /// <summary>Steps of which a hundredth is left are none any more.</summary>
    public const double Gone = 1e-2;

    /// <summary>Every coordinate is held by the box.</summary>
    public static (string, string)? Cornered(Findings f) =>
        f.Held.Length == f.Gradient.Length ? (Verdicts.Converged, DiagnosisWords.Border(f) + "There the slope pushes every coordinate out of the box.") : null;

    /// <summary>∇F is exactly 0: what lies around decides.</summary>
    public static (string, string)? WithoutSlope(Findings f)
    {
        if (Vectors.Norm(f.Gradient) != 0 || f.Around is null || f.IsLost) return null;
        if (f.Spectrum?.IsIndefinite == true) return (Verdicts.Saddle, DiagnosisWords.Saddle(f));
        if (f.Around.Lower is not null) return f.IsUnbounded ? (Verdicts.Unbounded, DiagnosisWords.Unbounded(f)) : (Verdicts.Plateau, DiagnosisWords.LevelSpot(f));
        return f.Around.Rises || f.Spectrum?.Smallest > 0
            ? (Verdicts.Converged, DiagnosisWords.Border(f) + DiagnosisWords.Bottom(f))
            : (Verdicts.Flat, "The gradient is 0 and the function has the same value all around: there is no way down to follow.");
    }

    /// <summary>A Newton step of a hundredth of the point's size takes nine tenths of the slope away, and a product shows curvature downwards.</summary>
    public static (string, string)? Saddle(Findings f)
    {
        if (f.Spectrum is not { IsIndefinite: true } spectrum || f.IsLost || !(spectrum.Witnessed < -1e-6 * Math.Abs(spectrum.Largest))) return null;
        var isNear = f.StationaryDistance <= 1e-2 * f.Size;
        var isSlow = f.HasArrived || f.Path.Window.Count == 0 || f.Path.Window.Last().Length <= 1e-2 * f.Size;
        return isNear && isSlow ? (Verdicts.Saddle, DiagnosisWords.Saddle(f)) : null;
    }

    /// <summary>No double lies between here and the bottom, or no value of F.</summary>
    public static (string, string)? Rounding(Findings f)
    {
        if ((f.Path.Window.Count == 0 && !f.IsStop(StopReasons.Stationary)) || f.IsLost || f.IsUnbounded) return null;
        var stuck = f.IsStop(StopReasons.Stationary) || f.Path.Window.All(step => step.Length <= 8 * Findings.Spacing(f.Size - 1));
        var numb = f.GradientFactor > 0.99 && f.Path.Window.All(step => Math.Abs(step.ValueAfter - step.ValueBefore) <= 4 * Findings.Spacing(step.ValueBefore));
        if (f.Gain > 64 * Findings.Spacing(f.Path.EndValue)) return null;

        var near = f.Spectrum is { IsPositive: true } spectrum && f.GradientNorm <= 1e-8 * spectrum.Smallest * f.Size;
        var blind = f.Remaining <= 4 * Findings.Spacing(f.Path.EndValue);
        return (stuck && near) || (numb && blind && !stuck) ? (Verdicts.Rounding, DiagnosisWords.Border(f) + DiagnosisWords.Rounding(f, stuck)) : null;
    }

    /// <summary>A quadratic, the walks and the further steps agree that nothing is left to be gained, and the last step was no long one.</summary>
    public static (string, string)? AtTheBottom(Findings f)
    {
        if (f.Spectrum is not { } spectrum || f.IsLost) return null;
        var near = spectrum.IsPositive && f.GradientNorm <= 1e-8 * spectrum.Smallest * f.Size && f.Remaining <= Math.Max(Nothing * f.Fallen, 64 * Findings.Spacing(f.Value));
        var low = f.Remaining <= Nothing * f.Fallen;
        if (!near && !low) return null;
        if (f.Gain > Math.Max(2 * Math.Max(f.Remaining, Nothing * f.Fallen), 64 * Findings.Spacing(f.Value))) return null;

        var last = f.Path.Window.Count == 0 || f.SearchesLengths ? 0 : f.Path.Window.Last().Length;
        var swing = last * last * spectrum.Largest / 2;
        return swing <= Math.Max(1e-3 * f.Fallen, 64 * Findings.Spacing(f.Value)) ? (Verdicts.Converged, DiagnosisWords.Border(f) + DiagnosisWords.Converged(f, low)) : null;
    }

    /// <summary>A move as long as the distance of the point from 0 would change F by less than a millionth, yet no bottom is near; and so it stays.</summary>
    public static (string, string)? Plateau(Findings f)
    {
        if (f.Spectrum is null || f.IsLost) return null;
        // Across a valley with a level floor the function rises, and that of such a gradient is rounding.
        if (f.IsStop(StopReasons.Converged) && f.HasArrived && f.RisesDownhill && f.Drop <= Nothing * f.Fallen) return null;
        var isLevel = IsLevel(f.GradientNorm) && (f.Sequel is null || IsLevel(f.Sequel.Path.LargestGradientNorm));
        return isLevel && (f.Spectrum.Largest <= 0 || !f.QuadraticHolds) ? (Verdicts.Plateau, DiagnosisWords.Plateau(f)) : null;

        bool IsLevel(double gradient) => gradient * f.Size <= 1e-6 * (1 + Math.Abs(f.Path.EndValue));
    }

    /// <summary>A tolerance that was asked for is met; one that means a point without slope, only where no more is to be gained.</summary>
    public static (string, string)? WithinTolerance(Findings f)
    {
        if (!f.IsStop(StopReasons.Converged)) return null;
        var leaves = f.HasArrived && f.Gain > Math.Max(Nothing * f.Fallen, 64 * Findings.Spacing(f.Path.EndValue));
        return leaves ? null : (Verdicts.Converged, DiagnosisWords.WithinTolerance(f));
    }

    /// <summary>A kink is near, and F rises along every ray that was walked after a fall that is nothing.</summary>
    public static (string, string)? AtAKink(Findings f)
    {
        var hasStopped = f.IsStop(StopReasons.Stationary);
        if (f.Kink is null || f.IsLost || (f.Path.Window.Count == 0 && !hasStopped)) return null;
        // A constant rate leaves the kink again; a rate that has shrunk, or a step that was searched for, need not.
        var isSeen = f.GainsNothing && f.Sequel is not null;
        var little = f.Case.Options.Schedule is not null || f.SearchesLengths || hasStopped ? 1e-4 : isSeen ? 9 * Nothing : Nothing;
        var noise = 64 * Findings.Spacing(f.Value);
        var swing = hasStopped || f.SearchesLengths ? 0 : f.Path.Window.Last().Length * (Math.Abs(f.Kink.Before) + Math.Abs(f.Kink.After));
        return f.RisesAllAround && f.Drop <= (little * f.Fallen) + noise && f.Gain <= (Nothing * f.Fallen) + noise && swing <= little * f.Fallen
            ? (Verdicts.Converged, DiagnosisWords.Border(f) + DiagnosisWords.AtAKink(f))
            : null;
    }

    /// <summary>The rule finds no further step at a kink, or none that is worth it, though the function may fall elsewhere.</summary>
    public static (string, string)? HeldByAKink(Findings f)
    {
        var rests = f.IsStop(StopReasons.Stationary) || (f.Sequel is not null && f.Gain <= Nothing * f.Fallen);
        return rests && f.SearchesLengths && f.Kink is { Before: < 0, After: > 0 } ? (Verdicts.Kink, DiagnosisWords.HeldByAKink(f)) : null;
    }

    /// <summary>The further steps gain nothing, a quadratic foretells no fall, the last step was no long one or the next ones vanish, and nothing around is lower: such is the level floor of a valley.</summary>
    public static (string, string)? Settled(Findings f)
    {
        if (!f.GainsNothing || !f.IsLow || f.SearchesLengths) return null;
        var last = f.Path.Window.Last().Length;
        var rests = f.Persistence < Gone || last * last * f.Spectrum!.Largest / 2 <= Math.Max(1e-3 * f.Fallen, f.Trifle);
        return rests ? (Verdicts.Converged, DiagnosisWords.Border(f) + DiagnosisWords.Settled(f)) : null;
    }

    /// <summary>The rule shortens the point in each step, and that holds the gradient in balance.</summary>
    public static (string, string)? Balance(Findings f)
    {
        if (!f.Optimizer.DecaysPoint || f.Path.Window.Count == 0) return null;
        if ((f.Sequel is null && !f.IsStop(StopReasons.Stationary)) || f.Gain > 9 * f.Trifle) return null;
        var further = f.GainsNothing && f.Sequel is { } next ? next.Path.Window.Last().Length : double.PositiveInfinity;
        var last = Math.Min(f.Path.Window.Last().Length, further);
        var isStill = last <= 1e-3 * f.Optimizer.LearningRate * Math.Min(1, f.GradientNorm) && (f.Sequel is not { } sequel || Vectors.Distance(sequel.Point, f.At.Point) <= 1e-3 * f.Size);
        return isStill ? (Verdicts.Converged, DiagnosisWords.Balance(f, last)) : null;
    }
}
