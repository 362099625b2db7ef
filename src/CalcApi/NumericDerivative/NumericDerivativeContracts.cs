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
/// <param name="Method">forward, backward, central, five_point or richardson.</param>
/// <param name="Formula">The method's formula in LaTeX.</param>
/// <param name="H">The step.</param>
/// <param name="Value">The estimate.</param>
/// <param name="Error">Its distance from the exact derivative.</param>
public sealed record EstimateAnswer(string Method, string Formula, double H, double Value, double Error);

/// <summary>The errors of one method as its step shrinks.</summary>
/// <param name="Method">The method.</param>
/// <param name="H">The steps, the largest first.</param>
/// <param name="Error">The error with each step; NaN where the estimate is not finite.</param>
public sealed record SweepAnswer(string Method, IReadOnlyList<double> H, IReadOnlyList<double> Error);
