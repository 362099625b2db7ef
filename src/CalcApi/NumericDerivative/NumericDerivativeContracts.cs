using CalcApi.Http.Answers;
using CalcApi.Http.Functions;
using CalcApi.Http.Requests;

namespace CalcApi.NumericDerivative;

/// <summary>Asks how well a derivative can be taken from values alone.</summary>
[NotBuilt("method", "methods")]
public sealed record NumericDerivativeRequest : FunctionRequest
{
    /// <summary>Where to take the derivative.</summary>
    public required Point Point { get; init; }

    /// <summary>The variable to differentiate by; may be left out where the function has one.</summary>
    public string? Variable { get; init; }

    /// <summary>The step of the estimates: above 0, by default 0.0001.</summary>
    public double? H { get; init; }
}

/// <summary>A derivative beside its estimates from values alone.</summary>
public sealed record NumericDerivativeAnswer : Answer
{
    /// <summary>The derivative at the point, from the formula.</summary>
    public required double Exact { get; init; }

    /// <summary>One estimate by each method, with the step asked for.</summary>
    public required IReadOnlyList<EstimateAnswer> Estimates { get; init; }

    /// <summary>The error of each method over steps from 1e-1 to 1e-16.</summary>
    public required IReadOnlyList<SweepAnswer> Sweep { get; init; }

    /// <summary>The step with the smallest error, by method; a method is missing where it finds no finite value.</summary>
    public required IReadOnlyDictionary<string, double> BestH { get; init; }
}

/// <summary>One estimate of a derivative.</summary>
/// <param name="Method">forward, backward, central, five_point, richardson or complex_step.</param>
/// <param name="Formula">The method's formula in LaTeX.</param>
/// <param name="H">The step.</param>
/// <param name="Value">The estimate; NaN where the function has no finite value at a point that the formula needs, or where <c>reason</c> says why there is none.</param>
/// <param name="Error">Its distance from the exact derivative.</param>
/// <param name="Reason">
/// Why the complex step gives no estimate: a part of the function is not analytic at the point, such as abs at 0, or has no
/// complex value here, such as gamma. Away from their seams functions with branches are analytic: the real part picks the branch.
/// </param>
public sealed record EstimateAnswer(string Method, string Formula, double H, double Value, double Error, string? Reason);

/// <summary>The errors of one method as its step shrinks: by truncation they fall like a power of h, by rounding they grow like 1/h.</summary>
public sealed record SweepAnswer
{
    /// <summary>The method.</summary>
    public required string Method { get; init; }

    /// <summary>The power of h with which the truncation error falls in general: 1 for forward and backward, 2, 4, 6, and 2 for the complex step.</summary>
    public required int Order { get; init; }

    /// <summary>The power of h with which the rounding error grows: -1 for differences, 0 for the complex step, which subtracts nothing.</summary>
    public required int RoundingOrder { get; init; }

    /// <summary>The steps, the largest first.</summary>
    public required IReadOnlyList<double> H { get; init; }

    /// <summary>The estimate with each step.</summary>
    public required IReadOnlyList<double> Value { get; init; }

    /// <summary>The error with each step; NaN where the estimate is not finite.</summary>
    public required IReadOnlyList<double> Error { get; init; }

    /// <summary>What rounding alone may do to the estimate with each step.</summary>
    public required IReadOnlyList<double> Rounding { get; init; }

    /// <summary>What the error with each step is made of: truncation, rounding, undefined (no finite error), no_limit (the estimates do not tend to the derivative).</summary>
    public required IReadOnlyList<string> Regime { get; init; }

    /// <summary>The step with the smallest error, the largest of equals; missing where no error is finite.</summary>
    public double? BestH { get; init; }

    /// <summary>The smallest error.</summary>
    public double? BestError { get; init; }

    /// <summary>Where theory puts the best step, from the truncation error measured; missing where there is none.</summary>
    public double? PredictedH { get; init; }

    /// <summary>A sentence with the numbers: why the best step is where it is.</summary>
    public required string Why { get; init; }
}
