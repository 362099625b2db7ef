using Calculus.Budgets;
using Calculus.Expressions;

namespace Calculus.Programs;

/// <summary>Expressions to programs: one pass over the nodes that the outputs depend on, in the order in which they were made.</summary>
internal static class Lowering
{
    /// <summary>
    /// The program that computes the outputs from the inputs. Arithmetic is done in the order in which people write it:
    /// terms and factors in reading order, quotients as divisions, whole powers as products.
    /// </summary>
    /// <param name="outputs">What to compute; nodes of one graph, rewritten or not.</param>
    /// <param name="inputs">The variables, in the order of a point's coordinates.</param>
    /// <param name="data">Values of names that are not inputs.</param>
    /// <param name="variableOrder">The variables in the order in which people meet them; it decides ties in reading order.</param>
    /// <param name="budget">Asked for each node.</param>
    /// <exception cref="ArgumentException">An input occurs twice, or nodes come from several graphs.</exception>
    /// <exception cref="UnboundSymbolException">A letter is neither an input nor given by the data nor a mathematical constant.</exception>
    /// <exception cref="OperationCanceledException">The request was cancelled.</exception>
    public static Program Compile(
        IReadOnlyList<Expression> outputs,
        IReadOnlyList<Symbol> inputs,
        IReadOnlyDictionary<string, double> data,
        IReadOnlyList<string> variableOrder,
        Budget budget)
    {
        ArgumentNullException.ThrowIfNull(data);
        return Compile(outputs, inputs, name => data.TryGetValue(name, out var datum) ? datum : null, variableOrder, budget);
    }

    /// <summary>The same with the data looked up by a function that gives null for a name without a value.</summary>
    internal static Program Compile(
        IReadOnlyList<Expression> outputs, IReadOnlyList<Symbol> inputs, Func<string, double?> data, IReadOnlyList<string> variableOrder, Budget budget)
    {
        ArgumentNullException.ThrowIfNull(outputs);
        ArgumentNullException.ThrowIfNull(inputs);
        ArgumentNullException.ThrowIfNull(variableOrder);
        ArgumentNullException.ThrowIfNull(budget);
        if (!AreOfOneGraph(outputs, inputs))
            throw new ArgumentException("Outputs and inputs must be nodes of one graph.", nameof(outputs));

        var needs = Needs.Of(outputs, budget);
        var builder = new InstructionBuilder(inputs.Count);
        var nodes = new NodeLowering(builder, new SymbolValues(inputs, data), new OperandOrder(variableOrder), needs.Count);
        // Of each node the first output that it is, and of each output the next one of the same node, counted from 1.
        var (first, next) = (new int[needs.Count], new int[outputs.Count]);
        for (var place = outputs.Count - 1; place >= 0; place--) (next[place], first[outputs[place].Index]) = (first[outputs[place].Index], place + 1);
        for (var index = 0; index < needs.Count; index++)
        {
            budget.Visit();
            if (!needs.NeedsValue(index) && !needs.NeedsDenominator(index)) continue;
            var node = outputs[0].Graph.Nodes[index];
            builder.Source = index;
            if (needs.NeedsDenominator(index)) nodes.LowerDenominator((Call)node);
            if (!needs.NeedsValue(index)) continue;
            var value = nodes.Lower(node, budget);
            for (var place = first[index]; place > 0; place = next[place - 1]) builder.Output(place - 1, value);
        }

        return new Program(inputs, outputs, SlotAllocation.Of(builder, budget), builder, budget.Codes);
    }

    private static bool AreOfOneGraph(IReadOnlyList<Expression> outputs, IReadOnlyList<Symbol> inputs)
    {
        Graph? graph = null;
        for (var i = 0; i < outputs.Count + inputs.Count; i++)
        {
            var own = (i < outputs.Count ? outputs[i] : inputs[i - outputs.Count]).Graph;
            if (own != (graph ??= own)) return false;
        }

        return true;
    }
}
