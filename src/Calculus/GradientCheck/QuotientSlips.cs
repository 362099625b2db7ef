using System.Collections.Immutable;
using Calculus.Expressions;
using Calculus.Functions;

namespace Calculus.GradientCheck;

/// <summary>Mistakes with the quotient rule, (u/v)′ = (u′v − uv′)/v².</summary>
internal static class QuotientSlips
{
    private const string Rule = "The derivative of u/v is (u'*v - u*v')/v^2";

    public static ImmutableArray<RuleSlip> All { get; } =
    [
        new("quotient-sign", "The quotient rule has a plus sign", $"{Rule}, with a minus sign.",
            site => Of(site, static (u, du, v, dv) => ((du * v) + (u * dv)) / v.Graph.Power(v, 2), _ => $"In the derivative of {site.Node}, the two parts of the numerator are added.")),
        new("quotient-order", "The numerator of the quotient rule is in the wrong order", $"{Rule}; in the other order its sign is wrong.",
            site => Of(site, static (u, du, v, dv) => ((u * dv) - (du * v)) / v.Graph.Power(v, 2), _ => $"In the derivative of {site.Node}, the two parts of the numerator are exchanged.")),
        new("denominator-not-squared", "The denominator is not squared", $"{Rule}.",
            site => Of(site, static (u, du, v, dv) => ((du * v) - (u * dv)) / v, v => $"In the derivative of {site.Node}, the denominator is {v} instead of {v.Graph.Power(v, 2)}.")),
        new("quotient-of-derivatives", "The quotient rule is missing", $"{Rule}, not u'/v'.",
            site => Of(site, (_, du, _, dv) => site.Linear(du / dv, 0) ?? site.Total(), _ => $"The derivative of the numerator of {site.Node} is divided by that of the denominator.")),
        new("quotient-upside-down", "The quotient is differentiated upside down", "The derivative of u/v has the denominator v^2; that of v/u has u^2.",
            site => Of(site, static (u, du, v, dv) => ((dv * u) - (v * du)) / u.Graph.Power(u, 2), _ => $"The derivative is taken of the reciprocal of {site.Node}.")),
    ];

    public static bool IsDenominator(Expression factor) => factor is Call { Function: Power } power && power.Arguments[1] is Number { Value: var n } && n == -1;

    private static IEnumerable<Edit> Of(Site site, Func<Expression, Expression, Expression, Expression, Expression> rule, Func<Expression, FormattableString> words)
    {
        if (site.Node is not Product { Factors.Length: <= ProductSlips.MostFactors } product) yield break;
        var graph = site.Graph;
        foreach (var place in site.Moving.Where(place => IsDenominator(site.Node.Child(place))))
        {
            var v = ((Call)site.Node.Child(place)).Arguments[0];
            var numerator = WithFactor(place, graph.One);
            var slope = site.Total(site.Moving.Where(other => other != place)) * v;
            yield return new Edit(site.Instead(rule(numerator, slope, v, site.TangentOf(v)!)), words(v));
        }

        Expression WithFactor(int place, Expression factor) =>
            graph.Product(product.Coefficient, [.. product.Factors.Select((each, i) => i == place ? factor : each)]);
    }
}
