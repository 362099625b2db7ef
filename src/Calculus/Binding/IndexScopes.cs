using Calculus.Syntax;

namespace Calculus.Binding;

/// <summary>Which names are indices of a sum, a product or a table at a place of a statement.</summary>
internal sealed class IndexScopes
{
    private readonly Dictionary<SyntaxNode, SyntaxNode[]> _ranges = [];

    /// <summary>No index anywhere.</summary>
    public static IndexScopes None => new();

    /// <summary>The scopes of a tree.</summary>
    /// <exception cref="FormulaException">An index has the name of one around it.</exception>
    public static IndexScopes Of(SyntaxNode root, IReadOnlyList<SyntaxNode> nodes)
    {
        var scopes = new IndexScopes();
        if (!HasRange(nodes)) return scopes;
        var open = new Stack<(SyntaxNode Node, SyntaxNode[] Around)>([(root, [])]);
        while (open.TryPop(out var top))
        {
            if (top.Around.Length > 0) scopes._ranges[top.Node] = top.Around;
            var around = top.Around;
            foreach (var child in top.Node.Children)
            {
                if (child.Kind == SyntaxKind.IndexRange)
                {
                    if (around.Any(range => string.Equals(range.Text, child.Text, StringComparison.Ordinal)))
                        throw new FormulaException($"The index '{child.Text}' is already used by a sum or table around this one.", child.Span, "give the inner index another name");
                    open.Push((child, around));
                    around = [.. around, child];
                }
                else
                {
                    open.Push((child, around));
                }
            }
        }

        return scopes;
    }

    private static bool HasRange(IReadOnlyList<SyntaxNode> nodes)
    {
        for (var i = 0; i < nodes.Count; i++)
        {
            if (nodes[i].Kind == SyntaxKind.IndexRange) return true;
        }

        return false;
    }

    /// <summary>The ranges around a node, the outermost first.</summary>
    public IReadOnlyList<SyntaxNode> Around(SyntaxNode node) => _ranges.GetValueOrDefault(node) ?? [];
}
