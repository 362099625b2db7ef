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
        new("power-factor-lost", "The exponent is missing as a factor", $"{PowerRule}: the exponent comes down as a factor.",
            site => OfPower(site, static (u, n) => Raised(u, n - 1), "the exponent is missing as a factor")) { IsHabit = true },
        new("power-not-lowered", "The exponent is not lowered", $"{PowerRule}: the exponent is lowered by one.",
            site => OfPower(site, static (u, n) => n * Raised(u, n), "the exponent is not lowered by one")) { IsHabit = true },
        new("power-lowered-twice", "The exponent is lowered twice", $"{PowerRule}: the exponent is lowered by one.",
            site => OfPower(site, static (u, n) => n * Raised(u, n - 2), "the exponent is lowered by two")),
        new("power-raised", "The exponent is raised", $"{PowerRule}: the exponent is lowered by one, also where it is negative.",
            site => OfPower(site, static (u, n) => n * Raised(u, n + 1), "the exponent is raised by one")),
        new("power-wrong-factor", "The factor is the lowered exponent", $"{PowerRule}: the factor is the exponent before it is lowered.",
            site => OfPower(site, static (u, n) => (n - 1) * Raised(u, n - 1), "the lowered exponent is the factor")),
        new("power-integrated", "The power is integrated", $"{PowerRule}; u^(n+1)/(n+1) is an antiderivative.",
            site => OfPower(site, static (u, n) => n == -1 ? Log.Of(u) : (n + 1).Reciprocal() * Raised(u, n + 1), "the power is integrated, not differentiated")),
        new("exponential-as-power", "An exponential is treated as a power", $"{ExponentialRule}; the power rule is for a constant exponent.",
            site => OfExponential(site, static (a, u) => u * u.Graph.Power(a, u - 1), "the power rule is used, though the exponent depends on the variable")),
        new("exponential-logarithm-lost", "The logarithm of the base is missing", $"{ExponentialRule}: the factor log(a) is 1 only for the base e.",
            site => OfExponential(site, static (a, u) => u.Graph.Power(a, u), "the logarithm of the base is missing as a factor")),
        new("power-half-lost", "Base and exponent both depend on the variable", "u^v has the derivative v*u^(v-1)*u' + u^v*log(u)*v'; one of the two parts is missing.", HalfLost),
    ];

    private static IEnumerable<Edit> OfPower(Site site, Func<Expression, Rational, Expression> rule, string what)
    {
        if (site.Node is not Call || !site.Moving.Contains(0)) return [];
        return Power.Parts(site.Node) is (var u, Number { Value: var n })
            ? [new(site.Instead(rule(u, n) * site.Tangent(0)), $"In the derivative of {site.Node}, {what}.")]
            : [];
    }

    private static IEnumerable<Edit> OfExponential(Site site, Func<Expression, Expression, Expression> rule, string what)
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
            : [new(site.Instead(rule(@base, call.Arguments[place]) * site.Tangent(place)), $"In the derivative of {site.Node}, {what}.")];
    }

    private static IEnumerable<Edit> HalfLost(Site site) => site.Node is Call { Function: Power } && site.Moving.Count == 2
        ? site.Moving.Select(kept => new Edit(
            site.Instead(site.Contribution(kept)),
            $"In the derivative of {site.Node}, only the {(kept == 0 ? "base" : "exponent")} is differentiated, and both depend on {site.Variable.Name}."))
        : [];

    private static Expression Raised(Expression u, Rational n) => !n.IsInteger && !n.HasEvenDenominator ? RealPower.Of(u, n) : u.Graph.Power(u, n);
}
