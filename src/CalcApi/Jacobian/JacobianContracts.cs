using CalcApi.Http.Answers;
using CalcApi.Http.Functions;
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
}

/// <summary>The first derivatives of a function: outputs in rows, inputs in columns.</summary>
public sealed record JacobianAnswer : Answer
{
    /// <summary>The variables, in the order of the columns.</summary>
    public required IReadOnlyList<string> Variables { get; init; }

    /// <summary>
    /// Where the function is a list of numbers and its variables are numbers: a formula for each output, in rows, by each variable, in
    /// columns. Else one row with a formula for each variable: outputs in rows, the variable's entries in columns.
    /// </summary>
    public required IReadOnlyList<IReadOnlyList<ExpressionAnswer>> Jacobian { get; init; }

    /// <summary>At the point: the whole matrix, a row for each output; columns are the variables' entries in order, a matrix row by row. Missing without a point.</summary>
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
