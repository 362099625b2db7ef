using Calculus.Expressions;

namespace Calculus.Simplification;

/// <summary>Numerators and denominators that share a polynomial.</summary>
internal static class PolynomialIdentities
{
    // What looking for a common divisor costs, in nodes that a trial looks at.
    private const int CostOfDivision = 64;

    /// <summary>(g·a)/(g·b) = a/b where g ≠ 0.</summary>
    public static Expression? Cancel(Expression node)
    {
        if (node is not Product
            || !FactorList.Any(node, static (@base, exponent) => @base is Sum && exponent is (null or Number { Value.Sign: > 0 }))
            || !FactorList.Any(node, static (@base, exponent) => @base is (Sum or Symbol) && exponent is Number { Value.Sign: < 0 })) return null;
        var graph = node.Graph;
        var list = FactorList.Of(Rational.One, node);
        for (var i = 0; i < list.Powers.Count; i++)
        {
            if (list.Powers[i] is not { Number: { IsInteger: true, Sign: > 0 } n, Base: Sum }) continue;
            for (var k = 0; k < list.Powers.Count; k++)
            {
                if (list.Powers[k] is not { Number: { IsInteger: true, Sign: < 0 } m, Base: Sum or Symbol }) continue;
                if (Divide(list.Powers[i].Base, list.Powers[k].Base) is not { } shared) continue;
                var (above, below) = (list.Powers[i], list.Powers[k]);
                list.Powers[i] = new RaisedBase(shared.Above, above.Exponent, false);
                list.Powers[k] = new RaisedBase(shared.Below, below.Exponent, false);
                list.Powers.Add(new RaisedBase(shared.Divisor, graph.Number(n + m), false));
                return list.Build(graph);
            }
        }

        return null;
    }

    private static (Expression Above, Expression Below, Expression Divisor)? Divide(Expression above, Expression below)
    {
        var graph = above.Graph;
        if (!graph.Budget.TrySpendTrial(CostOfDivision)) return null;
        var known = graph.Kept<ReadPolynomials>();
        if (known.Expanded(above) is not { } a || known.AsIs(below) is not { } b) return null;
        Expression[] letters = [.. a.Letters.Union(b.Letters)];
        if (letters.Length > ReadPolynomial.MostLetters || letters.Length == a.Letters.Count + b.Letters.Count || a.IsCoprimeTo(b, letters)) return null;
        var (first, second) = (a.Over(letters), b.Over(letters));
        var divisor = Polynomial2.GreatestCommonDivisor(first, second);
        if (divisor.IsConstant || first.DividedBy(divisor) is not { } top || second.DividedBy(divisor) is not { } bottom) return null;
        return (Write(graph, top, letters), Write(graph, bottom, letters), Write(graph, divisor, letters));
    }

    private static Expression Write(Graph graph, Polynomial2 polynomial, Expression[] letters)
    {
        var terms = new List<Term>();
        for (var i = 0; i <= polynomial.Degree; i++)
        {
            for (var k = 0; k <= polynomial[i].Degree; k++)
            {
                if (polynomial[i][k].IsZero) continue;
                var factor = i == 0 ? graph.One : graph.Power(letters[0], i);
                if (k > 0) factor *= graph.Power(letters[1], k);
                terms.Add(new Term(polynomial[i][k], factor));
            }
        }

        return graph.Sum(Rational.Zero, [.. terms]);
    }
}
