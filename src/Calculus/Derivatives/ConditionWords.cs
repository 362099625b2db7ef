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
        if (condition is Call { Function: NotEqual, Arguments: [Call { Function: Floor, Arguments: [var stair] }, var whole] } && stair == whole) return whole.Shape.IsScalar ? $"{print(whole)} is not a whole number" : $"no entry of {print(whole)} is a whole number";
        if (condition is Call { Function: Or, Arguments: [Call { Function: Less, Arguments: [Number { Value.IsZero: true }, var above] }, Call { Function: NotEqual, Arguments: [Call { Function: Floor }, var pole] }] } && above == pole)
            return NoneOf(pole, print);
        if (condition is Call { Function: NotEqual, Arguments: [Call { Function: Abs, Arguments: [var sized] }, Number { Value.Sign: > 0 } size] }) return $"{print(sized)} is neither {print(-size)} nor {print(size)}";
        if (condition is Call { Function: NotEqual, Arguments: [var power, var other] } && Square(power) is { } both && Root(other) is { } root) return $"{print(both)} is neither {print(-root)} nor {print(root)}";
        if (condition is not Call { Function: Less or LessOrEqual, Arguments: [var low, var high] } comparison) return print(condition);
        var sign = comparison.Function is Less ? "<" : "<=";
        if (Square(low) is { } inside && Root(high) is { } bound) return $"-{print(bound)} {sign} {print(inside)} {sign} {print(bound)}";
        if (Square(high) is { } outside && Root(low) is { } least) return $"{print(outside)} {sign} -{print(least)} or {print(outside)} {sign.Replace('<', '>')} {print(least)}";
        return print(condition);
    }

    // x + 1 is none of 0, −1, −2, … where x is none of −1, −2, −3, …
    private static string NoneOf(Expression pole, Func<Expression, string> print)
    {
        var (free, first) = pole is Sum { Constant: { IsInteger: true } shift } ? (pole - shift, -shift) : (pole, Rational.Zero);
        var numbers = string.Join(", ", Enumerable.Range(0, 3).Select(k => print(pole.Graph.Number(first - k))));
        return pole.Shape.IsScalar ? $"{print(free)} is none of {numbers} and so on" : $"no entry of {print(free)} is {numbers} or so on";
    }

    private static Expression? Square(Expression node) => node is Call { Function: Power, Arguments: [var u, Number { Value: var n }] } && n == 2 ? u : null;

    private static Number? Root(Expression node) =>
        node is Number { Value: { Sign: > 0 } n } && node.Graph.Power(node, Rational.Of(1, 2)) is Number root ? root : null;
}
