using CalcApi.Http.Answers;
using CalcApi.Http.Functions;
using CalcApi.Http.Requests;

namespace CalcApi.Sample;

/// <summary>Asks for a function's values over a window, to be drawn.</summary>
public sealed record SampleRequest : FunctionRequest
{
    /// <summary>From and to, for one variable for a curve, for two for a grid; of a vector or a matrix name an entry, such as w[1] or A[1, 2].</summary>
    public required IReadOnlyDictionary<string, IReadOnlyList<double>> Window { get; init; }

    /// <summary>Values of the variables that the window leaves out.</summary>
    public Point? At { get; init; }

    /// <summary>Samples along each axis: one number, or one for each variable. By default 400 for a curve, 100 for each side of a grid.</summary>
    public Resolution? Resolution { get; init; }

    /// <summary>What to sample: <c>value</c> (by default) or <c>gradient</c>.</summary>
    public string? Of { get; init; }
}

/// <summary>A function's values over a window.</summary>
public sealed record SampleAnswer : Answer
{
    /// <summary>The axes in order: variables, or entries of them.</summary>
    public required IReadOnlyList<string> Variables { get; init; }

    /// <summary>Of one variable: the curve in pieces, broken at poles, jumps and where it is undefined.</summary>
    public IReadOnlyList<SegmentAnswer>? Segments { get; init; }

    /// <summary>Of two variables: the samples' coordinates along each axis, by variable.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<double>>? Axes { get; init; }

    /// <summary>Of two variables: the values, row by row: entry j·n + i stands at entry i of the first axis (of n entries) and entry j of the second.</summary>
    public IReadOnlyList<double>? Values { get; init; }

    /// <summary>From and to of the values worth looking at: a pole's heights are left out. Missing where no value is finite.</summary>
    public IReadOnlyList<double>? ValueRange { get; init; }

    /// <summary>Of two variables, where the gradient is asked for: a grid of each partial derivative, by variable.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<double>>? Gradient { get; init; }
}

/// <summary>A piece of a curve without a break.</summary>
/// <param name="X">The inputs, rising.</param>
/// <param name="Y">The outputs.</param>
/// <param name="StartOpen">The curve goes on to the left of the first input without reaching a point, as at a pole or a jump.</param>
/// <param name="EndOpen">The curve goes on to the right of the last input without reaching a point.</param>
public sealed record SegmentAnswer(IReadOnlyList<double> X, IReadOnlyList<double> Y, bool StartOpen, bool EndOpen);
