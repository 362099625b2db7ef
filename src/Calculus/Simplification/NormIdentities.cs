using Calculus.Expressions;
using Calculus.Functions;

namespace Calculus.Simplification;

/// <summary>Powers of the length of a vector, which derivatives write in three ways: ‖u‖^n, u·u, and a reciprocal that is 0 at 0.</summary>
internal static class NormIdentities
{
    /// <summary>(u·u)^k · ‖u‖^n = ‖u‖^(n+2k).</summary>
    public static Expression? Join(Expression node)
    {
        if (node is not Product product || node.Graph.IsOfNumbers) return null;
        foreach (var factor in product.Factors)
        {
            if (NormIn(Power.Parts(factor).Base) is not { } norm) continue;
            var (exponent, places) = (Rational.Zero, new List<int>());
            var square = node.Graph.Dot(norm.Argument, norm.Argument);
            for (var i = 0; i < product.Factors.Length; i++)
            {
                if (ExponentOf(product.Factors[i], norm, square) is not { } own) continue;
                exponent += own;
                places.Add(i);
            }

            if (places.Count < 2) continue;
            return node.Graph.Product(product.Coefficient, [node.Graph.Power(norm, exponent), .. product.Factors.Where((_, place) => !places.Contains(place))]);
        }

        return null;
    }

    /// <summary>1/‖u‖ is a plain reciprocal beside a factor that has no value at u = 0.</summary>
    public static Expression? PlainReciprocal(Expression node)
    {
        if (node is not Product product || node.Graph.IsOfNumbers) return null;
        for (var i = 0; i < product.Factors.Length; i++)
        {
            var (@base, exponent) = Power.Parts(product.Factors[i]);
            if (Plain(new RaisedBase(@base, exponent, false), product) is not { } plain) continue;
            return node.Graph.Product(product.Coefficient, [plain.Build(node.Graph), .. product.Factors.Where((_, place) => place != i)]);
        }

        return null;
    }

    /// <summary>A power of a reciprocal 1/‖u‖ that is 0 at u = 0 as one of ‖u‖; null for others, and where the product has a value at u = 0.</summary>
    /// <param name="power">The power.</param>
    /// <param name="within">The product that it is a factor of.</param>
    public static RaisedBase? Plain(RaisedBase power, Product within)
    {
        if (power is not { Base: Call { Function: ReciprocalOrZero, Arguments: [Reduce norm] }, Number: { } exponent }) return null;
        return IsDividedBy(within, norm) ? new RaisedBase(norm, norm.Graph.Number(-exponent), false) : null;
    }

    private static bool IsDividedBy(Product within, Reduce norm) =>
        Reachable.From([.. within.Factors]).Exists(part => Power.Parts(part) is ({ } raised, Number { Value.Sign: < 0 }) && raised == norm);

    private static Reduce? NormIn(Expression node) => node switch
    {
        Reduce { Reduction: Reduction.Norm, Shape.IsScalar: true } norm => norm,
        Call { Function: ReciprocalOrZero, Arguments: [Reduce { Reduction: Reduction.Norm, Shape.IsScalar: true } norm] } => norm,
        _ => null,
    };

    private static Rational? ExponentOf(Expression factor, Reduce norm, Expression square)
    {
        var (@base, exponent) = Power.Parts(factor);
        if (exponent is not (null or Number)) return null;
        var times = (exponent as Number)?.Value ?? Rational.One;
        if (@base == norm) return times;
        if (@base == square) return 2 * times;
        return NormIn(@base) == norm ? -times : null;
    }
}
