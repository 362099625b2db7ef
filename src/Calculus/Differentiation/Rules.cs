using Calculus.Expressions;

namespace Calculus.Differentiation;

/// <summary>
/// One rule of differentiation for each kind of node. Forward and reverse mode are two orders of walking them
/// (Griewank and Walther, <i>Evaluating Derivatives</i>, 2nd ed., chapter 3).
/// </summary>
internal static class Rules
{
    /// <summary>What one child hands on: ∂node/∂child times <paramref name="g"/>, or null where that is zero.</summary>
    /// <param name="node">The node.</param>
    /// <param name="place">Which child.</param>
    /// <param name="g">The child's tangent in forward mode, the node's adjoint in reverse mode.</param>
    public static Expression? Contribution(Expression node, int place, Expression g)
    {
        var graph = node.Graph;
        switch (node)
        {
            case Sum sum:
                return graph.Scale(sum.Terms[place].Coefficient, g);
            case Product product:
                var factors = new Expression[product.Factors.Length];
                for (var i = 0; i < factors.Length; i++) factors[i] = i == place ? g : product.Factors[i];
                return graph.Product(product.Coefficient, factors);
            case Call call:
                var partial = call.Function.Partial(place, call.Arguments.AsSpan(), call);
                return partial is Number { Value.IsZero: true } ? null : graph.Multiply(partial, g);
            case Choice choice:
                return place switch
                {
                    1 => graph.Choice(choice.Condition, g, graph.Zero),
                    2 => graph.Choice(choice.Condition, graph.Zero, g),
                    _ => null,
                };
            default:
                throw new InvalidOperationException($"A {node.GetType().Name} has no children.");
        }
    }
}
