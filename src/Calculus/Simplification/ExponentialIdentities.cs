using Calculus.Expressions;
using Calculus.Functions;

namespace Calculus.Simplification;

/// <summary>The exponential and the logarithm.</summary>
internal static class ExponentialIdentities
{
    /// <summary>exp(a)^m · exp(b)^n = exp(m·a + n·b).</summary>
    public static Expression? JoinExponentials(Expression node)
    {
        if (node is not (Product or Call { Function: Power }) || !FactorList.Any(node, static (@base, exponent) => @base is Call { Function: Exp } && exponent is (null or Number))) return null;
        var graph = node.Graph;
        var list = FactorList.Of(Rational.One, node);
        var terms = new List<Term>();
        foreach (var power in list.Powers)
        {
            if (power.Base is Call { Function: Exp } call && power.Number is { } n) terms.Add(new Term(n, call.Arguments[0]));
        }

        if (terms.Count == 0 || (terms.Count == 1 && terms[0].Coefficient.Abs().IsOne)) return null;
        list.Powers.RemoveAll(static power => power.Base is Call { Function: Exp } && power.Number is not null);
        // One exponential stays on its side of the fraction bar; several become one.
        if (terms is [{ Coefficient.Sign: < 0 } alone])
            return graph.Divide(list.Build(graph), Exp.Of(graph.Scale(-alone.Coefficient, alone.Of)));
        return graph.Multiply(list.Build(graph), Exp.Of(graph.Sum(Rational.Zero, [.. terms])));
    }

    /// <summary>exp(v·log(u)) = u^v where u > 0.</summary>
    public static Expression? ExponentialOfLogarithm(Expression node)
    {
        if (node is not Call { Function: Exp } call) return null;
        var list = FactorList.Of(Rational.One, call.Arguments[0]);
        var place = list.Powers.FindIndex(static power => power is { Exponent: null, Base: Call { Function: Log } });
        if (place < 0) return null;
        var u = ((Call)list.Powers[place].Base).Arguments[0];
        list.Powers.RemoveAt(place);
        return node.Graph.Power(u, list.Build(node.Graph));
    }
}
