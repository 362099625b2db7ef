using Calculus.Expressions;

namespace Calculus.Functions;

/// <summary>What a power with a constant exponent equals for every input.</summary>
internal static class PowerRewrites
{
    /// <summary>base^exponent in its canonical form; null where it is canonical as it stands.</summary>
    public static Expression? Constant(Graph graph, Expression @base, Rational exponent)
    {
        if (exponent.IsOne) return @base;
        if (exponent.IsZero) return graph.One;
        return @base switch
        {
            Number number => OfNumber(graph, number.Value, exponent),
            Call { Function: Power } inner when inner.Arguments[1] is Number { Value: var n } =>
                OfPower(graph, inner.Arguments[0], n, exponent),
            Call { Function: Power } inner when inner.Arguments[0].Facts.IsPositive() =>
                graph.Power(inner.Arguments[0], exponent * inner.Arguments[1]),
            Call { Function: RealPower } inner when exponent.IsInteger =>
                OfRealPower(graph, inner.Arguments[0], RealPower.ExponentOf(inner.Arguments.AsSpan()), exponent),
            Call { Function: Abs } inner when exponent.IsInteger && exponent.HasEvenNumerator =>
                graph.Power(inner.Arguments[0], exponent),
            Sum sum when exponent.IsInteger && exponent.Sign < 0 && graph.NamesStableForms && Sigmoid.TryReadReciprocal(sum) is { } logistic =>
                graph.Power(logistic, -exponent),
            Product product => OfProduct(graph, product, exponent),
            Reduce { Reduction: Reduction.Norm } norm when exponent.IsInteger && exponent.Sign > 0 && exponent.HasEvenNumerator =>
                graph.Power(SumOfSquares(graph, norm), exponent / 2),
            _ => null,
        };
    }

    private static Expression SumOfSquares(Graph graph, Reduce norm)
    {
        var labels = Graph.Alphabet(norm.Argument.Shape.Rank);
        var factor = new Factor(norm.Argument, labels);
        return graph.Contract(Rational.One, [factor, factor], new string([.. labels.Where((_, axis) => !norm.Axes.Contains(axis))]));
    }

    private static Expression? OfNumber(Graph graph, Rational value, Rational exponent)
    {
        var bits = graph.Budget.Limits.ExactBits;
        if (value.IsZero && exponent.Sign < 0) return exponent == -1 ? null : graph.Power(graph.Zero, -1); // infinite, whatever the power
        if (exponent.IsInteger)
            return value.TryPower(exponent.Numerator, bits) is { } power ? graph.Number(power) : null;
        if (value.Sign < 0) return null;
        return value.TryRoot(exponent.Denominator)?.TryPower(exponent.Numerator, bits) is { } root ? graph.Number(root) : null;
    }

    // (u^a)^b = u^(ab) where both sides are defined for the same u and equal there.
    private static Expression? OfPower(Graph graph, Expression u, Rational a, Rational b)
    {
        var product = a * b;
        if (u.Facts.IsPositive() || (u.Facts.IsNotNegative() && a.Sign > 0 && b.Sign > 0)) return graph.Power(u, product);
        if (a.IsInteger && b.IsInteger)
        {
            if (a.Sign > 0 || b.Sign > 0) return graph.Power(u, product);
            // (u^-2)^-3 is u^6 except where u is 0: one form for everything written like this.
            return b == -1 ? null : graph.Power(graph.Power(u, -product), -1);
        }

        if (!a.IsInteger) return !product.IsInteger && b.IsInteger && (a.Sign > 0 || b.Sign > 0) ? graph.Power(u, product) : null;
        // sqrt(u^2k) = abs(u)^k, and likewise for any other fraction.
        return a.HasEvenNumerator && (a.Sign > 0 || b.Sign > 0) ? graph.Power(Abs.Of(u), product) : null;
    }

    private static Expression? OfRealPower(Graph graph, Expression u, Rational root, Rational n)
    {
        if (n.Sign > 0 || root.Sign > 0) return RealPower.Of(u, root * n);
        return n == -1 ? null : graph.Power(RealPower.Of(u, -(root * n)), -1);
    }

    // (c·u·v)^n = c^n·u^n·v^n for whole n; for a fraction only a positive number comes out, and only exactly.
    private static Expression? OfProduct(Graph graph, Product product, Rational exponent)
    {
        if (exponent.IsInteger)
        {
            if (product.Coefficient.IsZero && exponent < -1) return graph.Power(graph.Power(product, -exponent), -1);
            if (product.Coefficient.TryPower(exponent.Numerator, graph.Budget.Limits.ExactBits) is not { } coefficient) return null;
            var powers = new Expression[product.Factors.Length];
            for (var i = 0; i < powers.Length; i++) powers[i] = graph.Power(product.Factors[i], exponent);
            return graph.Product(coefficient, powers);
        }

        if (product.Coefficient.Sign <= 0 || product.Coefficient.IsOne) return null;
        return OfNumber(graph, product.Coefficient, exponent) is Number { Value: var outside }
            ? graph.Scale(outside, graph.Power(graph.WithoutCoefficient(product), exponent))
            : null;
    }
}
