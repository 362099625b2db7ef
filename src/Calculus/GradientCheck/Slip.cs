using Calculus.Expressions;

namespace Calculus.GradientCheck;

/// <summary>A mistake that people make in a derivative.</summary>
/// <param name="Id">Its stable name, such as <c>inner-derivative-lost</c>.</param>
/// <param name="Title">The mistake in a few words.</param>
/// <param name="Meaning">What is right, in one sentence.</param>
internal abstract record Slip(string Id, string Title, string Meaning);

/// <summary>A rule of differentiation applied wrongly at one place of the definition.</summary>
/// <param name="Id">Its stable name.</param>
/// <param name="Title">The mistake in a few words.</param>
/// <param name="Meaning">What is right.</param>
/// <param name="Edits">How the derivative of a node would change with the mistake; nothing where the rule does not apply.</param>
internal sealed record RuleSlip(string Id, string Title, string Meaning, Func<Site, IEnumerable<Edit>> Edits) : Slip(Id, Title, Meaning)
{
    /// <summary>Whether people who make the mistake once tend to make it wherever the rule applies.</summary>
    public bool IsHabit { get; init; }
}

/// <summary>A mistake in the use of the whole derivative, recognised by its numbers.</summary>
/// <param name="Id">Its stable name.</param>
/// <param name="Title">The mistake in a few words.</param>
/// <param name="Meaning">What is right.</param>
/// <param name="Order">How likely it is thought to be: less than 0 before every slip in a rule, 0 among them, above 0 after them.</param>
/// <param name="Guesses">What would be claimed with the mistake.</param>
internal sealed record ValueSlip(string Id, string Title, string Meaning, int Order, Func<Component, IEnumerable<Guess>> Guesses) : Slip(Id, Title, Meaning)
{
    /// <summary>Whether it is named before the slips in rules that explain a claim as well.</summary>
    public bool IsNamedFirst { get; init; }
}

/// <summary>A wrong derivative of one node.</summary>
/// <param name="Change">The derivative of the node with the mistake, minus the right one: the terms of a long sum that stay the same need not be written out.</param>
/// <param name="Words">Where the mistake is, in a sentence; expressions in it are printed when it is read.</param>
internal sealed record Edit(Expression Change, FormattableString Words);

/// <summary>Wrong numbers that a mistake would lead to.</summary>
/// <param name="Values">One for each comparison.</param>
/// <param name="Words">What was done, in a sentence.</param>
/// <param name="Slack">How far a claim may be from <paramref name="Values"/>, absolutely, where that is more than rounding.</param>
internal sealed record Guess(double[] Values, FormattableString Words, double Slack = 0);

/// <summary>A slip that would lead to what is claimed.</summary>
/// <param name="Slip">The slip's stable name.</param>
/// <param name="Title">The mistake in a few words.</param>
/// <param name="Explanation">Where it is and what is right, in sentences.</param>
/// <param name="Evidence">What the guess rests on.</param>
public sealed record Diagnosis(string Slip, string Title, string Explanation, string Evidence);
