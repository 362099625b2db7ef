using System.Globalization;
using Calculus.Budgets;
using Calculus.Differentiation;
using Calculus.Expressions;
using Calculus.Functions;
using Calculus.Printing;
using Calculus.Simplification;
using Calculus.Syntax;

namespace Calculus.ComputationGraphs;

/// <summary>
/// A definition as the steps in which it is computed, each with its value, its local derivatives and its adjoint: what
/// backpropagation does, node by node (Rumelhart, Hinton, Williams, <i>Learning representations by back-propagating errors</i>, 1986).
/// </summary>
public sealed class ComputationGraph
{
    private readonly Budget _budget;
    private readonly Dictionary<Expression, string> _ids = [];
    private readonly List<Expression> _steps;
    private readonly Symbol[] _variables;
    private readonly string _incoming;

    private ComputationGraph(Expression output, IReadOnlyList<Symbol> variables, IReadOnlyDictionary<Expression, string> names, Budget budget)
    {
        (_budget, _variables) = (budget, [.. variables]);
        _steps = [.. Reachable.From(output).Where(node => node is not Number || node == output)];
        var taken = _steps.OfType<Symbol>().Select(static symbol => symbol.Name).Concat(names.Values).ToHashSet(StringComparer.Ordinal);
        var count = 0;
        foreach (var node in _steps)
        {
            if (node is Symbol symbol && (symbol.Role is not SymbolRole.IndexRange || IsAlone(symbol))) _ids[node] = symbol.Name;
            else if (names.TryGetValue(node, out var name) && !_ids.ContainsValue(name)) _ids[node] = name;
            else _ids[node] = Next(taken, ref count);
        }

        // The adjoint of a step is g, unless the definition has a g of its own.
        string[] letters = ["g", "adjoint"];
        _incoming = FreshName.Of(Array.Find(letters, each => !taken.Contains(each)) ?? letters[^1], taken.Contains);
    }

    /// <summary>The steps in the order in which they are computed.</summary>
    public required IReadOnlyList<GraphNode> Nodes { get; init; }

    /// <summary>The letter that stands for the adjoint of a step in its local derivatives: <c>g</c>, unless the definition has one of its own.</summary>
    public string Incoming => _incoming;

    /// <summary>The id of the step that gives the output.</summary>
    public required string Output { get; init; }

    /// <summary>Notes on numbers that are not right to the last digit.</summary>
    public IReadOnlyList<Note> Notes { get; init; } = [];

    /// <summary>What it costs.</summary>
    public required GraphCost Cost { get; init; }

    /// <summary>The graph of a definition.</summary>
    /// <param name="output">The function in a graph that keeps it as it was written.</param>
    /// <param name="variables">Its inputs, in the order of the point.</param>
    /// <param name="names">Names that the definition gives to intermediate values.</param>
    /// <param name="data">Values of constants.</param>
    /// <param name="point">Where to compute it; null for formulas alone.</param>
    /// <param name="style">How labels are written.</param>
    /// <param name="budget">What may be spent.</param>
    /// <exception cref="LimitException">It needs more than a limit allows.</exception>
    public static ComputationGraph Of(
        Expression output,
        IReadOnlyList<Symbol> variables,
        IReadOnlyDictionary<Expression, string> names,
        IReadOnlyDictionary<string, ArrayValue> data,
        PointValues? point,
        PrintStyle style,
        Budget budget)
    {
        ArgumentNullException.ThrowIfNull(output);
        var made = new ComputationGraph(output, variables, names, budget) { Nodes = [], Output = "", Cost = new GraphCost(0, 0, 0) };
        IReadOnlyList<GraphNode> nodes = made.Steps(style);
        IReadOnlyList<Note> notes = [];
        if (point is not null) (nodes, notes) = new GraphNumbers(output, made._variables, data, point, budget).Of(nodes);
        return new ComputationGraph(output, variables, names, budget)
        {
            Nodes = nodes,
            Notes = notes,
            Output = made._ids[output],
            Cost = GraphCosts.Of(output, made._variables, made._steps),
        };
    }

    // The numbers that an index runs through have one name for all lengths, and a variable may have it too.
    private bool IsAlone(Symbol range) => _steps.OfType<Symbol>().Count(symbol => string.Equals(symbol.Name, range.Name, StringComparison.Ordinal)) == 1;

    private List<GraphNode> Steps(PrintStyle style)
    {
        var written = new Graph(_budget, Rewriting.None);
        var exact = new Graph(_budget) { KeepsDecimals = style.Decimals };
        var (text, latex) = (new TextPrinter(style, _budget), new LatexPrinter(style, _budget));
        var nodes = new List<GraphNode>(_steps.Count);
        foreach (var node in _steps)
        {
            _budget.Visit();
            // In terms of its inputs: each is a letter of its own.
            var label = node.ChildCount == 0 ? node : Rebuild.WithChildren(node, written, child => InputOf(child, written));
            List<string> inputs = [];
            for (var place = 0; place < node.ChildCount; place++)
            {
                if (_ids.TryGetValue(node.Child(place), out var input)) inputs.Add(input);
            }

            nodes.Add(new GraphNode(_ids[node], OperationOf(node), [.. inputs.Distinct(StringComparer.Ordinal)], node.Shape, text.Print(label), latex.Print(label), node)
            {
                Local = node.ChildCount == 0 ? [] : Locals(node, exact, text, latex),
            });
        }

        return nodes;
    }

    private List<LocalDerivative> Locals(Expression node, Graph exact, TextPrinter text, LatexPrinter latex)
    {
        var step = Rebuild.WithChildren(node, exact, child => InputOf(child, exact));
        // A branch of single points hands nothing on, the other one all.
        if (node is Choice choice && Thin.OnlyBranch(choice, _variables) is { } only) step = exact.Fit(InputOf(choice.Child(only), exact), node.Shape);
        var isNumeric = node.Shape.IsScalar;
        var locals = new List<LocalDerivative>();
        for (var place = 0; place < node.ChildCount; place++)
        {
            var child = node.Child(place);
            if (!_ids.TryGetValue(child, out var id) || locals.Exists(local => string.Equals(local.Input, id, StringComparison.Ordinal))) continue;
            var input = (Symbol)InputOf(child, exact);
            if (!Reachable.From(step).Contains(input)) continue;
            isNumeric &= child.Shape.IsScalar;
            var formula = child.Shape.IsScalar && node.Shape.IsScalar
                ? Derivative.Of(step, input)
                : ReverseMode.Along(step, exact.Symbol(_incoming, SymbolRole.Datum, node.Shape), input);
            if (Graph.IsZero(formula)) continue;
            formula = Simplify.Of(formula);
            locals.Add(new LocalDerivative(id, text.Print(formula), latex.Print(formula), formula, !(child.Shape.IsScalar && node.Shape.IsScalar)));
        }

        return locals;
    }

    private Expression InputOf(Expression child, Graph graph) => child is Number number
        ? graph.Number(number.Value)
        : graph.Symbol(_ids[child], child is Symbol symbol ? symbol.Role : SymbolRole.Variable, child.Shape);

    private static string Next(HashSet<string> taken, ref int count)
    {
        while (true)
        {
            count++;
            var id = "n" + count.ToString(CultureInfo.InvariantCulture);
            if (taken.Add(id)) return id;
        }
    }

    private static string OperationOf(Expression node) => node switch
    {
        Number => "number",
        Symbol { Role: SymbolRole.Variable } => "input",
        Symbol { Role: SymbolRole.Constant } => "constant",
        Symbol => "data",
        Sum => "add",
        Product => "multiply",
        Call { Function: Power or RealPower } => "power",
        Call call => call.Function.Name,
        Choice => "choose",
        Contraction { Factors: [_], Out.Length: 0 } => "sum",
        Contraction { Factors: [_] } => "rearrange",
        Contraction => "matrix-product",
        Reduce reduce => reduce.Reduction.ToString().ToLowerInvariant(),
        Slice => "entries",
        Calculus.Expressions.Stack => "stack",
        MatrixFunction function => function.Operation.ToString().ToLowerInvariant(),
        _ => throw new InvalidOperationException($"A {node.GetType().Name} has no name."),
    };
}
