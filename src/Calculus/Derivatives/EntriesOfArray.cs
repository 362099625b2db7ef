using Calculus.EntryByEntry;
using Calculus.Expressions;

namespace Calculus.Derivatives;

/// <summary>
/// The entries of an array as people write them: the numbers in it, such as the length of a vector, stay as they are, and what is taken from
/// arrays or put among zeros becomes single entries.
/// </summary>
/// <param name="entryOf">The entry of a symbol that is an array, by its place.</param>
/// <param name="mostTerms">How many products that are not zero an entry of a matrix product may add up.</param>
internal sealed class EntriesOfArray(Func<Symbol, int, Expression> entryOf, int mostTerms)
{
    // Products of single entries beyond which the array is better read as a whole.
    private const double MostProducts = 20_000;

    private readonly Dictionary<Expression, Expression[]> _entries = [];

    /// <summary>The entries, row by row; null where a part is only read as a whole.</summary>
    /// <param name="root">The array, or a number, whose only entry is itself.</param>
    public Expression[]? Of(Expression root)
    {
        if (root.Shape.IsScalar) return [root];
        var nodes = Arrays(root);
        if (nodes.Any(static node => node.Shape.IsSymbolic) || nodes.Sum(SizeOf) > MostProducts) return null;
        foreach (var node in nodes)
        {
            if (_entries.ContainsKey(node)) continue;
            if (Written(node) is not { } entries) return null;
            _entries[node] = entries;
        }

        return _entries[root];
    }

    /// <summary>An array of a shape from its entries, row by row.</summary>
    public static Expression Together(IReadOnlyList<Expression> entries, Shape shape)
    {
        for (var axis = shape.Rank - 1; axis >= 0; axis--)
            entries = [.. entries.Chunk(shape[axis].Length).Select(part => part[0].Graph.Stack(0, part))];
        return entries[0];
    }

    /// <summary>One entry of a symbol that is an array.</summary>
    /// <param name="array">The symbol.</param>
    /// <param name="entry">Its place, row by row.</param>
    public static Expression Taken(Symbol array, int entry)
    {
        var graph = array.Graph;
        Selection[] selections = [.. Places.Of(array.Shape, entry).Select((place, axis) => new Selection(place, 1, 1, array.Shape[axis]))];
        return graph.Contract(Rational.One, [new Factor(graph.Take(array, selections), Graph.Alphabet(array.Shape.Rank))], "");
    }

    // Nothing below a number is asked for.
    private static List<Expression> Arrays(Expression root)
    {
        var (found, seen, open) = (new List<Expression>(), new HashSet<Expression> { root }, new Stack<Expression>([root]));
        while (open.TryPop(out var node))
        {
            node.Graph.Budget.Visit();
            found.Add(node);
            for (var place = 0; place < node.ChildCount; place++)
            {
                var child = node.Child(place);
                if (!child.Shape.IsScalar && seen.Add(child)) open.Push(child);
            }
        }

        found.Sort(static (a, b) => a.Index.CompareTo(b.Index));
        return found;
    }

    private static double SizeOf(Expression node) => node is Contraction contraction
        ? contraction.Dimensions.Aggregate(1.0, static (size, dimension) => size * dimension.Length)
        : node.Shape.Count;

    private Expression[]? Written(Expression node)
    {
        var (graph, count) = (node.Graph, (int)node.Shape.Count);
        switch (node)
        {
            case Symbol { Role: SymbolRole.IndexRange }:
                return [.. Enumerable.Range(1, count).Select(place => graph.Number(place))];
            case Symbol symbol:
                return [.. Enumerable.Range(0, count).Select(place => entryOf(symbol, place))];
            case Contraction contraction:
                return new WrittenContraction(graph, contraction, _entries, graph.Budget).Entries(mostTerms);
            case Reduce { Reduction: not (Reduction.ArgMax or Reduction.OtherPairProducts or Reduction.Softmax) } reduce when mostTerms > 1 && reduce.Argument.Shape.Count <= mostTerms:
                return new WrittenReduction(graph, reduce).Entries(_entries[reduce.Argument]);
            case Reduce or MatrixFunction:
                return null;
            case Stack or Slice:
                return WrittenEntries.Moved(node, part => part.Shape.IsScalar ? [part] : _entries[part], graph);
            default:
                return [.. Enumerable.Range(0, count).Select(place => Rebuild.WithChildren(node, graph, child => child.Shape.IsScalar ? child : _entries[child][place]))];
        }
    }
}
