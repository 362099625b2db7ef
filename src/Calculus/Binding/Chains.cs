using Calculus.Syntax;

namespace Calculus.Binding;

/// <summary>Sums and products as lists: <c>a - b + c</c> is one sum of three terms, however the tree nests them.</summary>
internal static class Chains
{
    /// <summary>The nodes that are only links inside a longer sum or product.</summary>
    public static HashSet<SyntaxNode> InnerLinks(IReadOnlyList<SyntaxNode> nodes)
    {
        var inner = new HashSet<SyntaxNode>();
        foreach (var node in nodes)
        {
            if (IsSum(node))
            {
                foreach (var child in node.Children)
                {
                    if (IsSum(child)) inner.Add(child);
                }
            }
            else if (IsProduct(node) && IsProduct(node.Children[0]))
            {
                inner.Add(node.Children[0]);
            }
        }

        return inner;
    }

    /// <summary>The terms below a sum from left to right, and whether each is subtracted.</summary>
    public static IEnumerable<(SyntaxNode Term, bool IsSubtracted)> Sum(SyntaxNode root)
    {
        var open = new Stack<(SyntaxNode Node, bool Minus)>();
        open.Push((root, false));
        while (open.TryPop(out var top))
        {
            if (!IsSum(top.Node))
            {
                yield return (top.Node, top.Minus);
                continue;
            }

            open.Push((top.Node.Children[1], top.Minus ^ (top.Node.Kind == SyntaxKind.Subtract)));
            open.Push((top.Node.Children[0], top.Minus));
        }
    }

    /// <summary>The factors along the left side of a product from left to right, and whether each is divided by.</summary>
    public static IEnumerable<(SyntaxNode Factor, bool IsDivisor)> Product(SyntaxNode root) =>
        Links(root).Select(static link => (link.Factor, link.Sign is SyntaxKind.Divide or SyntaxKind.ElementDivide));

    /// <summary>The same with the sign before each factor; the first one has <c>*</c>.</summary>
    public static IEnumerable<(SyntaxNode Factor, SyntaxKind Sign)> Links(SyntaxNode root)
    {
        var links = new Stack<(SyntaxNode Factor, SyntaxKind Sign)>();
        var node = root;
        for (; IsProduct(node); node = node.Children[0]) links.Push((node.Children[1], node.Kind));
        yield return (node, SyntaxKind.Multiply);
        while (links.TryPop(out var link)) yield return link;
    }

    private static bool IsSum(SyntaxNode node) => node.Kind is SyntaxKind.Add or SyntaxKind.Subtract;

    private static bool IsProduct(SyntaxNode node) =>
        node.Kind is SyntaxKind.Multiply or SyntaxKind.Divide or SyntaxKind.ElementMultiply or SyntaxKind.ElementDivide;
}
