using Calculus.Budgets;
using Calculus.Expressions;

namespace Calculus.Differentiation;

/// <summary>
/// Derivatives as expressions, by the same rules in two orders. In a graph that rewrites they are formulas; in one that
/// does not, they are the automatic derivative of the definition as written.
/// </summary>
internal static class Derivative
{
    // Forward mode keeps a chain-rule product in one piece, but visits the nodes once for each symbol; beyond this many visits
    // only one backward pass is affordable.
    private const long AffordableVisits = 20_000;

    /// <summary>The derivative with respect to one symbol: its axes are those of f, then those of the symbol.</summary>
    /// <param name="f">The function.</param>
    /// <param name="x">The symbol.</param>
    /// <param name="order">How many times, at least 0.</param>
    public static Expression Of(Expression f, Symbol x, int order = 1)
    {
        ArgumentNullException.ThrowIfNull(f);
        using var stage = f.Graph.Budget.In(Stage.Derive);
        for (; order > 0; order--) f = MovesNumbersOnly(f, x) ? Along(Thin.Without(f, x), [x], [f.Graph.One]) : ReverseMode.Of(f, x);
        return f;
    }

    /// <summary>
    /// The derivatives with respect to several symbols in the form in which people take them: each by itself
    /// where only numbers change with it, as long as that is affordable; the rest by one backward pass.
    /// </summary>
    /// <param name="f">The function.</param>
    /// <param name="symbols">The symbols, in the order of the answer.</param>
    public static IReadOnlyList<Expression> Partials(Expression f, IReadOnlyList<Symbol> symbols)
    {
        var isAffordable = (long)symbols.Count * Reachable.From(f).Count <= AffordableVisits;
        Symbol[] together = [.. symbols.Where(symbol => !isAffordable || !MovesNumbersOnly(f, symbol))];
        var walked = together.Length == 0 ? [] : Gradient(f, together);
        return [.. symbols.Select(symbol => Array.IndexOf(together, symbol) is >= 0 and var place ? walked[place] : Of(f, symbol))];
    }

    /// <summary>The derivatives with respect to several symbols by one backward pass: its cost is a small multiple of the function's, whatever their number.</summary>
    /// <param name="f">The function.</param>
    /// <param name="symbols">The symbols, in the order of the answer.</param>
    public static IReadOnlyList<Expression> Gradient(Expression f, IReadOnlyList<Symbol> symbols)
    {
        ArgumentNullException.ThrowIfNull(f);
        using var stage = f.Graph.Budget.In(Stage.Derive);
        return ReverseMode.Of(f, symbols);
    }

    /// <summary>The derivative along a direction, Σ ∂f/∂x_k · v_k, of a function of numbers, by forward mode.</summary>
    /// <param name="f">The function.</param>
    /// <param name="symbols">The symbols x_k.</param>
    /// <param name="direction">The components v_k.</param>
    public static Expression Along(Expression f, IReadOnlyList<Symbol> symbols, IReadOnlyList<Expression> direction)
    {
        ArgumentNullException.ThrowIfNull(f);
        using var stage = f.Graph.Budget.In(Stage.Derive);
        var tangents = new Dictionary<Expression, Expression>();
        for (var k = 0; k < symbols.Count; k++) tangents[symbols[k]] = direction[k];

        var terms = new List<Term>();
        foreach (var node in Reachable.From(f))
        {
            terms.Clear();
            for (var place = 0; place < node.ChildCount; place++)
            {
                f.Graph.Budget.Visit();
                if (tangents.TryGetValue(node.Child(place), out var tangent) && ForwardRules.Contribution(node, place, tangent) is { } part)
                    terms.Add(new Term(Rational.One, part));
            }

            if (terms.Count == 0) continue;
            var total = f.Graph.Sum(Rational.Zero, [.. terms]);
            if (total is not Number { Value.IsZero: true }) tangents[node] = total;
        }

        return tangents.GetValueOrDefault(f, f.Graph.Zero);
    }

    private static bool MovesNumbersOnly(Expression f, Symbol x) =>
        x.Shape.IsScalar && f.Shape.IsScalar && (f.Graph.IsOfNumbers || Reachable.ChangingWith(Reachable.From(f), x).All(static node => node.Shape.IsScalar));
}
