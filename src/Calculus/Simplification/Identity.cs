using Calculus.Expressions;
using Calculus.Functions;

namespace Calculus.Simplification;

/// <summary>
/// One identity for people: another way to write a node. It holds wherever the node is defined; what its condition
/// requires of a point beyond that is stated with the answer, see <see cref="DomainConditions"/>.
/// </summary>
/// <param name="Group">What it is about.</param>
/// <param name="Name">The identity as mathematics writes it.</param>
/// <param name="Condition">Where both sides are equal; empty where they are for every input.</param>
/// <param name="On">The kinds of nodes that it may apply to; at others it is not tried.</param>
/// <param name="Rewrite">The other form of a node, or null where the identity does not apply; the measure helps it to choose.</param>
/// <param name="OnTie">Whether a form of equal size is taken too: only where that reduces the number of factors or layers.</param>
internal sealed record Identity(
    string Group, string Name, string Condition, IdentityTarget On, Func<Expression, Measure, Expression?> Rewrite, bool OnTie = false)
{
    /// <summary>What is left out where the identity fails.</summary>
    internal string Part { get; } = $"the identity {Name}";
}

/// <summary>The kinds of nodes that identities look at.</summary>
[Flags]
internal enum IdentityTarget
{
    /// <summary>Names, numbers and what no identity is about.</summary>
    None = 0,

    /// <summary>Sums.</summary>
    Sum = 1,

    /// <summary>Products.</summary>
    Product = 2,

    /// <summary>Powers.</summary>
    Power = 4,

    /// <summary>Exponentials.</summary>
    Exponential = 8,

    /// <summary>Contractions of arrays.</summary>
    Contraction = 16,
}

/// <summary>The kinds of nodes.</summary>
internal static class IdentityTargets
{
    /// <summary>The kind of a node.</summary>
    public static IdentityTarget Of(Expression node) => node switch
    {
        Sum => IdentityTarget.Sum,
        Product => IdentityTarget.Product,
        Call { Function: Power } => IdentityTarget.Power,
        Call { Function: Exp } => IdentityTarget.Exponential,
        Contraction => IdentityTarget.Contraction,
        _ => IdentityTarget.None,
    };
}
