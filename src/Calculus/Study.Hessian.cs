using Calculus.Budgets;
using Calculus.Expressions;
using Calculus.Simplification;

namespace Calculus;

public sealed partial class Study
{
    /// <summary>
    /// The derivatives of the function by variables of any shape: each has the axes of the function, then those of the variable.
    /// The gradient of a number has its variable's shape; a Jacobian has outputs in rows and inputs in columns.
    /// </summary>
    /// <param name="variables">Some of <see cref="Variables"/>, in the order of the answer.</param>
    public IReadOnlyList<Expression> ArrayDerivatives(IReadOnlyList<string> variables) => ArrayDerivatives(Function, variables, 1);

    /// <summary>The derivative of any order by a number, or the first by a vector or a matrix.</summary>
    /// <param name="variable">One of <see cref="Variables"/>.</param>
    /// <param name="order">How many times, at least 1.</param>
    /// <exception cref="LimitException">The order or the work goes beyond a limit.</exception>
    public Expression ArrayDerivative(string variable, int order)
    {
        CheckOrder(order);
        var formula = Function;
        for (var n = 1; n <= order; n++) formula = ArrayDerivatives(formula, [variable], n)[0];
        return formula;
    }

    /// <summary>
    /// The second derivatives of a function whose value is a number: entry k, l has the axes of variable k, then those of l.
    /// </summary>
    /// <param name="variables">Some of <see cref="Variables"/>, in the order of the answer.</param>
    public IReadOnlyList<IReadOnlyList<Expression>> Hessian(IReadOnlyList<string> variables)
    {
        var first = HasArrays ? ArrayDerivatives(variables) : [.. variables.Select(variable => Derivative(variable))];
        var blocks = new Expression[variables.Count][];
        for (var k = 0; k < blocks.Length; k++)
        {
            blocks[k] = new Expression[variables.Count];
            string[] rest = [.. variables.Skip(k)];
            var formulas = HasArrays ? ArrayDerivatives(first[k], rest, 2) : rest.Select(variable => Second(first[k], variable));
            var l = k;
            foreach (var formula in formulas) blocks[k][l++] = formula;
        }

        // Second derivatives are symmetric where they are continuous (Schwarz); on seams the convention is too.
        for (var k = 1; k < blocks.Length; k++)
        {
            for (var l = 0; l < k; l++) blocks[k][l] = Turned(blocks[l][k], first[l].Shape.Rank);
        }

        return blocks;
    }

    /// <summary>
    /// What the Hessian makes of a vector, without the Hessian: the gradient of gradient · vector, at a small multiple of the
    /// function's cost (Pearlmutter, <i>Fast Exact Multiplication by the Hessian</i>, 1994).
    /// </summary>
    /// <param name="variables">Some of <see cref="Variables"/>.</param>
    /// <param name="vector">A value for each of them, in its shape.</param>
    /// <param name="point">A value for each of <see cref="Variables"/>.</param>
    public IReadOnlyList<ArrayValue> HessianVectorProduct(IReadOnlyList<string> variables, IReadOnlyList<ArrayValue> vector, IReadOnlyList<ArrayValue> point)
    {
        Symbol[] symbols = [.. variables.Select(SymbolOf)];
        var gradient = Differentiation.ArrayDerivative.Of(Function, symbols);
        var along = new Term[symbols.Length];
        var data = new Dictionary<string, ArrayValue>(StringComparer.Ordinal);
        for (var k = 0; k < symbols.Length; k++)
        {
            // No name of a definition begins with a dot.
            var name = $".{symbols[k].Name}";
            data[name] = vector[k];
            var direction = _graph.Symbol(name, SymbolRole.Datum, symbols[k].Shape);
            var labels = Graph.Alphabet(symbols[k].Shape.Rank);
            along[k] = new Term(Rational.One, _graph.Contract(Rational.One, [new Factor(gradient[k], labels), new Factor(direction, labels)], ""));
        }

        return EvaluateArrays(Differentiation.ArrayDerivative.Of(_graph.Sum(Rational.Zero, along), symbols), point, data);
    }

    // Σ gradient · direction, the direction written as lists of numbers.
    private Expression ArrayDirectionalDerivative(double[] direction)
    {
        var gradient = Differentiation.ArrayDerivative.Of(Function, _bound.Variables);
        var values = ValuesOf(direction);
        var terms = gradient.Select((partial, k) =>
        {
            var labels = Graph.Alphabet(partial.Shape.Rank);
            return new Term(Rational.One, _graph.Contract(Rational.One, [new Factor(partial, labels), new Factor(Literal(values[k]), labels)], ""));
        });
        var formula = Answer(_graph.Sum(Rational.Zero, [.. terms]), _bound.Variables, Function, 1);
        NoteConditions(formula);
        return formula;
    }

    private Expression Literal(ArrayValue value)
    {
        Expression[] numbers = [.. value.Entries.Select(entry => (Expression)_graph.Number(Rational.FromDecimal(entry)))];
        if (value.Shape.IsScalar) return numbers[0];
        if (value.Shape.Rank == 1) return _graph.Stack(0, numbers);
        var columns = value.Shape[1].Length;
        return _graph.Stack(0, [.. Enumerable.Range(0, value.Shape[0].Length).Select(row => _graph.Stack(0, numbers.AsSpan(row * columns, columns)))]);
    }

    private List<Expression> ArrayDerivatives(Expression of, IReadOnlyList<string> variables, int order)
    {
        Symbol[] symbols = [.. variables.Select(SymbolOf)];
        var exact = Differentiation.ArrayDerivative.Of(of, symbols);
        var formulas = new List<Expression>(symbols.Length);
        for (var i = 0; i < symbols.Length; i++)
        {
            formulas.Add(Answer(exact[i], [symbols[i]], of, order));
            NoteConditions(formulas[i]);
        }

        return formulas;
    }

    private Expression Second(Expression first, string variable)
    {
        var formula = Next(first, SymbolOf(variable), 2);
        NoteConditions(formula);
        return formula;
    }

    private Expression Turned(Expression block, int first)
    {
        var rank = block.Shape.Rank;
        if (rank == 0) return block;
        int[] axes = [.. Enumerable.Range(first, rank - first), .. Enumerable.Range(0, first)];
        var turned = Simplify.Of(_graph.Permute(block, axes));
        if (_derivatives.TryGetValue(block, out var derived))
            _derivatives.TryAdd(turned, derived with { Exact = _graph.Permute(derived.Exact, axes) });
        return turned;
    }
}
