using Calculus.Budgets;

namespace Calculus.Syntax;

/// <summary>How large a definition may be, whether it is read as text or made of nodes.</summary>
internal static class SyntaxLimits
{
    /// <summary>Refuses a definition that was made of nodes where its text would be refused.</summary>
    /// <param name="definition">The definition.</param>
    /// <param name="budget">What may be spent.</param>
    /// <exception cref="LimitException">It is longer, larger or deeper than a definition may be.</exception>
    public static void Check(Definition definition, Budget budget)
    {
        ArgumentNullException.ThrowIfNull(definition);
        ArgumentNullException.ThrowIfNull(budget);
        Check([.. definition.Statements.SelectMany(static statement => statement.Nodes)], definition.Text.Length, budget);
    }

    /// <summary>Refuses a tree whose text would be refused.</summary>
    /// <param name="nodes">Its nodes, children before parents.</param>
    /// <param name="length">How many characters its text has.</param>
    /// <param name="budget">What may be spent.</param>
    /// <exception cref="LimitException">It is longer, larger or deeper than a definition may be.</exception>
    internal static void Check(IReadOnlyList<SyntaxNode> nodes, int length, Budget budget)
    {
        var limits = budget.Limits;
        if (length > limits.TextLength) throw TooLong(limits, length);
        if (nodes.Count > limits.SyntaxNodes) throw TooManyNodes(limits);
        var depths = new Dictionary<SyntaxNode, int>(nodes.Count);
        foreach (var node in nodes)
        {
            budget.Visit();
            var depth = 0;
            for (var i = 0; i < node.Children.Count; i++)
            {
                var isChain = i == 0 && Operators.ContinuesChain(node.Kind, node.Children[0]);
                depth = Math.Max(depth, depths[node.Children[i]] + (isChain ? 0 : 1));
            }

            if (depth > limits.Depth) throw TooDeep(limits);
            depths[node] = depth;
            if (node.Kind == SyntaxKind.Number && node.Text.Length > limits.LiteralLength) throw LiteralTooLong(limits, node.Text.Length);
            if (node.Kind == SyntaxKind.Name && node.Text.Length > limits.NameLength) throw NameTooLong(limits, node.Text.Length);
        }
    }

    internal static LimitException TooLong(Limits limits, int length, TextSpan? span = null) => new(
        "textLength", limits.TextLength, $"A definition has at most {limits.TextLength} characters; this one has {length}.", length)
    { Start = span?.Start, End = span?.End };

    internal static LimitException TooManyNodes(Limits limits, TextSpan? span = null) => new(
        "syntaxNodes", limits.SyntaxNodes, $"A definition has at most {limits.SyntaxNodes} names, numbers and operations.")
    { Start = span?.Start, End = span?.End };

    internal static LimitException TooDeep(Limits limits, TextSpan? span = null) => new(
        "depth", limits.Depth, $"The expression is nested more than {limits.Depth} levels deep.")
    { Start = span?.Start, End = span?.End };

    internal static LimitException NameTooLong(Limits limits, int length, TextSpan? span = null) => new(
        "nameLength", limits.NameLength, $"A name has at most {limits.NameLength} characters; this one has {length}.", length)
    { Start = span?.Start, End = span?.End };

    internal static LimitException LiteralTooLong(Limits limits, int length, TextSpan? span = null) => new(
        "literalLength", limits.LiteralLength, $"A number has at most {limits.LiteralLength} characters.", length)
    { Start = span?.Start, End = span?.End };
}
