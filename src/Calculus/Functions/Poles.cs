using Calculus.Expressions;

namespace Calculus.Functions;

/// <summary>Conditions that name whole numbers.</summary>
internal static class Poles
{
    /// <summary>u is none of 0, −1, −2, …, where gamma has its poles.</summary>
    public static Expression NotAtMostZero(Expression u) => u.Graph.Call(Or.Function, Less.Of(u.Graph.Zero, u), NotWhole(u));

    /// <summary>Whether one such condition says another: where x is none of 0, −1, −2, …, so is x + 1.</summary>
    /// <param name="known">What is known to hold.</param>
    /// <param name="asked">What is asked.</param>
    public static bool Implies(Expression known, Expression asked)
    {
        if (NotWholeIn(asked is Call { Function: Or, Arguments: [_, var part] } ? part : asked) is not { } u) return false;
        var isPole = asked is Call { Function: Or };
        var v = NotWholeIn(known) ?? (isPole && known is Call { Function: Or, Arguments: [_, var other] } ? NotWholeIn(other) : null);
        return v is not null && u.Shape == v.Shape && u - v is Number { Value: { IsInteger: true } shift } && (NotWholeIn(known) is not null || shift.Sign >= 0);
    }

    private static Expression? NotWholeIn(Expression condition) =>
        condition is Call { Function: NotEqual, Arguments: [Call { Function: Floor, Arguments: [var u] }, var v] } && u == v ? u : null;

    /// <summary>u is no whole number.</summary>
    public static Expression NotWhole(Expression u) => NotEqual.Of(Floor.Of(u), u);
}
