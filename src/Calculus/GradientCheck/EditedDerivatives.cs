using Calculus.Differentiation;
using Calculus.Expressions;

namespace Calculus.GradientCheck;

/// <summary>A derivative with a mistake in it.</summary>
/// <param name="Slip">The mistake.</param>
/// <param name="Change">What the mistake adds to the right derivative.</param>
/// <param name="Words">Where it is.</param>
/// <param name="IsEverywhere">Whether it was made wherever the rule applies.</param>
internal sealed record EditedDerivative(RuleSlip Slip, Expression Change, FormattableString Words, bool IsEverywhere);

/// <summary>
/// Derivatives by one variable in which a rule is applied wrongly. A derivative is linear in what each node passes on, so a
/// mistake at one node changes it by the node's adjoint times the change of the node's tangent: all mistakes at single
/// places together cost one forward and one backward pass.
/// </summary>
/// <param name="function">The definition as written, in a graph that rewrites nothing.</param>
internal sealed class EditedDerivatives(Expression function)
{
    // A pass makes as many nodes as the definition has, once for each habit.
    private const int LargestForHabits = 1_000;

    private readonly List<Expression> _nodes = Reachable.From(function);
    private readonly Dictionary<Symbol, Symbol> _directions = [];
    private IReadOnlyDictionary<Expression, Expression>? _adjoints;

    /// <summary>
    /// The direction that a vector or a matrix moves in: the changes are linear in it. Null for a number, which moves by itself.
    /// </summary>
    public Symbol? DirectionOf(Symbol variable)
    {
        if (NumberOf(variable).Shape.IsScalar) return null;
        if (_directions.TryGetValue(variable, out var known)) return known;
        // Printed, it reads as the differential of the variable.
        var name = "d" + variable.Name;
        while (function.Graph.Nodes.OfType<Symbol>().Any(symbol => string.Equals(symbol.Name, name, StringComparison.Ordinal))) name = "d" + name;
        return _directions[variable] = function.Graph.Symbol(name, SymbolRole.Variable, variable.Shape);
    }

    /// <summary>Every derivative with one slip in it, each slip at one place or, if it is a habit, everywhere.</summary>
    public IEnumerable<EditedDerivative> By(Symbol variable)
    {
        var moved = NumberOf(variable);
        var direction = DirectionOf(variable) ?? function.Graph.One;
        var tangents = Walk(moved, direction, static (_, total) => total);
        _adjoints ??= ReverseMode.Adjoints(function, _nodes, _nodes.Where(static node => node is not Number).ToHashSet());
        foreach (var node in _nodes)
        {
            if (!tangents.ContainsKey(node) || node == moved || !_adjoints.TryGetValue(node, out var adjoint)) continue;
            var site = new Site(node, moved, tangents);
            foreach (var slip in Slips.InRules)
            {
                foreach (var edit in slip.Edits(site))
                {
                    function.Graph.Budget.Visit();
                    yield return new EditedDerivative(slip, function.Graph.Dot(adjoint, function.Graph.Fit(edit.Change, adjoint.Shape)), edit.Words, false);
                }
            }
        }

        if (_nodes.Count > LargestForHabits) yield break;
        foreach (var slip in Slips.InRules.Where(static slip => slip.IsHabit))
        {
            var places = 0;
            var edited = Walk(moved, direction, (site, total) =>
            {
                if (slip.Edits(site).FirstOrDefault() is not { } edit) return total;
                places++;
                return total + function.Graph.Fit(edit.Change, total.Shape);
            });
            if (places > 1)
                yield return new EditedDerivative(slip, edited[function] - tangents[function], $"This mistake is made at {places} places.", true);
        }
    }

    // An array with one entry that is used only through that entry is the number itself.
    private Expression NumberOf(Symbol variable)
    {
        Expression number = variable;
        while (!number.Shape.IsScalar)
        {
            if (number.Shape.Count != 1) return variable;
            var above = _nodes.Where(node => Enumerable.Range(0, node.ChildCount).Any(place => node.Child(place) == number)).ToList();
            if (above is not [Slice { IsPut: false } or Contraction { Factors.Length: 1 }]) return variable;
            number = above[0];
        }

        return number;
    }

    private Dictionary<Expression, Expression> Walk(Expression variable, Expression direction, Func<Site, Expression, Expression> edit)
    {
        var tangents = new Dictionary<Expression, Expression> { [variable] = direction };
        foreach (var node in _nodes)
        {
            if (node is Symbol or Number) continue;
            var site = new Site(node, variable, tangents);
            if (site.Moving.Count > 0) tangents[node] = edit(site, site.Total());
        }

        return tangents;
    }
}
