using Calculus.Expressions;
using Calculus.Matrices;

namespace Calculus.Printing;

/// <summary>
/// Vectors that go with every row or every column of a matrix, written by themselves where they stand beside one that has both:
/// <c>X + b</c>, <c>X - column(v)</c>, <c>max(X, b)</c>.
/// </summary>
/// <param name="graph">Where they are written.</param>
/// <param name="made">What the parts of the formula are written as.</param>
/// <param name="written">What products in matrix notation are written as.</param>
internal sealed class RepeatedParts(Graph graph, IReadOnlyDictionary<Expression, Expression> made, Func<Form, Expression> written)
{
    // What is repeated: a vector, or a matrix of one row or column.
    private readonly record struct Part(Contraction Repeated, Expression Alone, bool IsRow, bool IsVector);

    /// <summary>The node with its repeated parts by themselves; null where none of its parts is repeated, or no part has the rows or the columns.</summary>
    /// <param name="node">A sum, a call or a choice whose value is a matrix.</param>
    public Expression? Of(Expression node)
    {
        if (node.Shape.Rank != 2 || node is not (Sum or Call or Choice)) return null;
        var parts = new Dictionary<Expression, Part>();
        var hasWhole = false;
        for (var place = 0; place < node.ChildCount; place++)
        {
            var child = node.Child(place);
            if (child.Shape.IsScalar) continue;
            if (PartOf(child) is { } part) parts[child] = part;
            else hasWhole |= !Graph.IsOnes(child) && !Graph.IsZero(child);
        }

        var (hasRow, hasColumn) = (parts.Values.Any(static part => part.IsRow), parts.Values.Any(static part => !part.IsRow));
        if (parts.Count == 0 || !(hasWhole || (hasRow && hasColumn))) return null;
        // Beside nothing but a column, a vector would be paired with its entries.
        return Rebuild.WithChildren(node, graph, child => parts.TryGetValue(child, out var part) ? Alone(child, part, isMarked: !hasWhole) : made[child]);
    }

    private Part? PartOf(Expression node)
    {
        if (Repeated(node) is not { Out: "ab" } repeated) return null;
        if (repeated.Factors is [{ Of: var of, Labels: var labels }])
        {
            if (labels is "b" or "a") return new Part(repeated, made[of], labels is "b", true);
            if (labels is "cb" or "ac" && repeated.Dimensions[2] == 1) return new Part(repeated, made[of], labels is "cb", false);
        }

        return MatrixNotation.Of(repeated) switch
        {
            { Kind: FormKind.Outer, Parts: [{ Kind: FormKind.Ones }, var row] } => new Part(repeated, written(row), true, true),
            { Kind: FormKind.Outer, Parts: [var column, { Kind: FormKind.Ones }] } => new Part(repeated, written(column), false, true),
            _ => null,
        };
    }

    private static Contraction? Repeated(Expression node) => node switch
    {
        Contraction contraction => contraction,
        // Beside another array there is nothing to repeat.
        Product product when product.Factors.Count(static factor => !factor.Shape.IsScalar) == 1 => product.Factors.First(static factor => !factor.Shape.IsScalar) as Contraction,
        _ => null,
    };

    private Expression Alone(Expression node, Part part, bool isMarked)
    {
        var (shape, alone) = (part.Repeated.Shape, part.Alone);
        var turns = isMarked && part is { IsRow: true, IsVector: true };
        if (turns) alone = graph.Written(NotationOf.Transpose(new Shape(1, shape[1])), new Shape(1, shape[1]), [alone]);
        alone = graph.Written(part is { IsRow: false, IsVector: true } ? NotationOf.EachColumn(shape) : NotationOf.EachRow(shape, part.IsVector && !turns, part.IsRow), shape, [alone]);
        return node is Product product
            ? graph.Product(product.Coefficient, [.. product.Factors.Select(factor => factor == part.Repeated ? alone : made[factor])])
            : alone;
    }
}
