using Calculus.Expressions;

namespace Calculus.Printing;

/// <summary>A number times a node, laid out for writing: a sign, a number and factors above the line, and those below it.</summary>
/// <param name="IsNegative">Whether there is a minus sign before it.</param>
/// <param name="Number">The number without its sign.</param>
/// <param name="Numerator">The factors above the line.</param>
/// <param name="Denominator">The factors below the line.</param>
internal sealed record Quotient(bool IsNegative, Numeral Number, IReadOnlyList<PeoplesFactor> Numerator, IReadOnlyList<PeoplesFactor> Denominator)
{
    /// <summary>Whether there is a denominator.</summary>
    public bool HasDenominator => Denominator.Count > 0 || Number.Divisor is not null;

    /// <summary>Whether the number above the line has to be written.</summary>
    public bool WritesNumber => Numerator.Count == 0 || Number.Digits is not "1" || Number.PowerOfTen != 0;

    /// <summary>The layout of a coefficient times a node; products within products are written as one.</summary>
    public static Quotient Of(Rational coefficient, Expression node, PeoplesOrder order, bool decimals)
    {
        if (node is Product flat && !HasProduct(flat)) return Of(coefficient * flat.Coefficient, order.Factors(flat), decimals);
        if (node is Number only) return Of(coefficient * only.Value, new PeoplesProduct(Rational.One, [], []), decimals);
        if (node is not Product) return Of(coefficient, order.Factors(coefficient, [node]), decimals);
        List<Expression> factors = [];
        var open = new Stack<Expression>();
        open.Push(node);
        while (open.TryPop(out var next))
        {
            if (next is not Product product)
            {
                factors.Add(next);
                continue;
            }

            coefficient *= product.Coefficient;
            foreach (var factor in product.Factors) open.Push(factor);
        }

        return Of(coefficient, order.Factors(coefficient, factors), decimals);
    }

    private static Quotient Of(Rational coefficient, PeoplesProduct ordered, bool decimals) =>
        new(coefficient.Sign < 0, Numeral.Of(coefficient, decimals), ordered.Numerator, ordered.Denominator);

    private static bool HasProduct(Product product)
    {
        foreach (var factor in product.Factors)
        {
            if (factor is Product) return true;
        }

        return false;
    }
}
