using Calculus.Expressions;

namespace Calculus;

public sealed partial class Study
{
    // Beyond it nobody reads the entries one by one.
    private const int MostOutputs = 64;

    /// <summary>
    /// Of a list of numbers that depends on numbers: the derivative of each entry by each variable, a row for each entry. Null where
    /// a variable is an array, or the function is no list.
    /// </summary>
    /// <param name="variables">Some of <see cref="Variables"/>, in the order of the columns.</param>
    public IReadOnlyList<IReadOnlyList<Expression>>? EntriesOfJacobian(IReadOnlyList<string> variables)
    {
        if (variables.Any(name => !SymbolOf(name).Shape.IsScalar)) return null;
        IReadOnlyList<Expression> outputs = Function switch
        {
            Stack { Shape.Rank: 1, Parts.Length: <= MostOutputs } list => list.Parts,
            { Shape.IsScalar: true } => [Function],
            _ => [],
        };
        if (outputs.Count == 0) return null;
        return [.. outputs.Select(output => (IReadOnlyList<Expression>)ArrayDerivatives(output, variables, 1))];
    }
}
