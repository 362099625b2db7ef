using CalcApi.Http.Answers;
using CalcApi.Http.Requests;
using CalcApi.Http.Trajectories;

namespace CalcApi.DescentMap;

/// <summary>Asks where descents end, by where they begin or by a parameter of the optimizer.</summary>
[NotBuilt("record")]
public sealed record DescentMapRequest : TrajectoryRequest
{
    /// <summary>One or two axes.</summary>
    public required IReadOnlyList<MapAxisRequest> Axes { get; init; }

    /// <summary>Where the descents begin in the coordinates that no axis moves: a value for each variable; those of the axes are replaced.</summary>
    public Point? Start { get; init; }

    /// <summary>The optimizer with its parameters.</summary>
    public required OptimizerRequest Optimizer { get; init; }

    /// <summary>The most steps of each descent. Where stop is left out, a descent ends once the gradient's length is at most 1e-6.</summary>
    public required int Steps { get; init; }
}

/// <summary>An axis of a map: it moves either a coordinate of the start or a parameter of the optimizer.</summary>
public sealed record MapAxisRequest
{
    /// <summary>The variable, or the entry of one, such as w[1], whose start it moves.</summary>
    public string? Coordinate { get; init; }

    /// <summary>The optimizer's parameter that it moves, such as lr.</summary>
    public string? Parameter { get; init; }

    /// <summary>Its first value.</summary>
    public required double From { get; init; }

    /// <summary>Its last value.</summary>
    public required double To { get; init; }

    /// <summary>How many values it has, at least 2; by default 50.</summary>
    public int? Resolution { get; init; }

    /// <summary>How its values are spaced: linear (by default) or logarithmic, which needs positive ends.</summary>
    public string? Scale { get; init; }
}

/// <summary>Where descents end.</summary>
public sealed record DescentMapAnswer : Answer
{
    /// <summary>The axes with their values, in the order of the request.</summary>
    public required IReadOnlyList<MapAxisAnswer> Axes { get; init; }

    /// <summary>The points at which descents came to rest, the lowest first; ends that are closer than a thousandth of their size are one.</summary>
    public required IReadOnlyList<MapEndAnswer> Ends { get; init; }

    /// <summary>For each cell its place in ends, or -1: cell j·n + i stands at value i of the first axis (of n values) and value j of the second.</summary>
    public required IReadOnlyList<int> End { get; init; }

    /// <summary>For each cell the steps that it took.</summary>
    public required IReadOnlyList<int> Steps { get; init; }

    /// <summary>For each cell its place in reasons.</summary>
    public required IReadOnlyList<int> Reason { get; init; }

    /// <summary>Why descents ended: converged, stationary, steps or diverged.</summary>
    public required IReadOnlyList<string> Reasons { get; init; }
}

/// <summary>An axis of a map.</summary>
/// <param name="Name">The coordinate or the parameter that it moves.</param>
/// <param name="Values">Its values.</param>
public sealed record MapAxisAnswer(string Name, IReadOnlyList<double> Values);

/// <summary>A point at which descents came to rest.</summary>
/// <param name="Point">Its coordinates.</param>
/// <param name="Value">The function there.</param>
/// <param name="Cells">How many descents ended there.</param>
public sealed record MapEndAnswer(PointAnswer Point, double Value, int Cells);
