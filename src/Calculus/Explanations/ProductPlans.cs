using Calculus.Binding;
using Calculus.Syntax;

namespace Calculus.Explanations;

/// <summary>Products and quotients: constants in front, then the product rule, the quotient rule or the rule of the reciprocal.</summary>
internal sealed class ProductPlans(Notation notation, RuleBook rules)
{
    // The product rule on n factors writes n products of n factors; longer products are split in halves.
    private const int MostFactors = 6;

    private SyntaxFactory Factory => notation.Factory;

    public Plan For(SyntaxNode node)
    {
        var links = Chains.Product(node).ToList();
        var constants = links.Where(link => !rules.Changes(link.Factor)).ToList();
        var changing = links.Where(link => rules.Changes(link.Factor)).ToList();
        var above = changing.Where(static link => !link.IsDivisor).Select(static link => link.Factor).ToList();
        var below = changing.Where(static link => link.IsDivisor).Select(static link => link.Factor).ToList();
        if (above.Count == 0) return Reciprocal(Chain(constants)!, Times(below));
        if (constants.Count > 0)
        {
            // A divisor cannot come first.
            var rest = changing[0].IsDivisor ? below.Aggregate(Times(above), Factory.Divide) : Chain(changing)!;
            if (rules.IsVariable(rest) && constants.TrueForAll(static link => !link.IsDivisor))
                return Plan.At(DerivativeRules.ConstantMultiple, $"The derivative of {rules.Variable} is 1, and the constant factor {notation.Quote(Chain(constants)!)} stays.", Chain(constants)!);
            // A constant divisor alone stays below the line: u/2.
            return constants.TrueForAll(static link => link.IsDivisor)
                ? new Plan(DerivativeRules.ConstantMultiple, $"Dividing by {notation.Quote(Times([.. constants.Select(static link => link.Factor)]))} is a constant factor, so it stays.",
                    [rest], of => constants.Aggregate(of(rest), (quotient, link) => Factory.Divide(quotient, link.Factor)))
                : new Plan(DerivativeRules.ConstantMultiple, $"{notation.Quote(Chain(constants)!)} does not change with {rules.Variable}, so it stays in front as a factor.",
                    [rest], of => Factory.Multiply(Chain(constants)!, of(rest)));
        }

        return below.Count > 0 ? Quotient(Times(above), Times(below)) : Product(above);
    }

    private Plan Reciprocal(SyntaxNode constant, SyntaxNode divisor)
    {
        var isOne = constant == Factory.Number(1);
        return new Plan(
            DerivativeRules.Reciprocal, isOne ? "One over a function: minus the function's derivative, over the function squared." : DerivativeRules.Reciprocal.Sentence, [divisor],
            of => Factory.Negate(Factory.Divide(isOne ? of(divisor) : Factory.Multiply(constant, of(divisor)), Factory.Power(divisor, Factory.Number(2)))));
    }

    private Plan Quotient(SyntaxNode above, SyntaxNode below) => new(
        DerivativeRules.Quotient, DerivativeRules.Quotient.Sentence, [above, below],
        of => Factory.Divide(
            Factory.Subtract(Factory.Multiply(of(above), below), Factory.Multiply(above, of(below))),
            Factory.Power(below, Factory.Number(2))));

    private Plan Product(List<SyntaxNode> factors)
    {
        if (factors.Count > MostFactors)
        {
            var half = factors.Count / 2;
            factors = [Times(factors[..half]), Times(factors[half..])];
        }

        return new Plan(DerivativeRules.Product, DerivativeRules.Product.Sentence, factors, of =>
        {
            SyntaxNode? sum = null;
            for (var i = 0; i < factors.Count; i++)
            {
                var term = Times([.. factors.Select((factor, k) => k == i ? of(factor) : factor)]);
                sum = sum is null ? term : Factory.Add(sum, term);
            }

            return sum!;
        });
    }

    private SyntaxNode Times(List<SyntaxNode> factors) => factors.Skip(1).Aggregate(factors[0], Factory.Multiply);

    // The links in the order written; a chain that begins with a divisor begins with 1.
    private SyntaxNode? Chain(List<(SyntaxNode Factor, bool IsDivisor)> links)
    {
        SyntaxNode? chain = null;
        foreach (var (factor, isDivisor) in links)
            chain = isDivisor ? Factory.Divide(chain ?? Factory.Number(1), factor) : chain is null ? factor : Factory.Multiply(chain, factor);
        return chain;
    }
}
