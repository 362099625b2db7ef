using Calculus.Budgets;

namespace Calculus.Optimization.Diagnoses;

/// <summary>What a descent did, and why.</summary>
/// <param name="Verdict">One of <see cref="Verdicts"/>.</param>
/// <param name="Explanation">The verdict in plain words, with the numbers that speak for it.</param>
/// <param name="Evidence">What was measured.</param>
/// <param name="SuggestedRate">A learning rate that should do better, where there is reason for one.</param>
public sealed record Diagnosis(string Verdict, string Explanation, Evidence Evidence, double? SuggestedRate)
{
    /// <summary>Judges a descent that is over.</summary>
    internal static Diagnosis Of(PathSummary path, Optimizer optimizer, Stop stop, Waypoint end, Waypoint best, Extras extras)
    {
        // Where the run diverged or got worse, the curvature at its end says nothing about the rate that would have worked.
        var lost = string.Equals(stop.Reason, StopReasons.Diverged, StringComparison.Ordinal)
            || (path.EndValue > path.StartValue && path.EndGradientNorm > path.StartGradientNorm);
        var findings = new Findings(path, optimizer, stop, lost ? best : end);

        var spent = stop.Reason is StopReasons.Budget or StopReasons.Cancelled;
        if (!spent)
        {
            try
            {
                if (!extras.Contain("the curvature at the end", findings.Measured, false)) findings.ForgetMeasurements();
            }
            catch (Exception exception) when (exception is LimitException or OperationCanceledException)
            {
                findings.ForgetMeasurements();
            }
        }

        var (verdict, explanation) = DiagnosisRules.Judge(findings);
        return new(verdict, explanation, findings.ToEvidence(), DiagnosisRules.SuggestedRate(findings, verdict));
    }
}

/// <summary>What descents do.</summary>
public static class Verdicts
{
    /// <summary>At a minimum (a maximum where the optimizer climbs), or within the tolerances asked for.</summary>
    public const string Converged = "converged";

    /// <summary>Still on its way.</summary>
    public const string Slow = "slow";

    /// <summary>Jumps back and forth over the bottom.</summary>
    public const string Oscillating = "oscillating";

    /// <summary>Runs away.</summary>
    public const string Diverging = "diverging";

    /// <summary>On ground so level that the steps vanish, but not at a minimum.</summary>
    public const string Plateau = "plateau";

    /// <summary>At or near a point without slope that is not a minimum.</summary>
    public const string Saddle = "saddle";

    /// <summary>The function is constant around the point.</summary>
    public const string Flat = "flat";

    /// <summary>At the limit of what double precision can tell apart.</summary>
    public const string Rounding = "rounding";
}

/// <summary>The measurements behind a verdict, of the function that the optimizer goes down on: −f where it climbs, weight decay included.</summary>
public sealed record Evidence
{
    /// <summary>The second derivative along the steps; null where there was none long enough to measure it.</summary>
    public CurvatureAlongPath? Curvature { get; init; }

    /// <summary>The step at whose point the Hessian was taken: the last one, or the best one of a run that got worse; null where it was not.</summary>
    public int? HessianStep { get; init; }

    /// <summary>λmax of the Hessian.</summary>
    public double? LargestEigenvalue { get; init; }

    /// <summary>λmin of the Hessian.</summary>
    public double? SmallestEigenvalue { get; init; }

    /// <summary>λmax/λmin; null where the Hessian is not positive definite.</summary>
    public double? ConditionNumber { get; init; }

    /// <summary>
    /// The rate from which on the optimizer would leave the point: 2/λmax of plain descent, 2(1+μ)/λmax with momentum μ,
    /// 2(1+μ)/((1+2μ)λmax) with Nesterov's; null where nothing curves upwards, and for rules that rescale the gradient.
    /// </summary>
    public double? LargestStableRate { get; init; }

    /// <summary>The last step's decrease over the decrease that the gradient promised: near 1 for a small step, 0 or less for one too long.</summary>
    public double? DecreaseRatio { get; init; }

    /// <summary>The factor by which one step changed the gradient's norm, averaged over the last 32 steps.</summary>
    public double? GradientFactor { get; init; }
}

/// <summary>The second derivative along the path, averaged over each step.</summary>
/// <param name="First">On the first step.</param>
/// <param name="Last">On the last step that was long enough to measure it.</param>
/// <param name="Largest">The largest of all.</param>
public sealed record CurvatureAlongPath(double First, double Last, double Largest);
