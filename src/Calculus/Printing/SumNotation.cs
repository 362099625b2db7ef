using Calculus.Expressions;

namespace Calculus.Printing;

/// <summary>
/// Sums over one index as they were written: <c>sum(i = 1..n, x[i]*(y[i] - b))</c> in place of <c>x' @ (y - b)</c>, for the readers of a
/// definition that has such a sum.
/// </summary>
/// <param name="graph">Where the sums are written.</param>
/// <param name="made">What the parts that are numbers are written as.</param>
/// <param name="indices">The names that the index may have, the preferred one first.</param>
/// <param name="lengths">The names that the definition gives to lengths.</param>
internal sealed class SumNotation(Graph graph, IReadOnlyDictionary<Expression, Expression> made, IReadOnlyList<string> indices, IReadOnlyDictionary<int, string> lengths)
{
    private readonly Dictionary<Expression, Expression?> _entries = [];
    private string _index = "";

    /// <summary>The sum; null where its parts are not all written by their entries.</summary>
    public Expression? Of(Contraction contraction)
    {
        if (contraction is not { Out: "", Dimensions: [var length] } || contraction.Factors.Any(static factor => factor.Labels is not "a")) return null;
        // Sums within this one have indices of their own.
        var within = Reachable.From([.. contraction.Factors.Select(static factor => factor.Of)]).Where(static node => node.Shape.IsScalar).Select(node => made[node]);
        var used = Reachable.From([.. within]).OfType<Call>().Select(static call => (call.Function as Notation)?.Index).ToHashSet(StringComparer.Ordinal);
        if (indices.FirstOrDefault(index => !used.Contains(index)) is not { } free) return null;
        _index = free;
        var factors = new List<Expression>();
        foreach (var factor in contraction.Factors)
        {
            if (Entry(factor.Of) is not { } entry) return null;
            factors.Add(entry);
        }

        if (factors.Count == 0) return null;
        var powers = factors.GroupBy(static factor => factor).Select(same => same.Count() == 1 ? same.Key : graph.Power(same.Key, same.Count()));
        var last = length.Name is null && lengths.TryGetValue(length.Length, out var name) ? new Dimension(length.Length, name) : length;
        var sum = SyntaxPattern.Call("sum", SyntaxPattern.Range(_index, last), SyntaxPattern.At(0));
        return graph.Written(
            new Notation(Level.Postfix, Shape.Scalar, sum, [$@"\sum_{{{LatexName.Of(_index)}=1}}^{{{last}}} \left(", (0, Level.Any), @"\right)"]) { Index = _index },
            Shape.Scalar, [graph.Product(Rational.One, [.. powers])]);
    }

    // The entry at the index of an expression that is a vector; of a number the number.
    private Expression? Entry(Expression root)
    {
        foreach (var node in Reachable.From(root))
        {
            if (!_entries.ContainsKey(node)) _entries[node] = node.Shape.IsScalar ? made[node] : Made(node);
        }

        return _entries[root];
    }

    private Expression? Made(Expression node)
    {
        if (node.Shape.Rank != 1) return null;
        if (node is Symbol symbol) return symbol.Role is SymbolRole.IndexRange ? graph.Symbol(_index, SymbolRole.Parameter) : graph.Symbol(EntryName.Of(symbol.Name, [_index]), symbol.Role);
        if (node is Slice { IsPut: false, Argument: Symbol { Role: not SymbolRole.IndexRange } array } slice)
            return SliceNotation.AtIndex(slice.Selections[0], _index, graph.Symbol(array.Name, array.Role, array.Shape), graph);
        for (var place = 0; place < node.ChildCount; place++)
        {
            if (_entries[node.Child(place)] is null) return null;
        }

        switch (node)
        {
            case Contraction repeated when repeated.Factors.All(static factor => factor.Labels is "" or "a") && repeated.Out is "a":
                return repeated.Factors.Length == 0 ? graph.One : graph.Product(Rational.One, [.. repeated.Factors.Select(factor => _entries[factor.Of]!)]);
            case Product product:
                return graph.Product(product.Coefficient, [.. product.Factors.Where(static factor => !Graph.IsOnes(factor)).Select(factor => _entries[factor]!)]);
            case Sum or Call or Choice:
                return Rebuild.WithChildren(node, graph, child => _entries[child]!);
            default:
                return null;
        }
    }
}
