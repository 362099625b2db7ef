namespace Calculus.Expressions;

public sealed partial class Graph
{
    /// <summary>
    /// What is repeated along the same axes in every part is computed once and then repeated: the root of a column that goes with every
    /// column of a matrix is the root's column. Null where no part is repeated, or not all along one axis.
    /// </summary>
    /// <param name="parts">Nodes of one shape, and numbers.</param>
    /// <param name="make">What is made of them entry by entry.</param>
    private Expression? Repeated(ReadOnlySpan<Expression> parts, Func<Expression[], Expression> make)
    {
        var (shape, axes) = (Shape.Scalar, default(HashSet<int>));
        var isPlain = true;
        foreach (var part in parts)
        {
            if (part.Shape.IsScalar) continue;
            if (part.Shape.Rank < 2 || RepeatedArray(part) is not { } array) return null;
            shape = part.Shape;
            isPlain &= array.Factors.Length == 0;
            var own = Enumerable.Range(0, array.Out.Length).Where(axis => IsRepeated(array, axis));
            if (axes is null) axes = [.. own];
            else axes.IntersectWith(own);
            if (axes.Count == 0) return null;
        }

        if (axes is null || isPlain) return null;
        var labels = Alphabet(shape.Rank);
        var rest = new string([.. labels.Where((_, axis) => !axes.Contains(axis))]);
        var once = make([.. parts.ToArray().Select(part => Once(part, axes))]);
        if (once.Shape.IsScalar) return Fit(once, shape);
        return Contract(Rational.One, [new Factor(once, rest)], labels, axes.ToDictionary(axis => labels[axis], axis => shape[axis]));
    }

    private static bool IsRepeated(Contraction array, int axis) =>
        array.Out.Count(label => label == array.Out[axis]) == 1 && array.Factors.All(factor => !factor.Labels.Contains(array.Out[axis], StringComparison.Ordinal));

    private static Contraction? RepeatedArray(Expression part) => part switch
    {
        Contraction array => array,
        Product product when product.Factors.Count(static factor => !factor.Shape.IsScalar) == 1 => product.Factors.First(static factor => !factor.Shape.IsScalar) as Contraction,
        _ => null,
    };

    // The part without the axes that it is repeated along.
    private Expression Once(Expression part, HashSet<int> axes)
    {
        if (RepeatedArray(part) is not { } array || part.Shape.IsScalar) return part;
        var rest = new string([.. array.Out.Where((_, axis) => !axes.Contains(axis))]);
        var once = Contract(Rational.One, array.Factors.AsSpan(), rest, rest.Distinct().ToDictionary(static label => label, array.DimensionOf));
        return part is Product product ? Product(product.Coefficient, [.. product.Factors.Select(factor => factor == array ? once : factor)]) : once;
    }
}
