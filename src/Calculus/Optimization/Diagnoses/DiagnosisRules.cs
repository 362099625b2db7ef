using System.Collections.Immutable;

namespace Calculus.Optimization.Diagnoses;

/// <summary>The rules by which a descent is judged, each asked in turn; the first that holds gives the verdict.</summary>
internal static class DiagnosisRules
{
    private static readonly ImmutableArray<Func<Findings, (string Verdict, string Explanation)?>> Rules =
    [
        Diverging, WithoutSlope, Saddle, Rounding, AtTheBottom, Plateau, WithinTolerance, Oscillating,
    ];

    public static (string Verdict, string Explanation) Judge(Findings f)
    {
        foreach (var rule in Rules)
        {
            if (rule(f) is { } judgement) return judgement;
        }

        return (Verdicts.Slow, DiagnosisWords.Slow(f));
    }

    /// <summary>Half the largest stable rate, where the present one is at fault; a tenth of the present one where only that can be said.</summary>
    public static double? SuggestedRate(Findings f, string verdict)
    {
        if (verdict is not (Verdicts.Diverging or Verdicts.Oscillating or Verdicts.Slow)) return null;
        if (f.LargestStableRate is { } largest && double.IsFinite(largest / 2) && largest / 2 > 0)
        {
            // A step at half the largest stable rate goes straight to the bottom along the steepest curvature.
            var rate = largest / 2;
            var helps = string.Equals(verdict, Verdicts.Slow, StringComparison.Ordinal)
                ? rate > 1.5 * f.Optimizer.LearningRate
                : rate < f.Optimizer.LearningRate;
            return helps ? rate : null;
        }

        // Where steps do not shrink with the gradient, the swings are as large as the rate.
        return string.Equals(verdict, Verdicts.Oscillating, StringComparison.Ordinal) ? f.Optimizer.LearningRate / 10 : null;
    }

    private static (string, string)? Diverging(Findings f)
    {
        var path = f.Path;
        if (IsStop(f, StopReasons.Diverged)) return (Verdicts.Diverging, DiagnosisWords.Diverged(f));
        if (path.Window.Count < 3 || !(f.GradientFactor > 1.001)) return null;

        var rises = path.EndValue > path.StartValue && path.EndValue > path.Window.First().ValueBefore;
        var fallsForEver = path.EndGradientNorm >= path.LargestGradientNorm && path.Curvature is { Last: < 0 }
            && path.Window.Last().Length >= path.Window.First().Length && path.Length > f.Size / 2;
        return rises || fallsForEver ? (Verdicts.Diverging, DiagnosisWords.Growing(f, rises)) : null;
    }

    private static (string, string)? WithoutSlope(Findings f)
    {
        if (f.GradientNorm != 0 || f.Spectrum is null || f.Around is null) return null;
        if (f.Spectrum.Smallest < -f.Spectrum.Tolerance || f.Around.Falls) return (Verdicts.Saddle, DiagnosisWords.Saddle(f));
        return f.Around.Rises || f.Spectrum.Smallest > 0
            ? (Verdicts.Converged, DiagnosisWords.Bottom(f))
            : (Verdicts.Flat, "The gradient and the curvature are 0 and the function has the same value all around: there is no way down to follow.");
    }

    private static (string, string)? Saddle(Findings f)
    {
        if (f.Spectrum is not { } spectrum || !(spectrum.Smallest < -1e-6 * Math.Abs(spectrum.Largest)) || !f.QuadraticHolds) return null;
        var arrived = f.GradientNorm <= 1e-2 * f.Path.LargestGradientNorm || f.GradientNorm <= 1e-4 * Math.Abs(spectrum.Smallest) * f.Size;
        return arrived ? (Verdicts.Saddle, DiagnosisWords.Saddle(f)) : null;
    }

    private static (string, string)? Rounding(Findings f)
    {
        if (f.Path.Window.Count == 0 && !IsStop(f, StopReasons.Stationary)) return null;
        var stuck = IsStop(f, StopReasons.Stationary) || f.Path.Window.All(step => step.Length <= 8 * Findings.Spacing(f.Size - 1));
        var numb = f.GradientFactor > 0.99 && f.Path.Window.All(step => Math.Abs(step.ValueAfter - step.ValueBefore) <= 4 * Findings.Spacing(step.ValueBefore));

        var near = f.Spectrum is { } spectrum && spectrum.Smallest > 0 && f.GradientNorm <= 1e-8 * spectrum.Smallest * f.Size;
        var blind = f.RemainingDecrease <= 4 * Findings.Spacing(f.Path.EndValue);
        return (stuck && near) || (numb && blind && !stuck) ? (Verdicts.Rounding, DiagnosisWords.Rounding(f, stuck)) : null;
    }

    private static (string, string)? AtTheBottom(Findings f)
    {
        var fallen = f.Path.StartValue - f.Path.EndValue;
        var near = f.Spectrum is { } spectrum && spectrum.Smallest > spectrum.Tolerance && f.GradientNorm <= 1e-8 * spectrum.Smallest * f.Size;
        return near || f.RemainingDecrease <= 1e-6 * fallen ? (Verdicts.Converged, DiagnosisWords.Converged(f, fallen)) : null;
    }

    private static (string, string)? Plateau(Findings f)
    {
        if (f.Spectrum is null) return null;
        // A move as long as the distance of the point from 0 would change F by less than a millionth.
        var level = f.GradientNorm * f.Size <= 1e-6 * (1 + Math.Abs(f.Path.EndValue));
        return level && (f.Spectrum.Largest <= 0 || !f.QuadraticHolds) ? (Verdicts.Plateau, DiagnosisWords.Plateau(f)) : null;
    }

    private static (string, string)? WithinTolerance(Findings f) =>
        IsStop(f, StopReasons.Converged) ? (Verdicts.Converged, f.Stop.Message) : null;

    private static (string, string)? Oscillating(Findings f)
    {
        var window = f.Path.Window;
        if (window.Count < 2) return null;

        var turns = window.Skip(1).Count(static step => step.Turn < -0.5);
        var net = new double[f.At.Point.Length];
        foreach (var step in window)
        {
            for (var i = 0; i < net.Length; i++) net[i] += step.Move[i];
        }

        var alternates = turns >= 0.8 * (window.Count - 1);
        var circles = window.Count >= 8 && Vectors.Norm(net) < 0.2 * window.Sum(static step => step.Length);
        return alternates || circles ? (Verdicts.Oscillating, DiagnosisWords.Oscillating(f)) : null;
    }

    private static bool IsStop(Findings f, string reason) => string.Equals(f.Stop.Reason, reason, StringComparison.Ordinal);
}
