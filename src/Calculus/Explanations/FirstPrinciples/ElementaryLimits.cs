using Calculus.Syntax;

namespace Calculus.Explanations.FirstPrinciples;

/// <summary>The elementary functions of the variable itself: addition theorems and laws of powers lead to the standard limits.</summary>
internal sealed class ElementaryLimits(Quotients quotients)
{
    private SyntaxFactory Factory => quotients.Factory;

    /// <summary>A call of a function with the variable as its argument; null where it has no technique of its own.</summary>
    public LimitPlan? PlanFor(Part part, string function) => function switch
    {
        "sin" => ByAddition(part, "sin", "cos", false, NamedLimit.Sine, NamedLimit.Cosine),
        "cos" => ByAddition(part, "cos", "sin", true, NamedLimit.Sine, NamedLimit.Cosine),
        "sinh" => ByAddition(part, "sinh", "cosh", false, NamedLimit.HyperbolicSine, NamedLimit.HyperbolicCosine),
        "cosh" => ByAddition(part, "cosh", "sinh", false, NamedLimit.HyperbolicSine, NamedLimit.HyperbolicCosine),
        "tan" => Tangent(part, "sin", "cos", NamedLimit.Sine),
        "tanh" => Tangent(part, "sinh", "cosh", NamedLimit.HyperbolicSine),
        "exp" => Exponential(part),
        "log" when part.Node.Children.Count == 1 => Logarithm(part),
        _ => null,
    };

    /// <summary>A power of a constant with the variable as its exponent.</summary>
    public LimitPlan Exponential(Part part, SyntaxNode @base)
    {
        if (@base is { Kind: SyntaxKind.Name, Text: Expressions.NamedConstants.E } && quotients.Notation.SymbolOf(@base.Text).Role is Expressions.SymbolRole.Constant)
            return Exponential(part);
        var (h, one) = (part.Frame.By, Factory.Number(1));
        var (log, step) = (Factory.Call("log", @base), Factory.Power(@base, part.Frame.By));
        var exponent = Factory.Multiply(h, log);
        return new LimitPlan(LimitRules.Laws, [], (chain, _) =>
        {
            chain.Rewrite(LimitRules.Laws, "The power of a sum is the product of the powers.", Factory.Divide(
                Factory.Subtract(Factory.Multiply(part.Node, step), part.Node), h));
            chain.Rewrite(LimitRules.Separate, $"{quotients.Quote(part.Node)} does not contain {part.Frame.Step}, so it is taken out.", Factory.Multiply(
                part.Node, Factory.Divide(Factory.Subtract(step, one), h)));
            chain.Rewrite(LimitRules.Laws, $"a^{part.Frame.Step} = exp({part.Frame.Step} log a), and numerator and denominator are multiplied by the logarithm.", Factory.Multiply(
                Factory.Multiply(part.Node, log), Factory.Divide(Factory.Subtract(Factory.Call("exp", exponent), one), exponent)));
            chain.Limit(
                LimitRules.StandardLimits, $"{quotients.Quote(exponent)} goes to 0 with {part.Frame.Step}, and so the quotient goes to 1.",
                Factory.Multiply(Factory.Multiply(part.Node, log), one), [quotients.Named(NamedLimit.Exponential, part.Frame)]);
        });
    }

    private LimitPlan Exponential(Part part)
    {
        var (h, one) = (part.Frame.By, Factory.Number(1));
        var step = part.Node.Kind == SyntaxKind.Power ? Factory.Power(part.Node.Children[0], h) : Factory.Call("exp", h);
        return new LimitPlan(LimitRules.Laws, [], (chain, _) =>
        {
            chain.Rewrite(LimitRules.Laws, "The power of a sum is the product of the powers.", Factory.Divide(
                Factory.Subtract(Factory.Multiply(part.Node, step), part.Node), h));
            chain.Rewrite(LimitRules.Separate, $"{quotients.Quote(part.Node)} does not contain {part.Frame.Step}, so it is taken out.", Factory.Multiply(
                part.Node, Factory.Divide(Factory.Subtract(step, one), h)));
            chain.Limit(
                LimitRules.StandardLimits, $"As {part.Frame.Step} goes to 0, {quotients.Quote(Factory.Divide(Factory.Subtract(step, one), h))} goes to 1.",
                Factory.Multiply(part.Node, one), [quotients.Named(NamedLimit.Exponential, part.Frame)]);
        });
    }

    // s(x + h) = s(x) c(h) ± o(x) s(h), with s and o the function and its partner, c the cosine and s the sine of the family.
    private LimitPlan ByAddition(Part part, string function, string partner, bool isSubtracted, NamedLimit sine, NamedLimit cosine)
    {
        var (x, h) = (part.Frame.At, part.Frame.By);
        var (own, other) = (Factory.Call(function, x), Factory.Call(partner, x));
        var (small, level) = (sine.Quotient(Factory, h), cosine.Quotient(Factory, h));
        var (sineOfStep, cosineOfStep) = (small.Children[0], level.Children[0].Children[0]);
        SyntaxNode Joined(SyntaxNode a, SyntaxNode b) => isSubtracted ? Factory.Subtract(a, b) : Factory.Add(a, b);
        return new LimitPlan(LimitRules.Addition, [], (chain, _) =>
        {
            chain.Rewrite(LimitRules.Addition, LimitRules.Addition.Sentence, Factory.Divide(
                Factory.Subtract(Joined(Factory.Multiply(own, cosineOfStep), Factory.Multiply(other, sineOfStep)), own), h));
            chain.Rewrite(LimitRules.Separate, $"Whatever does not contain {part.Frame.Step} is taken out of the quotients.", Joined(
                Factory.Multiply(own, level), Factory.Multiply(other, small)));
            chain.Limit(
                LimitRules.StandardLimits, $"As {part.Frame.Step} goes to 0, {quotients.Quote(level)} goes to 0 and {quotients.Quote(small)} goes to 1.",
                Joined(Factory.Multiply(own, Factory.Number(cosine.Value)), Factory.Multiply(other, Factory.Number(sine.Value))),
                [quotients.Named(cosine, part.Frame), quotients.Named(sine, part.Frame)]);
        });
    }

    private LimitPlan Tangent(Part part, string sine, string cosine, NamedLimit limit)
    {
        var (x, h, ahead) = (part.Frame.At, part.Frame.By, part.Frame.Shifted);
        var (s, c, aheadS, aheadC) = (Factory.Call(sine, x), Factory.Call(cosine, x), Factory.Call(sine, ahead), Factory.Call(cosine, ahead));
        var below = Factory.Multiply(Factory.Multiply(h, aheadC), c);
        return new LimitPlan(LimitRules.Addition, [], (chain, _) =>
        {
            chain.Rewrite(LimitRules.ByDefinition, $"{part.Node.Text} is {sine} over {cosine}.", Factory.Divide(
                Factory.Subtract(Factory.Divide(aheadS, aheadC), Factory.Divide(s, c)), h));
            chain.Rewrite(LimitRules.CommonDenominator, LimitRules.CommonDenominator.Sentence, Factory.Divide(
                Factory.Subtract(Factory.Multiply(aheadS, c), Factory.Multiply(aheadC, s)), below));
            chain.Rewrite(LimitRules.Addition, $"The numerator is {sine} of the difference of the arguments, which is {part.Frame.Step}.", Factory.Divide(Factory.Call(sine, h), below));
            chain.Rewrite(LimitRules.Separate, $"{quotients.Quote(limit.Quotient(Factory, h))} is taken out.", Factory.Multiply(
                limit.Quotient(Factory, h), Factory.Divide(Factory.Number(1), Factory.Multiply(aheadC, c))));
            chain.Limit(
                LimitRules.StandardLimits, $"As {part.Frame.Step} goes to 0, {quotients.Quote(limit.Quotient(Factory, h))} goes to 1 and {quotients.Quote(aheadC)} to {quotients.Quote(c)}.",
                Factory.Multiply(Factory.Number(1), Factory.Divide(Factory.Number(1), Factory.Power(c, Factory.Number(2)))), [quotients.Named(limit, part.Frame)]);
        });
    }

    private LimitPlan Logarithm(Part part)
    {
        var (x, h, one) = (part.Frame.At, part.Frame.By, Factory.Number(1));
        var ratio = Factory.Divide(h, x);
        var log = Factory.Call("log", Factory.Add(one, ratio));
        return new LimitPlan(LimitRules.Laws, [], (chain, _) =>
        {
            chain.Rewrite(LimitRules.Laws, "The difference of logarithms is the logarithm of the quotient.", Factory.Divide(Factory.Call("log", Factory.Divide(part.Frame.Shifted, x)), h));
            chain.Rewrite(LimitRules.Divide, "The quotient inside is divided out term by term.", Factory.Divide(log, h));
            chain.Rewrite(LimitRules.Separate, $"Numerator and denominator are multiplied by {quotients.Quote(Factory.Divide(one, x))}: a standard limit appears.", Factory.Multiply(
                Factory.Divide(one, x), Factory.Divide(log, ratio)));
            chain.Limit(
                LimitRules.StandardLimits, $"{quotients.Quote(ratio)} goes to 0 with {part.Frame.Step}, and so the second factor goes to 1.",
                Factory.Multiply(Factory.Divide(one, x), one), [quotients.Named(NamedLimit.Logarithm, part.Frame)]);
        });
    }
}
