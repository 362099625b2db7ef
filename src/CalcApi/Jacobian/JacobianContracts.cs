using CalcApi.Http.Answers;
using CalcApi.Http.Functions;
using CalcApi.Http.OpenApi;
using CalcApi.Http.Requests;

namespace CalcApi.Jacobian;

/// <summary>Asks for the first derivatives of a function whose value is a vector.</summary>
public sealed record JacobianRequest : FunctionRequest
{
    /// <summary>The variables to differentiate by, in the order wanted; all of them where left out.</summary>
    public IReadOnlyList<string>? Variables { get; init; }

    /// <summary>Where to evaluate the Jacobian.</summary>
    public Point? Point { get; init; }

    /// <summary>A vector to multiply the Jacobian with at the point, as a value for each variable: found without the Jacobian itself.</summary>
    public Point? Vector { get; init; }

    /// <summary>A covector to multiply the Jacobian with from the left, in the shape of the function's value: found by one backward pass, without the Jacobian itself.</summary>
    public Value? Covector { get; init; }

    /// <summary>numerator, by default: outputs in rows and inputs in columns; or denominator: inputs in rows and outputs in columns, its transpose. Products are the same in both.</summary>
    [Words(JacobianValidator.Numerator, JacobianValidator.Denominator)]
    public string? Layout { get; init; }
}

/// <summary>The first derivatives of a function: outputs in rows and inputs in columns, or in the other layout inputs in rows and outputs in columns.</summary>
public sealed record JacobianAnswer : Answer
{
    /// <summary>numerator or denominator: which of the two layouts the formulas and the value are in.</summary>
    [Words(JacobianValidator.Numerator, JacobianValidator.Denominator)]
    public required string Layout { get; init; }

    /// <summary>The variables, in the order of the columns; in denominator layout, of the rows.</summary>
    public required IReadOnlyList<string> Variables { get; init; }

    /// <summary>
    /// Where the function is a list of numbers and its variables are numbers: a formula for each output, in rows, by each variable, in
    /// columns. Else one row with a formula for each variable: outputs in rows, the variable's entries in columns. In denominator
    /// layout rows and columns are swapped, of the list and of each formula.
    /// </summary>
    public required IReadOnlyList<IReadOnlyList<ExpressionAnswer>> Jacobian { get; init; }

    /// <summary>At the point: the whole matrix, a row for each output; columns are the variables' entries in order, a matrix row by row; in denominator layout its transpose. Missing without a point.</summary>
    public ValueAnswer? Value { get; init; }

    /// <summary>The function at the point. Missing without a point.</summary>
    public ValueAnswer? FunctionValue { get; init; }

    /// <summary>Jacobian times vector at the point, in the shape of the function's value: its slope along the vector. Missing where no vector was given.</summary>
    public ValueAnswer? VectorProduct { get; init; }

    /// <summary>Covector times Jacobian at the point, in the shapes of the variables: the gradient of the function's value weighed with the covector. Missing where no covector was given.</summary>
    public PointAnswer? CovectorProduct { get; init; }

    /// <summary>Whether the formulas agree with derivatives found in other ways. Missing where the request turned that off.</summary>
    public VerificationAnswer? Verification { get; init; }
}
