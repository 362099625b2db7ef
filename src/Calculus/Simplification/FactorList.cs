using Calculus.Expressions;
using Calculus.Functions;

namespace Calculus.Simplification;

/// <summary>A node read as a coefficient times powers: what identities on products work on.</summary>
internal sealed class FactorList
{
    private FactorList(Rational coefficient, IEnumerable<Expression> factors)
    {
        Coefficient = coefficient;
        foreach (var factor in factors)
        {
            var (@base, exponent) = Power.Parts(factor);
            Powers.Add(new RaisedBase(@base, exponent, factor is Call { Function: RealPower }));
        }
    }

    public Rational Coefficient { get; set; }

    public List<RaisedBase> Powers { get; } = [];

    public static FactorList Of(Rational coefficient, Expression node) => node switch
    {
        Product product => new FactorList(coefficient * product.Coefficient, product.Factors),
        Number number => new FactorList(coefficient * number.Value, []),
        _ => new FactorList(coefficient, [node]),
    };

    public Expression Build(Graph graph) =>
        graph.Product(Coefficient, [.. Powers.Where(static power => power.Number?.IsZero != true).Select(power => power.Build(graph))]);
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
