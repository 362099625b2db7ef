using Calculus.Expressions;
using Calculus.Functions;

namespace Calculus.Differentiation;

/// <summary>
/// Conditions that hold at single points only, such as <c>x == 0</c>. A branch that is taken there has no interior and
/// so no derivative of its own: the derivative's formula is that of the other branch.
/// </summary>
internal static class Thin
{
    /// <summary>What a condition can't hold on, when only one variable moves.</summary>
    private readonly record struct Extent(bool HoldsAtPointsOnly, bool FailsAtPointsOnly);

    /// <summary>The place of the only branch of a choice with an interior along a variable, or null where both may have one.</summary>
    public static int? OnlyBranch(Choice choice, Symbol along)
    {
        var extents = new Dictionary<Expression, Extent>();
        var open = new Stack<Expression>([choice.Condition]);
        while (open.TryPeek(out var condition))
        {
            choice.Graph.Budget.Visit();
            if (condition is Call { Function: Connective } connective && !connective.Arguments.All(extents.ContainsKey))
            {
                foreach (var argument in connective.Arguments) open.Push(argument);
                continue;
            }

            open.Pop();
            extents[condition] = Of(condition, extents, along);
        }

        return extents[choice.Condition] switch
        {
            { HoldsAtPointsOnly: true } => 2,
            { FailsAtPointsOnly: true } => 1,
            _ => null,
        };
    }

    private static Extent Of(Expression condition, Dictionary<Expression, Extent> extents, Symbol along)
    {
        if (condition is not Call call) return default;
        switch (call.Function)
        {
            case Not:
                var inner = extents[call.Arguments[0]];
                return new Extent(inner.FailsAtPointsOnly, inner.HoldsAtPointsOnly);
            case And or Or:
                var (a, b) = (extents[call.Arguments[0]], extents[call.Arguments[1]]);
                return call.Function is And
                    ? new Extent(a.HoldsAtPointsOnly || b.HoldsAtPointsOnly, a.FailsAtPointsOnly && b.FailsAtPointsOnly)
                    : new Extent(a.HoldsAtPointsOnly && b.HoldsAtPointsOnly, a.FailsAtPointsOnly || b.FailsAtPointsOnly);
            case Equal:
                return new Extent(IsPolynomial(call.Arguments[0] - call.Arguments[1], along), false);
            case NotEqual:
                return new Extent(false, IsPolynomial(call.Arguments[0] - call.Arguments[1], along));
            default:
                return default;
        }
    }

    // A polynomial in x whose leading coefficient is a number has finitely many zeros, whatever the other variables are.
    private static bool IsPolynomial(Expression difference, Symbol x)
    {
        IReadOnlyList<Term> terms = difference is Sum sum ? sum.Terms : [new Term(Rational.One, difference)];
        var powers = new Dictionary<Rational, int>();
        foreach (var term in terms)
        {
            if (ExponentOf(term.Of, x) is { } exponent) powers[exponent] = powers.GetValueOrDefault(exponent) + 1;
            else if (Reachable.From(term.Of).Contains(x)) return false;
        }

        return powers.Count > 0 && powers[powers.Keys.Max()] == 1;
    }

    private static Rational? ExponentOf(Expression factor, Symbol x) => factor switch
    {
        Symbol symbol when symbol == x => Rational.One,
        Product { Coefficient.IsZero: false, Factors: [var only] } => ExponentOfPower(only, x),
        _ => ExponentOfPower(factor, x),
    };

    private static Rational? ExponentOfPower(Expression factor, Symbol x) => factor switch
    {
        Symbol symbol when symbol == x => Rational.One,
        Call { Function: Power } power when power.Arguments[0] == x && power.Arguments[1] is Number { Value: { IsInteger: true, Sign: > 0 } n } => n,
        _ => null,
    };
}
