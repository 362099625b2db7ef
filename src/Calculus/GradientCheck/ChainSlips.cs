using System.Collections.Immutable;
using Calculus.Expressions;

namespace Calculus.GradientCheck;

/// <summary>Mistakes with the chain rule, f(g(x))′ = f′(g(x))·g′(x).</summary>
internal static class ChainSlips
{
    public static ImmutableArray<RuleSlip> All { get; } =
    [
        new("inner-derivative-lost", "The inner derivative is missing",
            "By the chain rule, f(g(x)) has the derivative f'(g(x))*g'(x).", InnerLost) { IsHabit = true },
        new("outer-at-variable", "The outer derivative is taken at the variable",
            "By the chain rule, f(g(x)) has the derivative f'(g(x))*g'(x): f' is taken at g(x), not at x.", OuterAtVariable) { IsHabit = true },
        new("outer-at-inner-derivative", "The outer derivative is taken at the inner derivative",
            "By the chain rule, f(g(x)) has the derivative f'(g(x))*g'(x): f' is taken at g(x), not at g'(x).", OuterAtInnerDerivative) { IsHabit = true },
        new("outer-derivative-lost", "The outer derivative is missing",
            "By the chain rule, f(g(x)) has the derivative f'(g(x))*g'(x).", OuterLost),
        new("chain-factor-twice", "A factor of the chain rule appears twice",
            "In the chain rule, each derivative along the composition is a factor exactly once.", FactorTwice),
    ];

    private static IEnumerable<Edit> InnerLost(Site site) => Compositions(site).Where(place => site.AsVariable(place) is not null).Select(place => new Edit(
        site.With(place, site.Contribution(place, site.AsVariable(place)!)),
        $"The inner derivative {site.Tangent(place)} of {site.Node.Child(place)} is missing in the derivative of {site.Node}."));

    private static IEnumerable<Edit> OuterAtVariable(Site site) => Compositions(site).SelectMany(IEnumerable<Edit> (place) =>
    {
        if (site.Variable.Shape != site.Node.Child(place).Shape) return [];
        var partial = site.PartialAt(place, site.Variable);
        FormattableString words = $"In the derivative of {site.Node}, the outer derivative is taken at {site.Variable} instead of {site.Node.Child(place)}.";
        return [new(site.With(place, partial * site.Tangent(place)), words), new(site.With(place, site.Linear(partial, 0)!), words)];
    });

    private static IEnumerable<Edit> OuterAtInnerDerivative(Site site) => Compositions(site).Where(place => site.Slope(place) is not null).Select(place => new Edit(
        site.With(place, site.Linear(site.PartialAt(place, site.Slope(place)!), 0)!),
        $"In the derivative of {site.Node}, the outer derivative is taken at {site.Tangent(place)} instead of {site.Node.Child(place)}."));

    private static IEnumerable<Edit> OuterLost(Site site) => Compositions(site).Select(place => new Edit(
        site.With(place, site.Tangent(place)),
        $"Of the derivative of {site.Node}, only the inner derivative {site.Tangent(place)} is present."));

    private static IEnumerable<Edit> FactorTwice(Site site) => Compositions(site).SelectMany(IEnumerable<Edit> (place) =>
    {
        var (inner, outer) = (site.Tangent(place), site.Contribution(place, site.Graph.Fill(Rational.One, site.Node.Child(place).Shape)));
        Edit outerTwice = new(site.With(place, outer * outer * inner), $"The outer derivative {outer} of {site.Node} is a factor twice.");
        return site.Linear(outer * inner * inner, 2) is { } innerTwice
            ? [new(site.With(place, innerTwice), $"The inner derivative {inner} of {site.Node.Child(place)} is a factor twice."), outerTwice]
            : [outerTwice];
    });

    // Arguments that depend on the variable and are not just the variable.
    private static IEnumerable<int> Compositions(Site site) => site.Node is Call
        ? site.Moving.Where(place => site.Node.Child(place) is not Symbol && site.Tangent(place) is not Number { Value.IsOne: true })
        : [];
}
