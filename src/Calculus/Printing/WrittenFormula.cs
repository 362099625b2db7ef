using Calculus.Syntax;

namespace Calculus.Printing;

/// <summary>A formula as a syntax tree, after the parts that it names.</summary>
/// <param name="Parts">The named parts, each after those that it uses.</param>
/// <param name="Formula">The formula in terms of the names.</param>
internal sealed record WrittenFormula(IReadOnlyList<(string Name, SyntaxNode Part)> Parts, SyntaxNode Formula);
