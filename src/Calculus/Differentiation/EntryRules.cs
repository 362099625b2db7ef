using Calculus.Expressions;

namespace Calculus.Differentiation;

/// <summary>
/// One rule of differentiation for each kind of node that works entry by entry. Forward and reverse mode apply them in two orders
/// (Griewank and Walther, <i>Evaluating Derivatives</i>, 2nd ed., chapter 3).
/// </summary>
internal static class EntryRules
{
    /// <summary>
    /// What is multiplied, entry by entry, to pass <paramref name="g"/> on through a sum, a product or a call: ∂node/∂child times g, with g in
    /// its place among the factors. Null where that is zero.
    /// </summary>
    /// <param name="node">The node.</param>
    /// <param name="place">Which child.</param>
    /// <param name="g">The child's tangent in forward mode, the node's adjoint in reverse mode.</param>
    public static (Rational Coefficient, Expression[] Factors)? Factors(Expression node, int place, Expression g)
    {
        switch (node)
        {
            case Sum sum:
                return (sum.Terms[place].Coefficient, [g]);
            case Product product:
                Expression[] factors = [.. product.Factors];
                factors[place] = g;
                return (product.Coefficient, factors);
            case Call call:
                var partial = call.Function.Partial(place, call.Arguments.AsSpan(), call);
                return partial is Number { Value.IsZero: true } ? null : (Rational.One, [partial, g]);
            default:
                throw new InvalidOperationException($"A {node.GetType().Name} has no children.");
        }
    }

    /// <summary>What a choice passes on to one of its branches: g where the branch is taken, otherwise 0. Null for the condition.</summary>
    /// <param name="choice">The choice.</param>
    /// <param name="place">Which child.</param>
    /// <param name="condition">The condition in the shape of <paramref name="g"/>.</param>
    /// <param name="g">The branch's tangent, or the choice's adjoint.</param>
    public static Expression? Branch(Choice choice, int place, Expression condition, Expression g) => place switch
    {
        1 => choice.Graph.Choice(condition, g, choice.Graph.Zero),
        2 => choice.Graph.Choice(condition, choice.Graph.Zero, g),
        _ => null,
    };

    /// <summary>
    /// A product with g among its factors. Where g is zero in one branch of a choice, the product is made inside the other: 0·∞ would
    /// leak from the branch not taken.
    /// </summary>
    /// <param name="g">The tangent or adjoint.</param>
    /// <param name="keepsShape">Whether the product has the shape of g, so that a condition entry by entry may enclose it.</param>
    /// <param name="times">The product with what is put in the place of g.</param>
    public static Expression InBranch(Expression g, bool keepsShape, Func<Expression, Expression> times)
    {
        if (g is not Choice) return times(g);
        var guards = new Stack<(Expression Condition, bool Holds)>();
        while (g is Choice choice && (keepsShape || choice.Condition.Shape.IsScalar) && (Graph.IsZero(choice.Then) || Graph.IsZero(choice.Otherwise)))
        {
            var holds = Graph.IsZero(choice.Otherwise);
            guards.Push((choice.Condition, holds));
            g = g.Graph.Fit(holds ? choice.Then : choice.Otherwise, choice.Shape);
        }

        var product = times(g);
        // What is 0 without a choice needs none; around a number it would have lost the shape of g.
        if (Graph.IsZero(product)) return product;
        foreach (var (condition, holds) in guards) product = holds ? g.Graph.Choice(condition, product, g.Graph.Zero) : g.Graph.Choice(condition, g.Graph.Zero, product);
        return product;
    }
}
