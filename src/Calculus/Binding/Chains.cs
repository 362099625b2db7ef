using Calculus.Syntax;

namespace Calculus.Binding;

/// <summary>Sums and products as lists: <c>a - b + c</c> is one sum of three terms, however the tree nests them.</summary>
internal static class Chains
{
    /// <summary>The nodes that are only links inside a longer sum or product; null where there is none.</summary>
    public static HashSet<SyntaxNode>? InnerLinks(IReadOnlyList<SyntaxNode> nodes)
    {
        HashSet<SyntaxNode>? inner = null;
        for (var i = 0; i < nodes.Count; i++)
        {
            var node = nodes[i];
            if (IsSum(node))
            {
                for (var place = 0; place < node.Children.Count; place++)
                {
                    if (IsSum(node.Children[place])) (inner ??= []).Add(node.Children[place]);
                }
            }
            else if (IsProduct(node) && IsProduct(node.Children[0]))
            {
                (inner ??= []).Add(node.Children[0]);
            }
        }

        return inner;
    }

    /// <summary>The terms below a sum from left to right, and whether each is subtracted.</summary>
    public static List<(SyntaxNode Term, bool IsSubtracted)> Sum(SyntaxNode root)
    {
        var terms = new List<(SyntaxNode Term, bool IsSubtracted)>();
        var open = new Stack<(SyntaxNode Node, bool Minus)>();
        open.Push((root, false));
        while (open.TryPop(out var top))
        {
            if (!IsSum(top.Node))
            {
                terms.Add((top.Node, top.Minus));
                continue;
            }

            open.Push((top.Node.Children[1], top.Minus ^ (top.Node.Kind == SyntaxKind.Subtract)));
            open.Push((top.Node.Children[0], top.Minus));
        }

        return terms;
    }

    /// <summary>The factors along the left side of a product from left to right, and whether each is divided by.</summary>
    public static IEnumerable<(SyntaxNode Factor, bool IsDivisor)> Product(SyntaxNode root) =>
        Links(root).Select(static link => (link.Factor, link.Sign is SyntaxKind.Divide or SyntaxKind.ElementDivide));

    /// <summary>The same with the sign before each factor; the first one has <c>*</c>.</summary>
    public static List<(SyntaxNode Factor, SyntaxKind Sign)> Links(SyntaxNode root)
    {
        var links = new List<(SyntaxNode Factor, SyntaxKind Sign)>();
        var node = root;
        for (; IsProduct(node); node = node.Children[0]) links.Add((node.Children[1], node.Kind));
        links.Add((node, SyntaxKind.Multiply));
        links.Reverse();
        return links;
    }

    private static bool IsSum(SyntaxNode node) => node.Kind is SyntaxKind.Add or SyntaxKind.Subtract;

    private static bool IsProduct(SyntaxNode node) =>
        node.Kind is SyntaxKind.Multiply or SyntaxKind.Divide or SyntaxKind.ElementMultiply or SyntaxKind.ElementDivide;
}
