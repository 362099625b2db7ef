namespace Calculus.Optimization.Diagnoses;

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

    /// <summary>The slopes on both sides of a kink, along the step that crosses it; null where none was found.</summary>
    public SlopesAtKink? Kink { get; init; }

    /// <summary>The coordinates that get no gradient: the slope was exactly 0 at every point, and the function does not change with them at the end; null where there are none.</summary>
    public IReadOnlyList<string>? WithoutGradient { get; init; }

    /// <summary>For how many steps the descent was carried on to see whether the verdict holds; null where it was not.</summary>
    public int? FurtherSteps { get; init; }

    /// <summary>The value to which these steps led; null where they led to none that is finite.</summary>
    public double? FurtherValue { get; init; }

    /// <summary>What to try instead, which was tried; null where nothing tried was better.</summary>
    public Suggestion? Suggestion { get; init; }

    /// <summary>What was measured.</summary>
    internal static Evidence Of(Findings found, Suggestion? suggestion) => new()
    {
        Curvature = found.Path.Curvature,
        HessianStep = found.Spectrum is null ? null : found.At.Step,
        LargestEigenvalue = Finite(found.Spectrum?.Largest),
        SmallestEigenvalue = Finite(found.Spectrum?.Smallest),
        ConditionNumber = Finite(found.Spectrum?.Condition),
        LargestStableRate = Finite(found.LargestStableRate),
        DecreaseRatio = Finite(found.DecreaseRatio),
        GradientFactor = Finite(found.GradientFactor),
        Kink = found.Kink is { } kink ? new(kink.Before, kink.After) : null,
        WithoutGradient = found.Dead.Length == 0 ? null : [.. found.Dead.Select(found.NameOf)],
        FurtherSteps = found.Sequel?.Steps,
        FurtherValue = Finite(found.Sequel is { HasDiverged: false } sequel ? sequel.Path.EndFunction : null),
        Suggestion = suggestion,
    };

    // A quotient that overflows is evidence of nothing.
    private static double? Finite(double? value) => value is { } number && double.IsFinite(number) ? number : null;
}

/// <summary>The second derivative along the path, averaged over each step.</summary>
/// <param name="First">On the first step.</param>
/// <param name="Last">On the last step that was long enough to measure it.</param>
/// <param name="Largest">The largest of all.</param>
public sealed record CurvatureAlongPath(double First, double Last, double Largest);

/// <summary>The slopes of the function on both sides of a kink, along a line that crosses it.</summary>
/// <param name="Before">On the one side.</param>
/// <param name="After">On the other.</param>
public sealed record SlopesAtKink(double Before, double After);

/// <summary>What to try instead. It was run from the same start, for as many steps.</summary>
/// <param name="Rate">The learning rate; the first one where a schedule shapes it.</param>
/// <param name="Schedule">The name of the schedule; null where the rate stays.</param>
/// <param name="Value">The value of the function that was reached.</param>
/// <param name="Reason">Why this was tried.</param>
public sealed record Suggestion(double Rate, string? Schedule, double Value, string Reason);
