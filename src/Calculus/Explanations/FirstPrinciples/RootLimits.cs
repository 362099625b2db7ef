using Calculus.Expressions;
using Calculus.Syntax;

namespace Calculus.Explanations.FirstPrinciples;

/// <summary>Roots and magnitudes by the conjugate, fractional powers by differences of powers, other powers by the exponential function.</summary>
internal sealed class RootLimits(Quotients quotients, NumeratorLines numerators)
{
    // Longer sums of powers are too hard to follow.
    public const int LargestExponent = 8;
    private const int LongestDecimal = 15;

    private SyntaxFactory Factory => quotients.Factory;

    /// <summary>The square root or the magnitude of a polynomial: its square is a polynomial again. Null where that is too long.</summary>
    /// <param name="part">The root or magnitude as it is written.</param>
    /// <param name="inner">What is inside.</param>
    /// <param name="isMagnitude">Whether it is a magnitude: its square is that of the inside, while that of a root is the inside itself.</param>
    public LimitPlan? Conjugate(Part part, SyntaxNode inner, bool isMagnitude)
    {
        var (root, ahead) = (part.Node, quotients.Shift(part));
        var (square, aheadSquare) = isMagnitude ? (Square(inner), Square(quotients.Shift(part with { Node = inner }))) : (inner, quotients.Shift(part with { Node = inner }));
        var reader = numerators.ReaderOf(part.Frame);
        if (reader.Read(square) is null || reader.Read(aheadSquare) is null) return null;
        var sum = Factory.Add(ahead, root);
        return new LimitPlan(LimitRules.Conjugate, [], (chain, _) =>
        {
            chain.Rewrite(LimitRules.Conjugate, $"Numerator and denominator are multiplied by {quotients.Quote(sum)}, where that is not 0.", Factory.Divide(
                Factory.Multiply(Factory.Subtract(ahead, root), sum), Factory.Multiply(part.Frame.By, sum)));
            chain.Rewrite(
                LimitRules.Conjugate, isMagnitude ? "(a - b)(a + b) = a^2 - b^2, and the square of a magnitude is the square of the number." : "(a - b)(a + b) = a^2 - b^2, and the square of a root is what is under it.",
                Factory.Divide(Factory.Subtract(aheadSquare, square), Factory.Multiply(part.Frame.By, sum)));
            numerators.Conclude(chain, aheadSquare, square, [sum], Factory.Multiply(Factory.Number(2), root));
        });
    }

    /// <summary>A power of the variable with an exponent that is not a natural number.</summary>
    /// <param name="part">The power as it is written.</param>
    /// <param name="exponent">The exponent as it is written.</param>
    public LimitPlan Power(Part part, SyntaxNode exponent)
    {
        if (quotients.Notation.Bind(exponent) is not Number { Value: var value }) return General(part, exponent);
        if (value.Sign < 0) return Below(part, -value, exponent);
        return !value.IsInteger && value.Numerator <= LargestExponent && value.Denominator <= LargestExponent
            ? Fractional(part, (int)value.Numerator, (int)value.Denominator)
            : General(part, exponent);
    }

    /// <summary>The power p/q of the variable, or a root of it, by differences of powers of the q-th roots.</summary>
    public LimitPlan Fractional(Part part, int p, int q)
    {
        var (a, b) = (Root(part.Frame.Shifted, q), Root(part.Frame.At, q));
        var (top, bottom) = (Sum(a, b, p), Sum(a, b, q));
        var difference = Factory.Subtract(a, b);
        var h = part.Frame.Step;
        return new LimitPlan(LimitRules.PowerDifference, [], (chain, _) =>
        {
            chain.Rewrite(
                LimitRules.PowerDifference, FormattableString.Invariant($"Everything is written in terms of the roots: {h} is the difference of their powers with exponent {q}."),
                Factory.Divide(Factory.Subtract(Raised(a, p), Raised(b, p)), Factory.Subtract(Raised(a, q), Raised(b, q))));
            chain.Rewrite(
                LimitRules.PowerDifference, LimitRules.PowerDifference.Sentence,
                Factory.Divide(p == 1 ? difference : Factory.Multiply(difference, top), Factory.Multiply(difference, bottom)));
            chain.Rewrite(LimitRules.Divide, "The difference of the roots is not 0 yet, so it can be divided out.", Factory.Divide(top, bottom));
            chain.Limit(
                LimitRules.Vanish, $"At {h} = 0 both roots are equal, and so are the terms of each sum.",
                Factory.Divide(p == 1 ? Factory.Number(1) : Factory.Multiply(Factory.Number(p), Raised(b, p - 1)), Factory.Multiply(Factory.Number(q), Raised(b, q - 1))));
        });
    }

    // x^n with (1 + h/x)^n = exp(n log(1 + h/x)).
    private LimitPlan General(Part part, SyntaxNode n)
    {
        var (x, h, power) = (part.Frame.At, part.Frame.By, part.Node);
        var ratio = Factory.Divide(h, x);
        var growth = Factory.Add(Factory.Number(1), ratio);
        var exponent = Factory.Multiply(n, Factory.Call("log", growth));
        var (one, slope) = (Factory.Number(1), Factory.Divide(n, x));
        return new LimitPlan(LimitRules.Laws, [], (chain, _) =>
        {
            chain.Rewrite(LimitRules.Laws, $"{quotients.Quote(power)} is taken out of both powers, for {part.Frame.Variable} other than 0.", Factory.Divide(
                Factory.Multiply(power, Factory.Subtract(Factory.Power(growth, n), one)), h));
            chain.Rewrite(LimitRules.Laws, "a^n = exp(n log a).", Factory.Divide(
                Factory.Multiply(power, Factory.Subtract(Factory.Call("exp", exponent), one)), h));
            chain.Rewrite(LimitRules.Separate, $"Numerator and denominator are multiplied by the exponent and by {quotients.Quote(ratio)}: two standard limits appear.", Factory.Multiply(
                Factory.Multiply(Factory.Multiply(power, Factory.Divide(Factory.Subtract(Factory.Call("exp", exponent), one), exponent)), slope),
                Factory.Divide(Factory.Call("log", growth), ratio)));
            chain.Limit(
                LimitRules.StandardLimits, $"As {part.Frame.Step} goes to 0, so do the exponent and {quotients.Quote(ratio)}, and both quotients go to 1.",
                Factory.Multiply(Factory.Multiply(Factory.Multiply(power, one), slope), one),
                [quotients.Named(NamedLimit.Exponential, part.Frame), quotients.Named(NamedLimit.Logarithm, part.Frame)]);
        });
    }

    private LimitPlan Below(Part part, Rational exponent, SyntaxNode written)
    {
        var isDecimal = written.Kind == SyntaxKind.Negate && written.Children[0].Kind == SyntaxKind.Number;
        var power = exponent.IsOne ? part.Frame.At : Factory.Power(part.Frame.At, Written(exponent, isDecimal));
        var inner = part with { Node = Factory.Divide(Factory.Number(1), power) };
        return new LimitPlan(LimitRules.Laws, [inner], (chain, limits) =>
        {
            chain.Rewrite(LimitRules.Laws, "A power with a negative exponent is 1 over the power.", quotients.Of(inner));
            chain.GoOn(limits.Lines(inner), limits.Of(inner));
        })
        { GoesOn = true };
    }

    private SyntaxNode Written(Rational value, bool isDecimal)
    {
        var digits = value.IsInteger ? value.ToString() : isDecimal ? value.TryDecimal(LongestDecimal) : null;
        return digits is not null
            ? Factory.Literal(digits)
            : Factory.Divide(Factory.Literal(Rational.Of(value.Numerator, 1).ToString()), Factory.Literal(Rational.Of(value.Denominator, 1).ToString()));
    }

    private SyntaxNode Root(SyntaxNode of, int order) => order switch
    {
        2 => Factory.Call("sqrt", of),
        3 => Factory.Call("cbrt", of),
        _ => Factory.Call("root", of, Factory.Number(order)),
    };

    private SyntaxNode Square(SyntaxNode node) => Factory.Power(node, Factory.Number(2));

    private SyntaxNode Raised(SyntaxNode node, int exponent) => exponent == 0 ? Factory.Number(1) : exponent == 1 ? node : Factory.Power(node, Factory.Number(exponent));

    // a^(n-1) + a^(n-2) b + … + b^(n-1)
    private SyntaxNode Sum(SyntaxNode a, SyntaxNode b, int n)
    {
        SyntaxNode? sum = null;
        for (var i = 0; i < n; i++)
        {
            var term = i == 0 ? Raised(a, n - 1) : i == n - 1 ? Raised(b, i) : Factory.Multiply(Raised(a, n - 1 - i), Raised(b, i));
            sum = sum is null ? term : Factory.Add(sum, term);
        }

        return sum!;
    }
}
