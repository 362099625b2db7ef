using Calculus.Budgets;
using Calculus.Differentiation;
using Calculus.Expressions;
using Calculus.Optimization;
using Calculus.Programs.Arrays;

namespace Calculus;

/// <summary>A function of numbers, vectors and matrices as an objective: its coordinates are the variables' entries in order, a matrix row by row.</summary>
internal sealed class ArrayObjective : IObjective
{
    private readonly Budget _budget;
    private readonly Shape[] _shapes;
    private readonly ArrayProgram _value, _gradient;
    private readonly Lazy<ArrayProgram> _curvature;

    public ArrayObjective(Graph graph, Expression function, IReadOnlyList<Symbol> variables, IReadOnlyDictionary<string, ArrayValue> data, Budget budget)
    {
        _budget = budget;
        _shapes = [.. variables.Select(static symbol => symbol.Shape)];
        Dimension = (int)_shapes.Sum(static shape => shape.Count);
        var gradient = ArrayDerivative.Of(function, variables);
        _value = ArrayProgram.Compile([function], variables, data, budget);
        _gradient = ArrayProgram.Compile([function, .. gradient], variables, data, budget);
        _curvature = new Lazy<ArrayProgram>(() =>
        {
            // A name with a blank can't be written in a definition, so it meets no other.
            Symbol[] direction = [.. variables.Select(symbol => graph.Symbol("along " + symbol.Name, SymbolRole.Variable, symbol.Shape))];
            var slope = graph.Sum(Rational.Zero, [.. gradient.Select((partial, i) =>
            {
                var labels = Graph.Alphabet(partial.Shape.Rank);
                return new Term(Rational.One, graph.Contract(Rational.One, [new Factor(partial, labels), new Factor(direction[i], labels)], ""));
            })]);
            return ArrayProgram.Compile(ArrayDerivative.Of(slope, variables), [.. variables, .. direction], data, budget);
        });
    }

    public int Dimension { get; }

    public double Value(ReadOnlySpan<double> x) => _value.Evaluate(Parts(x), _budget)[0].Number;

    public double ValueAndGradient(ReadOnlySpan<double> x, Span<double> gradient)
    {
        var results = _gradient.Evaluate(Parts(x), _budget);
        if (double.IsNaN(results[0].Number)) gradient.Fill(double.NaN);
        else Join(results.AsSpan(1), gradient);
        return results[0].Number;
    }

    public void HessianVectorProduct(ReadOnlySpan<double> x, ReadOnlySpan<double> v, Span<double> product) =>
        Join(_curvature.Value.Evaluate([.. Parts(x), .. Parts(v)], _budget), product);

    private ArrayValue[] Parts(ReadOnlySpan<double> coordinates)
    {
        var (parts, next) = (new ArrayValue[_shapes.Length], 0);
        for (var i = 0; i < parts.Length; i++)
        {
            var count = (int)_shapes[i].Count;
            parts[i] = new ArrayValue(_shapes[i], coordinates.Slice(next, count).ToArray());
            next += count;
        }

        return parts;
    }

    private static void Join(ReadOnlySpan<ArrayValue> parts, Span<double> coordinates)
    {
        var next = 0;
        foreach (var part in parts)
        {
            part.Entries.CopyTo(coordinates[next..]);
            next += part.Entries.Length;
        }
    }
}
