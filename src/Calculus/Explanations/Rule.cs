namespace Calculus.Explanations;

/// <summary>A rule that steps go by.</summary>
/// <param name="Id">Its name for programs, such as <c>product-rule</c>; it stays.</param>
/// <param name="Title">Its name for people.</param>
/// <param name="Sentence">What it says, in one sentence.</param>
/// <param name="Latex">The rule as a formula, or null where it has none.</param>
/// <param name="Example">A definition whose steps use it.</param>
public sealed record Rule(string Id, string Title, string Sentence, string? Latex, string Example);
