namespace Calculus.Expressions;

/// <summary>One parameter of a function of the catalogue.</summary>
/// <param name="Name">Its name in a signature.</param>
/// <param name="Default">Its value where a call leaves it out, in the function language; null where a call must give it.</param>
public sealed record FunctionParameter(string Name, string? Default = null);
