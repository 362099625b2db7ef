using Calculus.Expressions;

namespace Calculus.Binding.Arrays;

/// <summary>Products, functions and rearrangements of vectors and matrices.</summary>
internal static class MatrixOperations
{
    private static readonly FunctionParameter s_u = new("u"), s_v = new("v"), s_matrix = new("A");

    public static IReadOnlyList<ArrayFunction> All { get; } =
    [
        new("dot", [s_u, s_v], @"u \cdot v", "The sum of the products of two vectors' entries.", "dot(v, w)", Dot),
        new("outer", [s_u, s_v], @"u \otimes v", "Every entry of one vector times every entry of another, as a matrix.", "norm(outer(v, w))", Outer),
        new("trace", [s_matrix], @"\operatorname{tr} A", "The sum of the diagonal of a square matrix.", "trace(A @ A)", Trace) { Aliases = ["tr"] },
        new("det", [s_matrix], @"\det A", "The determinant of a square matrix.", "det(A)", static call => Whole(call, MatrixOperation.Determinant)),
        new("logdet", [s_matrix], @"\log \det A", "The logarithm of the determinant of a square matrix; undefined where that is negative.", "logdet(A)", static call => Whole(call, MatrixOperation.LogDeterminant)),
        new("inv", [s_matrix], "A^{-1}", "The inverse of a square matrix.", "v' @ inv(A) @ v", static call => Whole(call, MatrixOperation.Inverse)),
        new("transpose", [s_matrix], @"A^{\top}", "A matrix with rows and columns exchanged.", "trace(transpose(A) @ A)", Transpose),
        new("diag", [s_u], @"\operatorname{diag} u", "The matrix with a vector on its diagonal, or the diagonal of a square matrix.", "trace(diag(v) @ A)", Diagonal),
    ];

    private static Bound Dot(ArrayCall call)
    {
        call.Expect(0, 1, "two vectors of the same length");
        call.Expect(1, 1, "two vectors of the same length");
        if (call[0].Shape != call[1].Shape) throw call.RefusePair(0, 1, "two vectors of the same length");
        var own = call.Own(1);
        return call.Contract(Rational.One, [call.Factor(0, own), call.Factor(1, own)], string.Empty);
    }

    private static Bound Outer(ArrayCall call)
    {
        call.Expect(0, 1, "two vectors");
        call.Expect(1, 1, "two vectors");
        var (rows, columns) = (call.Own(1), call.Own(1, 1));
        return call.Contract(Rational.One, [call.Factor(0, rows), call.Factor(1, columns)], rows + columns);
    }

    private static Bound Trace(ArrayCall call)
    {
        call.Expect(0, 2, "a square matrix");
        if (call[0].Shape[0] != call[0].Shape[1]) throw call.Refuse(0, "a square matrix");
        var own = call.Own(1);
        return call.Contract(Rational.One, [call.Factor(0, own + own)], string.Empty);
    }

    private static Bound Whole(ArrayCall call, MatrixOperation operation)
    {
        call.ExpectSquare(0);
        return call.Graph.MatrixFunction(operation, call[0].Value);
    }

    private static Bound Transpose(ArrayCall call)
    {
        call.Expect(0, 2, "a matrix", "of a vector write v'");
        var own = call.Own(2);
        return call.Contract(Rational.One, [call.Factor(0, own)], string.Concat(own[1], own[0]));
    }

    private static Bound Diagonal(ArrayCall call)
    {
        var own = call.Own(1);
        if (call[0].Rank == 1) return call.Contract(Rational.One, [call.Factor(0, own)], own + own);
        call.Expect(0, 2, "a vector or a square matrix");
        if (call[0].Shape[0] != call[0].Shape[1]) throw call.Refuse(0, "a vector or a square matrix");
        return call.Contract(Rational.One, [call.Factor(0, own + own)], own);
    }
}
