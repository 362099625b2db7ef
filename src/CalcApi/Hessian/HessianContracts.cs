using CalcApi.Http.Answers;
using CalcApi.Http.Functions;
using CalcApi.Http.OpenApi;
using CalcApi.Http.Requests;

namespace CalcApi.Hessian;

/// <summary>Asks for the second derivatives of a function.</summary>
public sealed record HessianRequest : FunctionRequest
{
    /// <summary>The variables to differentiate by, in the order wanted; all of them where left out.</summary>
    public IReadOnlyList<string>? Variables { get; init; }

    /// <summary>Where to evaluate the Hessian.</summary>
    public Point? Point { get; init; }

    /// <summary>A vector to multiply the Hessian with at the point, as a value for each variable: found without the Hessian itself.</summary>
    public Point? Vector { get; init; }
}

/// <summary>The second derivatives of a function.</summary>
public sealed record HessianAnswer : Answer
{
    /// <summary>The variables, in the order of the rows and columns.</summary>
    public required IReadOnlyList<string> Variables { get; init; }

    /// <summary>
    /// A formula for each pair of variables: of numbers the second partial derivative; of vectors the matrix with the first variable's
    /// entries in rows and the second one's in columns; of matrices a table over the entries of both.
    /// </summary>
    public required IReadOnlyList<IReadOnlyList<ExpressionAnswer>> Hessian { get; init; }

    /// <summary>At the point: the whole matrix, the variables' entries in order, a matrix row by row. Missing without a point.</summary>
    public ValueAnswer? Value { get; init; }

    /// <summary>The eigenvalues at the point, falling. Missing without a point, where an entry is not finite, and where one is beyond the range of numbers.</summary>
    public IReadOnlyList<double>? Eigenvalues { get; init; }

    /// <summary>
    /// Which way the function bends at the point: positive-definite, positive-semidefinite, negative-definite, negative-semidefinite,
    /// indefinite or zero.
    /// </summary>
    [Words("positive-definite", "positive-semidefinite", "negative-definite", "negative-semidefinite", "indefinite", "zero")]
    public string? Definiteness { get; init; }

    /// <summary>The largest size of an eigenvalue over the smallest: how much gradient descent zigzags. Infinite where one is zero.</summary>
    public double? ConditionNumber { get; init; }

    /// <summary>The largest learning rate at which gradient descent stays stable on this quadratic, 2/λ; missing where nothing bends upwards.</summary>
    public double? LargestStableRate { get; init; }

    /// <summary>Hessian times vector at the point. Missing where no vector was given.</summary>
    public PointAnswer? VectorProduct { get; init; }

    /// <summary>Whether the formulas agree with derivatives found in other ways. Missing where the request turned that off.</summary>
    public VerificationAnswer? Verification { get; init; }
}
