using Calculus.Expressions;

namespace Calculus.Simplification;

/// <summary>Identities of products whose factors have different labels.</summary>
internal static class ArrayIdentities
{
    // Nobody reads a sum with more terms for its factors, and looking for them takes quadratic time.
    private const int MostTerms = 64;

    /// <summary>A'·p − A'·q = A'·(p − q), for factors under the same labels.</summary>
    public static Expression? CommonFactor(Expression node, Measure measure) =>
        !node.Graph.IsOfNumbers && node is Sum { Terms.Length: >= 2 and <= MostTerms } sum && sum.Terms.Any(static term => HasContraction(term.Of)) ? CommonFactor(sum, measure) : null;

    private static Expression? CommonFactor(Sum sum, Measure measure)
    {
        var terms = sum.Terms.Select(term => term.Of.Shape == sum.Shape ? ArrayTerm.Of(term) : null).ToArray();
        Expression? best = null;
        var tried = new HashSet<(Expression, string)>();
        for (var first = 0; first < terms.Length; first++)
        {
            if (terms[first] is not { } term) continue;
            foreach (var factor in term.Factors)
            {
                if (!tried.Add((factor.Of, Pattern(factor.Labels, sum.Shape.Rank)))) continue;
                if (TakenOut(sum, terms, factor) is { } shorter && (best is null || measure.Of(shorter) < measure.Of(best))) best = shorter;
            }
        }

        return best;
    }

    /// <summary>a·A + b·A = (a + b)·A for numbers a and b that change with the point.</summary>
    public static Expression? OneArray(Expression node) => node is Sum { Terms.Length: >= 2 and <= MostTerms, Shape.IsScalar: false } sum ? OneArray(sum) : null;

    private static Expression? OneArray(Sum sum)
    {
        var graph = sum.Graph;
        var groups = sum.Terms.GroupBy(static term => ArrayIn(term.Of)).ToList();
        if (groups.Count == sum.Terms.Length) return null;
        return graph.Sum(sum.Constant, [.. groups.SelectMany(group => group.Key is { } array && group.Count() > 1 ? [new Term(Rational.One, Joined(array, group))] : group.AsEnumerable())]);

        Expression Joined(Expression array, IEnumerable<Term> terms) => graph.Product(
            Rational.One, [graph.Sum(Rational.Zero, [.. terms.Select(term => new Term(term.Coefficient, NumberIn(term.Of)))]), array]);
    }

    // The only factor that is an array.
    private static Expression? ArrayIn(Expression node)
    {
        if (node is not Product product) return node.Shape.IsScalar ? null : node;
        var arrays = product.Factors.Where(static factor => !factor.Shape.IsScalar).ToList();
        return arrays.Count == 1 ? arrays[0] : null;
    }

    private static Expression NumberIn(Expression node) => node is Product product
        ? node.Graph.Product(product.Coefficient, [.. product.Factors.Where(static factor => factor.Shape.IsScalar)])
        : node.Graph.One;

    /// <summary>S' = S for sums of symmetric matrices, such as A'·A − I.</summary>
    public static Expression? Symmetric(Expression node)
    {
        if (node is not Contraction contraction) return null;
        for (var i = 0; i < contraction.Factors.Length; i++)
        {
            var factor = contraction.Factors[i];
            if (factor.Of is not Sum { Shape.Rank: 2 } || !IsSymmetric(factor.Of)) continue;
            Factor[] factors = [.. contraction.Factors];
            factors[i] = factor with { Labels = $"{factor.Labels[1]}{factor.Labels[0]}" };
            var lengths = contraction.Out.Distinct().ToDictionary(static label => label, contraction.DimensionOf);
            if (node.Graph.Contract(Rational.One, factors, contraction.Out, lengths) is var turned && turned != node) return turned;
        }

        return null;
    }

    private static bool IsSymmetric(Expression matrix)
    {
        if (matrix.Shape[0] != matrix.Shape[1]) return false;
        var open = new Stack<Expression>([matrix]);
        while (open.TryPop(out var node))
        {
            node.Graph.Budget.Visit();
            if (node.Shape.IsScalar) continue;
            if (node is not (Sum or Product) && (node is not Contraction || node.Graph.Permute(node, 1, 0) != node)) return false;
            for (var place = 0; place < node.ChildCount && node is Sum or Product; place++) open.Push(node.Child(place));
        }

        return true;
    }

    private static Expression? TakenOut(Sum sum, ArrayTerm?[] terms, Factor common)
    {
        var (graph, rank) = (sum.Graph, sum.Shape.Rank);
        var pattern = Pattern(common.Labels, rank);
        var boundCount = common.Labels.Distinct().Count(label => label >= 'a' + rank);
        var bound = Graph.Alphabet(boundCount, rank);
        var (rests, others) = (new List<ArrayTerm>(), new List<Term>());
        for (var i = 0; i < terms.Length; i++)
        {
            var place = terms[i] is { } term ? Place(term, common.Of, pattern, rank) : -1;
            if (place < 0) others.Add(sum.Terms[i]);
            else rests.Add(terms[i]!.Without(place, rank, bound, rank + boundCount));
        }

        if (rests.Count < 2) return null;
        var lengths = new Dictionary<char, Dimension>();
        for (var axis = 0; axis < rank; axis++) lengths[(char)('a' + axis)] = sum.Shape[axis];
        for (var axis = 0; axis < pattern.Length; axis++) lengths[pattern[axis]] = common.Of.Shape[axis];
        var used = rests.SelectMany(static rest => rest.Factors).SelectMany(static factor => factor.Labels).ToHashSet();
        var kept = new string([.. Graph.Alphabet(rank + boundCount).Where(label => used.Contains(label) || (label < 'a' + rank && !pattern.Contains(label, StringComparison.Ordinal)))]);
        var inner = rests.Select(rest => new Term(rest.Coefficient, graph.Product(Rational.One, [.. rest.Numbers, graph.Contract(Rational.One, [.. rest.Factors], kept, lengths)])));
        var joined = graph.Sum(Rational.Zero, [.. inner]);
        var product = graph.Contract(Rational.One, [new Factor(common.Of, pattern), new Factor(joined, joined.Shape.IsScalar ? "" : kept)], Graph.Alphabet(rank), lengths);
        return graph.Sum(sum.Constant, [new Term(Rational.One, product), .. others]);
    }

    private static int Place(ArrayTerm term, Expression of, string pattern, int rank)
    {
        for (var i = 0; i < term.Factors.Count; i++)
        {
            if (term.Factors[i].Of == of && string.Equals(Pattern(term.Factors[i].Labels, rank), pattern, StringComparison.Ordinal)) return i;
        }

        return -1;
    }

    // Labels that stay keep their names; those that are summed get the next ones, in the order of the axes.
    private static string Pattern(string labels, int rank)
    {
        var names = new Dictionary<char, char>();
        return new string([.. labels.Select(label =>
        {
            if (label < 'a' + rank) return label;
            if (!names.TryGetValue(label, out var name)) names[label] = name = (char)('a' + rank + names.Count);
            return name;
        })]);
    }

    private static bool HasContraction(Expression node) =>
        node is Contraction || (node is Product product && product.Factors.Any(static factor => factor is Contraction));
}
