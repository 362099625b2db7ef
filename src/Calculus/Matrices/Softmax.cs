using Calculus.Expressions;

namespace Calculus.Matrices;

/// <summary>softmax(u) = exp(u − logsumexp(u)) has no node of its own; here it is recognised.</summary>
internal static class Softmax
{
    /// <summary>u where the sum is u − logsumexp(u), the latter of all entries of a vector or of each row of a matrix; otherwise null.</summary>
    public static Expression? TryReadLogarithm(Sum sum)
    {
        for (var place = 0; place < sum.Terms.Length; place++)
        {
            if (sum.Terms[place].Coefficient != -1 || ReadTotal(sum.Terms[place].Of, sum.Shape) is not { } u) continue;
            if (sum.Graph.Sum(sum.Constant, [.. sum.Terms.Where((_, i) => i != place)]) == u) return u;
        }

        return null;
    }

    private static Expression? ReadTotal(Expression node, Shape shape) => node switch
    {
        Reduce { Reduction: Reduction.LogSumExp } total when shape.Rank == 1 && total.Argument.Shape == shape => total.Argument,
        Contraction { Out: "ab", Factors: [{ Labels: "a", Of: Reduce { Reduction: Reduction.LogSumExp, Axes: [1] } rows }] } when rows.Argument.Shape == shape => rows.Argument,
        _ => null,
    };
}
