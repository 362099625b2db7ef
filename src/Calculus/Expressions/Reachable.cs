using System.Collections;

namespace Calculus.Expressions;

/// <summary>The part of a graph that some nodes depend on.</summary>
public static class Reachable
{
    /// <summary>The nodes below the given roots, the roots too, children before parents.</summary>
    /// <exception cref="ArgumentException">The roots come from several graphs.</exception>
    public static List<Expression> From(params ReadOnlySpan<Expression> roots) => Without(static _ => false, roots);

    /// <summary>The same without the nodes that are left out and what only these depend on.</summary>
    /// <param name="isLeftOut">Whether a node is left out.</param>
    /// <param name="roots">Nodes of one graph.</param>
    /// <exception cref="ArgumentException">The roots come from several graphs.</exception>
    public static List<Expression> Without(Func<Expression, bool> isLeftOut, params ReadOnlySpan<Expression> roots)
    {
        ArgumentNullException.ThrowIfNull(isLeftOut);
        // The list is the queue too: what is found waits there until its children are looked at.
        var (found, last) = (new List<Expression>(), -1);
        foreach (var root in roots)
        {
            if (root.Graph != roots[0].Graph) throw new ArgumentException("The roots must be nodes of one graph.", nameof(roots));
            last = Math.Max(last, root.Index);
        }

        var seen = new BitArray(last + 1);
        foreach (var root in roots) Find(root);
        for (var next = 0; next < found.Count; next++)
        {
            var node = found[next];
            node.Graph.Budget.Visit();
            for (var place = 0; place < node.ChildCount; place++) Find(node.Child(place));
        }

        found.Sort(static (a, b) => a.Index.CompareTo(b.Index));
        return found;

        void Find(Expression node)
        {
            if (seen[node.Index]) return;
            seen[node.Index] = true;
            if (!isLeftOut(node)) found.Add(node);
        }
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
