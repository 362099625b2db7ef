using Calculus.Expressions;

namespace Calculus.Simplification;

/// <summary>Numerators and denominators that share a polynomial.</summary>
internal static class PolynomialIdentities
{
    private const int HighestDegree = 12;
    private const int MostLetters = 2;

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
        if (!above.Graph.Budget.TrySpendTrial(CostOfDivision)) return null;
        above = Expansion.Of(above) ?? above;
        var letters = new List<Expression>();
        if (!Collect(above, letters) || !Collect(below, letters)) return null;
        var (a, b) = (Read(above, letters), Read(below, letters));
        var divisor = Polynomial2.GreatestCommonDivisor(a, b);
        if (divisor.IsConstant || a.DividedBy(divisor) is not { } top || b.DividedBy(divisor) is not { } bottom) return null;
        var graph = above.Graph;
        return (Write(graph, top, letters), Write(graph, bottom, letters), Write(graph, divisor, letters));
    }

    // The letters may be any nodes: exp(x) is as good as x.
    private static bool Collect(Expression node, List<Expression> letters)
    {
        foreach (var term in Terms(node))
        {
            foreach (var power in FactorList.Of(Rational.One, term.Of).Powers)
            {
                if (power is not { Number: { IsInteger: true, Sign: > 0 } n } || n > HighestDegree || power.Base is Sum) return false;
                if (!letters.Contains(power.Base)) letters.Add(power.Base);
            }
        }

        return letters.Count <= MostLetters;
    }

    private static Polynomial2 Read(Expression node, List<Expression> letters)
    {
        var grid = new Rational[HighestDegree + 1, HighestDegree + 1];
        foreach (var term in Terms(node))
        {
            var (i, k) = (0, 0);
            foreach (var power in FactorList.Of(Rational.One, term.Of).Powers)
            {
                var exponent = (int)power.Number!.Value.Numerator;
                if (power.Base == letters[0]) i = exponent;
                else k = exponent;
            }

            grid[i, k] += term.Coefficient;
        }

        var rows = new Polynomial[HighestDegree + 1];
        var row = new Rational[HighestDegree + 1];
        for (var i = 0; i <= HighestDegree; i++)
        {
            for (var k = 0; k <= HighestDegree; k++) row[k] = grid[i, k];
            rows[i] = Polynomial.Of(row);
        }

        return Polynomial2.Of(rows);
    }

    private static Expression Write(Graph graph, Polynomial2 polynomial, List<Expression> letters)
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

    private static IEnumerable<Term> Terms(Expression node) => node is Sum sum
        ? sum.Constant.IsZero ? sum.Terms : sum.Terms.Append(new Term(sum.Constant, node.Graph.One))
        : [new Term(Rational.One, node)];
}
