using Calculus.Expressions;

namespace Calculus.CodeExport;

/// <summary>A function of a program.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Says">What it computes, for people.</param>
/// <param name="Parameters">The names of its parameters.</param>
/// <param name="Lines">Its lines: the common parts.</param>
/// <param name="Results">What it returns: one number, or the entries.</param>
/// <param name="Content">What the result is: a number, a vector or a square matrix.</param>
internal sealed record CodeFunction(
    string Name, string Says, IReadOnlyList<string> Parameters, IReadOnlyList<string> Lines, IReadOnlyList<string> Results, CodeContent Content)
{
    /// <summary>Whether it returns one number.</summary>
    public bool IsNumber => Content == CodeContent.Value;

    /// <summary>The length of a row of a matrix.</summary>
    public int Columns => Math.Max(1, Parameters.Count);

    /// <summary>Whether some branch is computed although it is not taken.</summary>
    public bool HasChoices { get; init; }

    /// <summary>The arrays that it takes and returns; null in a program of numbers.</summary>
    public CodeArrays? Arrays { get; init; }

    /// <summary>Whether it returns one value, not several.</summary>
    public bool IsOneValue => Content == CodeContent.Value || (Arrays is not null && Content == CodeContent.Hessian && Results.Count == 1);
}

/// <summary>What our own programs give at a point.</summary>
/// <param name="Function">The function that is called.</param>
/// <param name="Point">The point.</param>
/// <param name="Expected">The numbers.</param>
internal sealed record CodeCheck(CodeFunction Function, double[] Point, double[] Expected);

/// <summary>Everything that a program is made of.</summary>
/// <param name="Title">What the program is, for people, line by line.</param>
/// <param name="Data">Constants by name.</param>
/// <param name="Functions">The functions.</param>
/// <param name="Checks">The comparisons.</param>
internal sealed record CodeParts(
    IReadOnlyList<string> Title, IReadOnlyList<(string Name, ArrayValue Value)> Data, IReadOnlyList<CodeFunction> Functions, IReadOnlyList<CodeCheck> Checks);
