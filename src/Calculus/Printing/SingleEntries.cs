using Calculus.Expressions;
using Calculus.Functions;

namespace Calculus.Printing;

/// <summary>
/// A long vector that is 0 but for single entries, by these: <c>table(i = 1..20, piecewise(i == 1, 2*x[1], i == 3, x[20], 0))</c>.
/// </summary>
internal static class SingleEntries
{
    // With more entries than this, the sum of what is put among zeros is no longer to read.
    private const int MostEntries = 16;

    /// <summary>The entries that are not 0, by their places; null where the vector is not made of single entries.</summary>
    /// <param name="node">A node.</param>
    public static SortedDictionary<int, Expression>? Of(Expression node)
    {
        if (node.Shape.Rank != 1 || node.Shape.IsSymbolic) return null;
        List<Term> terms = node switch
        {
            Sum { Constant.IsZero: true } sum => [.. sum.Terms],
            Slice => [new Term(Rational.One, node)],
            _ => [],
        };
        if (terms.Count is 0 or > MostEntries) return null;
        var entries = new SortedDictionary<int, Expression>();
        foreach (var term in terms)
        {
            var (coefficient, of) = term.Of is Product { Factors: [Slice put] } product ? (term.Coefficient * product.Coefficient, put) : (term.Coefficient, term.Of);
            if (of is not Slice { IsPut: true, Selections: [{ Count.Length: 1 } place] } slice) return null;
            var entry = node.Graph.Scale(coefficient, node.Graph.Total(slice.Argument));
            entries[place.Start + 1] = entries.TryGetValue(place.Start + 1, out var known) ? known + entry : entry;
        }

        return entries;
    }

    /// <summary>The vector as it is written.</summary>
    /// <param name="shape">Its shape.</param>
    /// <param name="entries">Its entries that are not 0, as they are written.</param>
    /// <param name="name">A name for the index.</param>
    /// <param name="graph">Where it is written.</param>
    public static Expression Written(Shape shape, IEnumerable<KeyValuePair<int, Expression>> entries, string name, Graph graph)
    {
        var index = graph.Written(NotationOf.Words(Shape.Scalar, SyntaxPattern.Name(name), name), Shape.Scalar, []);
        Expression entry = graph.Zero;
        foreach (var (place, value) in entries.Reverse()) entry = graph.Choice(Equal.Of(index, graph.Number(place)), value, entry);
        return graph.Written(NotationOf.Around(shape, NotationOf.Table(shape, [name], SyntaxPattern.At(0)), @"\left[ ", @" \right]" + NotationOf.Below(shape, [name])), shape, [entry]);
    }
}
