using Calculus.Expressions;

namespace Calculus.Programs.Arrays;

/// <summary>How a program of arrays reads nodes: what is computed entry by entry, and which children are seen through.</summary>
internal static class ArrayReading
{
    /// <summary>Whether a node is computed entry by entry.</summary>
    public static bool IsEntryByEntry(Expression node) => node is Sum or Product or Call or Choice && SoftmaxReading.TotalOf(node) is null;

    /// <summary>Whether a node has the entry 1 everywhere.</summary>
    public static bool IsOnes(Expression node) => node is Contraction { Factors.Length: 0 } ones && ones.Out.Distinct().Count() == ones.Out.Length;

    /// <summary>Whether a node among entries is a number that needs no room.</summary>
    public static bool IsKnown(Expression node) => node is Number or Symbol { Role: SymbolRole.Constant, Shape.IsScalar: true } || IsOnes(node);

    /// <summary>
    /// Whether a node computes a child again in a form of its own: a power below the fraction line, as the positive power that it
    /// divides by, and the exponential next to the number that it nearly cancels.
    /// </summary>
    public static bool SeesThrough(Expression node, Expression child) => node switch
    {
        Product => Reading.IsBelowLine(child),
        Sum sum => Reading.IsBelowLine(child) || (Reading.ExponentialMinusOne(sum) is >= 0 and var place && sum.Terms[place].Of == child),
        _ => false,
    };

    /// <summary>The nodes whose values a node reads.</summary>
    public static IEnumerable<Expression> Reads(Expression node)
    {
        if (SoftmaxReading.TotalOf(node) is { } total) return [total.Argument];
        if (node is Contraction contraction) return Factors(contraction).Select(static factor => factor.Of);
        var children = Enumerable.Range(0, node.ChildCount).Select(node.Child);
        return IsEntryByEntry(node)
            ? children.SelectMany(child => SeesThrough(node, child) ? ((Call)child).Arguments : [child]).Where(static read => !IsKnown(read))
            : children;
    }

    /// <summary>The factors of a contraction: transposes are read where they lie, ones that say nothing are left out.</summary>
    public static List<Factor> Factors(Contraction contraction)
    {
        var factors = new List<Factor>(contraction.Factors.Length);
        foreach (var factor in contraction.Factors) factors.Add(Untransposed(factor));
        for (var i = factors.Count - 1; i >= 0; i--)
        {
            if (!IsOnes(factors[i].Of)) continue;
            var others = contraction.Out + string.Concat(factors.Where((_, place) => place != i).Select(static other => other.Labels));
            if (factors[i].Labels.All(others.Contains)) factors.RemoveAt(i);
        }

        return factors;
    }

    private static Factor Untransposed(Factor factor)
    {
        while (factor.Of is Contraction { Factors: [var inner] } view && view.Out.Length == view.Dimensions.Length && view.Out.Distinct().Count() == view.Out.Length
            && view.Out.All(inner.Labels.Contains))
        {
            var labels = factor.Labels;
            factor = new Factor(inner.Of, new string([.. inner.Labels.Select(label => labels[view.Out.IndexOf(label, StringComparison.Ordinal)])]));
        }

        return factor;
    }
}
