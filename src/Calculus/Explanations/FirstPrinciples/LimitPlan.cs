using Calculus.Syntax;

namespace Calculus.Explanations.FirstPrinciples;

/// <summary>How the limit of one difference quotient is found.</summary>
/// <param name="Rule">The rule that carries it.</param>
/// <param name="Parts">The parts whose difference quotients it leads to, in the order written.</param>
/// <param name="Write">Writes its lines, given the limits of the parts.</param>
internal sealed record LimitPlan(Rule Rule, IReadOnlyList<Part> Parts, Action<QuotientChain, PartLimits> Write)
{
    /// <summary>Whether it works out a limit itself rather than leave it to its parts or cite what is known.</summary>
    public bool WorksOut { get; init; } = true;

    /// <summary>Whether its lines continue with those of its only part.</summary>
    public bool GoesOn { get; init; }

    /// <summary>The function whose derivative is cited, where one is.</summary>
    public string? Cited { get; init; }
}

/// <summary>A limit with the steps that lead to it, starting from the difference quotient.</summary>
/// <param name="Limit">The limit as people write it.</param>
/// <param name="Steps">The steps.</param>
internal sealed record Solved(SyntaxNode Limit, IReadOnlyList<Step> Steps);

/// <summary>The limits of the parts of a plan.</summary>
/// <param name="Of">The limit of a part.</param>
/// <param name="Steps">How the parts' limits are found, one step a part, unless the lines continue with a part's own.</param>
/// <param name="Lines">The steps of a part.</param>
internal sealed record PartLimits(Func<Part, SyntaxNode> Of, IReadOnlyList<Step> Steps, Func<Part, IReadOnlyList<Step>> Lines);
