using System.Collections.Immutable;
using System.Globalization;
using Calculus.Budgets;
using Calculus.Expressions;
using Calculus.Functions;
using Calculus.Matrices;

namespace Calculus.Printing;

/// <summary>
/// Rebuilds formulas with arrays so that operations on whole arrays are written in matrix notation, or in index notation where
/// there is none. Formulas of numbers are left alone.
/// </summary>
/// <param name="style">How to write.</param>
/// <param name="budget">What may be spent; new nodes are paid from it.</param>
internal sealed class ArraySpelling(PrintStyle style, Budget budget)
{
    private static readonly ImmutableArray<string> s_indices = ["i", "j", "k", "l", "p", "q"];

    private readonly Dictionary<Expression, Expression> _made = [];
    private readonly Dictionary<Expression, SortedDictionary<int, Expression>> _single = [];
    private readonly NodeTable<bool> _hasArrays = new(static (node, has) => !node.Shape.IsScalar || Children.Any(node, has));
    private readonly HashSet<string> _names = new(StringComparer.Ordinal), _given = new(StringComparer.Ordinal);
    private Graph? _graph;

    /// <summary>The node to print.</summary>
    public Expression Of(Expression root)
    {
        if (root.Graph.IsOfNumbers || !_hasArrays[root]) return root;
        _graph ??= new Graph(budget, Rewriting.None);
        var nodes = Reachable.From(root);
        foreach (var node in nodes)
        {
            if (node is Symbol { Role: not SymbolRole.IndexRange } symbol) _names.Add(symbol.Name);
            foreach (var length in node.Shape.Dimensions)
            {
                if (length.Name is { } letter) _names.Add(letter);
            }
        }

        // Parents come first here: what a sum puts among zeros is written with the sum.
        var told = new HashSet<Expression>();
        foreach (var node in Enumerable.Reverse(nodes))
        {
            if (told.Contains(node) || _single.ContainsKey(node) || SingleEntries.Of(node) is not { } entries) continue;
            _single.Add(node, entries);
            for (var place = 0; place < node.ChildCount; place++) told.Add(node.Child(place));
        }

        if (_single.Count > 0) nodes = Reachable.From([.. nodes.Where(_single.ContainsKey).SelectMany(node => _single[node].Values), root]);
        _given.UnionWith(nodes.OfType<Symbol>().Where(static symbol => symbol.Role is not SymbolRole.IndexRange).Select(static symbol => symbol.Name));
        foreach (var node in nodes)
        {
            if (!_made.ContainsKey(node)) _made.Add(node, Make(node, _graph));
        }

        return _made[root];
    }

    private Expression Make(Expression node, Graph graph) => node switch
    {
        _ when _single.TryGetValue(node, out var entries) && entries.Values.All(_made.ContainsKey) =>
            SingleEntries.Written(node.Shape, entries.Select(entry => KeyValuePair.Create(entry.Key, _made[entry.Value])), FreshNames(1)[0], graph),
        Product zeros when Graph.IsZero(zeros) => graph.Written(NotationOf.Zeros(zeros.Shape), zeros.Shape, []),
        Symbol { Role: SymbolRole.IndexRange } range => OfRange(range, graph),
        Contraction { Out: "", Factors: [{ Of: var of }] } when Entry(of, graph) is { } entry => entry,
        Contraction { Out: "" } contraction when style.SumIndex is { } index
            && new SumNotation(graph, _made, [.. s_indices.Prepend(index).Where(name => !_given.Contains(name))], style.Lengths).Of(contraction) is { } sum => sum,
        Contraction contraction => OfContraction(contraction, graph),
        Sum sum when Softmax.TryReadLogarithm(sum) is { } u => graph.Written(NotationOf.Function("log_softmax", sum.Shape), sum.Shape, [_made[u]]),
        Call { Function: Exp, Arguments: [Sum sum] } when Softmax.TryReadLogarithm(sum) is { } u => graph.Written(NotationOf.Function("softmax", sum.Shape), sum.Shape, [_made[u]]),
        Sum sum when sum.Terms.Any(term => term.Of is Choice && _made[term.Of] is Product) => Signed(sum, graph),
        // A person writes the one entry.
        Product { Factors: [var only], Shape: { Rank: 1 } shape } product when Graph.IsOnes(only) && shape[0] is { Name: null, Length: 1 } =>
            graph.Written(NotationOf.Brackets(shape, 1), shape, [graph.Number(product.Coefficient)]),
        Choice choice when OneHotNotation.Of(choice, graph, _made) is { } labels => labels,
        Reduce reduce => new ReductionNotation(reduce, _made[reduce.Argument], graph, FreshNames).Write(),
        Choice choice when ChoiceByEntries.IsNeeded(choice) => ChoiceByEntries.Of(choice, part => _made[part], graph, FreshNames),
        Slice slice => SliceNotation.Of(slice, _made[slice.Argument], graph, FreshNames),
        Stack stack => OfStack(stack, graph),
        MatrixFunction function => OfMatrixFunction(function, graph),
        _ => new RepeatedParts(graph, _made, form => Written(form, graph)).Of(node) ?? Rebuild.WithChildren(node, graph, child => _made[child]),
    };

    // The sign of what is written with a coefficient is that of its term: softmax(z) - one_hot(y, 3).
    private Expression Signed(Sum sum, Graph graph) => graph.Sum(sum.Constant, [.. sum.Terms.Select(term => _made[term.Of] is Product product
        ? new Term(term.Coefficient * product.Coefficient, graph.WithoutCoefficient(product))
        : new Term(term.Coefficient, _made[term.Of]))]);

    // x[1]: one entry, of which the slice takes nothing else.
    private Expression? Entry(Expression taken, Graph graph)
    {
        if (taken is Symbol { Shape.IsScalar: false, Role: not SymbolRole.IndexRange } whole && whole.Shape.Dimensions.ToArray().All(static length => length == 1))
            return graph.Symbol(EntryName.Of(whole.Name, Enumerable.Repeat("1", whole.Shape.Rank)), whole.Role);
        if (EntryName.PlacesOf(taken) is not { } places) return null;
        var array = ((Slice)taken).Argument;
        return array is Symbol { Role: not SymbolRole.IndexRange } symbol
            ? graph.Symbol(EntryName.Of(symbol.Name, places), symbol.Role)
            : graph.Written(NotationOf.Entry(places), Shape.Scalar, [_made[array]]);
    }

    // The numbers from 1 on that an index runs through.
    private Call OfRange(Symbol range, Graph graph)
    {
        var name = FreshNames(1)[0];
        var numbers = NotationOf.Table(range.Shape, [name], SyntaxPattern.Name(name));
        return graph.Written(NotationOf.Words(range.Shape, numbers, $@"\left[ {name} \right]{NotationOf.Below(range.Shape, [name])}"), range.Shape, []);
    }

    // Brackets put parts below one another: [a, b]. Along the second axis of a matrix it is [a, b]', along an inner one a table of such lists.
    private Call OfStack(Stack stack, Graph graph)
    {
        Expression[] parts = [.. stack.Parts.Select(part => _made[part])];
        if (stack.Axis == 0) return graph.Written(NotationOf.Brackets(stack.Shape, parts.Length), stack.Shape, parts);
        if (stack.Shape.Rank == 2)
        {
            var below = new Shape(stack.Shape[1], stack.Shape[0]);
            return graph.Written(NotationOf.Transpose(stack.Shape), stack.Shape, [graph.Written(NotationOf.Brackets(below, parts.Length), below, parts)]);
        }

        return graph.Written(NotationOf.TableOfLists(stack.Shape, FreshNames(stack.Axis), parts.Length), stack.Shape, parts);
    }

    private Expression OfContraction(Contraction contraction, Graph graph)
    {
        if (MatrixNotation.Of(contraction) is not { } form)
            return IndexNotation.Of(contraction, [.. contraction.Factors.Select(factor => _made[factor.Of])], graph, FreshNames);
        return Written(form, graph);
    }

    private Expression Written(Form form, Graph graph)
    {
        var open = new Stack<(Form Form, bool Entered)>([(form, false)]);
        var results = new Stack<Expression>();
        while (open.TryPop(out var top))
        {
            if (top.Form.Kind == FormKind.Part)
            {
                // The factors of a product that was split have no place of their own in the formula.
                results.Push(_made[top.Form.Node!]);
                continue;
            }

            if (!top.Entered)
            {
                open.Push((top.Form, true));
                for (var i = top.Form.Parts.Count - 1; i >= 0; i--) open.Push((top.Form.Parts[i], false));
                continue;
            }

            var parts = new Expression[top.Form.Parts.Count];
            for (var i = parts.Length - 1; i >= 0; i--) parts[i] = results.Pop();
            results.Push(Taken(top.Form, graph) ?? OfForm(top.Form, parts, graph));
        }

        return results.Pop();
    }

    // x[1], A[1, 2], A[1, :]: what is summed is a single entry of each line.
    private Expression? Taken(Form form, Graph graph)
    {
        if (form is not { Kind: FormKind.Sum or FormKind.RowSum or FormKind.ColumnSum, Parts: [{ Node: Slice { IsPut: false } slice }] }) return null;
        if (form.Kind == FormKind.Sum && Entry(slice, graph) is { } entry) return entry;
        var axis = form.Kind == FormKind.RowSum ? 1 : 0;
        if (slice.Selections[axis] is not { Count: { IsSymbolic: false, Length: 1 }, Start: var place }) return null;
        if (form.Kind == FormKind.Sum || slice.Selections[1 - axis] is { Step: not 1, Count: not { IsSymbolic: false, Length: 1 } }) return null;
        return SliceNotation.Line(slice, axis, _made[slice.Argument], graph);
    }

    private static Expression OfForm(Form form, Expression[] parts, Graph graph) => form.Kind == FormKind.Times
        ? graph.Product(Rational.One, parts)
        : graph.Written(NotationOf.Form(form), form.Shape, parts);

    private Expression OfMatrixFunction(MatrixFunction function, Graph graph)
    {
        var argument = _made[function.Argument];
        Expression Named(string name, Shape shape, string latex) => graph.Written(NotationOf.Function(name, shape, latex), shape, [argument]);
        switch (function.Operation)
        {
            case MatrixOperation.Inverse:
                return graph.Written(
                    new Notation(Level.Postfix, function.Shape, SyntaxPattern.Call("inv", SyntaxPattern.At(0)), ["{", (0, Level.Atom), "}^{-1}"]), function.Shape, [argument]);
            case MatrixOperation.Determinant:
                return Named("det", Shape.Scalar, @"\det");
            case MatrixOperation.LogDeterminant:
                return Named("logdet", Shape.Scalar, @"\log\det");
            default:
                var inverse = Named("inv", function.Shape, @"\operatorname{inv}");
                return graph.Product(Rational.One, [Named("det", Shape.Scalar, @"\det"), graph.Written(NotationOf.Transpose(function.Shape), function.Shape, [inverse])]);
        }
    }

    // i, j, k, … that the formula does not use; none is used twice, so that tables can be nested.
    private string[] FreshNames(int count)
    {
        const string letters = "ijklmpqrstuvw";
        var names = new List<string>();
        for (var round = 0; names.Count < count; round++)
        {
            foreach (var letter in letters)
            {
                var name = round == 0 ? letter.ToString() : letter + round.ToString(CultureInfo.InvariantCulture);
                if (names.Count < count && _names.Add(name)) names.Add(name);
            }
        }

        return [.. names];
    }
}
