using Calculus.Expressions;
using Calculus.Syntax;

namespace Calculus.Explanations;

/// <summary>Powers: of the variable, of a function, with a changing exponent, and with both.</summary>
internal sealed class PowerPlans(Notation notation, RuleBook rules)
{
    private const int LongestDecimal = 15;

    private SyntaxFactory Factory => notation.Factory;

    public Plan For(SyntaxNode node)
    {
        var (@base, exponent) = (node.Children[0], node.Children[1]);
        if (!rules.Changes(exponent)) return ConstantExponent(@base, exponent);
        return rules.Changes(@base) ? General(node, @base, exponent) : Exponential(node, @base, exponent);
    }

    private Plan ConstantExponent(SyntaxNode @base, SyntaxNode exponent)
    {
        var number = notation.Bind(exponent) is Number { Value: var value } ? value : (Rational?)null;
        if (number is { IsZero: true }) return Plan.At(DerivativeRules.Constant, "A power with the exponent 0 is 1 and does not change.", Factory.Number(0));
        if (number is { IsOne: true })
            return new Plan(DerivativeRules.Simplify, "A power with the exponent 1 is its base.", [@base], of => of(@base));

        var lowered = number is { } n ? Lowered(n, exponent) : Factory.Subtract(exponent, Factory.Number(1));
        var power = lowered is { Kind: SyntaxKind.Number, Text: "1" } ? @base : Factory.Power(@base, lowered);
        var result = Factory.Multiply(exponent, power);
        return rules.IsVariable(@base)
            ? Plan.At(DerivativeRules.Power, $"The exponent {notation.Quote(exponent)} comes down as a factor and is lowered by one.", result)
            : new Plan(
                DerivativeRules.Chain,
                $"The outer function is the power with exponent {notation.Quote(exponent)}, the inner one {notation.Quote(@base)}: the power rule outside, times the derivative of the inside.",
                [@base], of => Factory.Multiply(result, of(@base)));
    }

    // One less, written like the exponent: a decimal stays a decimal, and a fraction a fraction, which is the real root where its denominator is odd.
    private SyntaxNode Lowered(Rational exponent, SyntaxNode written)
    {
        var n = exponent - 1;
        var isDecimal = written.Kind == SyntaxKind.Number || (written.Kind == SyntaxKind.Negate && written.Children[0].Kind == SyntaxKind.Number);
        var size = n.Abs();
        var digits = n.IsInteger ? size.ToString() : isDecimal ? size.TryDecimal(LongestDecimal) : null;
        var node = digits is not null ? Factory.Literal(digits)
            : Factory.Divide(Factory.Literal(size.Numerator.ToString(System.Globalization.CultureInfo.InvariantCulture)), Factory.Literal(size.Denominator.ToString(System.Globalization.CultureInfo.InvariantCulture)));
        return n.Sign < 0 ? Factory.Negate(node) : node;
    }

    private Plan Exponential(SyntaxNode node, SyntaxNode @base, SyntaxNode exponent)
    {
        var isNatural = notation.Bind(@base) is Symbol { Role: SymbolRole.Constant, Name: NamedConstants.E };
        var stays = isNatural ? node : Factory.Multiply(node, Factory.Call("log", @base));
        var sentence = isNatural
            ? "The exponential function is its own derivative."
            : $"A power of the constant {notation.Quote(@base)} stays, times the logarithm of its base.";
        return rules.IsVariable(exponent)
            ? Plan.At(DerivativeRules.Exponential, sentence, stays)
            : new Plan(DerivativeRules.Exponential, $"{sentence[..^1]}, times the derivative of the exponent.", [exponent], of => Factory.Multiply(stays, of(exponent)));
    }

    private Plan General(SyntaxNode node, SyntaxNode @base, SyntaxNode exponent) => new(
        DerivativeRules.GeneralPower, DerivativeRules.GeneralPower.Sentence, [exponent, @base],
        of => Factory.Multiply(node, Factory.Add(
            Factory.Multiply(of(exponent), Factory.Call("log", @base)),
            Factory.Divide(Factory.Multiply(exponent, of(@base)), @base))));
}
