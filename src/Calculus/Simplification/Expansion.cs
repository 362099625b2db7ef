using Calculus.Expressions;
using Calculus.Functions;

namespace Calculus.Simplification;

/// <summary>Products of sums multiplied out, as far as that stays short.</summary>
internal static class Expansion
{
    private const int MostTerms = 64;

    /// <summary>A sum with every product in it multiplied out, or null where there is nothing to multiply or it becomes too long.</summary>
    public static Expression? Of(Expression node)
    {
        var graph = node.Graph;
        var terms = node is Sum sum ? sum.Terms.AsSpan() : [new Term(Rational.One, node)];
        var constant = node is Sum { Constant: var c } ? c : Rational.Zero;
        if (Estimate(terms) is not { } estimate || estimate > MostTerms) return null;
        var all = new List<Term>();
        foreach (var term in terms) all.AddRange(OfProduct(graph, term));
        return graph.Sum(constant, [.. all]);
    }

    private static int? Estimate(ReadOnlySpan<Term> terms)
    {
        long total = 0;
        var multiplies = false;
        foreach (var term in terms)
        {
            long product = 1;
            foreach (var factor in term.Of is Product factors ? factors.Factors.AsSpan() : [term.Of])
            {
                var (@base, raised) = Power.Parts(factor);
                if (!IsExpandable(new RaisedBase(@base, raised, false), out var sum, out var exponent)) continue;
                multiplies = true;
                var length = sum.Terms.Length + (sum.Constant.IsZero ? 0 : 1);
                for (var i = 0; i < exponent && product <= MostTerms; i++) product *= length;
            }

            total += product;
            if (total > MostTerms) return null;
        }

        return multiplies ? (int)total : null;
    }

    private static List<Term> OfProduct(Graph graph, Term term)
    {
        var list = FactorList.Of(term.Coefficient, term.Of);
        var sums = new List<Sum>();
        list.Powers.RemoveAll(power =>
        {
            if (!IsExpandable(power, out var sum, out var exponent)) return false;
            for (var i = 0; i < exponent; i++) sums.Add(sum);
            return true;
        });
        var made = new List<Term> { new(Rational.One, list.Build(graph)) };
        foreach (var sum in sums)
        {
            var next = new List<Term>();
            foreach (var left in made)
            {
                if (!sum.Constant.IsZero) next.Add(new Term(left.Coefficient * sum.Constant, left.Of));
                foreach (var right in sum.Terms) next.Add(new Term(left.Coefficient * right.Coefficient, left.Of * right.Of));
            }

            made = next;
        }

        return made;
    }

    private static bool IsExpandable(RaisedBase power, out Sum sum, out int exponent)
    {
        sum = (power.Base as Sum)!;
        exponent = power.Number is { IsInteger: true, Sign: > 0 } n && n <= MostTerms ? (int)n.Numerator : 0;
        return sum is not null && exponent > 0;
    }
}
