using Calculus.Budgets;
using Calculus.Expressions;
using Calculus.Functions;

namespace Calculus.Certification;

/// <summary>Determinants, inverses and cofactors of matrices of enclosed numbers, by elimination with pivots.</summary>
/// <typeparam name="T">An enclosed number.</typeparam>
/// <param name="arithmetic">The arithmetic.</param>
/// <param name="budget">Asked for each row.</param>
internal sealed class SquareMatrix<T>(IArithmetic<T> arithmetic, Budget budget)
{
    private readonly T _zero = arithmetic.Of(Rational.Zero);
    private readonly T _one = arithmetic.Of(Rational.One);

    /// <summary>The function of a matrix.</summary>
    /// <param name="operation">Which function.</param>
    /// <param name="matrix">The entries row by row.</param>
    /// <param name="size">How many rows there are.</param>
    public T[] Of(MatrixOperation operation, T[] matrix, int size) => operation switch
    {
        MatrixOperation.Determinant => [Determinant(matrix, size)],
        MatrixOperation.LogDeterminant => [arithmetic.Call(Log.Function, [Determinant(matrix, size)])],
        MatrixOperation.Inverse => Inverse(matrix, size),
        _ => Cofactors(matrix, size),
    };

    private T Determinant(T[] matrix, int size)
    {
        var (rows, determinant) = ((T[])matrix.Clone(), _one);
        for (var k = 0; k < size; k++)
        {
            var pivot = Pivot(rows, size, size, k);
            if (pivot != k) determinant = arithmetic.Scale(-1, determinant);
            var isZero = true;
            for (var i = k; i < size && isZero; i++) isZero = arithmetic.Compare(rows[(i * size) + k], _zero) == 0;
            if (isZero) return _zero;
            determinant = arithmetic.Multiply(determinant, rows[(k * size) + k]);
            for (var i = k + 1; i < size; i++) Eliminate(rows, size, k, i);
        }

        return determinant;
    }

    // Gauss and Jordan: [A I] becomes [I inv(A)].
    private T[] Inverse(T[] matrix, int size)
    {
        var width = 2 * size;
        var rows = new T[size * width];
        for (var i = 0; i < size; i++)
        {
            for (var j = 0; j < size; j++) (rows[(i * width) + j], rows[(i * width) + size + j]) = (matrix[(i * size) + j], i == j ? _one : _zero);
        }

        for (var k = 0; k < size; k++)
        {
            Pivot(rows, size, width, k);
            for (var i = 0; i < size; i++)
            {
                if (i != k) Eliminate(rows, width, k, i);
            }
        }

        var inverse = new T[size * size];
        for (var i = 0; i < size; i++)
        {
            for (var j = 0; j < size; j++) inverse[(i * size) + j] = arithmetic.Divide(rows[(i * width) + size + j], rows[(i * width) + i]);
        }

        return inverse;
    }

    private T[] Cofactors(T[] matrix, int size)
    {
        var cofactors = new T[size * size];
        for (var entry = 0; entry < cofactors.Length; entry++)
        {
            var (row, column) = (entry / size, entry % size);
            var minor = Determinant([.. matrix.Where((_, other) => other / size != row && other % size != column)], size - 1);
            cofactors[entry] = ((row + column) & 1) == 0 ? minor : arithmetic.Scale(-1, minor);
        }

        return cofactors;
    }

    // The largest entry on and below the diagonal moves to it.
    private int Pivot(T[] rows, int size, int width, int k)
    {
        var pivot = k;
        for (var i = k + 1; i < size; i++)
        {
            if (Math.Abs(arithmetic.Near(rows[(i * width) + k])) > Math.Abs(arithmetic.Near(rows[(pivot * width) + k]))) pivot = i;
        }

        for (var j = 0; j < width && pivot != k; j++) (rows[(k * width) + j], rows[(pivot * width) + j]) = (rows[(pivot * width) + j], rows[(k * width) + j]);
        return pivot;
    }

    private void Eliminate(T[] rows, int width, int k, int i)
    {
        budget.Visit();
        if (arithmetic.Compare(rows[(i * width) + k], _zero) == 0) return;
        var factor = arithmetic.Scale(-1, arithmetic.Divide(rows[(i * width) + k], rows[(k * width) + k]));
        for (var j = k; j < width; j++) rows[(i * width) + j] = arithmetic.Add(rows[(i * width) + j], arithmetic.Multiply(factor, rows[(k * width) + j]));
    }
}
