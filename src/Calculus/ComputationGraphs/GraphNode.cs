using Calculus.Expressions;

namespace Calculus.ComputationGraphs;

/// <summary>One step of a computation.</summary>
/// <param name="Id">Its name in the graph: the name of an input or of a named value, otherwise <c>n1</c>, <c>n2</c>, …</param>
/// <param name="Operation">What it does, in a word: <c>input</c>, <c>data</c>, <c>number</c>, <c>add</c>, <c>multiply</c>, or a function's name.</param>
/// <param name="Inputs">The ids of what it works on, in order.</param>
/// <param name="Shape">The shape of its value.</param>
/// <param name="Label">The operation in the function language, in terms of the ids.</param>
/// <param name="Latex">The same in LaTeX.</param>
/// <param name="Node">The node of the definition as written.</param>
public sealed record GraphNode(string Id, string Operation, IReadOnlyList<string> Inputs, Shape Shape, string Label, string Latex, Expression Node)
{
    /// <summary>For each input, what its adjoint receives from the adjoint of this step.</summary>
    public IReadOnlyList<LocalDerivative> Local { get; init; } = [];

    /// <summary>The value at the point, where there is one.</summary>
    public ArrayValue? Value { get; init; }

    /// <summary>The derivative of the output by this step at the point; null without a point, or where the output does not depend on a variable through it.</summary>
    public ArrayValue? Adjoint { get; init; }
}

/// <summary>How a step changes with one of its inputs.</summary>
/// <param name="Input">The id of the input.</param>
/// <param name="Text">
/// For numbers, the derivative of the step by the input; for arrays, what the input's adjoint receives from the adjoint of the step, written as a letter.
/// </param>
/// <param name="Latex">The same in LaTeX.</param>
/// <param name="Formula">The same as an expression in terms of the ids.</param>
/// <param name="IsProduct">Whether it contains the adjoint of the step.</param>
public sealed record LocalDerivative(string Input, string Text, string Latex, Expression Formula, bool IsProduct)
{
    /// <summary>For numbers, the derivative's value at the point.</summary>
    public ArrayValue? Value { get; init; }
}

/// <summary>What a computation costs, in elementary operations.</summary>
/// <param name="Forward">The value alone.</param>
/// <param name="Reverse">The gradient by one backward pass, including the value.</param>
/// <param name="WithoutReuse">The gradient if every path from an input to the output were multiplied out separately.</param>
public sealed record GraphCost(long Forward, long Reverse, long WithoutReuse);
