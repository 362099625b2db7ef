using Calculus.Expressions;
using Calculus.Functions;

namespace Calculus.Simplification;

/// <summary>Under which conditions formulas are defined.</summary>
public static class DomainConditions
{
    /// <summary>What must hold for a formula to be defined: comparisons, each once, in the order in which they occur.</summary>
    public static IReadOnlyList<Expression> Of(Expression formula)
    {
        var conditions = new List<Expression>();
        var seen = new HashSet<Expression>();
        var nodes = Reachable.From(formula);
        var guards = Guards.Of(formula, nodes);
        foreach (var node in nodes)
        {
            if (node is not Call call) continue;
            foreach (var condition in call.Function.Conditions(node.Graph, call.Arguments.AsSpan()))
            {
                foreach (var plain in Plain(condition))
                {
                    if (guards.Unless(node, plain, IsImplied) is { } guarded && seen.Add(guarded)) conditions.Add(guarded);
                }
            }
        }

        return conditions;
    }

    /// <summary>What must hold for the given formulas to be defined and does not follow from the result's being defined.</summary>
    /// <param name="given">What <see cref="Of"/> gave for the function.</param>
    /// <param name="result">The formula that is returned.</param>
    /// <returns>Comparisons, in the order in which they occur.</returns>
    public static IReadOnlyList<Expression> Lost(IReadOnlyList<Expression> given, Expression result)
    {
        if (given.Count == 0) return [];
        var implied = new HashSet<Expression>(Of(result));
        var lost = given.Where(condition => !implied.Contains(condition) && !IsImplied(condition, implied)).ToList();

        var known = lost.ToHashSet();
        lost.RemoveAll(condition => IsImplied(condition, known));
        return lost;
    }

    // u > 0 says more than u ≥ 0 and u ≠ 0, and either says more than that or something else; a condition never implies itself.
    private static bool IsImplied(Expression condition, HashSet<Expression> known)
    {
        if (condition is not Call call) return false;
        if (call.Function is Or) return call.Arguments.Any(part => known.Contains(part) || (part is Call { Function: not Or } && IsImpliedComparison(part, known)));
        return IsImpliedComparison(condition, known);
    }

    private static bool IsImpliedComparison(Expression condition, HashSet<Expression> known)
    {
        if (condition is not Call { Arguments.Length: 2 } call) return false;
        var (a, b) = (call.Arguments[0], call.Arguments[1]);
        return call.Function switch
        {
            LessOrEqual => known.Contains(Less.Of(a, b)),
            NotEqual => known.Contains(Less.Of(b, a)) || known.Contains(Less.Of(a, b)),
            _ => false,
        };
    }

    // 0 < c·u + d says u > −d/c, or u < −d/c for a negative c; likewise for the other comparisons.
    private static Expression Solved(Expression condition)
    {
        if (condition is not Call { Function: Less or LessOrEqual or NotEqual } call) return condition;
        var isUnequal = call.Function is NotEqual;
        var (side, zero) = isUnequal ? (call.Arguments[0], call.Arguments[1]) : (call.Arguments[1], call.Arguments[0]);
        if (zero is not Number { Value.IsZero: true }) return condition;
        var graph = condition.Graph;
        var (coefficient, u, constant) = side switch
        {
            Sum { Terms: [var term] } sum => (term.Coefficient, term.Of, sum.Constant),
            Product product => (product.Coefficient, graph.WithoutCoefficient(product), Rational.Zero),
            _ => (Rational.One, side, Rational.Zero),
        };
        if (coefficient.IsZero) return condition; // 0*u, kept where u may be undefined
        var bound = graph.Number(-constant / coefficient);
        return isUnequal || coefficient.Sign < 0 ? graph.Call(call.Function, u, bound) : graph.Call(call.Function, bound, u);
    }

    // u·v ≠ 0 says u ≠ 0 and v ≠ 0; abs(u) ≠ 0 and u^n ≠ 0 say u ≠ 0; u^2 > 0 says u ≠ 0.
    private static IEnumerable<Expression> Plain(Expression condition)
    {
        if (condition is Number) yield break;
        if (condition is Call { Function: Less } less && less.Arguments[0] is Number { Value.IsZero: true } && less.Arguments[1].Facts.IsNotNegative())
            condition = NotEqual.Of(less.Arguments[1], less.Arguments[0]);
        if (condition is not Call { Function: NotEqual } call || call.Arguments[1] is not Number { Value.IsZero: true } zero)
        {
            yield return Solved(condition);
            yield break;
        }

        var open = new Stack<Expression>([call.Arguments[0]]);
        while (open.TryPop(out var u))
        {
            switch (u)
            {
                case Product { Coefficient.IsZero: false } product:
                    foreach (var factor in product.Factors) open.Push(factor);
                    break;
                case Call { Function: Abs } abs:
                    open.Push(abs.Arguments[0]);
                    break;
                case Call { Function: Power } power when power.Arguments[1] is Number:
                    open.Push(power.Arguments[0]);
                    break;
                default:
                    if (!u.Facts.IsNeverZero()) yield return Solved(NotEqual.Of(u, zero));
                    break;
            }
        }
    }
}
