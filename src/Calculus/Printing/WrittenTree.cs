using Calculus.Syntax;

namespace Calculus.Printing;

/// <summary>What the two printers of syntax trees share: how tightly the sign of a node binds.</summary>
internal static class WrittenTree
{
    /// <summary>The name under which a line marks a derivative that is still to be taken.</summary>
    public const string DerivativeName = "diff";

    /// <summary>Whether a node is a derivative still to be taken, <c>diff(u, x)</c> or <c>diff(u, x, n)</c>.</summary>
    public static bool IsDerivative(SyntaxNode node) =>
        node is { Kind: SyntaxKind.Call, Text: DerivativeName, Children: [_, { Kind: SyntaxKind.Name }] or [_, { Kind: SyntaxKind.Name }, { Kind: SyntaxKind.Number }] };

    /// <summary>Whether a node is a divergence, a curl or a Laplacian by names: <c>divergence(F, x, y)</c>.</summary>
    public static bool IsField(SyntaxNode node) =>
        node is { Kind: SyntaxKind.Call, Primes: 0, Text: "divergence" or "curl" or "laplacian", Children.Count: > 1 } && node.Children.Skip(1).All(static child => child.Kind == SyntaxKind.Name);

    /// <summary>The level at which a node is written.</summary>
    public static Level LevelOf(SyntaxNode node) => node.Kind switch
    {
        SyntaxKind.Or => Level.Or,
        SyntaxKind.And => Level.And,
        SyntaxKind.Not => Level.Not,
        SyntaxKind.Less or SyntaxKind.LessOrEqual or SyntaxKind.Greater or SyntaxKind.GreaterOrEqual or SyntaxKind.Equal or SyntaxKind.NotEqual => Level.Relation,
        SyntaxKind.Add or SyntaxKind.Subtract or SyntaxKind.Negate => Level.Sum,
        SyntaxKind.Multiply or SyntaxKind.Divide => Level.Product,
        SyntaxKind.Power => Level.Power,
        SyntaxKind.Factorial => Level.Atom,
        _ => Level.Postfix,
    };
}
