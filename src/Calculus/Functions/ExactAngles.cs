using Calculus.Expressions;

namespace Calculus.Functions;

/// <summary>Sine, cosine and tangent at multiples of π/6 and π/4.</summary>
internal static class ExactAngles
{
    public static Expression? Sine(Expression x) => TryTurns(x, out var turns) ? Sine(x.Graph, turns) : null;

    public static Expression? Cosine(Expression x) => TryTurns(x, out var turns) ? Sine(x.Graph, turns + Rational.Of(1, 4)) : null;

    public static Expression? Tangent(Expression x)
    {
        if (!TryTurns(x, out var turns)) return null;
        var cosine = Sine(x.Graph, turns + Rational.Of(1, 4));
        return cosine is null or Number { Value.IsZero: true } ? null : Sine(x.Graph, turns)! / cosine;
    }

    private static Expression? Sine(Graph graph, Rational turns)
    {
        turns -= Rational.Of(System.Numerics.BigInteger.Divide(turns.Numerator - (turns.Sign < 0 ? turns.Denominator - 1 : 0), turns.Denominator), 1);
        var twentyFourths = turns * 24;
        if (!twentyFourths.IsInteger) return null;
        var place = (int)twentyFourths.Numerator;
        var negative = place > 12;
        if (negative) place -= 12;
        if (place > 6) place = 12 - place;
        Expression? sine = place switch
        {
            0 => graph.Zero,
            2 => graph.Number(Rational.Of(1, 2)),
            3 => Rational.Of(1, 2) * graph.Power(graph.Number(2), Rational.Of(1, 2)),
            4 => Rational.Of(1, 2) * graph.Power(graph.Number(3), Rational.Of(1, 2)),
            6 => graph.One,
            _ => null,
        };
        return negative && sine is not null ? -sine : sine;
    }

    // The angle as a fraction of a full turn.
    private static bool TryTurns(Expression x, out Rational turns)
    {
        turns = Rational.Zero;
        if (x is Number { Value.IsZero: true }) return true;
        var (coefficient, symbol) = x switch
        {
            Symbol s => (Rational.One, s),
            Product { Factors: [{ Of: Symbol s }] } product => (product.Coefficient, s),
            _ => (Rational.Zero, null),
        };
        if (symbol is not { Role: SymbolRole.Constant, Name: NamedConstants.Pi or NamedConstants.Tau }) return false;
        turns = symbol.Name is NamedConstants.Pi ? coefficient / 2 : coefficient;
        return true;
    }
}
