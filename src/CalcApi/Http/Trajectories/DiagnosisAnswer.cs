using CalcApi.Http.OpenApi;
using Calculus.Optimization.Diagnoses;

namespace CalcApi.Http.Trajectories;

/// <summary>What a descent did, in words, with the evidence.</summary>
/// <param name="Verdict">converged, slow, oscillating, diverging, unbounded, kink, plateau, saddle, flat or rounding.</param>
/// <param name="Explanation">The verdict in plain words, with the numbers that speak for it.</param>
/// <param name="Evidence">What was measured.</param>
/// <param name="SuggestedRate">A constant learning rate that was tried for as many steps and did better; missing where none was found.</param>
public sealed record DiagnosisAnswer([property: Words(typeof(Verdicts))] string Verdict, string Explanation, EvidenceAnswer Evidence, double? SuggestedRate)
{
    /// <summary>The diagnosis as it is answered.</summary>
    public static DiagnosisAnswer Of(Diagnosis diagnosis) => new(
        diagnosis.Verdict, diagnosis.Explanation, EvidenceAnswer.Of(diagnosis.Evidence), diagnosis.SuggestedRate);
}

/// <summary>The measurements behind a verdict, of what the optimizer goes down on: the negative function where it climbs, weight decay included.</summary>
public sealed record EvidenceAnswer
{
    /// <summary>The second derivative along the steps; missing where no step was long enough to measure it.</summary>
    public CurvatureAnswer? Curvature { get; init; }

    /// <summary>The step at whose point the Hessian was taken.</summary>
    public int? HessianStep { get; init; }

    /// <summary>The largest eigenvalue of the Hessian.</summary>
    public double? LargestEigenvalue { get; init; }

    /// <summary>The smallest eigenvalue of the Hessian.</summary>
    public double? SmallestEigenvalue { get; init; }

    /// <summary>The largest eigenvalue over the smallest; missing where the Hessian is not positive definite.</summary>
    public double? ConditionNumber { get; init; }

    /// <summary>The rate from which on the optimizer would leave the point, 2 over the largest eigenvalue for plain descent; missing for rules that rescale the gradient.</summary>
    public double? LargestStableRate { get; init; }

    /// <summary>The last step's decrease over the decrease that the gradient promised.</summary>
    public double? DecreaseRatio { get; init; }

    /// <summary>The factor by which one step changed the gradient's length, averaged over the last 32 steps.</summary>
    public double? GradientFactor { get; init; }

    /// <summary>The slopes on both sides of a kink that the last steps cross; missing where none was found.</summary>
    public KinkSlopesAnswer? Kink { get; init; }

    /// <summary>The coordinates that get no gradient: the slope was exactly 0 at every point, and the function does not change with them at the end; missing where there are none.</summary>
    public IReadOnlyList<string>? WithoutGradient { get; init; }

    /// <summary>For how many steps the descent was carried on to see whether the verdict holds; missing where it was not.</summary>
    public int? FurtherSteps { get; init; }

    /// <summary>The value to which these steps led; missing where it is not finite.</summary>
    public double? FurtherValue { get; init; }

    /// <summary>What to try instead, which was tried; missing where nothing tried was better.</summary>
    public SuggestionAnswer? Suggestion { get; init; }

    /// <summary>The evidence as it is answered.</summary>
    public static EvidenceAnswer Of(Evidence evidence) => new()
    {
        Curvature = evidence.Curvature is { } curvature ? new(curvature.First, curvature.Last, curvature.Largest) : null,
        HessianStep = evidence.HessianStep,
        LargestEigenvalue = evidence.LargestEigenvalue,
        SmallestEigenvalue = evidence.SmallestEigenvalue,
        ConditionNumber = evidence.ConditionNumber,
        LargestStableRate = evidence.LargestStableRate,
        DecreaseRatio = evidence.DecreaseRatio,
        GradientFactor = evidence.GradientFactor,
        Kink = evidence.Kink is { } kink ? new(kink.Before, kink.After) : null,
        WithoutGradient = evidence.WithoutGradient,
        FurtherSteps = evidence.FurtherSteps,
        FurtherValue = evidence.FurtherValue,
        Suggestion = evidence.Suggestion is { } suggestion ? new(suggestion.Rate, suggestion.Schedule, suggestion.Value, suggestion.Reason) : null,
    };
}

/// <summary>The second derivative along the path, averaged over each step.</summary>
/// <param name="First">On the first step.</param>
/// <param name="Last">On the last step that was long enough to measure it.</param>
/// <param name="Largest">The largest of all.</param>
public sealed record CurvatureAnswer(double First, double Last, double Largest);

/// <summary>The slopes of the function on both sides of a kink, along a line that crosses it.</summary>
/// <param name="Before">On the one side.</param>
/// <param name="After">On the other.</param>
public sealed record KinkSlopesAnswer(double Before, double After);

/// <summary>What to try instead. It was run from the same start, for as many steps.</summary>
/// <param name="Rate">The learning rate; the first one where a schedule shapes it.</param>
/// <param name="Schedule">The name of the schedule; missing where the rate stays.</param>
/// <param name="Value">The value of the function that was reached.</param>
/// <param name="Reason">Why this was tried.</param>
public sealed record SuggestionAnswer(double Rate, string? Schedule, double Value, string Reason);
