using Calculus.Expressions;

namespace Calculus.Differentiation;

/// <summary>
/// Derivatives as expressions, by the same rules in two orders. In a graph that rewrites they are formulas; in one that
/// does not, they are the automatic derivative of the definition as written.
/// </summary>
public static class Derivative
{
    /// <summary>The derivative with respect to one symbol, by forward mode.</summary>
    /// <param name="f">The function.</param>
    /// <param name="x">The symbol.</param>
    /// <param name="order">How many times, at least 0.</param>
    public static Expression Of(Expression f, Symbol x, int order = 1)
    {
        for (; order > 0; order--) f = HasArrays(f) ? ArrayDerivative.Of(f, x) : Along(f, [x], [f.Graph.One]);
        return f;
    }

    /// <summary>The derivative along a direction: Σ ∂f/∂x_k · v_k, by forward mode.</summary>
    /// <param name="f">The function.</param>
    /// <param name="symbols">The symbols x_k.</param>
    /// <param name="direction">The components v_k.</param>
    public static Expression Along(Expression f, IReadOnlyList<Symbol> symbols, IReadOnlyList<Expression> direction)
    {
        var tangents = new Dictionary<Expression, Expression>();
        for (var k = 0; k < symbols.Count; k++) tangents[symbols[k]] = direction[k];

        var terms = new List<Term>();
        foreach (var node in Reachable.From(f))
        {
            terms.Clear();
            for (var place = 0; place < node.ChildCount; place++)
            {
                f.Graph.Budget.Visit();
                if (!tangents.TryGetValue(node.Child(place), out var tangent)) continue;
                var part = node is Choice choice && symbols is [var x] && Thin.OnlyBranch(choice, x) is { } only
                    ? (place == only ? tangent : null)
                    : Rules.Contribution(node, place, tangent);
                if (part is not null)
                    terms.Add(new Term(Rational.One, part));
            }

            if (terms.Count == 0) continue;
            var total = f.Graph.Sum(Rational.Zero, [.. terms]);
            if (total is not Number { Value.IsZero: true }) tangents[node] = total;
        }

        return tangents.GetValueOrDefault(f, f.Graph.Zero);
    }

    /// <summary>
    /// The partial derivatives with respect to several symbols by one backward walk: its cost is a small multiple of the
    /// function's, whatever their number.
    /// </summary>
    /// <param name="f">The function.</param>
    /// <param name="symbols">The symbols, in the order of the answer.</param>
    public static IReadOnlyList<Expression> Gradient(Expression f, IReadOnlyList<Symbol> symbols)
    {
        if (HasArrays(f)) return ArrayDerivative.Of(f, symbols);
        var nodes = Reachable.From(f);
        var moving = new HashSet<Expression>(symbols);
        foreach (var node in nodes)
        {
            for (var place = 0; place < node.ChildCount && !moving.Contains(node); place++)
            {
                if (moving.Contains(node.Child(place))) moving.Add(node);
            }
        }

        var adjoints = Adjoints(f, nodes, moving);
        return [.. symbols.Select(symbol => adjoints.GetValueOrDefault(symbol, f.Graph.Zero))];
    }

    /// <summary>∂f/∂node for every node that f changes with, by one backward walk; where it is zero, there is none.</summary>
    /// <param name="f">The function.</param>
    /// <param name="nodes">The nodes that it stands on, children before parents.</param>
    /// <param name="moving">Those that are asked about.</param>
    internal static Dictionary<Expression, Expression> Adjoints(Expression f, IReadOnlyList<Expression> nodes, HashSet<Expression> moving)
    {
        var graph = f.Graph;
        var contributions = new Dictionary<Expression, List<Term>> { [f] = [new Term(Rational.One, graph.One)] };
        var adjoints = new Dictionary<Expression, Expression>();
        for (var i = nodes.Count - 1; i >= 0; i--)
        {
            var node = nodes[i];
            if (!contributions.Remove(node, out var terms)) continue;
            var adjoint = graph.Sum(Rational.Zero, [.. terms]);
            if (adjoint is Number { Value.IsZero: true }) continue;
            adjoints[node] = adjoint;
            for (var place = 0; place < node.ChildCount; place++)
            {
                graph.Budget.Visit();
                var child = node.Child(place);
                if (!moving.Contains(child) || Rules.Contribution(node, place, adjoint) is not { } part) continue;
                if (!contributions.TryGetValue(child, out var collected)) contributions[child] = collected = [];
                collected.Add(new Term(Rational.One, part));
            }
        }

        return adjoints;
    }

    private static bool HasArrays(Expression f) => Reachable.From(f).Exists(static node => !node.Shape.IsScalar);
}
