using CalcApi.Http.Answers;
using CalcApi.Http.Functions;
using CalcApi.Http.OpenApi;
using CalcApi.Http.Requests;

namespace CalcApi.CriticalPoints;

/// <summary>Asks for the critical points of a function in a box.</summary>
public sealed record CriticalPointsRequest : FunctionRequest
{
    /// <summary>
    /// From and to for every variable, as in { "x": [-5, 5] }. The name of a vector or a matrix gives all its entries one range, or each of them its own, as in
    /// { "w": [[-1, 1], [0, 2]] }, which tells its length too; the name of an entry, such as w[2], gives it one of its own.
    /// </summary>
    public required IReadOnlyDictionary<string, BoxSide> Box { get; init; }

    /// <summary>Of one variable: whether the steps are shown; true where left out.</summary>
    public bool? Steps { get; init; }
}

/// <summary>The critical points of a function in a box, and of one variable the discussion of the curve.</summary>
public sealed record CriticalPointsAnswer : Answer
{
    /// <summary>The critical points, in the order of their coordinates.</summary>
    public required IReadOnlyList<CriticalPointAnswer> Points { get; init; }

    /// <summary>Whether it is proven that the box has no other critical points.</summary>
    public required bool Complete { get; init; }

    /// <summary>Boxes on which the function is constant, so that every point of them is critical.</summary>
    public required IReadOnlyList<FlatBoxAnswer> Flat { get; init; }

    /// <summary>Where it is not decided whether there are others; at most 50 boxes.</summary>
    public required IReadOnlyList<BoxAnswer> Undecided { get; init; }

    /// <summary>Of one variable: where the function is 0.</summary>
    public IReadOnlyList<double>? Roots { get; init; }

    /// <summary>Of one variable: where the curve changes its bend.</summary>
    public IReadOnlyList<double>? Inflections { get; init; }

    /// <summary>Of one variable: where the function rises and falls.</summary>
    public IReadOnlyList<StretchAnswer>? Monotonicity { get; init; }

    /// <summary>Of one variable: where the curve bends up and down.</summary>
    public IReadOnlyList<StretchAnswer>? Convexity { get; init; }

    /// <summary>Of one variable: where the function grows without bound.</summary>
    public IReadOnlyList<double>? Poles { get; init; }

    /// <summary>Of one variable: the derivatives, where they are 0, and the signs that they have between.</summary>
    public IReadOnlyList<StepAnswer>? Steps { get; init; }
}

/// <summary>A critical point.</summary>
/// <param name="Point">Where it is.</param>
/// <param name="Value">The value of the function there.</param>
/// <param name="Kind">What it is: <c>minimum</c>, <c>maximum</c>, <c>saddle</c> (on a line: a terrace) or <c>degenerate</c>, where the second derivatives do not decide.</param>
/// <param name="Cause">Why it is critical: <c>stationary</c> (the gradient is 0), <c>kink</c> (there is no derivative), <c>jump</c> (the value jumps) or <c>edge</c> (the domain ends).</param>
/// <param name="Eigenvalues">The eigenvalues of the Hessian, rising; one that cannot be told from 0 is 0. Missing where there is no Hessian.</param>
/// <param name="Certified">Whether it is proven, in arithmetic with error bounds, that a critical point is here.</param>
public sealed record CriticalPointAnswer(PointAnswer Point, double Value, [property: Words("minimum", "maximum", "saddle", "degenerate")] string Kind, string Cause, IReadOnlyList<double>? Eigenvalues, bool Certified);

/// <summary>A box in which it is not decided whether there are other critical points.</summary>
/// <param name="From">Its lower end along each variable.</param>
/// <param name="To">Its upper end along each variable.</param>
public sealed record BoxAnswer(PointAnswer From, PointAnswer To);

/// <summary>A box on which the function is constant.</summary>
/// <param name="From">Its lower end along each variable.</param>
/// <param name="To">Its upper end along each variable.</param>
/// <param name="Value">The value of the function on it.</param>
public sealed record FlatBoxAnswer(PointAnswer From, PointAnswer To, double? Value);

/// <summary>A stretch of the line on which a function goes or bends one way.</summary>
/// <param name="From">Where it begins.</param>
/// <param name="To">Where it ends.</param>
/// <param name="Direction">Of monotonicity <c>increasing</c>, <c>decreasing</c> or <c>constant</c>; of convexity <c>convex</c>, <c>concave</c> or <c>linear</c>.</param>
/// <param name="FromOpen">Whether its beginning does not belong to it, as at a pole.</param>
/// <param name="ToOpen">Whether its end does not belong to it.</param>
public sealed record StretchAnswer(double From, double To, string Direction, bool FromOpen, bool ToOpen);
