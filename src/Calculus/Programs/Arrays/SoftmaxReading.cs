using Calculus.Expressions;
using Calculus.Functions;

namespace Calculus.Programs.Arrays;

/// <summary>exp(u − logsumexp(u)) along one axis of u is read as a step of its own, which rounds less.</summary>
internal static class SoftmaxReading
{
    /// <summary>Of such a node the logsumexp in it; else null.</summary>
    public static Reduce? TotalOf(Expression node)
    {
        if (node is not Call { Function: Exp, Arguments: [Sum { Shape.IsScalar: false } sum] }) return null;
        for (var place = 0; place < sum.Terms.Length; place++)
        {
            if (sum.Terms[place].Coefficient == -1 && Total(sum.Terms[place].Of, sum.Shape) is { } total && IsRest(sum, place, total.Argument)) return total;
        }

        return null;
    }

    // For a vector the number itself, otherwise repeated along the axis that it was taken along.
    private static Reduce? Total(Expression term, Shape shape)
    {
        if (term is Reduce { Reduction: Reduction.LogSumExp } whole) return whole.Argument.Shape == shape && shape.Rank == 1 ? whole : null;
        if (term is not Contraction { Factors: [{ Of: Reduce { Reduction: Reduction.LogSumExp, Axes: [var axis] } rows } factor] } repeated) return null;
        var labels = Graph.Alphabet(shape.Rank);
        return rows.Argument.Shape == shape && string.Equals(repeated.Out, labels, StringComparison.Ordinal)
            && string.Equals(factor.Labels, labels.Remove(axis, 1), StringComparison.Ordinal) ? rows : null;
    }

    // Whether the terms but one add up to u.
    private static bool IsRest(Sum sum, int place, Expression u)
    {
        if (sum.Terms is [_, _] && sum.Constant.IsZero)
        {
            var other = sum.Terms[1 - place];
            if (other.Coefficient.IsOne && other.Of == u) return true;
            if (u is Product product && IsTimes(product, other)) return true;
        }

        if (u is not Sum of || of.Constant != sum.Constant || of.Terms.Length != sum.Terms.Length - 1) return false;
        var terms = of.Terms.ToHashSet();
        return sum.Terms.Where((_, i) => i != place).All(terms.Contains);
    }

    private static bool IsTimes(Product product, Term term) => term.Of is Product inner
        ? product.Coefficient == term.Coefficient * inner.Coefficient && product.Factors.SequenceEqual(inner.Factors)
        : product.Coefficient == term.Coefficient && product.Factors is [var only] && only == term.Of;
}
