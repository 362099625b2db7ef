using System.Text.Json.Serialization;
using CalcApi.Http.Answers;
using CalcApi.Http.Functions;
using CalcApi.Http.Requests;

namespace CalcApi.Gradient;

/// <summary>Asks for the gradient of a function.</summary>
public sealed record GradientRequest : FunctionRequest, IPointOrPoints
{
    /// <summary>The variables to differentiate by, in the order wanted; all of them where left out.</summary>
    public IReadOnlyList<string>? Variables { get; init; }

    /// <summary>Where to evaluate the gradient.</summary>
    public Point? Point { get; init; }

    /// <summary>Several points in place of <c>point</c>.</summary>
    public IReadOnlyList<Point>? Points { get; init; }

    /// <summary>Whether to explain each partial derivative, the other variables swapped for constants and swapped back; by default not.</summary>
    public bool? Steps { get; init; }
}

/// <summary>The gradient of a function.</summary>
public sealed record GradientAnswer : Answer
{
    /// <summary>The variables, in the order of the gradient's entries.</summary>
    public required IReadOnlyList<string> Variables { get; init; }

    /// <summary>The partial derivatives as formulas.</summary>
    public required IReadOnlyList<PartialAnswer> Gradient { get; init; }

    /// <summary>The gradient at the point or the points, in their order; empty where none was given.</summary>
    public required IReadOnlyList<GradientAtAnswer> At { get; init; }

    /// <summary>Where asked for: how each partial derivative comes about; the <c>after</c> of a variable's step is its partial derivative.</summary>
    public IReadOnlyList<StepAnswer>? Steps { get; init; }

    /// <summary>Whether the formulas agree with derivatives found in other ways. Missing where the request turned that off.</summary>
    public VerificationAnswer? Verification { get; init; }
}

/// <summary>A partial derivative.</summary>
/// <param name="Variable">The variable that it is taken by.</param>
/// <param name="Derivative">The formula.</param>
public sealed record PartialAnswer(string Variable, ExpressionAnswer Derivative);

/// <summary>The gradient at one point.</summary>
public sealed record GradientAtAnswer
{
    /// <summary>The point.</summary>
    public required PointAnswer Point { get; init; }

    /// <summary>The function there.</summary>
    public required double Value { get; init; }

    /// <summary>The partial derivatives there.</summary>
    public required PointAnswer Gradient { get; init; }

    /// <summary>The gradient's length: the slope in the direction of steepest ascent; null where it is beyond the range of numbers.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public required double? Norm { get; init; }

    /// <summary>The unit vector along which the function rises fastest; null where the gradient is zero or not finite.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public required PointAnswer? SteepestAscent { get; init; }

    /// <summary>True where every partial derivative is exactly zero.</summary>
    public required bool Stationary { get; init; }

    /// <summary>The variables by which there is no derivative at the point, the first twenty of all points. Missing where there is none.</summary>
    public IReadOnlyList<PointKinkAnswer>? Kinks { get; init; }
}
