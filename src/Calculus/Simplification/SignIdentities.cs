using Calculus.Expressions;
using Calculus.Functions;

namespace Calculus.Simplification;

/// <summary>A number, its size and its sign.</summary>
internal static class SignIdentities
{
    /// <summary>u/abs(u) = sign(u) and abs(u)/u = sign(u) where u ≠ 0; sign(u)·abs(u) = u and sign(u)·u = abs(u) everywhere.</summary>
    public static Expression? Join(Expression node)
    {
        if (node is not Product || !FactorList.Any(node, static (@base, _) => @base is Call { Function: Abs or Sign })) return null;
        var graph = node.Graph;
        var list = FactorList.Of(Rational.One, node);
        for (var i = 0; i < list.Powers.Count; i++)
        {
            if (list.Powers[i] is not { Base: Call { Function: Abs or Sign } call, Number: { IsInteger: true } n }) continue;
            var u = call.Arguments[0];
            var isAbs = call.Function is Abs;
            var partner = list.Powers.FindIndex(power =>
                power.Number is { IsInteger: true } && (power.Base == u || (isAbs && power.Base is Call { Function: Sign } sign && sign.Arguments[0] == u)));
            if (partner < 0) continue;
            var m = list.Powers[partner].Number!.Value;
            var joined = (isAbs, list.Powers[partner].Base == u) switch
            {
                (true, true) when n.Sign != m.Sign => Sign.Of(u),
                (true, false) when n.Sign > 0 && m.Sign > 0 => u,
                (false, true) when n.Sign > 0 && m.Sign > 0 => Abs.Of(u),
                _ => null,
            };
            if (joined is null) continue;
            list.Powers[i] = list.Powers[i].With(graph, n - n.Sign);
            list.Powers[partner] = list.Powers[partner].With(graph, m - m.Sign);
            list.Powers.Add(new RaisedBase(joined, null, false));
            return list.Build(graph);
        }

        return null;
    }

    /// <summary>-(a - b) = b - a, by itself and in fractions of numbers: -1/(a - b) = 1/(b - a).</summary>
    public static Expression? Turned(Expression node)
    {
        if (node is not Product { Coefficient: var minus } product || minus.Numerator != -1) return null;
        if (product.Factors is [Sum only] && minus.IsInteger) return Opposite(only);
        var list = FactorList.Of(Rational.One, product);
        if (!product.Shape.IsScalar || (minus.IsInteger && !list.Powers.Exists(static power => power.Number is { Sign: < 0 }))) return null;
        var place = list.Powers.FindIndex(static power => power is { Base: Sum { Terms: var terms }, Number: { } n } && n.Abs().IsOne && terms.Any(static term => term.Coefficient.Sign < 0));
        if (place < 0) place = list.Powers.FindIndex(static power => power is { Base: Sum { Constant.Sign: < 0 }, Number: { } n } && n.Abs().IsOne);
        if (place < 0) return null;
        list.Powers[place] = list.Powers[place] with { Base = Opposite((Sum)list.Powers[place].Base) };
        list.Coefficient = -minus;
        return list.Build(node.Graph);
    }

    /// <summary>−(a − b) as b − a.</summary>
    internal static Expression Opposite(Sum sum) => sum.Graph.Sum(-sum.Constant, [.. sum.Terms.Select(static term => term with { Coefficient = -term.Coefficient })]);
}
