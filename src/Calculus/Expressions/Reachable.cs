namespace Calculus.Expressions;

/// <summary>The part of a graph that some nodes depend on.</summary>
public static class Reachable
{
    /// <summary>The nodes below the given roots, the roots too, children before parents.</summary>
    public static List<Expression> From(params ReadOnlySpan<Expression> roots)
    {
        var found = new List<Expression>();
        var seen = new HashSet<Expression>();
        var open = new Stack<Expression>();
        foreach (var root in roots)
        {
            if (seen.Add(root)) open.Push(root);
        }

        while (open.TryPop(out var node))
        {
            node.Graph.Budget.Visit();
            found.Add(node);
            for (var place = 0; place < node.ChildCount; place++)
            {
                var child = node.Child(place);
                if (seen.Add(child)) open.Push(child);
            }
        }

        found.Sort(static (a, b) => a.Index.CompareTo(b.Index));
        return found;
    }

    /// <summary>Whether some nodes and all below them are numbers. In a graph that never made an array there is nothing to look for.</summary>
    public static bool AreNumbers(params ReadOnlySpan<Expression> roots) =>
        roots.Length == 0 || roots[0].Graph.IsOfNumbers || !From(roots).Exists(static node => !node.Shape.IsScalar);

    /// <summary>Those of some nodes that change with symbols, the symbols too.</summary>
    /// <param name="nodes">Nodes, children before parents.</param>
    /// <param name="symbols">What changes.</param>
    public static HashSet<Expression> ChangingWith(IReadOnlyList<Expression> nodes, params ReadOnlySpan<Symbol> symbols)
    {
        var changing = new HashSet<Expression>();
        foreach (var symbol in symbols) changing.Add(symbol);
        foreach (var node in nodes)
        {
            for (var place = 0; place < node.ChildCount; place++)
            {
                if (!changing.Contains(node.Child(place))) continue;
                changing.Add(node);
                break;
            }
        }

        return changing;
    }
}
