using Calculus.Expressions;
using Calculus.Functions;

namespace Calculus.Programs;

/// <summary>Logarithms and ratios of sums of exponentials, with the largest exponential taken out of each sum.</summary>
internal static class ExponentialSums
{
    /// <summary>Π sumₖ^nₖ with sumₖ = e^mₖ·scaledₖ, where no entry of scaledₖ overflows.</summary>
    /// <param name="Largest">m, the largest exponent.</param>
    /// <param name="Scaled">The sum over e^m; null where it is 1.</param>
    /// <param name="Power">n.</param>
    private readonly record struct Part(Expression Largest, Expression? Scaled, Rational Power);

    /// <summary>log(c₁·e^u₁ + c₂·e^u₂ + …) by pairs, max(a, b) + log(1 + e^−|a − b|); null for any other sum.</summary>
    public static Expression? TryLogarithm(Sum sum)
    {
        if (sum.Constant.Sign < 0 || sum.Terms.Length + (sum.Constant.IsZero ? 0 : 1) < 2) return null;
        var graph = sum.Graph;
        var exponents = new List<Expression>(sum.Terms.Length + 1);
        foreach (var term in sum.Terms)
        {
            if (term.Coefficient.Sign <= 0 || Reading.TryExponent(term.Of) is not { } exponent) return null;
            exponents.Add(term.Coefficient.IsOne ? exponent : exponent + Log.Of(graph.Number(term.Coefficient)));
        }

        if (!sum.Constant.IsZero) exponents.Add(Log.Of(graph.Number(sum.Constant)));
        return exponents.Aggregate((a, b) => graph.Call(Max.Function, a, b) + Softplus.Of(-Abs.Of(a - b)));
    }

    /// <summary>log Σ e^vᵢ over the entries of an array; null for any other sum.</summary>
    public static Expression? TryTotal(Contraction sum)
    {
        if (sum.Factors is not [{ Of: var of, Labels: var labels }] || Reading.TryExponent(of) is not { } exponent || exponent.Shape != of.Shape) return null;
        if (labels.Distinct().Count() != labels.Length) return null;
        int[] axes = [.. Enumerable.Range(0, labels.Length).Where(axis => !sum.Out.Contains(labels[axis], StringComparison.Ordinal))];
        var kept = string.Concat(labels.Where(label => sum.Out.Contains(label, StringComparison.Ordinal)));
        return axes.Length > 0 && string.Equals(kept, sum.Out, StringComparison.Ordinal) ? sum.Graph.Reduce(Reduction.LogSumExp, exponent, axes) : null;
    }

    /// <summary>A product of at least two exponentials and powers of their sums, so that none overflows by itself; null for any other.</summary>
    public static Expression? TryRatio(Product product)
    {
        if (!MayBeRatio(product)) return null;
        var parts = new List<Part>();
        var others = new List<Expression>();
        var sums = 0;
        foreach (var factor in product.Factors)
        {
            if (TryPart(factor) is not { } part)
            {
                others.Add(factor);
                continue;
            }

            parts.Add(part);
            if (Reading.TryExponent(factor) is null) sums++;
        }

        if (sums == 0 || parts.Count < 2) return null;
        var graph = product.Graph;
        var exponent = graph.Sum(Rational.Zero, [.. parts.Select(static part => new Term(part.Power, part.Largest))]);
        foreach (var part in parts)
        {
            if (part.Scaled is { } scaled) others.Add(graph.Power(scaled, part.Power));
        }

        return graph.Product(product.Coefficient, [.. others, Exp.Of(exponent)]);
    }

    // Most products have no two factors with exponentials, which is quickly seen.
    private static bool MayBeRatio(Product product)
    {
        var parts = 0;
        foreach (var factor in product.Factors)
        {
            if (factor is Contraction || Reading.TryExponent(factor) is not null || Parts(factor).Base is Contraction || (Parts(factor).Base is Sum sum && HasExponential(sum.Terms[0].Of))) parts++;
        }

        return parts > 1;
    }

    private static bool HasExponential(Expression term)
    {
        if (term is not Product product) return Reading.TryExponent(term) is not null;
        foreach (var factor in product.Factors)
        {
            if (Reading.TryExponent(factor) is not null) return true;
        }

        return false;
    }

    private static Part? TryPart(Expression factor)
    {
        if (Reading.TryExponent(factor) is { } single) return new Part(single, null, Rational.One);
        if (factor is Contraction { Factors: [{ Of: not Contraction } of] } view && view.Out.Length == view.Dimensions.Length && TryTotalPart(of.Of) is { } repeated && repeated.Largest.Shape == of.Of.Shape)
        {
            var lengths = view.Out.Distinct().ToDictionary(static label => label, view.DimensionOf);
            return repeated with { Largest = view.Graph.Contract(Rational.One, [of with { Of = repeated.Largest }], view.Out, lengths) };
        }

        var (sum, power) = Parts(factor);
        return TryTotalPart(factor) ?? (sum is Sum terms && TryScale(terms) is var (largest, scaled) ? new Part(largest, scaled, power) : null);
    }

    private static Part? TryTotalPart(Expression factor) =>
        Parts(factor) is (Contraction total, var power) && TryTotal(total) is { } logarithm ? new Part(logarithm, null, power) : null;

    private static (Expression Base, Rational Power) Parts(Expression factor) =>
        factor is Call { Function: Power, Arguments: [var @base, Number { Value: var power }] } ? (@base, power) : (factor, Rational.One);

    // A factor of a long product is a factor of most terms of its derivative.
    private static (Expression Largest, Expression Scaled)? TryScale(Sum sum)
    {
        var known = sum.Graph.Kept<ScaledSums>();
        if (!known.TryGetValue(sum, out var scaled)) known[sum] = scaled = Scaled(sum);
        return scaled;
    }

    // Every term has one exponential, or is the constant.
    private static (Expression Largest, Expression Scaled)? Scaled(Sum sum)
    {
        var graph = sum.Graph;
        var terms = new List<(Rational Coefficient, Expression Exponent, Expression Others)>(sum.Terms.Length + 1);
        foreach (var term in sum.Terms)
        {
            Expression[] factors = term.Of is Product product ? [.. product.Factors] : [term.Of];
            if (factors.Count(static factor => Reading.TryExponent(factor) is not null) != 1) return null;
            var place = Array.FindIndex(factors, static factor => Reading.TryExponent(factor) is not null);
            var inner = term.Of is Product { Coefficient: var coefficient } ? coefficient : Rational.One;
            terms.Add((term.Coefficient * inner, Reading.TryExponent(factors[place])!, graph.Product(Rational.One, [.. factors.Where((_, i) => i != place)])));
        }

        if (!sum.Constant.IsZero) terms.Add((sum.Constant, graph.Zero, graph.One));
        Expression[] exponents = [.. terms.Select(static term => term.Exponent).Distinct()];
        if (exponents.Length < 2) return null;
        var largest = graph.Call(Max.Function, exponents);
        return (largest, graph.Sum(Rational.Zero, [.. terms.Select(term => new Term(term.Coefficient, term.Others * Exp.Of(term.Exponent - largest)))]));
    }

    private sealed class ScaledSums : Dictionary<Sum, (Expression Largest, Expression Scaled)?>;
}
