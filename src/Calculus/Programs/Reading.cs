using Calculus.Expressions;
using Calculus.Functions;

namespace Calculus.Programs;

/// <summary>How lowering reads nodes: what is below the fraction line, and which forms have a stable equivalent.</summary>
internal static class Reading
{
    // A term's product is multiplied out after its coefficient, as it is written, up to this length; longer ones are shared.
    private const int InlinedFactors = 16;

    /// <summary>The argument of exp(u), also where it is written as a power of e; otherwise null.</summary>
    public static Expression? TryExponent(Expression node) => node switch
    {
        Call { Function: Exp } call => call.Arguments[0],
        Call { Function: Power } call when call.Arguments[0] is Symbol { Role: SymbolRole.Constant, Name: NamedConstants.E } => call.Arguments[1],
        _ => null,
    };

    /// <summary>Whether a factor is a power with a negative constant exponent, so that the product divides by its positive power.</summary>
    public static bool IsBelowLine(Expression factor) =>
        factor is Call { Function: Power or RealPower } call && call.Arguments[1] is Number { Value.Sign: < 0 } && TryExponent(call) is null;

    /// <summary>The factors that a term with this coefficient multiplies one by one, or null where the node counts as one.</summary>
    public static Product? TryInline(Term term) =>
        !term.Coefficient.Abs().IsOne && term.Of is Product { Factors.Length: <= InlinedFactors } product ? product : null;

    /// <summary>The number in a sum, also where it is one of the terms.</summary>
    public static Rational ConstantOf(Sum sum)
    {
        var constant = sum.Constant;
        foreach (var term in sum.Terms)
        {
            if (term.Of is Number number) constant += term.Coefficient * number.Value;
        }

        return constant;
    }

    /// <summary>The sum 1 + u whose logarithm is taken, or null for anything else.</summary>
    public static Sum? TryLogOnePlus(Call call) =>
        call.Function is Log && call.Arguments[0] is Sum sum && ConstantOf(sum).IsOne && sum.Terms.Any(static term => term.Of is not Number)
            ? sum
            : null;

    /// <summary>The call y of 1 − y², where y is a squashing function that comes so close to 1 that no digit would be left; otherwise null.</summary>
    public static Call? TryOneMinusSquare(Sum sum) =>
        sum is { Constant.IsOne: true, Terms: [{ Coefficient: var c, Of: Call { Function: Power } power }] } && c == -1
            && power.Arguments[1] is Number { Value: var n } && n == 2
            && power.Arguments[0] is Call { Function: Tanh or Sigmoid or Erf } squashed
            ? squashed
            : null;

    /// <summary>The place of a term c·exp(u) next to the number −c, so that both are c·(exp(u) − 1); −1 where there is none.</summary>
    public static int ExponentialMinusOne(Sum sum)
    {
        var constant = ConstantOf(sum);
        if (constant.IsZero) return -1;
        for (var i = 0; i < sum.Terms.Length; i++)
        {
            if (sum.Terms[i].Coefficient == -constant && TryExponent(sum.Terms[i].Of) is not null) return i;
        }

        return -1;
    }
}
