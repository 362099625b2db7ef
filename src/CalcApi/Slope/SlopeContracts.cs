using System.Text.Json.Serialization;
using CalcApi.Http.Answers;
using CalcApi.Http.Functions;
using CalcApi.Http.Requests;

namespace CalcApi.Slope;

/// <summary>Asks for the slope between two points: of a function's curve, or given.</summary>
[NotBuilt("shapes", "verify")]
public sealed record SlopeRequest : IFunctionInFormat
{
    /// <summary>A function of one variable; left out where <c>points</c> are given.</summary>
    public string? Function { get; init; }

    /// <summary>The notation of the function: text, latex, python or javascript; where it is left out the text shows it.</summary>
    public string? Format { get; init; }

    /// <summary>Values of names that are constants of the function.</summary>
    public IReadOnlyDictionary<string, Value>? Data { get; init; }

    /// <summary>The first input.</summary>
    public Point? From { get; init; }

    /// <summary>The second input.</summary>
    public Point? To { get; init; }

    /// <summary>Two points <c>[x, y]</c> in place of a function.</summary>
    public IReadOnlyList<IReadOnlyList<double>>? Points { get; init; }

    /// <summary>Whether to explain the slope: outputs, rise, run, their quotient and the line; by default not.</summary>
    public bool? Steps { get; init; }
}

/// <summary>The slope between two points.</summary>
public sealed record SlopeAnswer : Answer
{
    /// <summary>The first point.</summary>
    public required PlanePoint From { get; init; }

    /// <summary>The second point.</summary>
    public required PlanePoint To { get; init; }

    /// <summary>The difference of the outputs; null where it is beyond the range of numbers.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public required double? Rise { get; init; }

    /// <summary>The difference of the inputs; null where it is beyond the range of numbers.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public required double? Run { get; init; }

    /// <summary>Rise over run.</summary>
    public required double Slope { get; init; }

    /// <summary>The straight line through both points. Missing where an output is not finite, or where its intercept is beyond the range of numbers.</summary>
    public ExpressionAnswer? Line { get; init; }

    /// <summary>Where asked for and there is a line: how it comes about; the last step's <c>after</c> is the line.</summary>
    public IReadOnlyList<StepAnswer>? Steps { get; init; }
}

/// <summary>A point of the plane.</summary>
/// <param name="X">The input.</param>
/// <param name="Y">The output.</param>
public sealed record PlanePoint(double X, double Y);
