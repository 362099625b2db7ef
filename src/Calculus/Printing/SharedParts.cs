using System.Globalization;
using Calculus.Budgets;
using Calculus.Expressions;
using Calculus.Functions;

namespace Calculus.Printing;

/// <summary>A formula whose repeated parts have names.</summary>
/// <param name="Parts">The named parts, each after those it uses.</param>
/// <param name="Root">The formula in terms of the names.</param>
internal sealed record SharedParts(IReadOnlyList<(Symbol Name, Expression Part)> Parts, Expression Root)
{
    // With fewer signs, names and numbers than this a part is as quickly read as looked up.
    private const long FewestSigns = 8;

    /// <summary>Names what occurs more than once and is long enough; null where there is no such part.</summary>
    /// <param name="root">The formula.</param>
    /// <param name="budget">What may be spent; the nodes in terms of names are paid from it.</param>
    public static SharedParts? Of(Expression root, Budget budget)
    {
        var nodes = Reachable.From(root);
        var uses = Uses(nodes);
        var graph = new Graph(budget, Rewriting.None);
        var made = new Dictionary<Expression, Expression>(nodes.Count);
        var sizes = new Dictionary<Expression, long>(nodes.Count);
        var parts = new List<(Symbol, Expression)>();
        var prefix = Prefix(nodes);
        foreach (var node in nodes)
        {
            var rebuilt = Rebuild.WithChildren(node, graph, child => made[child]);
            long size = 1;
            for (var place = 0; place < node.ChildCount; place++) size = Math.Min(size + sizes[node.Child(place)], long.MaxValue / 2);
            if (node != root && size >= FewestSigns && uses.GetValueOrDefault(node) > 1 && IsNumeric(node))
            {
                var name = graph.Symbol(prefix + (parts.Count + 1).ToString(CultureInfo.InvariantCulture), SymbolRole.Variable, node.Shape);
                parts.Add((name, rebuilt));
                (rebuilt, size) = (name, 1);
            }

            (made[node], sizes[node]) = (rebuilt, size);
        }

        return parts.Count == 0 ? null : new SharedParts(parts, made[root]);
    }

    private static Dictionary<Expression, int> Uses(List<Expression> nodes)
    {
        var uses = new Dictionary<Expression, int>(nodes.Count);
        foreach (var node in nodes)
        {
            for (var place = 0; place < node.ChildCount; place++)
            {
                var child = node.Child(place);
                uses[child] = uses.GetValueOrDefault(child) + 1;
            }
        }

        return uses;
    }

    // A condition is not a number, and a name can only hold numbers.
    private static bool IsNumeric(Expression node) => node is not Call { Function: Relation or And or Or or Not };

    // t1, t2, … unless the formula has a name that begins so.
    private static string Prefix(List<Expression> nodes)
    {
        var prefix = "t";
        while (nodes.Exists(node => node is Symbol symbol && symbol.Name.StartsWith(prefix, StringComparison.Ordinal) && symbol.Name.Length > prefix.Length)) prefix += "t";
        return prefix;
    }
}
