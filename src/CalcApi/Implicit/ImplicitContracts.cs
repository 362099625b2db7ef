using CalcApi.Http.Answers;
using CalcApi.Http.Functions;
using CalcApi.Http.Requests;

namespace CalcApi.Implicit;

/// <summary>Asks how one variable of an equation changes with another; <c>function</c> is the equation, such as x^2 + y^2 = 25.</summary>
public sealed record ImplicitRequest : FunctionRequest
{
    /// <summary>The independent variable, such as x.</summary>
    public required string Variable { get; init; }

    /// <summary>The dependent variable, such as y.</summary>
    public required string Of { get; init; }

    /// <summary>How many times to differentiate: from 1 to 20, by default once.</summary>
    public int? Order { get; init; }

    /// <summary>A point of the curve, with a value for every variable.</summary>
    public Point? Point { get; init; }

    /// <summary>Whether the point is first moved onto the curve, to where the steepest way leads; by default not.</summary>
    public bool? OntoCurve { get; init; }
}

/// <summary>How one variable of an equation changes with another.</summary>
public sealed record ImplicitAnswer : Answer
{
    /// <summary>The derivative, such as dy/dx, as a formula in all variables.</summary>
    public required ExpressionAnswer Derivative { get; init; }

    /// <summary>The derivative at the point.</summary>
    public double? Value { get; init; }

    /// <summary>Where it was asked for: the point that was moved onto the curve. Missing where no way was found.</summary>
    public PointAnswer? Point { get; init; }

    /// <summary>The equation's own partial derivatives at the point, left side minus right: the tangent is at right angles to them, also where it is vertical.</summary>
    public PointAnswer? Normal { get; init; }

    /// <summary>How it comes about; the last step's <c>after</c> is the derivative.</summary>
    public required IReadOnlyList<StepAnswer> Steps { get; init; }
}
