using Calculus.Expressions;
using Calculus.Functions;

namespace Calculus.Simplification;

/// <summary>Under which conditions formulas are defined.</summary>
internal static class DomainConditions
{
    /// <summary>What must hold for a formula to be defined: comparisons, each once, in the order in which they occur; what always holds is left out.</summary>
    public static IReadOnlyList<Expression> Of(Expression formula) => In(formula, static node => node is Call call ? call.Function.Conditions(call.Graph, call.Arguments.AsSpan()) : []);

    /// <summary>Where a formula does not jump when some of its variables move.</summary>
    /// <param name="formula">A function that is differentiated, or a derivative.</param>
    /// <param name="variables">What moves.</param>
    public static IReadOnlyList<Expression> WithoutJumps(Expression formula, IReadOnlyCollection<Symbol> variables) => [.. In(formula, new Jumps(formula, variables).Of).SelectMany(condition => Ties.Felt(formula, condition))];

    /// <summary>Of several conditions those that do not follow from the others.</summary>
    public static IReadOnlyList<Expression> Together(IEnumerable<Expression> conditions)
    {
        List<Expression> all = [.. conditions.Distinct()];
        // a ≤ b and a ≠ b is a < b.
        for (var i = 0; i < all.Count; i++)
        {
            if (all[i] is Call { Function: LessOrEqual, Arguments: [var a, var b] } && (all.Contains(NotEqual.Of(a, b)) || all.Contains(NotEqual.Of(b, a)))) all[i] = Less.Of(a, b);
        }

        for (var i = 0; i < all.Count; i++) all[i] = Positive(all[i], all);
        all = [.. all.Distinct()];
        var known = all.ToHashSet();
        all.RemoveAll(condition => IsImplied(condition, known) || all.Exists(other => other != condition && (Guards.Bounds(other, condition) || ImpliesBySquare(other, condition) || KeepsOff(other, condition) || IsSquared(other, condition) || Poles.Implies(other, condition))));
        return all;
    }

    // u² > r² is u > r where u is known to be above 0.
    private static Expression Positive(Expression condition, List<Expression> all)
    {
        if (condition is not Call { Function: Less, Arguments: [Number bound, Call { Function: Power, Arguments: [var u, Number { Value: var n }] }] } || n != 2) return condition;
        var isPositive = all.Exists(other => other is Call { Function: Less or LessOrEqual, Arguments: [Number { Value.Sign: >= 0 }, var v] } && v == u);
        return isPositive && condition.Graph.Power(bound, Rational.Of(1, 2)) is Number root ? Less.Of(root, u) : condition;
    }

    // |u| < r and |u| > r say u² ≠ r².
    private static bool KeepsOff(Expression known, Expression condition)
    {
        if (condition is not Call { Function: NotEqual, Arguments: [var square, Number { Value: var other }] }) return false;
        var (size, r) = known switch
        {
            Call { Function: Less, Arguments: [Number { Value: var least }, Call { Function: Abs } above] } => (above, least),
            Call { Function: Less, Arguments: [Call { Function: Abs } below, Number { Value: var most }] } => (below, most),
            _ => (null, default),
        };
        return size is not null && r * r == other && square == size.Graph.Power(size.Arguments[0], 2);
    }

    // u² < r² says u ≤ r; u² > r² says u ≥ r where u is at least 0.
    private static bool IsSquared(Expression known, Expression condition) => (known, condition) switch
    {
        (Call { Function: Less, Arguments: [var square, Number { Value: var a }] }, Call { Function: LessOrEqual, Arguments: [var u, Number { Value: { Sign: > 0 } b }] }) =>
            b * b == a && square == u.Graph.Power(u, 2),
        (Call { Function: Less, Arguments: [Number { Value: var a }, var square] }, Call { Function: LessOrEqual, Arguments: [Number { Value: { Sign: > 0 } b }, var u] }) =>
            b * b == a && u.Facts.IsNotNegative() && square == u.Graph.Power(u, 2),
        _ => false,
    };

    /// <summary>u² &gt; r² says u ≠ 0 and |u| ≥ r; u·v &gt; 0 says u ≠ 0.</summary>
    internal static bool ImpliesBySquare(Expression known, Expression condition)
    {
        if (known is not Call { Function: Less or LessOrEqual, Arguments: [Number { Value: { Sign: >= 0 } bound }, var large] } above) return false;
        var isStrict = above.Function is Less || !bound.IsZero;
        return condition switch
        {
            Call { Function: NotEqual, Arguments: [var u, Number { Value.IsZero: true }] } => isStrict && large switch
            {
                Product product => product.Factors.Any(factor => factor == u || (factor is Call { Function: Power, Arguments: [var v, Number] } && v == u)),
                Call { Function: Power, Arguments: [var v, Number] } => v == u,
                Call { Function: Abs } abs => abs.Arguments[0] == u,
                _ => false,
            },
            Call { Function: LessOrEqual, Arguments: [Number { Value: var least }, Call { Function: Abs } abs] } =>
                large is Call { Function: Power, Arguments: [var v, Number { Value: var n }] } && v == abs.Arguments[0] && n == 2 && bound >= least * least,
            _ => false,
        };
    }

    private static List<Expression> In(Expression formula, Func<Expression, IEnumerable<Expression>> conditionsOf)
    {
        var conditions = new List<Expression>();
        HashSet<Expression>? seen = null;
        var nodes = Reachable.From(formula);
        Guards? guards = null;
        Ranges? ranges = null;
        foreach (var node in nodes)
        {
            foreach (var condition in conditionsOf(node))
            {
                foreach (var plain in Plain(condition))
                {
                    if (plain is Number) continue;
                    guards ??= Guards.Of(formula, nodes);
                    if (guards.Unless(node, plain, IsImplied) is { } guarded && (seen ??= []).Add(guarded) && !(ranges ??= new()).AlwaysHolds(guarded)) conditions.Add(guarded);
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
        return Together(lost);
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

    /// <summary>0 &lt; c·u + d says u &gt; −d/c, or u &lt; −d/c for a negative c; likewise for the other comparisons with 0.</summary>
    internal static Expression Solved(Expression condition)
    {
        if (condition is not Call { Function: Less or LessOrEqual or NotEqual } call) return condition;
        var isUnequal = call.Function is NotEqual;
        var (side, zero) = isUnequal ? (call.Arguments[0], call.Arguments[1]) : (call.Arguments[1], call.Arguments[0]);
        if (zero is not Number { Value.IsZero: true }) return condition;
        var graph = condition.Graph;
        // u − v ≠ 0 is u ≠ v, and log(u) > 0 is u > 1.
        if (isUnequal && side is Sum { Constant.IsZero: true, Terms: [var first, var second] } && (first.Coefficient + second.Coefficient).IsZero)
            return first.Of.Index < second.Of.Index ? NotEqual.Of(first.Of, second.Of) : NotEqual.Of(second.Of, first.Of);
        if (isUnequal && side is Sum { Terms.Length: > 1 } same && same.Terms[0].Coefficient.Sign < 0) return NotEqual.Of(SignIdentities.Opposite(same), zero);
        if (isUnequal && side is Call { Function: Log, Arguments: [var logged] }) return NotEqual.Of(logged, graph.One);
        if (call.Function is Less && side is Call { Function: Log, Arguments: [var argument] }) return Less.Of(graph.One, argument);
        if (isUnequal && side is Sum { Terms: [{ Of: Call { Function: Power, Arguments: [var cubed, Number { Value: { IsInteger: true, Sign: > 0 } odd }] } } only] } && !odd.Numerator.IsEven && !only.Coefficient.IsZero
            && RealPower.Of(graph.Number(-((Sum)side).Constant / only.Coefficient), Rational.One / odd) is Number root) return NotEqual.Of(cubed, root);
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

    /// <summary>u·v ≠ 0 says u ≠ 0 and v ≠ 0; abs(u) ≠ 0 and u^n ≠ 0 say u ≠ 0; u^2 &gt; 0 says u ≠ 0.</summary>
    internal static IEnumerable<Expression> Plain(Expression condition)
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
