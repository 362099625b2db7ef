using Calculus.Expressions;
using Calculus.Functions;

namespace Calculus.Programs;

/// <summary>
/// Formulas that people spell out, in the equal form that neither overflows nor cancels: the logarithm of a sum of exponentials, ratios of
/// exponentials, log cosh, 1 − cos, the root of a sum of squares. Only numbers are computed so; the formula stays as it is.
/// </summary>
internal static class StableForms
{
    /// <summary>The outputs in stable form; the same list where there is nothing to do.</summary>
    public static IReadOnlyList<Expression> Of(IReadOnlyList<Expression> outputs)
    {
        if (outputs.Count == 0) return outputs;
        var made = outputs[0].Graph.Kept<Made>().Nodes;
        foreach (var node in Reachable.Without(made.ContainsKey, [.. outputs]))
        {
            var rebuilt = node;
            for (var place = 0; place < node.ChildCount; place++)
            {
                if (made[node.Child(place)] == node.Child(place)) continue;
                rebuilt = Rebuild.WithChildren(node, node.Graph, child => made[child]);
                break;
            }

            made[node] = Stable(rebuilt) ?? rebuilt;
        }

        foreach (var output in outputs)
        {
            if (made[output] != output) return [.. outputs.Select(each => each.Graph.Fit(made[each], each.Shape))];
        }

        return outputs;
    }

    /// <summary>The forms found for the nodes of a graph: formulas are computed in several ways, and share most of their nodes.</summary>
    private sealed class Made
    {
        /// <summary>The stable form of a node, often the node itself.</summary>
        public Dictionary<Expression, Expression> Nodes { get; } = [];
    }

    private static Expression? Stable(Expression node) => node switch
    {
        Call { Function: Log, Arguments: [Sum sum] } => ExponentialSums.TryLogarithm(sum),
        Call { Function: Log, Arguments: [Contraction sum] } => ExponentialSums.TryTotal(sum),
        Call { Function: Log, Arguments: [Call { Function: Cosh } cosh] } => LogCosh(cosh.Arguments[0]),
        Call { Function: Power, Arguments: [Sum sum, Number { Value: var q }] } when IsHalf(q) => TryLength(sum) is { } length ? node.Graph.Power(length, 2 * q) : null,
        Call { Function: Power, Arguments: [Product square, Number { Value: var q }] } when IsHalf(q) => TryRoot(square) is { } root ? node.Graph.Power(root, 2 * q) : null,
        Call { Function: Power, Arguments: [Contraction square, Number { Value: var q }] } when IsHalf(q) => TryNorm(square) is { } norm ? node.Graph.Power(norm, 2 * q) : null,
        Product product => ExponentialSums.TryRatio(product),
        Sum { Constant.IsZero: false } sum => TryOneMinusCosine(sum),
        _ => null,
    };

    private static bool IsHalf(Rational exponent) => exponent.Denominator == 2;

    // Near 0, log cosh u = log(1 + 2·sinh²(u/2)); elsewhere |u| + log(1 + e^(−2|u|)) − log 2, which does not overflow.
    private static Expression LogCosh(Expression u)
    {
        var graph = u.Graph;
        var size = Abs.Of(u);
        var near = Log1p.Of(2 * graph.Power(Sinh.Of(Rational.Of(1, 2) * u), 2));
        var far = size + Softplus.Of(-2 * size) - Log.Of(graph.Number(2));
        return graph.Choice(Less.Of(size, graph.One), near, far);
    }

    // c − c·cos u = 2c·sin²(u/2), and c − c·cosh u = −2c·sinh²(u/2).
    private static Expression? TryOneMinusCosine(Sum sum)
    {
        for (var place = 0; place < sum.Terms.Length; place++)
        {
            if (sum.Terms[place] is not { Of: Call { Function: Cos or Cosh } call } term || term.Coefficient != -sum.Constant) continue;
            var half = Rational.Of(1, 2) * call.Arguments[0];
            var square = sum.Graph.Power(call.Function is Cos ? Sin.Of(half) : Sinh.Of(half), 2);
            var terms = sum.Terms.ToArray();
            terms[place] = new Term(2 * (call.Function is Cos ? sum.Constant : -sum.Constant), square);
            return sum.Graph.Sum(Rational.Zero, terms);
        }

        return null;
    }

    // √(a·x² + b·y² + …) as the length of a vector, scaled by its largest entry.
    private static Expression? TryLength(Sum sum)
    {
        if (sum.Constant.Sign < 0) return null;
        var graph = sum.Graph;
        var parts = new List<Expression>(sum.Terms.Length + 1);
        foreach (var term in sum.Terms)
        {
            if (term.Coefficient.Sign <= 0 || term.Of is not Call { Function: Power, Arguments: [var side, Number { Value: var exponent }] } || exponent != 2) return null;
            parts.Add(term.Coefficient.IsOne ? side : graph.Power(graph.Number(term.Coefficient), Rational.Of(1, 2)) * side);
        }

        if (!sum.Constant.IsZero) parts.Add(graph.Power(graph.Number(sum.Constant), Rational.Of(1, 2)));
        return parts.Count < 2 ? null : parts.Aggregate((length, side) => graph.Call(Hypot.Function, length, side));
    }

    // √(c·x²·y²·…) = √c·|x|·|y|·…
    private static Expression? TryRoot(Product square)
    {
        if (square.Coefficient.Sign <= 0) return null;
        var graph = square.Graph;
        var sides = new List<Expression> { graph.Power(graph.Number(square.Coefficient), Rational.Of(1, 2)) };
        foreach (var factor in square.Factors)
        {
            if (factor is not Call { Function: Power, Arguments: [var side, Number { Value: var exponent }] } || exponent != 2) return null;
            sides.Add(Abs.Of(side));
        }

        return graph.Product(Rational.One, [.. sides]);
    }

    private static Expression? TryNorm(Contraction square) =>
        square is { Out: "", Factors: [{ Of: var v, Labels: var labels }, { Of: var w, Labels: var others }] } && v == w
            && string.Equals(labels, others, StringComparison.Ordinal) && labels.Distinct().Count() == labels.Length
            ? square.Graph.Reduce(Reduction.Norm, v, [.. Enumerable.Range(0, labels.Length)])
            : null;
}
