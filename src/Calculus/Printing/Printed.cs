namespace Calculus.Printing;

/// <summary>A formula as people read it.</summary>
/// <param name="Text">In the function language; it reads back to the same formula under <paramref name="Variables"/>.</param>
/// <param name="Latex">For typesetting.</param>
/// <param name="Variables">The variables, in order.</param>
public sealed record Printed(string Text, string Latex, IReadOnlyList<string> Variables);
