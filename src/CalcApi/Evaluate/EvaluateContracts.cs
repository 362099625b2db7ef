using CalcApi.Http.Answers;
using CalcApi.Http.Functions;
using CalcApi.Http.Requests;

namespace CalcApi.Evaluate;

/// <summary>Asks for the value of a function.</summary>
public sealed record EvaluateRequest : FunctionRequest, IPointOrPoints
{
    /// <summary>Where to evaluate; left out for a constant function.</summary>
    public Point? Point { get; init; }

    /// <summary>Several points in place of <c>point</c>.</summary>
    public IReadOnlyList<Point>? Points { get; init; }
}

/// <summary>The value of a function.</summary>
public sealed record EvaluateAnswer : Answer
{
    /// <summary>The value at the point.</summary>
    public ValueAnswer? Value { get; init; }

    /// <summary>The values at the points, in their order.</summary>
    public IReadOnlyList<ValueAnswer>? Values { get; init; }
}
