using Calculus.Expressions;

namespace Calculus.ComputationGraphs;

/// <summary>
/// Costs by counting: a step costs one operation for each entry that it combines. A backward pass visits each edge once; without
/// reuse each path from an input to the output is multiplied out separately, which is how the chain rule is done by hand.
/// </summary>
internal static class GraphCosts
{
    private const long Most = long.MaxValue / 4;

    public static GraphCost Of(Expression output, IReadOnlyList<Symbol> variables, IReadOnlyList<Expression> steps)
    {
        long forward = 0, edges = 0;
        // Paths from the variables to a node: how many, and what they cost together.
        var ways = new Dictionary<Expression, (long Count, long Cost)>();
        foreach (var variable in variables) ways[variable] = (1, 0);
        foreach (var node in steps)
        {
            output.Graph.Budget.Visit();
            if (node.ChildCount == 0) continue;
            var work = WorkOf(node);
            forward = Math.Min(Most, forward + work);
            long count = 0, cost = 0;
            for (var place = 0; place < node.ChildCount; place++)
            {
                if (!ways.TryGetValue(node.Child(place), out var below)) continue;
                edges = Math.Min(Most, edges + work);
                count = Math.Min(Most, count + below.Count);
                cost = Math.Min(Most, cost + below.Cost + Times(below.Count, work));
            }

            if (count > 0) ways[node] = (count, cost);
        }

        var without = ways.TryGetValue(output, out var all) ? all.Cost : 0;
        return new GraphCost(forward, Math.Min(Most, forward + edges), Math.Min(Most, forward + without));
    }

    private static long WorkOf(Expression node) => node switch
    {
        Contraction contraction => Math.Max(1, contraction.Dimensions.Aggregate(1L, static (product, length) => Times(product, Math.Max(1, length.Length)))),
        Sum or Product or Call => Times(Math.Max(1, node.ChildCount - 1), Entries(node.Shape)),
        MatrixFunction function => Times(Entries(function.Argument.Shape), Math.Max(1, function.Argument.Shape[0].Length)),
        Reduce reduce => Entries(reduce.Argument.Shape),
        _ => Entries(node.Shape),
    };

    private static long Entries(Shape shape)
    {
        long count = 1;
        foreach (var dimension in shape.Dimensions) count = Times(count, Math.Max(1, dimension.Length));
        return count;
    }

    private static long Times(long a, long b) => a > Most / Math.Max(1, b) ? Most : a * b;
}
