using Calculus.Syntax;

namespace Calculus.Explanations;

/// <summary>Names of a line replaced by trees, all at once.</summary>
internal static class Substitution
{
    /// <summary>The line with its names replaced.</summary>
    /// <param name="root">The line.</param>
    /// <param name="meanings">The tree for each name; other names stay.</param>
    /// <param name="notation">Where the trees are made.</param>
    public static SyntaxNode In(SyntaxNode root, IReadOnlyDictionary<string, SyntaxNode> meanings, Notation notation)
    {
        var made = new Dictionary<SyntaxNode, SyntaxNode>();
        var open = new Stack<SyntaxNode>([root]);
        while (open.TryPeek(out var node))
        {
            notation.Budget.Visit();
            var waiting = open.Count;
            foreach (var child in node.Children)
            {
                if (!made.ContainsKey(child)) open.Push(child);
            }

            if (open.Count > waiting) continue;
            open.Pop();
            made[node] = node.Kind == SyntaxKind.Name && meanings.TryGetValue(node.Text, out var meaning)
                ? meaning
                : notation.Factory.Like(node, [.. node.Children.Select(child => made[child])]);
        }

        return made[root];
    }
}
