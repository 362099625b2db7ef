using Calculus.Expressions;

namespace Calculus.Functions;

/// <summary>The trigonometric functions at multiples of π/6 and π/4, and their inverses where the result is such a multiple.</summary>
internal static class ExactAngles
{
    /// <summary>sin x as an exact number where x is such a multiple of π; else null.</summary>
    public static Expression? Sine(Expression x) => TryTurns(x, out var turns) ? Sine(x.Graph, turns) : null;

    /// <summary>cos x as an exact number where x is such a multiple of π; else null.</summary>
    public static Expression? Cosine(Expression x) => TryTurns(x, out var turns) ? Sine(x.Graph, turns + Rational.Of(1, 4)) : null;

    /// <summary>tan x as an exact number where x is such a multiple of π; else null.</summary>
    public static Expression? Tangent(Expression x)
    {
        if (!TryTurns(x, out var turns)) return null;
        var cosine = Sine(x.Graph, turns + Rational.Of(1, 4));
        return cosine is null or Number { Value.IsZero: true } ? null : Sine(x.Graph, turns)! / cosine;
    }

    /// <summary>sec x as an exact number where x is such a multiple of π; else null.</summary>
    public static Expression? Secant(Expression x) => Reciprocal(Cosine(x));

    /// <summary>csc x as an exact number where x is such a multiple of π; else null.</summary>
    public static Expression? Cosecant(Expression x) => Reciprocal(Sine(x));

    /// <summary>cot x as an exact number where x is such a multiple of π; else null.</summary>
    public static Expression? Cotangent(Expression x) => Reciprocal(Sine(x)) is { } cosecant ? Cosine(x)! * cosecant : null;

    /// <summary>The angle whose sine is x or, where asked for, 1/x.</summary>
    public static Expression? InverseSine(Expression x, bool isReciprocal = false) =>
        TrySquare(x, isReciprocal, out var square, out var sign) && OfSineSquared(square) is { } angle ? sign * angle * Pi(x.Graph) : null;

    /// <summary>The angle whose cosine is x or, where asked for, 1/x.</summary>
    public static Expression? InverseCosine(Expression x, bool isReciprocal = false) =>
        TrySquare(x, isReciprocal, out var square, out var sign) && OfSineSquared(square) is { } angle
            ? (Rational.Of(1, 2) - (sign * angle)) * Pi(x.Graph)
            : null;

    /// <summary>The angle whose tangent is x or, where asked for, 1/x; a right angle for 1/0.</summary>
    public static Expression? InverseTangent(Expression x, bool isReciprocal = false)
    {
        if (isReciprocal && x is Number { Value.IsZero: true }) return Rational.Of(1, 2) * Pi(x.Graph);
        // tan² = s makes sin² = s/(1 + s).
        return TrySquare(x, isReciprocal, out var square, out var sign) && OfSineSquared(square / (1 + square)) is { } angle
            ? sign * angle * Pi(x.Graph)
            : null;
    }

    private static Symbol Pi(Graph graph) => graph.Symbol(NamedConstants.Pi, SymbolRole.Constant);

    private static Expression? Reciprocal(Expression? value) => value is null or Number { Value.IsZero: true } ? null : 1 / value;

    // The acute angle, as a fraction of π, whose sine has this square.
    private static Rational? OfSineSquared(Rational square)
    {
        if (square.IsZero) return Rational.Zero;
        if (square == Rational.Of(1, 4)) return Rational.Of(1, 6);
        if (square == Rational.Of(1, 2)) return Rational.Of(1, 4);
        if (square == Rational.Of(3, 4)) return Rational.Of(1, 3);
        return square.IsOne ? Rational.Of(1, 2) : null;
    }

    // The square and the sign of c or of c·√n or c/√n.
    private static bool TrySquare(Expression x, bool isReciprocal, out Rational square, out Rational sign)
    {
        (square, sign) = (Rational.Zero, Rational.Zero);
        var (coefficient, root) = x switch
        {
            Number number => (number.Value, null),
            Product { Factors: [Call call] } product => (product.Coefficient, call),
            _ => (Rational.One, x as Call),
        };
        if (x is not Number && root is null) return false;
        square = coefficient * coefficient;
        if (root is not null)
        {
            if (root is not { Function: Power, Arguments: [Number { Value: var n }, Number { Value: var exponent }] } || exponent.Abs() != Rational.Of(1, 2))
                return false;
            square *= exponent.Sign > 0 ? n : n.Reciprocal();
        }

        sign = coefficient.Sign;
        if (!isReciprocal) return true;
        if (square.IsZero) return false;
        square = square.Reciprocal();
        return true;
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
            Product { Factors: [Symbol s] } product => (product.Coefficient, s),
            _ => (Rational.Zero, null),
        };
        if (symbol is not { Role: SymbolRole.Constant, Name: NamedConstants.Pi or NamedConstants.Tau }) return false;
        turns = symbol.Name is NamedConstants.Pi ? coefficient / 2 : coefficient;
        return true;
    }
}
