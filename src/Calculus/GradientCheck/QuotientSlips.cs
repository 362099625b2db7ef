using System.Collections.Immutable;
using Calculus.Expressions;
using Calculus.Functions;

namespace Calculus.GradientCheck;

/// <summary>Mistakes with the quotient rule, (u/v)′ = (u′v − uv′)/v².</summary>
internal static class QuotientSlips
{
    public static ImmutableArray<RuleSlip> All { get; } =
    [
        new("quotient-sign", "The quotient rule has a plus", "The derivative of u/v is (u'*v - u*v')/v^2, with a minus.",
            site => Of(site, static (u, du, v, dv) => ((du * v) + (u * dv)) / v.Graph.Power(v, 2), $"In the derivative of {site.Node}, the two parts of the quotient rule are added.")),
        new("quotient-order", "The numerator of the quotient rule is in the wrong order", "The derivative of u/v is (u'*v - u*v')/v^2, in this order.",
            site => Of(site, static (u, du, v, dv) => ((u * dv) - (du * v)) / v.Graph.Power(v, 2), $"In the derivative of {site.Node}, the parts of the quotient rule's numerator are exchanged.")),
        new("denominator-not-squared", "The denominator is not squared", "The derivative of u/v is (u'*v - u*v')/v^2: the denominator is squared.",
            site => Of(site, static (u, du, v, dv) => ((du * v) - (u * dv)) / v, $"In the derivative of {site.Node}, the denominator is not squared.")),
        new("quotient-of-derivatives", "The quotient rule is missing", "The derivative of u/v is (u'*v - u*v')/v^2, not u'/v'.",
            site => Of(site, (_, du, _, dv) => site.Linear(du / dv, 0) ?? site.Total(), $"The derivatives of numerator and denominator of {site.Node} are divided.")),
        new("quotient-upside-down", "The quotient is differentiated upside down", "The derivative of u/v has v^2 below it; that of v/u has u^2.",
            site => Of(site, static (u, du, v, dv) => ((dv * u) - (v * du)) / u.Graph.Power(u, 2), $"The derivative is that of the reciprocal of {site.Node}.")),
    ];

    public static bool IsDenominator(Expression factor) => factor is Call { Function: Power } power && power.Arguments[1] is Number { Value: var n } && n == -1;

    private static IEnumerable<Edit> Of(Site site, Func<Expression, Expression, Expression, Expression, Expression> rule, FormattableString words)
    {
        if (site.Node is not Product { Factors.Length: <= ProductSlips.MostFactors } product) yield break;
        var graph = site.Graph;
        foreach (var place in site.Moving.Where(place => IsDenominator(site.Node.Child(place))))
        {
            var v = ((Call)site.Node.Child(place)).Arguments[0];
            var numerator = WithFactor(place, graph.One);
            var slope = site.Total(site.Moving.Where(other => other != place)) * v;
            yield return new Edit(site.Instead(rule(numerator, slope, v, site.TangentOf(v)!)), words);
        }

        Expression WithFactor(int place, Expression factor) =>
            graph.Product(product.Coefficient, [.. product.Factors.Select((each, i) => i == place ? factor : each)]);
    }
}
