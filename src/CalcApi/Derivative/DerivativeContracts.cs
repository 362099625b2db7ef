using CalcApi.Http.Answers;
using CalcApi.Http.Functions;
using CalcApi.Http.Requests;

namespace CalcApi.Derivative;

/// <summary>Asks for the derivative of a function by one variable.</summary>
public sealed record DerivativeRequest : FunctionRequest, IPointOrPoints
{
    /// <summary>The variable to differentiate by; may be left out where the function has one.</summary>
    public string? Variable { get; init; }

    /// <summary>How many times to differentiate: from 1 to 20, by default once.</summary>
    public int? Order { get; init; }

    /// <summary>Where to evaluate the derivative.</summary>
    public Point? Point { get; init; }

    /// <summary>Several points in place of <c>point</c>.</summary>
    public IReadOnlyList<Point>? Points { get; init; }

    /// <summary>Whether to explain the derivative rule by rule; by default not.</summary>
    public bool? Steps { get; init; }
}

/// <summary>The derivative of a function.</summary>
public sealed record DerivativeAnswer : Answer
{
    /// <summary>The derivative as a formula.</summary>
    public required ExpressionAnswer Derivative { get; init; }

    /// <summary>The derivative at the point: the axes of the function, then those of the variable.</summary>
    public ValueAnswer? Value { get; init; }

    /// <summary>The derivative at the points, in their order.</summary>
    public IReadOnlyList<ValueAnswer>? Values { get; init; }

    /// <summary>The function at the point.</summary>
    public ValueAnswer? FunctionValue { get; init; }

    /// <summary>The function at the points, in their order.</summary>
    public IReadOnlyList<ValueAnswer>? FunctionValues { get; init; }

    /// <summary>Of order 1 at one point: the tangent there, as a function of the variable. Missing where the value or the slope is not finite, and where its intercept is beyond the range of numbers.</summary>
    public ExpressionAnswer? Tangent { get; init; }

    /// <summary>Where asked for: how the derivative comes about, rule by rule; the last step's <c>after</c> is the derivative.</summary>
    public IReadOnlyList<StepAnswer>? Steps { get; init; }

    /// <summary>Of order 1: the points asked about at which there is no derivative, the first twenty. Missing where there is none.</summary>
    public IReadOnlyList<PointKinkAnswer>? Kinks { get; init; }

    /// <summary>Whether the formula agrees with derivatives found in other ways. Missing where the request turned that off.</summary>
    public VerificationAnswer? Verification { get; init; }
}
