namespace Calculus.Expressions;

/// <summary>Rewrites of the functions of a matrix that hold wherever these are defined and change no value.</summary>
internal static class MatrixRewrites
{
    public static Expression? Of(Graph graph, MatrixOperation operation, Expression argument)
    {
        var isTransposed = argument is Contraction { Out: "ab", Factors: [{ Labels: "ba" }] };
        var inner = isTransposed ? argument.Child(0) : argument;
        return (operation, inner) switch
        {
            // inv(A') = inv(A)', and neither determinant depends on the transpose.
            (MatrixOperation.Inverse, _) when isTransposed => Transposed(graph, graph.MatrixFunction(operation, inner)),
            (MatrixOperation.Cofactors, _) when isTransposed => Transposed(graph, graph.MatrixFunction(operation, inner)),
            (MatrixOperation.Determinant or MatrixOperation.LogDeterminant, _) when isTransposed => graph.MatrixFunction(operation, inner),
            // logdet(inv(A)) = −logdet(A)
            (MatrixOperation.LogDeterminant, MatrixFunction { Operation: MatrixOperation.Inverse } inverse) => -graph.MatrixFunction(operation, inverse.Argument),
            _ => null,
        };
    }

    /// <summary>A matrix with rows and columns exchanged.</summary>
    public static Expression Transposed(Graph graph, Expression matrix) =>
        graph.Contract(Rational.One, [new Factor(matrix, "ab")], "ba");
}
