using Calculus.Budgets;
using Calculus.Expressions;

namespace Calculus.EntryByEntry;

/// <summary>A contraction written out: for each entry the sum over the labels that are not kept.</summary>
/// <param name="target">The graph of the result.</param>
/// <param name="node">The contraction.</param>
/// <param name="entries">The entries of its factors.</param>
/// <param name="budget">Asked for each product.</param>
internal sealed class WrittenContraction(Graph target, Contraction node, IReadOnlyDictionary<Expression, Expression[]> entries, Budget budget)
{
    private readonly Shape[] _shapes = [.. node.Factors.Select(static factor => factor.Of.Shape)];

    /// <summary>Its entries; null where one of them adds up too many products that are not zero.</summary>
    /// <param name="mostTerms">How many it may add up.</param>
    public Expression[]? Entries(int mostTerms)
    {
        char[] summed = [.. Enumerable.Range(0, node.Dimensions.Length).Select(static label => (char)('a' + label)).Where(label => !node.Out.Contains(label, StringComparison.Ordinal))];
        var all = new Shape([.. summed.Select(node.DimensionOf)]);
        var result = new Expression[node.Shape.Count];
        var indices = new int[node.Dimensions.Length];
        for (var k = 0; k < result.Length; k++)
        {
            if (!TakesPlace(k, indices)) result[k] = target.Zero;
            else if (Sum(all, summed, indices, mostTerms) is { } sum) result[k] = sum;
            else return null;
        }

        return result;
    }

    // Where a label is kept twice, everything off the diagonal is 0.
    private bool TakesPlace(int k, int[] indices)
    {
        var place = Places.Of(node.Shape, k);
        for (var axis = 0; axis < place.Length; axis++) indices[node.Out[axis] - 'a'] = place[axis];
        for (var axis = 0; axis < place.Length; axis++)
        {
            if (indices[node.Out[axis] - 'a'] != place[axis]) return false;
        }

        return true;
    }

    private Expression? Sum(Shape all, char[] summed, int[] indices, int mostTerms)
    {
        var terms = new List<Term>();
        for (long k = 0; k < all.Count; k++)
        {
            budget.Visit();
            var place = Places.Of(all, k);
            for (var i = 0; i < summed.Length; i++) indices[summed[i] - 'a'] = place[i];
            var product = Product(indices);
            if (Graph.IsZero(product)) continue;
            if (terms.Count == mostTerms) return null;
            terms.Add(new Term(Rational.One, product));
        }

        return target.Sum(Rational.Zero, [.. terms]);
    }

    private Expression Product(int[] indices)
    {
        var factors = new Expression[node.Factors.Length];
        for (var i = 0; i < factors.Length; i++)
        {
            int[] place = [.. node.Factors[i].Labels.Select(label => indices[label - 'a'])];
            // A number whose entries nobody has written out stays as it is.
            factors[i] = entries.TryGetValue(node.Factors[i].Of, out var own) ? own[Places.Offset(_shapes[i], place)] : node.Factors[i].Of;
        }

        return factors.Length == 0 ? target.One : target.Product(Rational.One, factors);
    }
}
