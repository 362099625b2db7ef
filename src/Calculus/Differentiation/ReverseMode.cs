using Calculus.Expressions;

namespace Calculus.Differentiation;

/// <summary>
/// Derivatives of numbers, vectors and matrices by numbers, vectors and matrices: one backward pass, whatever the number of
/// entries. The result has the axes of what is differentiated, then those of the symbol: the gradient of a number has the
/// shape of the symbol, a Jacobian has outputs in rows and inputs in columns.
/// </summary>
internal static class ReverseMode
{
    // Each entry of a longer list would repeat the work on what the entries share.
    private const int LongestList = 64;

    /// <summary>∂f/∂x.</summary>
    /// <param name="f">What is differentiated.</param>
    /// <param name="x">The symbol to differentiate by.</param>
    public static Expression Of(Expression f, Symbol x) => Of(f, [x])[0];

    /// <summary>∂f/∂x for several symbols, by one pass for all that see the same branches.</summary>
    /// <param name="f">What is differentiated.</param>
    /// <param name="symbols">The symbols, in the order of the answer.</param>
    public static IReadOnlyList<Expression> Of(Expression f, IReadOnlyList<Symbol> symbols)
    {
        if (f is not Stack { Axis: 0, Shape.Rank: 1, Parts.Length: <= LongestList } list || symbols.Any(static symbol => !symbol.Shape.IsScalar)) return OfWhole(f, symbols);
        // A list of numbers by numbers is the list of their derivatives.
        var parts = list.Parts.Select(part => OfWhole(part, symbols)).ToList();
        return [.. symbols.Select((_, k) => f.Graph.Stack(0, [.. parts.Select(part => part[k])]))];
    }

    private static IReadOnlyList<Expression> OfWhole(Expression f, IReadOnlyList<Symbol> symbols)
    {
        if (!Thin.MayBeIn(f)) return OfSmooth(f, symbols);
        var results = new Expression[symbols.Count];
        foreach (var group in symbols.Select((symbol, k) => (symbol, k, Wide: Thin.Without(f, symbol))).GroupBy(static each => each.Wide))
        {
            var partials = OfSmooth(group.Key, [.. group.Select(static each => each.symbol)]);
            foreach (var ((symbol, k, _), partial) in group.Zip(partials)) results[k] = Thin.WithEntries(group.Key, symbol, partial, static (wide, x) => OfSmooth(wide, [x])[0]);
        }

        return results;
    }

    private static IReadOnlyList<Expression> OfSmooth(Expression f, IReadOnlyList<Symbol> symbols)
    {
        var nodes = Reachable.From(f);
        var moving = Reachable.ChangingWith(nodes, [.. symbols]);
        var adjoints = Adjoints(f, nodes, moving);
        return [.. symbols.Select(symbol => adjoints.GetValueOrDefault(symbol) ?? f.Graph.Fill(Rational.Zero, new Shape([.. f.Shape.Dimensions, .. symbol.Shape.Dimensions])))];
    }

    /// <summary>What x's adjoint gets from an adjoint of f: Σ g_i ∂f_i/∂x, in the shape of x.</summary>
    /// <param name="f">What is differentiated.</param>
    /// <param name="g">The adjoint of f, in its shape.</param>
    /// <param name="x">The symbol to differentiate by.</param>
    public static Expression Along(Expression f, Expression g, Symbol x) => Of(f.Graph.Dot(g, f), x);

    /// <summary>∂f/∂node for every node that f changes with; where it is zero, there is none.</summary>
    /// <param name="f">What is differentiated.</param>
    /// <param name="nodes">The nodes that it depends on, children before parents.</param>
    /// <param name="moving">Those whose adjoints are wanted.</param>
    /// <param name="along">Variables; a branch that is thin along each of them that its condition changes with gets nothing.</param>
    public static IReadOnlyDictionary<Expression, Expression> Adjoints(
        Expression f, IReadOnlyList<Expression> nodes, IReadOnlySet<Expression> moving, params IReadOnlyList<Symbol> along)
    {
        var (graph, outer) = (f.Graph, f.Shape.Rank);
        var contributions = new Dictionary<Expression, List<Term>>();
        if (moving.Contains(f)) contributions[f] = [new Term(Rational.One, Unit(f))];
        var adjoints = new Dictionary<Expression, Expression>();
        for (var i = nodes.Count - 1; i >= 0; i--)
        {
            var node = nodes[i];
            if (!contributions.Remove(node, out var terms)) continue;
            var adjoint = graph.Sum(Rational.Zero, [.. terms]);
            if (Graph.IsZero(adjoint)) continue;
            adjoints[node] = adjoint;
            for (var place = 0; place < node.ChildCount; place++)
            {
                graph.Budget.Visit();
                var child = node.Child(place);
                if (!moving.Contains(child)) continue;
                var only = node is Choice choice && along.Count > 0 ? Thin.OnlyBranch(choice, along) : null;
                if ((only is null ? ReverseRules.Contribution(node, place, adjoint, outer) : place == only ? adjoint : null) is not { } part || Graph.IsZero(part)) continue;
                if (!contributions.TryGetValue(child, out var collected)) contributions[child] = collected = [];
                collected.Add(new Term(Rational.One, part));
            }
        }

        return adjoints;
    }

    // ∂f/∂f: one where the places are the same.
    private static Expression Unit(Expression f)
    {
        if (f.Shape.IsScalar) return f.Graph.One;
        var labels = Graph.Alphabet(f.Shape.Rank);
        var lengths = labels.Select((label, axis) => (label, f.Shape[axis])).ToDictionary(static pair => pair.label, static pair => pair.Item2);
        return f.Graph.Contract(Rational.One, [], labels + labels, lengths);
    }
}
