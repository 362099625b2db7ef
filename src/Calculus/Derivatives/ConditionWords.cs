using Calculus.Expressions;
using Calculus.Functions;

namespace Calculus.Derivatives;

/// <summary>Conditions as people say them: <c>-1 &lt; x &lt; 1</c> rather than <c>x^2 &lt; 1</c>.</summary>
internal static class ConditionWords
{
    /// <summary>The condition in words.</summary>
    /// <param name="condition">A comparison, or several.</param>
    /// <param name="print">How formulas are written.</param>
    public static string Of(Expression condition, Func<Expression, string> print)
    {
        if (condition is not Call { Function: Less or LessOrEqual, Arguments: [var low, var high] } comparison) return print(condition);
        var sign = comparison.Function is Less ? "<" : "<=";
        if (Square(low) is { } inside && Root(high) is { } bound) return $"-{print(bound)} {sign} {print(inside)} {sign} {print(bound)}";
        if (Square(high) is { } outside && Root(low) is { } least) return $"{print(outside)} {sign} -{print(least)} or {print(outside)} {sign.Replace('<', '>')} {print(least)}";
        return print(condition);
    }

    private static Expression? Square(Expression node) => node is Call { Function: Power, Arguments: [var u, Number { Value: var n }] } && n == 2 ? u : null;

    private static Number? Root(Expression node) =>
        node is Number { Value: { Sign: > 0 } n } && node.Graph.Power(node, Rational.Of(1, 2)) is Number root ? root : null;
}
