using System.Text.Json.Serialization;
using CalcApi.Http.Answers;
using CalcApi.Http.Functions;
using CalcApi.Http.Problems;

namespace CalcApi.Parse;

/// <summary>Asks how a function is read.</summary>
public sealed record ParseRequest : FunctionRequest;

/// <summary>A function as it was read.</summary>
public sealed record ParseAnswer : Answer
{
    /// <summary>The definition as typed, in the order of whoever typed it: the right-hand side of the last statement, after the statements before it.</summary>
    public required ExpressionAnswer Written { get; init; }

    /// <summary>What it became: the function in a person's form.</summary>
    public required ExpressionAnswer Function { get; init; }

    /// <summary>The text of the last statement's right-hand side with every bracket written.</summary>
    public required string Bracketed { get; init; }

    /// <summary>The name of the function under study; null for a bare expression.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public required string? Name { get; init; }

    /// <summary>The shape of the function's value: empty for a number, the length of a vector, rows and columns of a matrix; a letter where a length is one.</summary>
    public required IReadOnlyList<LengthAnswer> Shape { get; init; }

    /// <summary>The variables in order.</summary>
    public required IReadOnlyList<VariableAnswer> Variables { get; init; }

    /// <summary>The statements before the last, in order.</summary>
    public required IReadOnlyList<HelperAnswer> Helpers { get; init; }

    /// <summary>Operations in one evaluation, repeated parts counted once.</summary>
    public required long Operations { get; init; }

    /// <summary>The syntax tree of the last statement's right-hand side, as written: children before parents, the root last.</summary>
    public required IReadOnlyList<TreeNodeAnswer> Tree { get; init; }

    /// <summary>Of an equation such as x^2 + y^2 = 25: its sides. All else in the answer is then about the left side minus the right, which is 0 on the curve.</summary>
    public EquationAnswer? Equation { get; init; }
}

/// <summary>An equation as it was read.</summary>
/// <param name="Left">Its left side as written.</param>
/// <param name="Right">Its right side as written.</param>
/// <param name="Difference">The left side minus the right as a definition: other routes take it.</param>
public sealed record EquationAnswer(ExpressionAnswer Left, ExpressionAnswer Right, string Difference);

/// <summary>A variable of the function.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Shape">The lengths of its axes: empty for a number, one for a vector, two for a matrix; a letter where a length is one.</param>
public sealed record VariableAnswer(string Name, IReadOnlyList<LengthAnswer> Shape);

/// <summary>A statement that the function under study may use.</summary>
/// <param name="Name">The name it defines.</param>
/// <param name="Parameters">Its parameters; empty for a named value.</param>
/// <param name="Position">The characters of its right-hand side.</param>
public sealed record HelperAnswer(string Name, IReadOnlyList<string> Parameters, Position Position);

/// <summary>A node of the syntax tree.</summary>
/// <param name="Kind">What it is: number, name, call, power, negate, multiply, divide, add, subtract, less, …</param>
/// <param name="Text">A number's digits, or the name of a name or call; else empty.</param>
/// <param name="Position">Its characters, brackets around it included.</param>
/// <param name="Children">The places of its operands in the list.</param>
/// <param name="Brackets">How many pairs of brackets stand around it.</param>
/// <param name="Implied">Of a product: its sign is not written.</param>
public sealed record TreeNodeAnswer(
    string Kind, string Text, Position Position, IReadOnlyList<int> Children, int Brackets, bool Implied);
