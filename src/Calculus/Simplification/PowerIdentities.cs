using Calculus.Expressions;
using Calculus.Functions;

namespace Calculus.Simplification;

/// <summary>Powers of one base.</summary>
internal static class PowerIdentities
{
    /// <summary>u^a · u^b = u^(a+b), where u ≠ 0, or u > 0 for letters in exponents.</summary>
    public static Expression? JoinPowers(Expression node)
    {
        if (node is not Product product) return null;
        var graph = node.Graph;
        var list = FactorList.Of(Rational.One, product);
        var joined = false;
        for (var i = 0; i < list.Powers.Count; i++)
        {
            for (var k = list.Powers.Count - 1; k > i; k--)
            {
                var (a, b) = (list.Powers[i], list.Powers[k]);
                if (a.Base != b.Base || a.Base is Number) continue;
                var isReal = (a.IsReal || a.Number?.IsInteger == true) && (b.IsReal || b.Number?.IsInteger == true);
                list.Powers[i] = new RaisedBase(a.Base, (a.Exponent ?? graph.One) + (b.Exponent ?? graph.One), isReal);
                list.Powers.RemoveAt(k);
                joined = true;
            }
        }

        return joined ? list.Build(graph) : null;
    }

    /// <summary>(u^a)^b = u^(ab): with an even a and a fraction b the base loses its sign.</summary>
    public static Expression? PowerOfPower(Expression node)
    {
        if (node is not Call { Function: Power } outer || outer.Arguments[1] is not Number { Value: var b }
            || outer.Arguments[0] is not Call { Function: Power } inner || inner.Arguments[1] is not Number { Value: var a })
            return null;
        var u = a.HasEvenNumerator && !b.IsInteger ? Abs.Of(inner.Arguments[0]) : inner.Arguments[0];
        return node.Graph.Power(u, a * b);
    }
}
