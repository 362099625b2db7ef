using CalcApi.Http.Answers;
using CalcApi.Http.Functions;
using CalcApi.Http.OpenApi;
using CalcApi.Http.Requests;

namespace CalcApi.Code;

/// <summary>Asks for a function as code of another language.</summary>
public sealed record CodeRequest : FunctionRequest
{
    /// <summary>numpy, pytorch, jax, csharp, javascript, c or latex.</summary>
    [Words("numpy", "pytorch", "jax", "csharp", "javascript", "c", "latex")]
    public required string Language { get; init; }

    /// <summary>value, gradient (with the value) or hessian; by default value.</summary>
    [Words("value", "gradient", "hessian")]
    public string? Of { get; init; }

    /// <summary>A point at which the code is to compare itself with our numbers too, beside those that are found for it.</summary>
    public Point? Point { get; init; }
}

/// <summary>A function as code of another language.</summary>
public sealed record CodeAnswer : Answer
{
    /// <summary>The code: a whole program that runs as it stands and checks itself; of LaTeX a display.</summary>
    public required string Code { get; init; }

    /// <summary>The language.</summary>
    [Words("numpy", "pytorch", "jax", "csharp", "javascript", "c", "latex")]
    public required string Language { get; init; }

    /// <summary>What the code computes.</summary>
    [Words("value", "gradient", "hessian")]
    public required string Of { get; init; }

    /// <summary>The points at which the code compares itself with numbers that were computed here; empty where none was found, and for LaTeX.</summary>
    public required IReadOnlyList<PointAnswer> Points { get; init; }
}
