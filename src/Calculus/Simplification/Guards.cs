using System.Collections.Immutable;
using Calculus.Expressions;
using Calculus.Functions;

namespace Calculus.Simplification;

/// <summary>What holds wherever a node of a formula is evaluated: the conditions of the branches that contain it.</summary>
internal sealed class Guards
{
    private readonly Dictionary<Expression, ImmutableHashSet<Expression>> _known = [];

    private Guards()
    {
    }

    /// <summary>The guards of every node; for a node in several places, what they have in common.</summary>
    /// <param name="root">The formula.</param>
    /// <param name="nodes">Its nodes, children before parents.</param>
    public static Guards Of(Expression root, List<Expression> nodes)
    {
        var guards = new Guards();
        guards._known[root] = [];
        for (var i = nodes.Count - 1; i >= 0; i--)
        {
            root.Graph.Budget.Visit();
            var here = guards._known[nodes[i]];
            if (nodes[i] is Choice choice)
            {
                guards.Reach(choice.Condition, here);
                guards.Reach(choice.Then, here.Union(Parts<And>(choice.Condition)));
                guards.Reach(choice.Otherwise, here.Union(Parts<Or>(choice.Condition).Select(Opposite)));
                continue;
            }

            for (var place = 0; place < nodes[i].ChildCount; place++) guards.Reach(nodes[i].Child(place), here);
        }

        return guards;
    }

    /// <summary>The condition where a node's guards hold, or null where they imply it: outside the guards anything goes.</summary>
    public Expression? Unless(Expression node, Expression condition, Func<Expression, HashSet<Expression>, bool> isImplied)
    {
        var guards = _known[node];
        if (guards.IsEmpty) return condition;
        if (guards.Contains(condition) || isImplied(condition, [.. guards]) || guards.Any(guard => Bounds(guard, condition) || DomainConditions.ImpliesBySquare(guard, condition))) return null;
        var guarded = condition;
        foreach (var guard in guards.OrderBy(static guard => guard.Index))
        {
            // What holds outside the guard adds nothing where it implies the condition.
            var outside = Opposite(guard);
            if (!Parts<And>(outside).Any(part => part == condition || Bounds(part, condition) || isImplied(condition, [part]))) guarded = node.Graph.Call(Or.Function, outside, guarded);
        }

        return guarded;
    }

    /// <summary>Whether a bound implies another comparison: x > 2 implies x > 1 and x ≠ 0, and likewise from above.</summary>
    public static bool Bounds(Expression guard, Expression condition)
    {
        if (guard is not Call { Function: Less or LessOrEqual } known || condition is not Call { Function: Less or LessOrEqual or NotEqual } asked) return false;
        var isStrict = known.Function is Less || asked.Function is LessOrEqual;
        if (asked is { Function: NotEqual, Arguments: [var u, Number { Value: var c }] })
        {
            return known.Arguments switch
            {
                [Number { Value: var low }, var v] => v == u && (isStrict ? low >= c : low > c),
                [var v, Number { Value: var high }] => v == u && (isStrict ? high <= c : high < c),
                _ => false,
            };
        }

        return (known.Arguments, asked.Arguments) switch
        {
            ([Number { Value: var low }, var v], [Number { Value: var lower }, var w]) => v == w && (isStrict ? low >= lower : low > lower),
            ([var v, Number { Value: var high }], [var w, Number { Value: var higher }]) => v == w && (isStrict ? high <= higher : high < higher),
            _ => false,
        };
    }

    private void Reach(Expression node, ImmutableHashSet<Expression> guards) =>
        _known[node] = _known.TryGetValue(node, out var known) ? known.Intersect(guards) : guards;

    private static ImmutableArray<Expression> Parts<TConnective>(Expression condition) =>
        condition is Call { Function: TConnective } call ? call.Arguments : [condition];

    private static Expression Opposite(Expression condition) => condition is not Call call ? Not.Of(condition) : call.Function switch
    {
        Less => LessOrEqual.Of(call.Arguments[1], call.Arguments[0]),
        LessOrEqual => Less.Of(call.Arguments[1], call.Arguments[0]),
        Equal => NotEqual.Of(call.Arguments[0], call.Arguments[1]),
        NotEqual => Equal.Of(call.Arguments[0], call.Arguments[1]),
        Not => call.Arguments[0],
        _ => Not.Of(condition),
    };
}
