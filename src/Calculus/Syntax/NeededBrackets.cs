namespace Calculus.Syntax;

/// <summary>A tree with the brackets that its text needs and no others, for notations whose own brackets say less or more.</summary>
internal static class NeededBrackets
{
    /// <summary>The tree anew.</summary>
    /// <param name="nodes">Its nodes, children before parents; the last is the root.</param>
    /// <param name="keepsSigns">Whether products have the sign that they had.</param>
    /// <returns>The root, and every node with children before parents.</returns>
    public static (SyntaxNode Root, List<SyntaxNode> Nodes) Of(IReadOnlyList<SyntaxNode> nodes, bool keepsSigns = false)
    {
        ArgumentNullException.ThrowIfNull(nodes);
        var needs = new Dictionary<SyntaxNode, bool>(nodes.Count);
        foreach (var node in nodes)
        {
            for (var place = 0; place < node.Children.Count; place++)
            {
                if (Needs(node, place)) needs[node.Children[place]] = true;
            }
        }

        var (made, result) = (new Dictionary<SyntaxNode, SyntaxNode>(nodes.Count), new List<SyntaxNode>(nodes.Count));
        foreach (var node in nodes)
        {
            var pairs = needs.ContainsKey(node) ? 1 : 0;
            var anew = new SyntaxNode(node.Kind, node.Span, node.Text, [.. node.Children.Select(child => made[child])])
            {
                Brackets = pairs,
                Implied = node.Implied && (keepsSigns || MayStandBeside(node)),
                Primes = node.Primes,
            };
            made[node] = anew;
            result.Add(anew);
        }

        return (result[^1], result);
    }

    // Letters side by side are no product in the function language, and a name before a bracket may be a call.
    private static bool MayStandBeside(SyntaxNode node)
    {
        var left = node.Children[0];
        while (Operators.LevelOf(left.Kind) == Level.Product) left = left.Children[1];
        return left.Kind == SyntaxKind.Number && First(node.Children[1]).Kind is SyntaxKind.Name or SyntaxKind.Call;
    }

    private static SyntaxNode First(SyntaxNode node)
    {
        while (node.Kind is SyntaxKind.Power or SyntaxKind.ElementPower or SyntaxKind.Index or SyntaxKind.Transpose or SyntaxKind.Factorial) node = node.Children[0];
        return node;
    }

    private static bool Needs(SyntaxNode node, int place)
    {
        var child = node.Children[place];
        var (outer, inner) = (Operators.LevelOf(node.Kind), Operators.LevelOf(child.Kind));
        if (node.Kind is SyntaxKind.Transpose or SyntaxKind.Factorial || (node.Kind == SyntaxKind.Index && place == 0))
            return inner != Level.Group || child.Kind is SyntaxKind.Factorial || (node.Kind == SyntaxKind.Index && child.Kind is SyntaxKind.Number);
        if (outer == Level.Group || inner == Level.Group) return false;
        return node.Kind switch
        {
            SyntaxKind.Negate or SyntaxKind.Plus => inner < Level.Power,
            SyntaxKind.Power or SyntaxKind.ElementPower => place == 0 ? inner != Level.Group : inner < Level.Sign || (inner == Level.Sign && child.Children[0].Kind is not (SyntaxKind.Number or SyntaxKind.Name)),
            // -a*b is (-a)*b here, and what a sign is before otherwise has a bracket.
            _ when outer == Level.Product => place == 0 ? inner < Level.Product : inner <= Level.Sign,
            _ when outer == Level.Comparison => inner <= outer,
            _ when outer == Level.Not => inner < Level.Not,
            _ => place == 0 ? inner < outer : inner <= outer || inner == Level.Sign,
        };
    }
}
