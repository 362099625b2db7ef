using Calculus.Expressions;

namespace Calculus.Functions;

/// <summary>Takes a sign out of an odd or even function: f(−u) is −f(u) or f(u).</summary>
internal static class Parity
{
    /// <summary>−f(u) for an argument −u, otherwise null.</summary>
    public static Expression? Odd(Function function, Expression x) =>
        HasSign(x) ? -x.Graph.Call(function, -x) : null;

    /// <summary>f(u) for an argument −u, otherwise null.</summary>
    public static Expression? Even(Function function, Expression x) =>
        HasSign(x) ? x.Graph.Call(function, -x) : null;

    private static bool HasSign(Expression x) => x switch
    {
        Number number => number.Value.Sign < 0,
        Product product => product.Coefficient.Sign < 0,
        _ => false,
    };
}
