using Calculus.Budgets;
using Calculus.Expressions;
using Calculus.Functions;

namespace Calculus.Differentiation;

/// <summary>
/// The rules in reverse mode: what a node's adjoint passes on to one child. An adjoint has the axes of the output first, then the
/// node's own (Laue, Mitterreiter, Giesen, <i>Computing Higher Order Derivatives of Matrix and Tensor Expressions</i>, NeurIPS 2018).
/// </summary>
internal static class ReverseRules
{
    /// <summary>∂output/∂node times ∂node/∂child, or null where that is zero.</summary>
    /// <param name="node">The node.</param>
    /// <param name="place">Which child.</param>
    /// <param name="g">The node's adjoint.</param>
    /// <param name="outer">How many axes the output has.</param>
    public static Expression? Contribution(Expression node, int place, Expression g, int outer)
    {
        var graph = node.Graph;
        var child = node.Child(place);
        switch (node)
        {
            case Sum or Product or Call:
                return EntryRules.InBranch(g, keepsShape: !child.Shape.IsScalar || (outer == 0 && node.Shape.IsScalar), adjoint => EntryByEntry(node, place, adjoint, outer));
            case Choice choice:
                return OfChoice(choice, place, g, outer);
            case Contraction contraction:
                return OfContraction(contraction, place, g, outer);
            case Reduce reduce:
                return OfReduce(reduce, g, outer);
            case Slice slice:
                Selection[] selections = [.. g.Shape.Dimensions[..outer].ToArray().Select(Selection.All), .. slice.Selections];
                return slice.IsPut ? graph.Take(g, selections) : graph.Put(g, selections);
            case Stack stack:
                return OfStack(stack, place, g, outer);
            case MatrixFunction function:
                return OfMatrixFunction(function, g, outer);
            default:
                throw new InvalidOperationException($"A {node.GetType().Name} has no children.");
        }
    }

    // A number among arrays takes part in every entry: its share is the sum over them.
    private static Expression EntryByEntry(Expression node, int place, Expression g, int outer)
    {
        if (EntryRules.Factors(node, place, g) is not var (coefficient, factors)) return node.Graph.Zero;
        if (outer == 0 && node.Shape.IsScalar) return node.Graph.Product(coefficient, factors);
        var (kept, own) = Labels(outer, node.Shape.Rank);
        var labelled = Array.ConvertAll(factors, factor => new Factor(factor, factor == g ? kept + own : factor.Shape.IsScalar ? "" : own));
        return node.Graph.Contract(coefficient, labelled, node.Child(place).Shape.IsScalar ? kept : kept + own);
    }

    private static Expression? OfChoice(Choice choice, int place, Expression g, int outer)
    {
        if (place == 0) return null;
        var graph = choice.Graph;
        var (kept, own) = Labels(outer, choice.Shape.Rank);
        var condition = choice.Condition.Shape.IsScalar || outer == 0
            ? choice.Condition
            : graph.Contract(Rational.One, [new Factor(choice.Condition, own)], kept + own, LengthsOf(g, kept));
        var part = EntryRules.Branch(choice, place, condition, g)!;
        return choice.Child(place).Shape.IsScalar && !choice.Shape.IsScalar ? graph.Contract(Rational.One, [new Factor(part, kept + own)], kept) : part;
    }

    private static Expression OfContraction(Contraction contraction, int place, Expression g, int outer)
    {
        var kept = Graph.Alphabet(outer, contraction.Dimensions.Length);
        var lengths = LengthsOf(g, kept);
        for (var i = 0; i < contraction.Dimensions.Length; i++) lengths[(char)('a' + i)] = contraction.Dimensions[i];
        Factor[] factors = [.. contraction.Factors.Where((_, i) => i != place), new Factor(g, kept + contraction.Out)];
        return contraction.Graph.Contract(Rational.One, factors, kept + contraction.Factors[place].Labels, lengths);
    }

    private static Expression? OfReduce(Reduce reduce, Expression g, int outer)
    {
        var (graph, u) = (reduce.Graph, reduce.Argument);
        var (kept, all) = Labels(outer, u.Shape.Rank);
        var rest = new string([.. all.Where((_, axis) => !reduce.Axes.Contains(axis))]);
        switch (reduce.Reduction)
        {
            case Reduction.LogSumExp:
                var value = rest.Length == 0 ? reduce : graph.Contract(Rational.One, [new Factor(reduce, rest)], all, LengthsOf(u, all));
                return graph.Contract(Rational.One, [new Factor(Exp.Of(u - value), all), new Factor(g, kept + rest)], kept + all);
            case Reduction.Largest:
                return graph.Contract(Rational.One, [new Factor(graph.Reduce(Reduction.Share, u, reduce.Axes.AsSpan()), all), new Factor(g, kept + rest)], kept + all);
            case Reduction.Smallest:
                return graph.Contract(Rational.One, [new Factor(graph.Reduce(Reduction.Share, -u, reduce.Axes.AsSpan()), all), new Factor(g, kept + rest)], kept + all);
            case Reduction.Norm:
                var reciprocal = graph.Call(ReciprocalOrZero.Function, reduce);
                return graph.Contract(Rational.One, [new Factor(u, all), new Factor(reciprocal, rest), new Factor(g, kept + rest)], kept + all);
            case Reduction.Product:
                return graph.Contract(Rational.One, [new Factor(graph.Reduce(Reduction.OtherProducts, u, reduce.Axes.AsSpan()), all), new Factor(g, kept + rest)], kept + all);
            case Reduction.OtherProducts:
                var pairs = graph.Reduce(Reduction.OtherPairProducts, u, reduce.Axes.AsSpan());
                var second = Graph.Alphabet(u.Shape.Rank, kept.Length + all.Length);
                return graph.Contract(Rational.One, [new Factor(pairs, all + second), new Factor(g, kept + all)], kept + second);
            case Reduction.OtherPairProducts:
                throw new LimitException("derivativeOrder", 2, "The product of the entries of an array can be differentiated at most twice.", 3);
            default:
                return null; // steps and counts: 0 wherever there is a derivative
        }
    }

    private static Expression OfStack(Stack stack, int place, Expression g, int outer)
    {
        var graph = stack.Graph;
        Selection[] selections = [.. g.Shape.Dimensions.ToArray().Select(Selection.All)];
        selections[outer + stack.Axis] = new Selection(place, 1, 1, stack.Parts.Length);
        var labels = Graph.Alphabet(g.Shape.Rank);
        return graph.Contract(Rational.One, [new Factor(graph.Take(g, selections), labels)], labels.Remove(outer + stack.Axis, 1));
    }

    // With V = inv(A): dV = −V dA V, d det(A) = Σ cofactor·dA, d logdet(A) = tr(V dA) (Magnus and Neudecker, ch. 8).
    private static Expression OfMatrixFunction(MatrixFunction function, Expression g, int outer)
    {
        var (graph, a) = (function.Graph, function.Argument);
        var kept = Graph.Alphabet(outer, 4);
        switch (function.Operation)
        {
            case MatrixOperation.Inverse:
                return graph.Contract(-1, [new Factor(function, "ca"), new Factor(g, kept + "cd"), new Factor(function, "bd")], kept + "ab");
            case MatrixOperation.Determinant:
                return graph.Contract(Rational.One, [new Factor(graph.MatrixFunction(MatrixOperation.Cofactors, a), "ab"), new Factor(g, kept)], kept + "ab");
            case MatrixOperation.LogDeterminant:
                return graph.Contract(Rational.One, [new Factor(graph.MatrixFunction(MatrixOperation.Inverse, a), "ba"), new Factor(g, kept)], kept + "ab");
            default: // C = det(A)·V': dC_kl = det(A)·(V_ji V_lk − V_li V_jk) dA_ij
                var inverse = graph.MatrixFunction(MatrixOperation.Inverse, a);
                var determinant = new Factor(graph.MatrixFunction(MatrixOperation.Determinant, a), "");
                var adjoint = new Factor(g, kept + "cd");
                return graph.Contract(Rational.One, [determinant, new Factor(inverse, "ba"), new Factor(inverse, "dc"), adjoint], kept + "ab")
                    - graph.Contract(Rational.One, [determinant, new Factor(inverse, "da"), new Factor(inverse, "bc"), adjoint], kept + "ab");
        }
    }

    private static (string Kept, string Own) Labels(int outer, int rank) => (Graph.Alphabet(outer), Graph.Alphabet(rank, outer));

    private static Dictionary<char, Dimension> LengthsOf(Expression node, string firstLabels)
    {
        var lengths = new Dictionary<char, Dimension>();
        for (var axis = 0; axis < firstLabels.Length; axis++) lengths[firstLabels[axis]] = node.Shape[axis];
        return lengths;
    }
}
