using Calculus.Binding;
using Calculus.Syntax;

namespace Calculus.Explanations.FirstPrinciples;

/// <summary>Constants, signs and sums: the difference quotient splits into those of the terms.</summary>
internal sealed class SumLimits(Quotients quotients, NumeratorLines numerators)
{
    private SyntaxFactory Factory => quotients.Factory;

    /// <summary>What does not change.</summary>
    public LimitPlan Constant(Part part) => new(LimitRules.Constant, [], (chain, _) => chain.Limit(
        LimitRules.Constant, $"{quotients.Quote(part.Node)} does not change with {part.Frame.Variable}: the difference is 0 for every step.", Factory.Number(0)));

    /// <summary>A sign in front.</summary>
    public LimitPlan Negative(Part part)
    {
        var inner = part with { Node = part.Node.Children[0] };
        return new LimitPlan(LimitRules.Multiple, [inner], (chain, limits) =>
        {
            chain.Rewrite(LimitRules.Multiple, "The sign comes out of the difference quotient.", Factory.Negate(quotients.Of(inner)));
            chain.Limit(LimitRules.Multiple, "The sign stays in front of the limit.", Factory.Negate(limits.Of(inner)), limits.Steps);
        })
        { WorksOut = false };
    }

    /// <summary>A sum; its terms that are polynomials stay together, and those that do not change drop out.</summary>
    public LimitPlan Sum(Part part)
    {
        var all = Grouped(part);
        var terms = all.Where(term => !quotients.IsConstant(term.Part)).ToList();
        var constant = terms.Count < all.Count ? " What does not change cancels." : "";
        return new LimitPlan(LimitRules.SumOfLimits, [.. terms.Select(static term => term.Part)], (chain, limits) =>
        {
            chain.Rewrite(LimitRules.SumOfLimits, $"The difference of the sums is the sum of the differences.{constant}", Line(terms, quotients.Of));
            chain.Limit(LimitRules.SumOfLimits, LimitRules.SumOfLimits.Sentence, Line(terms, limits.Of), limits.Steps);
        })
        { WorksOut = false };
    }

    private List<(Part Part, bool IsSubtracted)> Grouped(Part part)
    {
        var links = Chains.Sum(part.Node).ToList();
        var (groups, place) = (new List<(Part Part, bool IsSubtracted)>(), -1);
        SyntaxNode? together = null;
        foreach (var (term, isSubtracted) in links)
        {
            if (numerators.PlanFor(part with { Node = term }) is null)
            {
                groups.Add((part with { Node = term }, isSubtracted));
                continue;
            }

            if (together is null) place = groups.Count;
            together = together is null ? (isSubtracted ? Factory.Negate(term) : term) : isSubtracted ? Factory.Subtract(together, term) : Factory.Add(together, term);
        }

        if (together is null) return groups;
        // Together they would be too long a polynomial, so they go term by term.
        if (groups.Count == 0) return links.ConvertAll(link => (part with { Node = link.Term }, link.IsSubtracted));
        groups.Insert(place, (part with { Node = together }, false));
        return groups;
    }

    private SyntaxNode Line(List<(Part Part, bool IsSubtracted)> terms, Func<Part, SyntaxNode> of)
    {
        SyntaxNode? sum = null;
        foreach (var (part, isSubtracted) in terms)
        {
            var line = of(part);
            sum = sum is null ? (isSubtracted ? Factory.Negate(line) : line) : isSubtracted ? Factory.Subtract(sum, line) : Factory.Add(sum, line);
        }

        return sum!;
    }
}
