namespace CalcApi.Http.Trajectories;

/// <summary>Tolerances; a descent has converged as soon as one of them is met.</summary>
public sealed record StopRequest
{
    /// <summary>On the length of the gradient.</summary>
    public double? Gradient { get; init; }

    /// <summary>On the change of the value in one step.</summary>
    public double? Value { get; init; }

    /// <summary>On the length of one step.</summary>
    public double? Step { get; init; }
}
