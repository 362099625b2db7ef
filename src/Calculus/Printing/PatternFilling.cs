using Calculus.Expressions;
using Calculus.Syntax;

namespace Calculus.Printing;

/// <summary>Makes syntax trees of patterns, by an explicit stack, so that depth costs memory and no call stack.</summary>
/// <param name="fill">What stands in a place, and whether it gets brackets there.</param>
/// <param name="visit">Called for every node that is made.</param>
internal sealed class PatternFilling(Func<Filled, Filled> fill, Action? visit = null)
{
    /// <summary>The tree of a pattern: the one that reading its text would give, its brackets counted.</summary>
    /// <param name="root">The pattern.</param>
    /// <param name="nodes">What stands in its places.</param>
    public SyntaxNode Tree(SyntaxPattern root, params IReadOnlyList<Expression> nodes)
    {
        var open = new Stack<(Filled Part, bool Entered)>([(new Filled(root, nodes, root.Brackets), false)]);
        var made = new Stack<SyntaxNode>();
        while (open.TryPop(out var top))
        {
            var pattern = top.Part.Pattern;
            if (pattern.Place is not null)
            {
                open.Push((fill(top.Part), false));
            }
            else if (!top.Entered && pattern.Parts.Length > 0)
            {
                open.Push((top.Part, true));
                for (var i = pattern.Parts.Length - 1; i >= 0; i--) open.Push((top.Part with { Pattern = pattern.Parts[i], Brackets = pattern.Parts[i].Brackets }, false));
            }
            else
            {
                visit?.Invoke();
                var children = pattern.Parts.Length == 0 ? [] : new SyntaxNode[pattern.Parts.Length];
                for (var i = children.Length - 1; i >= 0; i--) children[i] = made.Pop();
                var node = Joined(pattern, children);
                made.Push(top.Part.Brackets > 0 ? node.InBrackets(top.Part.Brackets, default) : node);
            }
        }

        return made.Pop();
    }

    // Products are read from left to right, so that 2 times the product A @ x is (2*A) @ x, and a sign belongs to the first factor.
    private static SyntaxNode Joined(SyntaxPattern pattern, SyntaxNode[] children)
    {
        if (children.Length == 0) return new SyntaxNode(pattern.Kind, default, pattern.Text);
        var isOpen = pattern.Kind is SyntaxKind.Negate || Operators.LevelOf(pattern.Kind) == Syntax.Level.Product;
        Stack<SyntaxNode>? spine = null;
        while (isOpen && children[^1] is { Brackets: 0 } last && Operators.LevelOf(last.Kind) == Syntax.Level.Product)
        {
            (spine ??= new()).Push(last);
            children[^1] = last.Children[0];
        }

        var node = new SyntaxNode(pattern.Kind, default, pattern.Text, children);
        while (spine is not null && spine.TryPop(out var outer)) node = new SyntaxNode(outer.Kind, default, "", node, outer.Children[1]);
        return node;
    }
}

/// <summary>A pattern with the nodes that stand in its places.</summary>
/// <param name="Pattern">The pattern.</param>
/// <param name="Nodes">The nodes.</param>
/// <param name="Brackets">How many pairs of brackets stand around it.</param>
internal readonly record struct Filled(SyntaxPattern Pattern, IReadOnlyList<Expression> Nodes, int Brackets);
