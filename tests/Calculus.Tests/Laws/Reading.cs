using Calculus.Binding;
using Calculus.Budgets;
using Calculus.Expressions;
using Calculus.Programs;
using Calculus.Syntax;

namespace Calculus.Tests.Laws;

/// <summary>A definition bound in a graph of any kind, and its numbers.</summary>
internal sealed class Reading
{
    private static readonly Dictionary<string, double> NoData = new(StringComparer.Ordinal);

    private Reading(Graph graph, BoundDefinition bound, Budget budget) => (Graph, Bound, Budget) = (graph, bound, budget);

    private Program? _parts;

    public Graph Graph { get; }

    public BoundDefinition Bound { get; }

    public Budget Budget { get; }

    public Expression Function => Bound.Function;

    public static Reading Of(string text, Rewriting rewriting = Rewriting.All, Limits? limits = null)
    {
        var budget = Definitions.Budget(limits);
        var vocabulary = new Vocabulary(Binder.FunctionNames, new HashSet<string>(StringComparer.Ordinal));
        var definition = DefinitionParser.Parse(text, vocabulary, budget);
        var graph = new Graph(budget, rewriting);
        return new Reading(graph, Binder.Bind(definition, BindingContext.Empty, graph), budget);
    }

    public double Value(Expression expression, params double[] point)
    {
        string[] names = [.. Bound.Variables.Select(static symbol => symbol.Name)];
        var program = Lowering.Compile([expression], Bound.Variables, NoData, names, Budget);
        var value = new double[1];
        program.Evaluate(point, value, Budget);
        return value[0];
    }

    /// <summary>An expression as a function of the variables, compiled once.</summary>
    public Func<double[], double> Compile(Expression expression)
    {
        string[] names = [.. Bound.Variables.Select(static symbol => symbol.Name)];
        var program = Lowering.Compile([expression], Bound.Variables, NoData, names, Budget);
        var value = new double[1];
        return point =>
        {
            program.Evaluate(point, value, Budget);
            return value[0];
        };
    }

    /// <summary>Whether a part of the definition is so large, so small or so near to one at a point that rounding it changes the whole.</summary>
    public bool IsFragileAt(double[] point)
    {
        string[] names = [.. Bound.Variables.Select(static symbol => symbol.Name)];
        _parts ??= Lowering.Compile([.. Reachable.From(Function)], Bound.Variables, NoData, names, Budget);
        var values = new double[_parts.Outputs];
        _parts.Evaluate(point, values, Budget);
        return Array.Exists(values, static value => Math.Abs(value) is > 1e6 or (> 0 and < 1e-9) or (> 1 - 1e-9 and not 1 and < 1 + 1e-9));
    }

    /// <summary>Points of the definition's own: fixed, away from whole numbers, of both signs and sizes.</summary>
    public IEnumerable<double[]> Points() => Points(Bound.Variables.Count);

    /// <summary>The same for a given number of variables.</summary>
    public static IEnumerable<double[]> Points(int variables)
    {
        double[] numbers = [0.7310, 1.3170, -0.4190, 2.2630, -1.8470, 0.1230, 3.6910, -2.7310, 0.0370];
        for (var i = 0; i < numbers.Length; i++)
            yield return [.. Enumerable.Range(0, variables).Select(k => numbers[(i + (2 * k)) % numbers.Length])];
    }
}
