using Calculus.Expressions;
using Calculus.Printing;

namespace Calculus.Programs;

/// <summary>
/// The order in which a sum adds and a product multiplies: the order in which people write, with what is above the fraction line
/// before what is below it. A graph without rewriting keeps the order in which it was given.
/// </summary>
/// <param name="variables">The variables in their order.</param>
internal sealed class OperandOrder(IReadOnlyList<string> variables)
{

    private (Graph? Graph, PeoplesOrder? Order) _last;

    /// <summary>The terms of a sum; its constant is a term with the coefficient one.</summary>
    public IEnumerable<Term> Terms(Sum sum)
    {
        if (sum.Graph.IsExact) return Of(sum.Graph).Terms(sum);
        return sum.Constant.IsZero ? sum.Terms : sum.Terms.Prepend(new Term(Rational.One, sum.Graph.Number(sum.Constant)));
    }

    /// <summary>The factors of a product.</summary>
    public IEnumerable<Expression> Factors(Product product)
    {
        if (!product.Graph.IsExact) return product.Factors;
        var people = Of(product.Graph).Factors(product);
        return people.Numerator.Concat(people.Denominator).Select(static factor => factor.Node);
    }

    private PeoplesOrder Of(Graph graph)
    {
        if (_last.Graph != graph) _last = (graph, PeoplesOrder.Of(graph, variables));
        return _last.Order!;
    }
}
