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

    /// <summary>
    /// What the Jacobian makes of a vector, without the Jacobian: u ↦ Jᵀu is linear in u, and v · Jᵀu differentiated by u is J·v, by two
    /// backward walks (Griewank, Walther, <i>Evaluating Derivatives</i>, 2008, section 3.1).
    /// </summary>
    /// <param name="vector">A value for each of <see cref="Variables"/>, in its shape.</param>
    /// <param name="point">A value for each of <see cref="Variables"/>.</param>
    /// <returns>The slope of the function along the vector, in the shape of its value.</returns>
    public ArrayValue JacobianVectorProduct(IReadOnlyList<ArrayValue> vector, IReadOnlyList<ArrayValue> point)
    {
        ArgumentNullException.ThrowIfNull(vector);
        // No name of a definition begins with a dot.
        var adjoint = _graph.Symbol(".output", SymbolRole.Variable, Function.Shape);
        var data = new Dictionary<string, ArrayValue>(StringComparer.Ordinal) { [adjoint.Name] = new(Function.Shape, new double[Function.Shape.Count]) };
        var along = new Term[_bound.Variables.Count];
        for (var k = 0; k < along.Length; k++)
        {
            var variable = _bound.Variables[k];
            var direction = _graph.Symbol($".{variable.Name}", SymbolRole.Datum, variable.Shape);
            data[direction.Name] = vector[k];
            var labels = Graph.Alphabet(variable.Shape.Rank);
            var handed = Differentiation.ArrayDerivative.Along(Function, adjoint, variable);
            along[k] = new Term(Rational.One, _graph.Contract(Rational.One, [new Factor(handed, labels), new Factor(direction, labels)], ""));
        }

        return EvaluateArrays([Differentiation.ArrayDerivative.Of(_graph.Sum(Rational.Zero, along), adjoint)], point, data)[0];
    }
}
