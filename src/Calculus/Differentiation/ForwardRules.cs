using Calculus.Expressions;

namespace Calculus.Differentiation;

/// <summary>
/// The rules in forward mode: what the tangent of one child adds to the tangent of a node. A tangent has the shape of its node and is
/// linear in the direction that the variable moves in.
/// </summary>
internal static class ForwardRules
{
    /// <summary>∂node/∂child applied to the child's tangent, or null where that is zero.</summary>
    /// <param name="node">The node.</param>
    /// <param name="place">Which child.</param>
    /// <param name="tangent">The child's tangent, in its shape.</param>
    public static Expression? Contribution(Expression node, int place, Expression tangent)
    {
        var graph = node.Graph;
        switch (node)
        {
            case Contraction contraction:
                Factor[] factors = [.. contraction.Factors];
                factors[place] = factors[place] with { Of = tangent };
                return Contract(contraction, factors);
            case Reduce { Reduction: Reduction.Share or Reduction.ArgMax or Reduction.OtherProducts or Reduction.OtherPairProducts }:
                return null; // steps, and parts that only derivatives have
            case Reduce reduce:
                // No two results share an entry, so that the adjoint of ones is the weight of every entry.
                return ReverseRules.Contribution(reduce, 0, graph.Fill(Rational.One, reduce.Shape), 0) is { } weights ? Reduced(reduce, weights, tangent) : null;
            case Slice slice:
                return slice.IsPut ? graph.Put(tangent, slice.Selections.AsSpan()) : graph.Take(tangent, slice.Selections.AsSpan());
            case Stack stack:
                var parts = new Expression[stack.Parts.Length];
                for (var i = 0; i < parts.Length; i++) parts[i] = i == place ? tangent : graph.Fill(Rational.Zero, stack.Parts[i].Shape);
                return graph.Stack(stack.Axis, parts);
            case MatrixFunction { Operation: MatrixOperation.Inverse }:
                return graph.Contract(-1, [new Factor(node, "ab"), new Factor(tangent, "bc"), new Factor(node, "cd")], "ad");
            case MatrixFunction { Operation: MatrixOperation.Cofactors }:
                return null; // a part that only derivatives have
            case MatrixFunction:
                return ReverseRules.Contribution(node, 0, graph.One, 0) is { } gradient ? graph.Dot(gradient, tangent) : null;
            case Choice choice:
                return EntryRules.Branch(choice, place, choice.Condition, graph.Fit(tangent, choice.Shape));
            default:
                return tangent is Choice ? InBranch(node, place, tangent) : Times(node, place, tangent);
        }
    }

    private static Expression Times(Expression node, int place, Expression tangent) =>
        EntryRules.Factors(node, place, tangent) is var (coefficient, factors) ? node.Graph.Product(coefficient, factors) : node.Graph.Zero;

    private static Expression InBranch(Expression node, int place, Expression tangent) =>
        EntryRules.InBranch(tangent, tangent.Shape == node.Shape, inner => Times(node, place, inner));

    /// <summary>A contraction with other factors of the same labels.</summary>
    public static Expression Contract(Contraction like, Factor[] factors)
    {
        var lengths = new Dictionary<char, Dimension>();
        for (var i = 0; i < like.Dimensions.Length; i++) lengths[(char)('a' + i)] = like.Dimensions[i];
        return like.Graph.Contract(Rational.One, factors, like.Out, lengths);
    }

    /// <summary>The sum of entries times weights along the axes of a reduction.</summary>
    public static Expression Reduced(Reduce reduce, Expression weights, Expression tangent)
    {
        var all = Graph.Alphabet(reduce.Argument.Shape.Rank);
        var rest = new string([.. all.Where((_, axis) => !reduce.Axes.Contains(axis))]);
        return reduce.Graph.Contract(Rational.One, [new Factor(weights, all), new Factor(tangent, all)], rest);
    }
}
