using Calculus.Syntax;

namespace Calculus.Explanations;

/// <summary>How one derivative is taken: by which rule, and what is left to be differentiated.</summary>
/// <param name="Rule">The rule.</param>
/// <param name="Explanation">What it does here, in a sentence.</param>
/// <param name="Parts">What is still to be differentiated, in the order written.</param>
/// <param name="Build">The line, given what stands for the derivative of each part.</param>
internal sealed record Plan(Rule Rule, string Explanation, IReadOnlyList<SyntaxNode> Parts, Func<Func<SyntaxNode, SyntaxNode>, SyntaxNode> Build)
{
    /// <summary>Where the shortened line differs from what the rule says, in words; null where it does not.</summary>
    public string? Except { get; init; }

    /// <summary>What is to be known of the functions in the shortened line, in words; null where there is nothing.</summary>
    public string? Remark { get; init; }

    /// <summary>A derivative that is found at once.</summary>
    public static Plan At(Rule rule, string explanation, SyntaxNode result) => new(rule, explanation, [], _ => result);
}

/// <summary>A derivative with the steps that lead to it.</summary>
/// <param name="Line">The derivative as people write it.</param>
/// <param name="Steps">The steps; the first starts from the derivative still to be taken.</param>
internal sealed record Derived(SyntaxNode Line, IReadOnlyList<Step> Steps);
