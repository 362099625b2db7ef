using Calculus.Expressions;
using Calculus.Functions;

namespace Calculus.Simplification;

/// <summary>Powers of one base.</summary>
internal static class PowerIdentities
{
    /// <summary>u^a · u^b = u^(a+b), where u ≠ 0, or u > 0 for letters in exponents.</summary>
    public static Expression? JoinPowers(Expression node)
    {
        if (node is not Product product || !HasBaseTwice(product)) return null;
        var graph = node.Graph;
        var list = FactorList.Of(Rational.One, product);
        var joined = false;
        for (var i = 0; i < list.Powers.Count; i++)
        {
            for (var k = list.Powers.Count - 1; k > i; k--)
            {
                var (a, b) = (list.Powers[i], list.Powers[k]);
                if (a.Base != b.Base || a.Base is Number || LosesRoot(a, b) || LosesRoot(b, a)) continue;
                var isReal = (a.IsReal || a.Number?.IsInteger == true) && (b.IsReal || b.Number?.IsInteger == true);
                list.Powers[i] = new RaisedBase(a.Base, (a.Exponent ?? graph.One) + (b.Exponent ?? graph.One), isReal);
                list.Powers.RemoveAt(k);
                joined = true;
            }
        }

        return joined ? list.Build(graph) : null;
    }

    // Below zero x^(1/3) is a root, while x^(n + 1/3) is nothing, also where n is a whole number.
    private static bool LosesRoot(RaisedBase root, RaisedBase other) =>
        root is { IsReal: true, Number.IsInteger: false } && other.Number is null && !root.Base.Facts.IsNotNegative();

    // Equal nodes are one object.
    private static bool HasBaseTwice(Product product)
    {
        var factors = product.Factors;
        for (var i = 1; i < factors.Length; i++)
        {
            var own = BaseOf(factors[i]);
            for (var k = 0; k < i; k++)
            {
                if (BaseOf(factors[k]) == own) return own is not Number;
            }
        }

        return false;
    }

    private static Expression BaseOf(Expression factor) => factor is Call { Function: Power or RealPower } power ? power.Arguments[0] : factor;

    /// <summary>(u^a)^b = u^(ab): with an even a and a fraction b the base loses its sign.</summary>
    public static Expression? PowerOfPower(Expression node)
    {
        if (node is not Call { Function: Power } outer || outer.Arguments[1] is not Number { Value: var b }
            || outer.Arguments[0] is not Call { Function: Power } inner || inner.Arguments[1] is not Number { Value: var a })
            return null;
        var u = a.HasEvenNumerator && !b.IsInteger ? Abs.Of(inner.Arguments[0]) : inner.Arguments[0];
        return node.Graph.Power(u, a * b);
    }

    /// <summary>u^k · (a·u^m + b·u^n) = a·u^(m+k) + b·u^(n+k), for what is shorter then.</summary>
    public static Expression? IntoSum(Expression node)
    {
        if (node is not Product { Factors.Length: > 1 } product || !FactorList.Any(product, static (@base, exponent) => @base is Sum && exponent is null)) return null;
        var list = FactorList.Of(Rational.One, product);
        for (var i = 0; i < list.Powers.Count; i++)
        {
            var power = NormIdentities.Plain(list.Powers[i], product) ?? list.Powers[i];
            if (power is not { Number.IsZero: false, Base: not (Number or Sum) }) continue;
            for (var k = 0; k < list.Powers.Count; k++)
            {
                if (k == i || list.Powers[k] is not { Base: Sum sum, Number.IsOne: true } || Joined(sum, power, list => InSum(list, power)) is not { } joined) continue;
                list.Powers[k] = new RaisedBase(joined, null, false);
                list.Powers.RemoveAt(i);
                return list.Build(node.Graph);
            }
        }

        return null;
    }

    // The sum with each term times a power that the term has already; otherwise as the term can take it.
    private static Expression? Joined(Sum sum, RaisedBase power, Func<FactorList, bool> takesOtherwise)
    {
        if (!sum.Constant.IsZero) return null;
        var terms = new List<Term>();
        foreach (var term in sum.Terms)
        {
            var list = FactorList.Of(term.Coefficient, term.Of);
            var place = list.Powers.FindIndex(own => own.Base == power.Base && own.IsReal == power.IsReal && own.Number is not null);
            if (place >= 0) list.Powers[place] = list.Powers[place].With(sum.Graph, list.Powers[place].Number!.Value + power.Number!.Value);
            else if (!takesOtherwise(list)) return null;
            terms.Add(new Term(Rational.One, list.Build(sum.Graph)));
        }

        return sum.Graph.Sum(Rational.Zero, [.. terms]);
    }

    // A factor that is itself a sum of such powers takes it.
    private static bool InSum(FactorList list, RaisedBase power)
    {
        var place = list.Powers.FindIndex(static own => own is { Base: Sum, Number.IsOne: true });
        if (place < 0 || Joined((Sum)list.Powers[place].Base, power, static _ => false) is not { } inner) return false;
        list.Powers[place] = new RaisedBase(inner, null, false);
        return true;
    }
}
