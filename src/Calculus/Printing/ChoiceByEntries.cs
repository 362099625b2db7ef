using Calculus.Expressions;

namespace Calculus.Printing;

/// <summary>
/// A choice whose condition is repeated along axes that it does not depend on, written by its entries:
/// <c>table(i = 1..n, j = 1..n, if(abs(x[i]) &lt;= 1, A[i, j], 0))</c>. A condition is not a number: it has no entries to take.
/// </summary>
internal static class ChoiceByEntries
{
    /// <summary>Whether a condition applies to more entries than it has itself.</summary>
    public static bool IsNeeded(Choice choice) => Reachable.From(choice.Condition).Any(static node => node is Contraction { Factors: [var only] } && IsCondition(only.Of));

    /// <summary>The choice by its entries.</summary>
    /// <param name="choice">The choice.</param>
    /// <param name="made">Gives what a node is written as.</param>
    /// <param name="graph">Where it is written.</param>
    /// <param name="freshNames">Gives names that nothing else has.</param>
    public static Expression Of(Choice choice, Func<Expression, Expression> made, Graph graph, Func<int, string[]> freshNames)
    {
        var names = freshNames(choice.Shape.Rank);
        var entry = graph.Choice(Condition(choice.Condition, names, made, graph), Entry(choice.Then, names, made, graph), Entry(choice.Otherwise, names, made, graph));
        var table = NotationOf.Table(choice.Shape, names, SyntaxPattern.At(0));
        return graph.Written(NotationOf.Around(choice.Shape, table, @"\left[ ", @" \right]" + NotationOf.Below(choice.Shape, names)), choice.Shape, [entry]);
    }

    private static bool IsCondition(Expression node) => node is Call { Function: Functions.Relation or Functions.And or Functions.Or or Functions.Not };

    private static Expression Condition(Expression root, string[] names, Func<Expression, Expression> made, Graph graph)
    {
        var open = new Stack<(Expression Node, string[] Names, bool Entered)>([(root, names, false)]);
        var results = new Stack<Expression>();
        while (open.TryPop(out var top))
        {
            graph.Budget.Visit();
            if (top.Node is Contraction { Factors: [var only] } view && only.Labels.All(view.Out.Contains))
            {
                open.Push((only.Of, [.. only.Labels.Select(label => top.Names[view.Out.IndexOf(label, StringComparison.Ordinal)])], false));
            }
            else if (!IsCondition(top.Node))
            {
                results.Push(Entry(top.Node, top.Names, made, graph));
            }
            else if (!top.Entered)
            {
                open.Push(top with { Entered = true });
                for (var i = top.Node.ChildCount - 1; i >= 0; i--) open.Push((top.Node.Child(i), top.Names, false));
            }
            else
            {
                var parts = new Expression[top.Node.ChildCount];
                for (var i = parts.Length - 1; i >= 0; i--) parts[i] = results.Pop();
                results.Push(graph.Call(((Call)top.Node).Function, parts));
            }
        }

        return results.Pop();
    }

    private static Expression Entry(Expression node, string[] names, Func<Expression, Expression> made, Graph graph)
    {
        if (node.Shape.IsScalar) return made(node);
        if (Graph.IsZero(node)) return graph.Zero;
        if (node is Symbol { Role: SymbolRole.IndexRange }) return graph.Written(NotationOf.Words(Shape.Scalar, SyntaxPattern.Name(names[0]), names[0]), Shape.Scalar, []);
        var entry = SyntaxPattern.Index(SyntaxPattern.At(0, Level.Postfix), [.. names.Select(SyntaxPattern.Name)]);
        return graph.Written(
            new Notation(Level.Postfix, Shape.Scalar, entry, ["{", (0, Level.Atom), $"}}_{{{string.Join(' ', names)}}}"]), Shape.Scalar, [made(node)]);
    }
}
