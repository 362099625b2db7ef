using Calculus.Budgets;
using Calculus.Expressions;

namespace Calculus.EntryByEntry;

/// <summary>
/// A function of vectors and matrices written out in numbers: every array becomes the expressions of its entries, a matrix row by
/// row. Explanations and complex values, which exist for numbers only, then apply to it.
/// </summary>
/// <param name="target">The graph of the result.</param>
/// <param name="symbols">For each symbol that is an array the entries to write in its place.</param>
/// <param name="budget">Asked for each entry.</param>
internal sealed class WrittenEntries(Graph target, Func<Symbol, IReadOnlyList<Expression>> symbols, Budget budget)
{
    private readonly Dictionary<Expression, Expression[]> _entries = [];

    /// <summary>The entries of an expression.</summary>
    /// <param name="root">An expression whose lengths are numbers.</param>
    /// <exception cref="LimitException">More entries would be written than a definition may have characters.</exception>
    /// <exception cref="UnwritableException">A part has no form in numbers that people would read.</exception>
    public IReadOnlyList<Expression> Of(Expression root)
    {
        var nodes = Reachable.From(root);
        CheckSize(nodes);
        foreach (var node in nodes)
        {
            if (!_entries.ContainsKey(node)) _entries[node] = Written(node);
        }

        return _entries[root];
    }

    /// <summary>The entries of arrays that are stacked, or of entries that are taken from an array or put into one.</summary>
    /// <param name="node">The stack or the slice.</param>
    /// <param name="entriesOf">The entries of its parts.</param>
    /// <param name="target">The graph of the entries.</param>
    internal static Expression[] Moved(Expression node, Func<Expression, Expression[]> entriesOf, Graph target)
    {
        var places = Enumerable.Range(0, (int)node.Shape.Count).Select(place => Places.Of(node.Shape, place));
        return node switch
        {
            Stack stack => [.. places.Select(place => Stacked(stack, place, entriesOf))],
            Slice { IsPut: true } put => Put(put, entriesOf(put.Argument), target),
            Slice slice => [.. places.Select(place => Taken(slice, place, entriesOf(slice.Argument)))],
            _ => throw new ArgumentException($"A {node.GetType().Name} moves no entries.", nameof(node)),
        };
    }

    /// <summary>How many products and sums of numbers a node becomes.</summary>
    private static double SizeOf(Expression node) => node switch
    {
        Contraction contraction => contraction.Dimensions.Aggregate(1.0, static (size, dimension) => size * dimension.Length),
        _ => node.Shape.Count,
    };

    private void CheckSize(List<Expression> nodes)
    {
        var maximum = budget.Limits.TextLength;
        if (nodes.Sum(SizeOf) is var size && size > maximum)
            throw new LimitException("textLength", maximum, $"Written out entry by entry the function has more than {maximum} parts.", size < long.MaxValue ? (long)size : long.MaxValue);
    }

    private Expression[] Written(Expression node)
    {
        budget.Visit();
        if (node.Shape.Count > int.MaxValue) throw new UnwritableException($"{node.Shape} has too many entries.");
        var count = (int)node.Shape.Count;
        switch (node)
        {
            case Symbol { Shape.IsScalar: false, Role: SymbolRole.IndexRange }:
                return [.. Enumerable.Range(1, count).Select(place => target.Number(place))];
            case Symbol { Shape.IsScalar: false } symbol:
                return [.. symbols(symbol)];
            case Contraction contraction:
                return new WrittenContraction(target, contraction, _entries, budget).Entries(int.MaxValue)!;
            case Reduce reduce:
                return new WrittenReduction(target, reduce).Entries(_entries[reduce.Argument]);
            case MatrixFunction function:
                return new WrittenMatrix(target, function.Argument.Shape[0].Length, _entries[function.Argument]).Entries(function.Operation);
            case Stack or Slice:
                return Moved(node, part => _entries[part], target);
            default:
                // Entry by entry: a number goes with every entry.
                return [.. Enumerable.Range(0, count).Select(place => Rebuild.WithChildren(node, target, child => child.Shape.IsScalar ? _entries[child][0] : _entries[child][place]))];
        }
    }

    private static Expression Stacked(Stack stack, int[] place, Func<Expression, Expression[]> entriesOf)
    {
        var part = stack.Parts[place[stack.Axis]];
        int[] within = [.. place.Where((_, axis) => axis != stack.Axis)];
        return entriesOf(part)[Places.Offset(part.Shape, within)];
    }

    private static Expression Taken(Slice slice, int[] place, Expression[] entries)
    {
        int[] from = [.. place.Select((index, axis) => slice.Selections[axis].Start + (index * slice.Selections[axis].Step))];
        return entries[Places.Offset(slice.Argument.Shape, from)];
    }

    private static Expression[] Put(Slice slice, Expression[] argument, Graph target)
    {
        var entries = Enumerable.Repeat(target.Zero, (int)slice.Shape.Count).ToArray();
        for (var k = 0; k < slice.Argument.Shape.Count; k++)
        {
            int[] to = [.. Places.Of(slice.Argument.Shape, k).Select((index, axis) => slice.Selections[axis].Start + (index * slice.Selections[axis].Step))];
            var offset = Places.Offset(slice.Shape, to);
            entries[offset] += argument[k];
        }

        return entries;
    }
}

/// <summary>A part of a function has no form in numbers that people would read.</summary>
/// <param name="message">Which part, and why.</param>
internal sealed class UnwritableException(string message) : CalculusException(message);
