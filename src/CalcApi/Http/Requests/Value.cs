using Calculus.Expressions;

namespace CalcApi.Http.Requests;

/// <summary>A number, a vector or a matrix of finite numbers.</summary>
/// <param name="Array">The value with its shape.</param>
public sealed record Value(ArrayValue Array)
{
    /// <summary>The decimals that were written, by entry, where they are not the shortest that read as the doubles.</summary>
    public IReadOnlyDictionary<int, Rational> Decimals { get; init; } = NoDecimals;

    private static readonly Dictionary<int, Rational> NoDecimals = [];

    /// <summary>The number, where it is one.</summary>
    public double Number => Array.Number;

    /// <summary>Whether it is a single number.</summary>
    public bool IsScalar => Array.Shape.IsScalar;

    /// <summary>What it is, for a message: <c>a number</c>, <c>a vector of 3</c>, <c>a 2 × 3 matrix</c>.</summary>
    public string Kind => Array.Shape.ToString();

    /// <summary>A scalar.</summary>
    public static Value Scalar(double number) => new(ArrayValue.Of(number));
}
