using System.Collections.Immutable;
using Calculus.Expressions;
using Calculus.Functions;

namespace Calculus.GradientCheck;

/// <summary>Mistakes with (uⁿ)′ = n·uⁿ⁻¹·u′ and (aᵘ)′ = aᵘ·log(a)·u′.</summary>
internal static class PowerSlips
{
    private const string PowerRule = "The derivative of u^n is n*u^(n-1)*u'";
    private const string ExponentialRule = "The derivative of a^u is a^u*log(a)*u', and that of exp(u) is exp(u)*u'";

    public static ImmutableArray<RuleSlip> All { get; } =
    [
        new("power-factor-lost", "The exponent is missing as a factor", $"{PowerRule}.",
            site => OfPower(site, static (u, n) => Raised(u, n - 1), static (node, n) => $"The derivative of {node} lacks the factor {n(0)}.")) { IsHabit = true },
        new("power-not-lowered", "The exponent is not lowered", $"{PowerRule}: the exponent goes down by one.",
            site => OfPower(site, static (u, n) => n * Raised(u, n), static (node, n) => $"The derivative of {node} still has the exponent {n(0)}.")) { IsHabit = true },
        new("power-lowered-twice", "The exponent is lowered twice", $"{PowerRule}: the exponent goes down by one.",
            site => OfPower(site, static (u, n) => n * Raised(u, n - 2), static (node, n) => $"In the derivative of {node}, the exponent becomes {n(-2)} instead of {n(-1)}.")),
        new("power-raised", "The exponent is raised", $"{PowerRule}: the exponent goes down by one, even if it is negative.",
            site => OfPower(site, static (u, n) => n * Raised(u, n + 1), static (node, n) => $"In the derivative of {node}, the exponent becomes {n(1)} instead of {n(-1)}.")),
        new("power-wrong-factor", "The factor is the lowered exponent", $"{PowerRule}: the factor is the exponent before it is lowered.",
            site => OfPower(site, static (u, n) => (n - 1) * Raised(u, n - 1), static (node, n) => $"In the derivative of {node}, the factor is {n(-1)} instead of {n(0)}.")),
        new("power-integrated", "The power is integrated", $"{PowerRule}: the exponent goes down by one; it goes up in the antiderivative.",
            site => OfPower(site, static (u, n) => n == -1 ? Log.Of(u) : (n + 1).Reciprocal() * Raised(u, n + 1), static (node, _) => $"An antiderivative of {node} is used instead of its derivative.")),
        new("exponential-as-power", "An exponential is treated as a power", $"{ExponentialRule}; the power rule holds for a constant exponent.",
            site => OfExponential(site, static (a, u) => u * u.Graph.Power(a, u - 1), _ => $"The power rule is applied to {site.Node}, whose exponent depends on {site.Variable}.")),
        new("exponential-logarithm-lost", "The logarithm of the base is missing", $"{ExponentialRule}: the factor log(a) is 1 only for the base e.",
            site => OfExponential(site, static (a, u) => u.Graph.Power(a, u), a => $"The derivative of {site.Node} lacks the factor {Log.Of(a)}.")),
        new("power-half-lost", "Only the base or only the exponent is differentiated", "The derivative of u^v is v*u^(v-1)*u' + u^v*log(u)*v'.", HalfLost),
    ];

    // The words get the node and its exponent, moved by a whole number.
    private static IEnumerable<Edit> OfPower(Site site, Func<Expression, Rational, Expression> rule, Func<Expression, Func<int, Expression>, FormattableString> words)
    {
        if (site.Node is not Call || !site.Moving.Contains(0)) return [];
        return Power.Parts(site.Node) is (var u, Number { Value: var n })
            ? [new(site.Instead(rule(u, n) * site.Tangent(0)), words(site.Node, by => site.Graph.Number(n + by)))]
            : [];
    }

    private static IEnumerable<Edit> OfExponential(Site site, Func<Expression, Expression, Expression> rule, Func<Expression, FormattableString> words)
    {
        if (site.Node is not Call call) return [];
        var (@base, place) = call.Function switch
        {
            Exp => (site.Graph.Symbol(NamedConstants.E, SymbolRole.Constant), 0),
            Exp2 => (site.Graph.Number(2), 0),
            Power when !site.Moving.Contains(0) => (call.Arguments[0], 1),
            _ => ((Expression?)null, 0),
        };
        return @base is null || !site.Moving.Contains(place)
            ? []
            : [new(site.Instead(rule(@base, call.Arguments[place]) * site.Tangent(place)), words(@base))];
    }

    private static IEnumerable<Edit> HalfLost(Site site) => site.Node is Call { Function: Power } && site.Moving.Count == 2
        ? site.Moving.Select(kept => new Edit(
            site.Instead(site.Contribution(kept)),
            $"In the derivative of {site.Node}, the {(kept == 0 ? "exponent" : "base")} is held constant, although it depends on {site.Variable}."))
        : [];

    private static Expression Raised(Expression u, Rational n) => !n.IsInteger && !n.HasEvenDenominator ? RealPower.Of(u, n) : u.Graph.Power(u, n);
}
