using CalcApi.Http.Answers;
using Calculus.ComputationGraphs;
using Calculus.Expressions;

namespace CalcApi.Http.Functions;

/// <summary>One step of a computation.</summary>
/// <param name="Id">Its name: that of an input or of a named value of the definition, else n1, n2, …</param>
/// <param name="Operation">What it does, in a word: input, data, number, constant, add, multiply, power, matrix-product, sum or a function's name.</param>
/// <param name="Label">The operation in terms of the ids, in the function language.</param>
/// <param name="Latex">The same in LaTeX.</param>
/// <param name="Inputs">The ids of what it works on.</param>
/// <param name="Shape">The shape of its value: empty for a number, the length of a vector, rows and columns of a matrix; a letter where a length is one.</param>
/// <param name="Value">The value at the point. Missing without a point.</param>
/// <param name="Adjoint">The derivative of the function by this step at the point. Missing without a point, and for what no variable changes.</param>
/// <param name="Local">How the step changes with each of its inputs.</param>
public sealed record GraphNodeAnswer(
    string Id, string Operation, string Label, string Latex, IReadOnlyList<string> Inputs, IReadOnlyList<LengthAnswer> Shape,
    ValueAnswer? Value, ValueAnswer? Adjoint, IReadOnlyList<LocalAnswer> Local)
{
    /// <summary>A step as it is answered.</summary>
    /// <param name="node">The step.</param>
    /// <param name="mostEntries">The most entries of a value, an adjoint or a local derivative that is told; larger ones are missing.</param>
    internal static GraphNodeAnswer Of(GraphNode node, int mostEntries = int.MaxValue) => new(
        node.Id, node.Operation, node.Label, node.Latex, node.Inputs,
        ShapeAnswer.Of(node.Shape),
        Told(node.Value, mostEntries), Told(node.Adjoint, mostEntries),
        [.. node.Local.Select(local => new LocalAnswer(local.Input, local.Text, local.Latex, Told(local.Value, mostEntries)))]);

    private static ValueAnswer? Told(ArrayValue? value, int mostEntries) => ValueAnswer.OrNull(value?.Entries.Length <= mostEntries ? value : null);
}

/// <summary>How a step changes with one of its inputs.</summary>
/// <param name="Input">The id of the input.</param>
/// <param name="Text">Between numbers the derivative; else what the input's adjoint gets from the adjoint of the step, which adjointLetter stands for.</param>
/// <param name="Latex">The same in LaTeX.</param>
/// <param name="Value">Between numbers the derivative's value at the point.</param>
public sealed record LocalAnswer(string Input, string Text, string Latex, ValueAnswer? Value);

/// <summary>What a computation costs, in elementary operations.</summary>
/// <param name="Forward">The value alone.</param>
/// <param name="Reverse">Value and gradient by one backward walk.</param>
/// <param name="WithoutReuse">Value and gradient if every way from an input to the output were multiplied out by itself.</param>
public sealed record GraphCostAnswer(long Forward, long Reverse, long WithoutReuse)
{
    /// <summary>The cost as it is answered.</summary>
    internal static GraphCostAnswer Of(GraphCost cost) => new(cost.Forward, cost.Reverse, cost.WithoutReuse);
}
