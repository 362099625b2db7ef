using System.Collections.Immutable;
using Calculus.Expressions;

namespace Calculus.GradientCheck;

/// <summary>Mistakes with the derivative of a sum, term by term, and with branches.</summary>
internal static class SumSlips
{
    public static ImmutableArray<RuleSlip> All { get; } =
    [
        new("term-sign", "A term has the wrong sign", "A sum is differentiated term by term, and each term keeps its sign.", TermSign),
        new("term-lost", "A term is missing", "A sum is differentiated term by term.", TermLost),
        new("constant-kept", "A constant is kept", "The derivative of a constant is 0.", ConstantKept) { IsHabit = true },
        new("constant-as-one", "The derivative of a constant is taken as 1", "The derivative of a constant is 0, not 1.", ConstantAsOne),
        new("other-branch", "The other branch is differentiated", "The derivative is that of the branch that the condition selects.", OtherBranch),
    ];

    private static IEnumerable<Edit> TermSign(Site site) => site.Node is Sum && site.Moving.Count > 1
        ? site.Moving.Select(place => new Edit(
            -2 * site.Contribution(place),
            $"The sign of the derivative of {TermOf(site, place)} is reversed."))
        : [];

    private static IEnumerable<Edit> TermLost(Site site) => site.Node is Sum && site.Moving.Count > 1
        ? site.Moving.Select(lost => new Edit(
            -site.Contribution(lost),
            $"The derivative {site.Contribution(lost)} of the term {TermOf(site, lost)} is missing."))
        : [];

    private static IEnumerable<Edit> ConstantKept(Site site) => Constants(site).Where(constant => site.Linear(constant, 0) is not null).Select(constant => new Edit(
        site.Linear(constant, 0)!, $"The constant {constant} of {site.Node} is still in the derivative."));

    private static IEnumerable<Edit> ConstantAsOne(Site site) => Constants(site).Where(_ => site.Linear(site.Graph.One, 0) is not null).Select(constant => new Edit(
        site.Linear(site.Graph.One, 0)!, $"The constant {constant} of {site.Node} adds 1 to the derivative."));

    private static IEnumerable<Edit> OtherBranch(Site site) => site.Node is Choice choice
        ? new[] { choice.Otherwise, choice.Then }.Select(branch => new Edit(
            site.Instead(site.TangentOf(branch) ?? site.Graph.Zero), $"In {site.Node}, the branch {branch} is differentiated although the other one is taken."))
        : [];

    private static IEnumerable<Expression> Constants(Site site)
    {
        if (site.Node is not Sum sum || site.Moving.Count == 0) yield break;
        if (!sum.Constant.IsZero) yield return site.Graph.Number(sum.Constant);
        for (var place = 0; place < sum.Terms.Length; place++)
        {
            if (site.TangentOf(sum.Terms[place].Of) is null) yield return TermOf(site, place);
        }
    }

    private static Expression TermOf(Site site, int place)
    {
        var term = ((Sum)site.Node).Terms[place];
        return site.Graph.Scale(term.Coefficient, term.Of);
    }
}
