using CalcApi.Http.Answers;
using CalcApi.Http.Functions;
using CalcApi.Http.Requests;

namespace CalcApi.DerivativeLimit;

/// <summary>Asks for the derivative of a function from first principles.</summary>
public sealed record DerivativeLimitRequest : FunctionRequest
{
    /// <summary>The variable to differentiate by; may be left out where the function has one.</summary>
    public string? Variable { get; init; }

    /// <summary>Where to watch the slopes of shorter and shorter steps.</summary>
    public Point? Point { get; init; }
}

/// <summary>A derivative as the limit of the difference quotient.</summary>
public sealed record DerivativeLimitAnswer : Answer
{
    /// <summary>
    /// The function, the function a step further, the difference quotient, its algebra line by line, and the step going to 0; the last
    /// step's <c>after</c> is the derivative.
    /// </summary>
    public required IReadOnlyList<StepAnswer> Steps { get; init; }

    /// <summary>The derivative as a formula.</summary>
    public required ExpressionAnswer Derivative { get; init; }

    /// <summary>The derivative at the point.</summary>
    public double? Value { get; init; }

    /// <summary>At the point: the slopes of shorter and shorter steps, from 1 to 1e-8, each a tenth of the one before.</summary>
    public IReadOnlyList<SecantAnswer>? Table { get; init; }
}

/// <summary>The slope of the line through two points of the graph, one step apart.</summary>
/// <param name="H">The step.</param>
/// <param name="Slope">Rise over run to the point a step ahead, as double precision gives it; NaN where the function has no value there.</param>
/// <param name="Error">Its distance from the derivative at the point.</param>
/// <param name="LeftSlope">Rise over run from the point a step behind; at a kink it goes to another number.</param>
public sealed record SecantAnswer(double H, double Slope, double Error, double LeftSlope);
