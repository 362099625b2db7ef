using Calculus.Optimization.Diagnoses;

namespace CalcApi.Http.Trajectories;

/// <summary>What a descent did, in words, with the evidence.</summary>
/// <param name="Verdict">converged, slow, oscillating, diverging, plateau, saddle, flat or rounding.</param>
/// <param name="Explanation">The verdict in plain words, with the numbers that speak for it.</param>
/// <param name="Evidence">What was measured.</param>
/// <param name="SuggestedRate">A learning rate that should do better, where there is reason for one.</param>
public sealed record DiagnosisAnswer(string Verdict, string Explanation, EvidenceAnswer Evidence, double? SuggestedRate)
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
    };
}

/// <summary>The second derivative along the path, averaged over each step.</summary>
/// <param name="First">On the first step.</param>
/// <param name="Last">On the last step that was long enough to measure it.</param>
/// <param name="Largest">The largest of all.</param>
public sealed record CurvatureAnswer(double First, double Last, double Largest);
