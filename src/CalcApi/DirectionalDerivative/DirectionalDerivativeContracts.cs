using System.Text.Json.Serialization;
using CalcApi.Http.Answers;
using CalcApi.Http.Functions;
using CalcApi.Http.Requests;

namespace CalcApi.DirectionalDerivative;

/// <summary>Asks for the slope of a function along a direction.</summary>
public sealed record DirectionalDerivativeRequest : FunctionRequest
{
    /// <summary>Where to take the slope.</summary>
    public required Point Point { get; init; }

    /// <summary>The direction: a number for each variable, not all zero.</summary>
    public required Point Direction { get; init; }

    /// <summary>Whether to explain the slope: partial derivatives, their values at the point, the unit direction and the dot product; by default not.</summary>
    public bool? Steps { get; init; }
}

/// <summary>The slope of a function along a direction.</summary>
public sealed record DirectionalDerivativeAnswer : Answer
{
    /// <summary>The derivative along the direction as given, as a formula: the sum of the partial derivatives, each times the direction's entry.</summary>
    public required ExpressionAnswer Expression { get; init; }

    /// <summary>The gradient times the direction as given.</summary>
    public required double Raw { get; init; }

    /// <summary>The slope along the unit vector of the direction.</summary>
    public required double Unit { get; init; }

    /// <summary>The unit vector of the direction.</summary>
    public required PointAnswer UnitDirection { get; init; }

    /// <summary>The gradient at the point.</summary>
    public required PointAnswer Gradient { get; init; }

    /// <summary>The angle between the gradient and the direction in radians; null where the gradient is zero or not finite.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public required double? Angle { get; init; }

    /// <summary>The unit vector along which the function rises fastest; null where the gradient is zero or not finite.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public required PointAnswer? SteepestAscent { get; init; }

    /// <summary>The unit vector along which the function falls fastest; null where the gradient is zero or not finite.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public required PointAnswer? SteepestDescent { get; init; }

    /// <summary>Of two variables: the slope along the unit vector at each whole degree, from 0 (the first variable's axis) to 359, towards the second's. Missing where some are beyond the range of numbers.</summary>
    public IReadOnlyList<double>? Slopes { get; init; }

    /// <summary>Where asked for and all numbers are finite: how the slope comes about; the last step's <c>after</c> is the derivative along the direction as given, entry by entry where variables are vectors or matrices.</summary>
    public IReadOnlyList<StepAnswer>? Steps { get; init; }
}
