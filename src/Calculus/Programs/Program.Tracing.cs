using Calculus.Budgets;
using Calculus.Expressions;

namespace Calculus.Programs;

internal sealed partial class Program
{
    /// <summary>
    /// The sub-expression where an output's NaN or infinity began: it is not finite although all its operands are.
    /// Follows the value alone, so a branch that was not taken does not count. Null where every output is finite.
    /// </summary>
    /// <param name="point">The coordinates; one that is not finite is itself the answer.</param>
    /// <param name="budget">Pays for twice <see cref="Operations"/>.</param>
    /// <exception cref="ArgumentException">The length does not fit.</exception>
    /// <exception cref="LimitException">The budget does not suffice.</exception>
    public Expression? FirstNonFinite(ReadOnlySpan<double> point, Budget budget)
    {
        ArgumentNullException.ThrowIfNull(budget);
        Fits(point.Length, Inputs, nameof(point));
        budget.SpendOperations(2 * Operations);
        var slots = new double[Slots];
        var gathered = new double[_calls.MaximumArity];
        var outputs = new double[Outputs];
        var origins = new Expression?[Slots];
        var ofOutputs = new Expression?[Outputs];
        point.CopyTo(slots);
        for (var input = 0; input < Inputs; input++) origins[input] = double.IsFinite(slots[input]) ? null : _inputs[input];
        for (var i = 0; i < _code.Length; i++)
        {
            budget.Visit();
            var instruction = _code[i];
            var inherited = Inherited(instruction, slots, origins);
            PointInterpreter.Run(_code.AsSpan(i, 1), _calls, slots, gathered, outputs);
            if (instruction.Code is OpCode.Output) ofOutputs[instruction.Destination] = inherited;
            else origins[instruction.Destination] = double.IsFinite(slots[instruction.Destination]) ? null : inherited ?? _graph!.Nodes[_sources[i]];
        }

        return Array.Find(ofOutputs, static origin => origin is not null);
    }

    private Expression? Inherited(Instruction instruction, double[] slots, Expression?[] origins)
    {
        if (instruction.Code is OpCode.Select) return origins[slots[instruction.A] != 0 ? instruction.B : instruction.C];
        Span<int> operands = stackalloc int[3];
        foreach (var slot in instruction.Reads(_calls.Arguments, operands))
        {
            if (origins[slot] is { } origin) return origin;
        }

        return null;
    }
}
