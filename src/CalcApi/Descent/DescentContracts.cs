using CalcApi.Http.Requests;
using CalcApi.Http.Trajectories;

namespace CalcApi.Descent;

/// <summary>Asks for the path of an optimizer down a function.</summary>
public sealed record DescentRequest : BatchedRequest
{
    /// <summary>Where the descent begins: a value for each variable.</summary>
    public required Point Start { get; init; }

    /// <summary>The optimizer with its parameters.</summary>
    public required OptimizerRequest Optimizer { get; init; }

    /// <summary>The most steps, from 0 to 1,000,000.</summary>
    public required int Steps { get; init; }
}
