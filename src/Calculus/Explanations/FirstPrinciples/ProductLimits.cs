using Calculus.Binding;
using Calculus.Expressions;
using Calculus.Syntax;

namespace Calculus.Explanations.FirstPrinciples;

/// <summary>Products and quotients: of polynomials by a common denominator, of others by adding and subtracting a term, so that one part changes at a time.</summary>
internal sealed class ProductLimits(Quotients quotients, NumeratorLines numerators)
{
    private SyntaxFactory Factory => quotients.Factory;

    public LimitPlan PlanFor(Part part)
    {
        var links = Chains.Product(part.Node).ToList();
        var above = links.Where(static link => !link.IsDivisor).Select(static link => link.Factor).ToList();
        var below = links.Where(static link => link.IsDivisor).Select(static link => link.Factor).ToList();
        if (Fraction(part, Product(above), Product(below)) is { } fraction) return fraction;

        bool Changes(SyntaxNode factor) => quotients.Changes(factor, part.Frame);
        var constants = links.Where(link => !Changes(link.Factor) && !IsOne(link.Factor)).ToList();
        var (changingAbove, changingBelow) = (above.Where(Changes).ToList(), below.Where(Changes).ToList());
        if (constants.Count > 0)
        {
            var rest = changingBelow.Count == 0 ? Product(changingAbove) : Factory.Divide(Product(changingAbove), Product(changingBelow));
            return Multiple(part, Chain(constants), part with { Node = rest });
        }

        if (changingAbove.Count == 0) return Reciprocal(part, part with { Node = Product(changingBelow) });
        if (changingBelow.Count > 0) return Quotient(part with { Node = Product(changingAbove) }, part with { Node = Product(changingBelow) });
        // Splitting a long product in halves keeps its lines few; of three factors the first is split off.
        var first = Math.Max(1, changingAbove.Count / 2);
        return TwoFactors(part with { Node = Product(changingAbove[..first]) }, part with { Node = Product(changingAbove[first..]) });
    }

    /// <summary>A power with a negative whole exponent of a polynomial, as a fraction; null where that is too long.</summary>
    public LimitPlan? NegativePower(Part part, SyntaxNode @base, Rational exponent) => Fraction(
        part, Factory.Number(1), exponent == -1 ? @base : Factory.Power(@base, Factory.Literal(exponent.Abs().ToString())));

    /// <summary>1 over a function, in whatever way it is written.</summary>
    /// <param name="part">The function.</param>
    /// <param name="divisor">What it is 1 over.</param>
    public LimitPlan Reciprocal(Part part, Part divisor)
    {
        var (ahead, here) = (quotients.Shift(divisor), divisor.Node);
        return new LimitPlan(LimitRules.CommonDenominator, [divisor], (chain, limits) =>
        {
            chain.Rewrite(LimitRules.CommonDenominator, LimitRules.CommonDenominator.Sentence, Factory.Divide(
                Factory.Subtract(here, ahead), Factory.Multiply(Factory.Multiply(part.Frame.By, ahead), here)));
            chain.Rewrite(LimitRules.Separate, "Apart from the sign, the numerator is the difference of the two denominators.", Factory.Negate(Factory.Multiply(
                quotients.Of(divisor), Factory.Divide(Factory.Number(1), Factory.Multiply(ahead, here)))));
            chain.Limit(LimitRules.ProductOfLimits, PartByPart(part.Frame), Factory.Negate(Factory.Multiply(
                limits.Of(divisor), Factory.Divide(Factory.Number(1), Factory.Power(here, Factory.Number(2))))), limits.Steps);
        });
    }

    private LimitPlan? Fraction(Part part, SyntaxNode above, SyntaxNode below)
    {
        if (!quotients.Changes(below, part.Frame)) return null;
        var (aheadAbove, aheadBelow) = (quotients.Shift(part with { Node = above }), quotients.Shift(part with { Node = below }));
        var (first, second) = (Times(aheadAbove, below), Times(above, aheadBelow));
        var reader = numerators.ReaderOf(part.Frame);
        if (reader.Read(first) is null || reader.Read(second) is null) return null;
        return new LimitPlan(LimitRules.CommonDenominator, [], (chain, _) =>
        {
            chain.Rewrite(LimitRules.CommonDenominator, LimitRules.CommonDenominator.Sentence, Factory.Divide(
                Factory.Subtract(first, second), Factory.Multiply(Factory.Multiply(part.Frame.By, below), aheadBelow)));
            numerators.Conclude(chain, first, second, [below, aheadBelow], Factory.Power(below, Factory.Number(2)));
        });
    }

    private LimitPlan Multiple(Part part, SyntaxNode constant, Part rest) => new(LimitRules.Multiple, [rest], (chain, limits) =>
    {
        var name = quotients.Quote(constant);
        chain.Rewrite(LimitRules.Multiple, $"The factor {name} does not change with {part.Frame.Variable}, so it comes out of the difference quotient.", Times(constant, quotients.Of(rest)));
        chain.Limit(LimitRules.Multiple, $"The factor {name} stays in front of the limit.", Times(constant, limits.Of(rest)), limits.Steps);
    })
    { WorksOut = false };

    private LimitPlan TwoFactors(Part first, Part second)
    {
        var (f, g) = (first.Node, second.Node);
        var (ahead, aheadSecond) = (quotients.Shift(first), quotients.Shift(second));
        var mixed = Factory.Multiply(ahead, g);
        return new LimitPlan(LimitRules.AddAndSubtract, [second, first], (chain, limits) =>
        {
            chain.Rewrite(LimitRules.AddAndSubtract, $"{quotients.Quote(mixed)} is subtracted and added, so that only one factor changes in each difference.", Factory.Divide(
                Factory.Subtract(Factory.Add(Factory.Subtract(Factory.Multiply(ahead, aheadSecond), mixed), mixed), Factory.Multiply(f, g)), first.Frame.By));
            chain.Rewrite(LimitRules.Separate, "What both terms of a difference have in common is taken out.", Factory.Add(
                Factory.Multiply(ahead, quotients.Of(second)), Factory.Multiply(g, quotients.Of(first))));
            chain.Limit(LimitRules.ProductOfLimits, PartByPart(first.Frame), Factory.Add(
                Factory.Multiply(f, limits.Of(second)), Factory.Multiply(g, limits.Of(first))), limits.Steps);
        });
    }

    private LimitPlan Quotient(Part top, Part bottom)
    {
        var (f, g) = (top.Node, bottom.Node);
        var (aheadTop, aheadBottom) = (quotients.Shift(top), quotients.Shift(bottom));
        var both = Factory.Multiply(f, g);
        var below = Factory.Multiply(Factory.Multiply(top.Frame.By, aheadBottom), g);
        return new LimitPlan(LimitRules.CommonDenominator, [top, bottom], (chain, limits) =>
        {
            chain.Rewrite(LimitRules.CommonDenominator, LimitRules.CommonDenominator.Sentence, Factory.Divide(
                Factory.Subtract(Factory.Multiply(aheadTop, g), Factory.Multiply(f, aheadBottom)), below));
            chain.Rewrite(LimitRules.AddAndSubtract, $"{quotients.Quote(both)} is subtracted and added, so that only one part changes in each difference.", Factory.Divide(
                Factory.Subtract(Factory.Add(Factory.Subtract(Factory.Multiply(aheadTop, g), both), both), Factory.Multiply(f, aheadBottom)), below));
            chain.Rewrite(LimitRules.Separate, "What both terms of a difference have in common is taken out.", Factory.Divide(
                Factory.Subtract(Factory.Multiply(quotients.Of(top), g), Factory.Multiply(f, quotients.Of(bottom))), Factory.Multiply(aheadBottom, g)));
            chain.Limit(LimitRules.ProductOfLimits, PartByPart(top.Frame), Factory.Divide(
                Factory.Subtract(Factory.Multiply(limits.Of(top), g), Factory.Multiply(f, limits.Of(bottom))), Factory.Power(g, Factory.Number(2))), limits.Steps);
        });
    }

    private static string PartByPart(Frame frame) =>
        $"Each difference quotient goes to its limit. A function that has a derivative is continuous: its value at {frame.Variable} + {frame.Step} goes to its value at {frame.Variable}.";

    private static bool IsOne(SyntaxNode node) => node is { Kind: SyntaxKind.Number, Text: "1" };

    private SyntaxNode Times(SyntaxNode a, SyntaxNode b) => IsOne(a) ? b : IsOne(b) ? a : Factory.Multiply(a, b);

    private SyntaxNode Product(IReadOnlyList<SyntaxNode> factors) => factors.Aggregate(Factory.Number(1), Times);

    private SyntaxNode Chain(List<(SyntaxNode Factor, bool IsDivisor)> links) => links.Aggregate(
        Factory.Number(1), (chain, link) => link.IsDivisor ? Factory.Divide(chain, link.Factor) : Times(chain, link.Factor));
}
