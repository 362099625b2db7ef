using System.Numerics;

namespace Calculus.Expressions;

/// <summary>The part of a graph that some nodes depend on.</summary>
internal static class Reachable
{
    // A bit for each node of a larger graph does not go on the stack.
    private const int WordsOnStack = 64;

    private const int BitsOfAWord = 64;

    /// <summary>The nodes below the given roots, the roots too, children before parents.</summary>
    /// <exception cref="ArgumentException">The roots come from several graphs.</exception>
    public static List<Expression> From(params ReadOnlySpan<Expression> roots) => Found(null, roots);

    /// <summary>The same without the nodes that are left out and what only these depend on.</summary>
    /// <param name="isLeftOut">Whether a node is left out.</param>
    /// <param name="roots">Nodes of one graph.</param>
    /// <exception cref="ArgumentException">The roots come from several graphs.</exception>
    public static List<Expression> Without(Func<Expression, bool> isLeftOut, params ReadOnlySpan<Expression> roots)
    {
        ArgumentNullException.ThrowIfNull(isLeftOut);
        return Found(isLeftOut, roots);
    }

    /// <summary>Whether some nodes and all below them are numbers. In a graph that never made an array there is nothing to look for.</summary>
    public static bool AreNumbers(params ReadOnlySpan<Expression> roots) =>
        roots.Length == 0 || roots[0].Graph.IsOfNumbers || !From(roots).Exists(static node => !node.Shape.IsScalar);

    /// <summary>Those of some nodes that change with symbols, the symbols too.</summary>
    /// <param name="nodes">Nodes, children before parents.</param>
    /// <param name="symbols">What changes.</param>
    public static HashSet<Expression> ChangingWith(IReadOnlyList<Expression> nodes, params ReadOnlySpan<Symbol> symbols)
    {
        ArgumentNullException.ThrowIfNull(nodes);
        var changing = new HashSet<Expression>();
        foreach (var symbol in symbols) changing.Add(symbol);
        for (var i = 0; i < nodes.Count; i++)
        {
            var node = nodes[i];
            for (var place = 0; place < node.ChildCount; place++)
            {
                if (!changing.Contains(node.Child(place))) continue;
                changing.Add(node);
                break;
            }
        }

        return changing;
    }

    // A child's index is smaller than its parent's: one walk down finds all, and one walk up lists them.
    private static List<Expression> Found(Func<Expression, bool>? isLeftOut, ReadOnlySpan<Expression> roots)
    {
        if (roots.IsEmpty) return [];
        var (graph, last) = (roots[0].Graph, 0);
        foreach (var root in roots)
        {
            if (root.Graph != graph) throw new ArgumentException("The roots must be nodes of one graph.", nameof(roots));
            last = Math.Max(last, root.Index);
        }

        var length = (last / BitsOfAWord) + 1;
        var seen = length <= WordsOnStack ? stackalloc ulong[length] : new ulong[length];
        foreach (var root in roots) seen[root.Index / BitsOfAWord] |= 1UL << (root.Index % BitsOfAWord);
        var (nodes, count) = (graph.Made, 0);
        for (var word = length - 1; word >= 0; word--)
        {
            // Those above have been looked at; children in the same word add to those below.
            for (var below = ulong.MaxValue; (seen[word] & below) != 0;)
            {
                var bit = BitOperations.Log2(seen[word] & below);
                below = (1UL << bit) - 1;
                var node = nodes[(word * BitsOfAWord) + bit];
                if (isLeftOut is not null && isLeftOut(node))
                {
                    seen[word] &= ~(1UL << bit);
                    continue;
                }

                count++;
                graph.Budget.Visit();
                for (var place = node.ChildCount - 1; place >= 0; place--)
                {
                    var child = node.Child(place).Index;
                    seen[child / BitsOfAWord] |= 1UL << (child % BitsOfAWord);
                }
            }
        }

        var found = new List<Expression>(count);
        for (var word = 0; word < length; word++)
        {
            for (var rest = seen[word]; rest != 0; rest &= rest - 1) found.Add(nodes[(word * BitsOfAWord) + BitOperations.TrailingZeroCount(rest)]);
        }

        return found;
    }
}
