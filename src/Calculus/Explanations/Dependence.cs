using Calculus.Budgets;
using Calculus.Syntax;

namespace Calculus.Explanations;

/// <summary>Which names a tree holds; remembered by node, so that asking for every part of a tree stays linear for each name.</summary>
internal sealed class Dependence(Budget budget)
{
    private readonly Dictionary<string, Dictionary<SyntaxNode, bool>> _known = new(StringComparer.Ordinal);

    /// <summary>Whether a name occurs in a tree.</summary>
    public bool On(string name, SyntaxNode root)
    {
        if (!_known.TryGetValue(name, out var known)) _known[name] = known = [];
        var open = new Stack<SyntaxNode>([root]);
        while (open.TryPeek(out var node))
        {
            budget.Visit();
            var waiting = open.Count;
            var holds = node.Kind == SyntaxKind.Name && string.Equals(node.Text, name, StringComparison.Ordinal);
            foreach (var child in node.Children)
            {
                if (!known.TryGetValue(child, out var below)) open.Push(child);
                else holds |= below;
            }

            if (open.Count > waiting) continue;
            open.Pop();
            known[node] = holds;
        }

        return known[root];
    }

    /// <summary>Whether a tree holds any name other than those of mathematical constants.</summary>
    public bool OnAnyName(SyntaxNode root)
    {
        var open = new Stack<SyntaxNode>([root]);
        while (open.TryPop(out var node))
        {
            budget.Visit();
            if (node.Kind == SyntaxKind.Name && !Expressions.NamedConstants.TryValue(node.Text, out _)) return true;
            foreach (var child in node.Children) open.Push(child);
        }

        return false;
    }
}
