namespace Calculus.Optimization.Diagnoses;

/// <summary>The rules for descents that are still moving.</summary>
internal static class Ways
{
    // Where a rule that takes lower points alone comes so low, there is no bottom.
    private const double Abyss = -1e30;

    /// <summary>The run itself ended because it ran away: downwards without end, or overshooting.</summary>
    public static (string, string)? Diverged(Findings f)
    {
        if (!f.IsStop(StopReasons.Diverged)) return null;
        // The path ends before the point that lies beyond every bound.
        var end = f.Path.Landscape.Value(f.Case.End.Point, f.Case.End.Value);
        var isDown = end < f.Path.LowestValue || (double.IsNaN(end) && f.Path.EndValue <= f.Path.LowestValue) || f.Path.LowestValue < Abyss;
        var isUnbounded = f.IsUnbounded && isDown;
        return isUnbounded || (f.SearchesLengths && end < Abyss) ? (Verdicts.Unbounded, DiagnosisWords.Unbounded(f)) : (Verdicts.Diverging, DiagnosisWords.Diverged(f));
    }

    /// <summary>The batches differ by more than the slope that they agree on.</summary>
    public static (string, string)? Noise(Findings f)
    {
        if (f.Noise is not { Dominates: true } noise) return null;
        return noise.Falls ? (Verdicts.Slow, DiagnosisWords.NoisyFall(noise)) : (Verdicts.Oscillating, DiagnosisWords.Noise(f, noise));
    }

    /// <summary>F rises and the slope grows step by step, and both still do when the descent is carried on.</summary>
    public static (string, string)? Growing(Findings f)
    {
        var path = f.Path;
        if (path.Window.Count < 3 || !(f.GradientFactor > 1.001)) return null;
        var rises = path.EndValue > path.StartValue && path.EndValue > path.Window.First().ValueBefore;
        var goesOn = f.Sequel is null || f.Sequel.HasDiverged || f.Sequel.Path.EndValue > path.EndValue;
        return rises && goesOn ? (Verdicts.Diverging, DiagnosisWords.Growing(f)) : null;
    }

    /// <summary>F falls along −∇F or along the last steps at every distance, and keeps its pace.</summary>
    public static (string, string)? Unbounded(Findings f)
    {
        if (!f.IsUnbounded || f.IsLost) return null;
        var falls = f.Sequel is { } sequel && (sequel.HasDiverged || sequel.Steps > 0)
            ? f.Gain > 0 || (sequel.HasDiverged && f.Path.Landscape.Value(sequel.Point, sequel.Value) < f.Path.EndValue)
            : f.Path.Window.Count > 0 && f.Path.EndValue < f.Path.Window.First().ValueBefore;
        return falls ? (Verdicts.Unbounded, DiagnosisWords.Unbounded(f)) : null;
    }

    /// <summary>Carried on, the descent runs away: downwards where the rule takes lower points alone, or overshooting.</summary>
    public static (string, string)? DivergingLater(Findings f)
    {
        if (f.Sequel is not { HasDiverged: true } sequel) return null;
        return f.SearchesLengths && f.Path.Landscape.Value(sequel.Point, sequel.Value) < Abyss
            ? (Verdicts.Unbounded, DiagnosisWords.UnboundedLater(f))
            : (Verdicts.Diverging, DiagnosisWords.DivergingLater(f));
    }

    /// <summary>
    /// The last steps go back and forth, and so they do when the descent is carried on, or it moves without coming lower. Where the slope
    /// jumps on the way, that is a kink, round which a constant rate swings for ever.
    /// </summary>
    public static (string, string)? Swinging(Findings f)
    {
        var path = f.Path;
        if (path.Window.Count < 2 || !(Swings(f) || Wanders(f))) return null;
        if (f.SearchesLengths && Comes(f)) return null;
        return AroundAKink(f) ? (Verdicts.Kink, DiagnosisWords.Kink(f)) : (Verdicts.Oscillating, DiagnosisWords.Oscillating(f));
    }

    /// <summary>Carried on, it only swings: it came to the place by its last steps.</summary>
    public static (string, string)? SwingingLater(Findings f)
    {
        if (!f.GainsNothing || f.SearchesLengths || f.Sequel is not { Path.IsSwinging: true } || !(f.Persistence >= Rests.Gone)) return null;
        return AroundAKink(f) ? (Verdicts.Kink, DiagnosisWords.Kink(f)) : (Verdicts.Oscillating, DiagnosisWords.Oscillating(f));
    }

    /// <summary>Carried on, it comes no lower.</summary>
    public static (string, string)? Straying(Findings f) =>
        f.GainsNothing && !f.Creeps && !f.SearchesLengths && f.Sequel is { } sequel ? (Verdicts.Oscillating, DiagnosisWords.Straying(f, sequel)) : null;

    // Swings that a kink keeps up are as long later on as they were, and at a smaller rate they are shorter, but stay.
    private static bool AroundAKink(Findings f) =>
        f.Kink is { Before: < 0, After: > 0 } && f.Case.Options.Schedule is null && f.Persistence is not (< 0.1 or > 10) && f.ShareAtATenth is not (< 1e-3 or > 0.4);

    // Steps that turn back go on, or shrink by the factor that is told. Those that go round and back do so with momentum on the way to any bottom:
    // where they would be a hundredth after nine times as many steps, they are on their way.
    private static bool Swings(Findings f)
    {
        if (!f.Path.IsSwinging) return false;
        if (f.Sequel is { } sequel)
        {
            var lasts = sequel.Path.MeanLength >= Rests.Gone * f.Path.MeanLength;
            return lasts ? sequel.Path.IsSwinging : f.Path.Alternates && f.Shrinks;
        }

        return f.Path.Alternates || !(f.GradientFactor is { } factor && Math.Pow(factor, 9.0 * f.Path.Steps) < Rests.Gone);
    }

    // Steps of lengths of their own may turn back and forth and come lower all the same, by shorter and shorter ones.
    private static bool Comes(Findings f) => f.Sequel is { } sequel && (f.Gain > 1e-3 * f.Fallen || sequel.Path.MeanLength < 0.1 * f.Path.MeanLength);

    // A steady fall that is slow never rises.
    private static bool Wanders(Findings f)
    {
        if (f.Sequel is not { } sequel || f.Path.MeanLength == 0) return false;
        var (path, further) = (f.Path, sequel.Path);
        var clear = 1e-3 * Math.Abs(path.StartValue - path.MeanValue);
        return further.MeanLength >= 0.1 * path.MeanLength && further.Rises >= 0.1
            && further.MeanValue >= Math.Min(path.MeanValue, path.EndValue) - clear && further.LowestValue >= path.LowestValue - clear;
    }
}
