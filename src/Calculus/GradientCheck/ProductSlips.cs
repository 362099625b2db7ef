using System.Collections.Immutable;
using Calculus.Expressions;
using Calculus.Functions;

namespace Calculus.GradientCheck;

/// <summary>Mistakes with the product rule, (uv)′ = u′v + uv′, and with constant factors.</summary>
internal static class ProductSlips
{
    public static ImmutableArray<RuleSlip> All { get; } =
    [
        new("product-of-derivatives", "The product rule is missing", "The derivative of u*v is u'*v + u*v', not u'*v'.", OfDerivatives) { IsHabit = true },
        new("product-half-lost", "A part of the product rule is missing", "The derivative of u*v is u'*v + u*v': each factor is differentiated once.", HalfLost),
        new("product-sign", "The product rule has a minus sign", "The derivative of u*v is u'*v + u*v'; the minus sign belongs to the quotient rule.", Sign),
        new("logarithm-base-lost", "The base of the logarithm is lost", FunctionSlips.LogarithmToABase, LogarithmBase),
        new("divisor-lost", "A constant divisor is lost", "A constant divisor stays: u/n has the derivative u'/n.", DivisorLost),
        new("factor-lost", "A constant factor is lost", "A constant factor stays: c*u has the derivative c*u'.", FactorLost),
        new("factor-twice", "A constant factor appears twice", "A constant factor stays as it is: c*u has the derivative c*u'.", FactorTwice),
    ];

    // With n factors each part of the product rule has n, so that very long products cost too much to try part by part.
    public const int MostFactors = 64;

    private static IEnumerable<Edit> OfDerivatives(Site site)
    {
        if (site.Node is not Product product || site.Moving.Count is < 2 or > MostFactors || Denominators(site).Any()) return [];
        Expression[] factors = [.. product.Factors.Select(factor => site.TangentOf(factor) ?? factor)];
        return site.Linear(site.Graph.Product(product.Coefficient, factors), site.Moving.Count) is { } multiplied
            ? [new(site.Instead(multiplied), $"The derivatives of the factors of {site.Node} are multiplied with each other.")]
            : [];
    }

    private static IEnumerable<Edit> HalfLost(Site site) => site.Node is Product or Contraction && site.Moving.Count is > 1 and <= MostFactors
        ? site.Moving.Select(lost => new Edit(
            -site.Contribution(lost),
            $"The derivative of {site.Node} lacks the part in which {site.Node.Child(lost)} is differentiated."))
        : [];

    private static IEnumerable<Edit> Sign(Site site) => site.Node is Product && site.Moving.Count == 2 && !Denominators(site).Any()
        ? site.Moving.Select(turned => new Edit(
            -2 * site.Contribution(turned),
            $"In the derivative of {site.Node}, the part in which {site.Node.Child(turned)} is differentiated has the wrong sign."))
        : [];

    private static IEnumerable<Edit> LogarithmBase(Site site) => Constants(site)
        .Where(static factor => Power.Parts(factor) is (Call { Function: Log }, Number { Value.Sign: < 0 }))
        .Select(factor => new Edit(site.Instead(site.Total() / factor), $"The factor {factor}, which comes from the base of the logarithm, is missing."));

    private static IEnumerable<Edit> DivisorLost(Site site) => Constants(site).Where(IsDivisor)
        .Select(factor => new Edit(site.Instead(site.Total() / factor), $"The division by {site.Graph.Power(factor, -1)} in {site.Node} is missing."));

    private static IEnumerable<Edit> FactorLost(Site site) => Constants(site).Where(static factor => !IsDivisor(factor))
        .Select(factor => new Edit(site.Instead(site.Total() / factor), $"The factor {factor} of {site.Node} is missing."));

    private static IEnumerable<Edit> FactorTwice(Site site) => Constants(site)
        .Select(factor => new Edit(site.Instead(site.Total() * factor), IsDivisor(factor)
            ? (FormattableString)$"The derivative of {site.Node} is divided by {site.Graph.Power(factor, -1)} twice."
            : $"The derivative of {site.Node} has the factor {factor} twice."));

    private static bool IsDivisor(Expression factor) => factor is Number number
        ? number.Value.Abs() < Rational.One
        : Power.Parts(factor) is (_, Number { Value.Sign: < 0 });

    private static IEnumerable<int> Denominators(Site site) => site.Moving.Where(place => QuotientSlips.IsDenominator(site.Node.Child(place)));

    // The factors of a product that do not depend on the variable; a sign is not one.
    private static IEnumerable<Expression> Constants(Site site)
    {
        if (site.Node is not Product product || site.Moving.Count is 0 or > MostFactors) yield break;
        if (!product.Coefficient.Abs().IsOne) yield return site.Graph.Number(product.Coefficient);
        foreach (var factor in product.Factors)
        {
            if (site.TangentOf(factor) is not null || factor is Number { Value: var n } && (n.IsZero || n.Abs().IsOne)) continue;
            yield return factor;
        }
    }
}
