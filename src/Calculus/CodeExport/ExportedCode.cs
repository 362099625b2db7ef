using Calculus.Budgets;
using Calculus.Expressions;

namespace Calculus.CodeExport;

/// <summary>The languages of code.</summary>
public enum CodeLanguage
{
    /// <summary>Python with NumPy.</summary>
    NumPy,

    /// <summary>Python with PyTorch.</summary>
    PyTorch,

    /// <summary>Python with JAX.</summary>
    Jax,

    /// <summary>C#.</summary>
    CSharp,

    /// <summary>JavaScript.</summary>
    JavaScript,

    /// <summary>C.</summary>
    C,
}

/// <summary>What code computes.</summary>
public enum CodeContent
{
    /// <summary>The function.</summary>
    Value,

    /// <summary>The function, and its partial derivatives in the order of the variables.</summary>
    Gradient,

    /// <summary>The matrix of second derivatives.</summary>
    Hessian,
}

/// <summary>Which code is asked for.</summary>
/// <param name="Language">In which language.</param>
/// <param name="Content">Of what.</param>
/// <param name="Name">The name of the function.</param>
/// <param name="Definition">The definition as people wrote it, for a comment.</param>
internal sealed record CodeQuestion(CodeLanguage Language, CodeContent Content, string Name, string Definition)
{
    /// <summary>The function.</summary>
    public required Expression Function { get; init; }

    /// <summary>Its variables in order.</summary>
    public required IReadOnlyList<Symbol> Variables { get; init; }

    /// <summary>Its derivatives: none for the value, one a variable for the gradient, row by row for the Hessian.</summary>
    public required IReadOnlyList<Expression> Derivatives { get; init; }

    /// <summary>Values of names that are not variables.</summary>
    public required IReadOnlyDictionary<string, double> Data { get; init; }

    /// <summary>Values of names that are not variables, where arrays occur; null for functions of numbers.</summary>
    public IReadOnlyDictionary<string, ArrayValue>? Arrays { get; init; }

    /// <summary>Points at which to compare first; those where the code has no finite number are left out.</summary>
    public IReadOnlyList<double[]> Points { get; init; } = [];
}

/// <summary>A program that runs as it is and checks itself.</summary>
/// <param name="Code">The program.</param>
/// <param name="Points">The points at which it compares itself with our numbers; none where the function has no finite value anywhere we looked.</param>
public sealed record ExportedCode(string Code, IReadOnlyList<double[]> Points);

/// <summary>There is no such code.</summary>
/// <param name="field">The part of the question that cannot be met: language or of.</param>
/// <param name="message">Why not, as a sentence for people.</param>
internal sealed class CodeException(string field, string message) : CalculusException(message)
{
    /// <summary>The part of the question that cannot be met.</summary>
    public string Field { get; } = field;
}
