using Calculus.Expressions;
using Calculus.Functions;

namespace Calculus.Simplification;

/// <summary>A node read as a coefficient times powers: what identities on products work on.</summary>
internal sealed class FactorList
{
    private FactorList(Rational coefficient, ReadOnlySpan<Expression> factors)
    {
        Coefficient = coefficient;
        Powers = new(factors.Length + 1);
        foreach (var factor in factors)
        {
            var (@base, exponent) = Power.Parts(factor);
            Powers.Add(new RaisedBase(@base, exponent, factor is Call { Function: RealPower }));
        }
    }

    public Rational Coefficient { get; set; }

    public List<RaisedBase> Powers { get; }

    public static FactorList Of(Rational coefficient, Expression node) => node switch
    {
        Product product => new FactorList(coefficient * product.Coefficient, product.Factors.AsSpan()),
        Number number => new FactorList(coefficient * number.Value, []),
        _ => new FactorList(coefficient, [node]),
    };

    /// <summary>Whether some factor of a node is such a power, given its base and its exponent, which is null for 1: looked at without a list.</summary>
    public static bool Any(Expression node, Func<Expression, Expression?, bool> isSuch)
    {
        foreach (var factor in node is Product product ? product.Factors.AsSpan() : new ReadOnlySpan<Expression>(in node))
        {
            var (@base, exponent) = Power.Parts(factor);
            if (isSuch(@base, exponent)) return true;
        }

        return false;
    }

    public Expression Build(Graph graph)
    {
        var (factors, count) = (new Expression[Powers.Count], 0);
        foreach (var power in Powers)
        {
            if (power.Number?.IsZero != true) factors[count++] = power.Build(graph);
        }

        return graph.Product(Coefficient, factors.AsSpan(0, count));
    }
}

/// <summary>A base with its exponent.</summary>
/// <param name="Base">The base.</param>
/// <param name="Exponent">The exponent, null for 1.</param>
/// <param name="IsReal">Whether it is the real power, defined below zero too.</param>
internal readonly record struct RaisedBase(Expression Base, Expression? Exponent, bool IsReal)
{
    /// <summary>The exponent as a number, or null where it has letters.</summary>
    public Rational? Number => Exponent is null ? Rational.One : (Exponent as Number)?.Value;

    public Expression Build(Graph graph) => Number switch
    {
        null => graph.Power(Base, Exponent!),
        { } n when IsReal && !n.IsInteger => RealPower.Of(Base, n),
        { } n => graph.Power(Base, n),
    };

    public RaisedBase With(Graph graph, Rational exponent) => new(Base, graph.Number(exponent), IsReal);
}
