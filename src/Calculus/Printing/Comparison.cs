using Calculus.Expressions;
using Calculus.Functions;

namespace Calculus.Printing;

/// <summary>Turns comparisons so that the constant side is on the right, <c>x &gt; 0</c>, not <c>0 &lt; x</c>, and variables stand in their order: <c>x &gt; y</c>, not <c>y &lt; x</c>.</summary>
internal static class Comparison
{
    /// <summary>The sides as they are written, and the turned sign where they were turned.</summary>
    public static (Expression Left, string? Turned, Expression Right) Of(Call call, PeoplesOrder order)
    {
        var (left, right) = (call.Arguments[0], call.Arguments[1]);
        var turned = call.Function switch
        {
            Less => ">",
            LessOrEqual => ">=",
            _ => null,
        };
        var turns = turned is not null && (order.HasVariable(left)
            ? order.HasVariable(right) && order.Precedes(right, left)
            : order.HasVariable(right) || (left is Number && right is not Number));
        return turns ? (right, turned, left) : (left, null, right);
    }
}
