using Calculus.Expressions;

namespace Calculus.Simplification;

/// <summary>
/// One identity for people: another way to write a node. It holds wherever the node is defined; what its condition
/// requires of a point beyond that is stated with the answer, see <see cref="DomainConditions"/>.
/// </summary>
/// <param name="Group">What it is about.</param>
/// <param name="Name">The identity as mathematics writes it.</param>
/// <param name="Condition">Where both sides are equal; empty where they are for every input.</param>
/// <param name="Rewrite">The other form of a node, or null where the identity does not apply; the measure helps it to choose.</param>
/// <param name="OnTie">Whether a form of equal size is taken too: only where that reduces the number of factors or layers.</param>
public sealed record Identity(
    string Group, string Name, string Condition, Func<Expression, Measure, Expression?> Rewrite, bool OnTie = false)
{
    /// <summary>What is left out where the identity fails.</summary>
    internal string Part { get; } = $"the identity {Name}";
}
