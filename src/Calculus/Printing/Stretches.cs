using Calculus.Budgets;
using Calculus.Expressions;
using Calculus.Functions;

namespace Calculus.Printing;

/// <summary>Where two formulas are equal not at single points alone but over a stretch, as x^2*abs(x) and x^3 are.</summary>
internal static class Stretches
{
    // With more ways than these to go on at bends, nobody looks.
    private const int MostWays = 64;

    /// <summary>
    /// Whether a difference may be 0 over a stretch: between its bends it is a formula without any, which is 0 there only where it is 0 all over, so
    /// every way of going on at the bends is tried.
    /// </summary>
    /// <param name="difference">The difference.</param>
    /// <param name="budget">What may be spent; new nodes are paid from it.</param>
    public static bool MayTie(Expression difference, Budget budget)
    {
        var nodes = Reachable.From(difference);
        List<Expression> bends = [.. nodes.Where(static node => Ways(node) > 1)];
        if (bends.Count == 0) return false;
        var all = 1;
        foreach (var bend in bends)
        {
            all *= Ways(bend);
            if (all > MostWays) return true;
        }

        var graph = new Graph(budget, difference.Graph.Rewriting);
        for (var way = 0; way < all; way++)
            if (Graph.IsZero(Along(way, nodes, graph)))
                return true;
        return false;
    }

    // How many formulas without a bend a node is made of.
    private static int Ways(Expression node) => node switch
    {
        Call { Shape.IsScalar: true, Function: Abs or Relu or Step or Sign } => 2,
        Call { Shape.IsScalar: true, Function: Max or Min } call => call.Arguments.Length,
        Choice => 2,
        _ => 1,
    };

    // The difference where each bend goes on in its own way, the digits of a number.
    private static Expression Along(int way, List<Expression> nodes, Graph graph)
    {
        var made = new Dictionary<Expression, Expression>(nodes.Count);
        foreach (var node in nodes)
        {
            var ways = Ways(node);
            made.Add(node, ways == 1 ? Rebuild.WithChildren(node, graph, child => made[child]) : OneOf(node, way % ways, child => made[child]));
            way /= ways;
        }

        return made[nodes[^1]];
    }

    private static Expression OneOf(Expression bend, int way, Func<Expression, Expression> made) => bend switch
    {
        Choice choice => made(way == 0 ? choice.Then : choice.Otherwise),
        Call { Function: Max or Min } call => made(call.Arguments[way]),
        Call { Function: Abs, Arguments: [var u] } => way == 0 ? made(u) : -made(u),
        Call { Function: Relu, Arguments: [var u] } => way == 0 ? made(u) : made(u).Graph.Zero,
        Call { Function: Step, Arguments: [var u] } => made(u).Graph.Number(way),
        Call call => made(call.Arguments[0]).Graph.Number(way == 0 ? 1 : -1),
        _ => throw new ArgumentException("This goes on in one way alone.", nameof(bend)),
    };
}
