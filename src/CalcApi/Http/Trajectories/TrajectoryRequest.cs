using CalcApi.Http.Functions;
using CalcApi.Http.Requests;

namespace CalcApi.Http.Trajectories;

/// <summary>What every question about descents gives besides starts and optimizers.</summary>
public abstract record TrajectoryRequest : FunctionRequest
{
    /// <summary>When to stop early. Without it all steps are done, unless the descent diverges or becomes stationary; an optimizer that finds its own step lengths stops where the gradient's length is at most 1e-8, too.</summary>
    public StopRequest? Stop { get; init; }

    /// <summary>Which steps are kept in the answer; by default each of the first 20,000, and always the last.</summary>
    public RecordRequest? Record { get; init; }

    /// <summary>Bounds, from and to, by variable, for all its entries or for each of them, or by entry, such as w[1]; after each step the point is brought back to the nearest one within them.</summary>
    public IReadOnlyDictionary<string, BoxSide>? Box { get; init; }

    /// <summary>How long gradients are shortened before the optimizer sees them.</summary>
    public ClipRequest? Clip { get; init; }
}

/// <summary>How gradients are shortened before the optimizer sees them: by value first, then by norm, where both are given.</summary>
public sealed record ClipRequest
{
    /// <summary>The largest length of a gradient; a longer one keeps its direction.</summary>
    public double? Norm { get; init; }

    /// <summary>The largest absolute value of an entry.</summary>
    public double? Value { get; init; }
}
