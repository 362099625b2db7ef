using System.Collections.Immutable;
using Calculus.Functions;

namespace Calculus.Expressions;

/// <summary>What is known about the functions that a <see cref="Reduce"/> applies.</summary>
internal static class Reductions
{
    public static Shape ShapeOf(Reduction reduction, Shape argument, ImmutableArray<int> axes) => reduction switch
    {
        Reduction.Share or Reduction.OtherProducts or Reduction.Softmax => argument,
        Reduction.OtherPairProducts => new Shape([.. argument.Dimensions, .. argument.Dimensions]),
        _ => new Shape([.. Enumerable.Range(0, argument.Rank).Where(axis => !axes.Contains(axis)).Select(axis => argument[axis])]),
    };

    public static Facts FactsOf(Reduction reduction, Facts argument) => reduction switch
    {
        Reduction.LogSumExp => (argument & Facts.Total) | Facts.AnySign,
        Reduction.Largest or Reduction.Smallest => argument,
        Reduction.Norm => (argument & Facts.Total) | Facts.NotNegative,
        Reduction.ArgMax => (argument & Facts.Total) | Facts.Integer | Facts.MayBePositive,
        Reduction.Share => (argument & Facts.Total) | Facts.NotNegative,
        _ => argument.IsNotNegative() ? (argument & (Facts.Total | Facts.Integer)) | Facts.NotNegative : (argument & (Facts.Total | Facts.Integer)) | Facts.AnySign,
    };

    // Along no axis, or along axes of length 1, there is nothing to reduce.
    public static Expression? Rewrite(Graph graph, Reduction reduction, Expression argument, ImmutableArray<int> axes)
    {
        if (argument.Shape.IsScalar)
        {
            return reduction switch
            {
                Reduction.Norm => Abs.Of(argument),
                Reduction.ArgMax or Reduction.Share or Reduction.OtherProducts => graph.One,
                Reduction.OtherPairProducts => graph.Zero,
                _ => argument,
            };
        }

        // A factor comes out of the norm as its absolute value: ‖c·u‖ = |c|·‖u‖.
        if (reduction == Reduction.Norm && argument is Product { Coefficient: var c, Factors: var factors } product && !c.IsOne && !c.IsZero && factors.Length > 0)
            return graph.Scale(c.Abs(), graph.Reduce(reduction, graph.WithoutCoefficient(product), axes.AsSpan()));
        return null;
    }
}
