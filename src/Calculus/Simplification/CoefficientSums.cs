using Calculus.Expressions;
using Calculus.Functions;

namespace Calculus.Simplification;

/// <summary>
/// The sums of the coefficients of polynomials that are not multiplied out: their values with 1 for every letter. Where such a sum is
/// huge one of the coefficients is too long, as those of (x + 1)·(x + 2)·…·(x + 300) are.
/// </summary>
internal static class CoefficientSums
{
    /// <summary>Whether a part that is to be multiplied out has a coefficient that is too long.</summary>
    /// <param name="nodes">The nodes of the formula, children before parents.</param>
    /// <param name="parts">Those that the formula is a sum or a product of, down to the last.</param>
    public static bool AreHuge(List<Expression> nodes, HashSet<Expression> parts)
    {
        var sums = new Dictionary<Expression, double>(nodes.Count);
        foreach (var node in nodes)
        {
            var sum = SumOfCoefficients(node, sums);
            if (node is Product or Call && Math.Abs(sum) > LaurentPolynomial.LargestSum && parts.Contains(node)) return true;
            sums[node] = sum;
        }

        return false;
    }

    // NaN where it depends on how a denominator is read.
    private static double SumOfCoefficients(Expression node, Dictionary<Expression, double> sums)
    {
        switch (node)
        {
            case Number number:
                return number.Value.ToDouble();
            case Sum sum:
                var total = sum.Constant.ToDouble();
                foreach (var term in sum.Terms) total += term.Coefficient.ToDouble() * sums[term.Of];
                return total;
            case Product product:
                var all = product.Coefficient.ToDouble();
                foreach (var factor in product.Factors) all *= sums[factor];
                return all;
            case Call { Function: Power } power when power.Arguments[0] is Sum or Product && power.Arguments[1] is Number { Value: var exponent }:
                return exponent is { IsInteger: true, Sign: > 0 } ? Math.Pow(sums[power.Arguments[0]], exponent.ToDouble()) : double.NaN;
            default:
                return 1;
        }
    }
}
