using Calculus.Budgets;

namespace Calculus.Programs.Arrays;

/// <summary>
/// The cofactors of a square matrix, singular or not: with P·A·Q = L·U, rows and columns exchanged so that U's diagonal
/// falls, adj(A) = det(P)·det(Q)·Q·adj(U)·inv(L)·P. There is no division by U's last pivot s, which alone is 0 at rank n − 1:
/// adj([U₁ u; 0 s]) = [s·adj(U₁), −adj(U₁)·u; 0, det(U₁)]; at a lower rank all cofactors are 0.
/// </summary>
internal static class CofactorMatrix
{
    /// <summary>Numbers that are held beside the matrix.</summary>
    public static long Scratch(long size) => 3 * size * size;

    /// <summary>Writes the cofactors.</summary>
    public static void Compute(ReadOnlySpan<double> matrix, int size, Span<double> cofactors, Budget budget)
    {
        var triangles = Triangles.Of(matrix, size, complete: true, budget);
        cofactors.Clear();
        for (var k = 0; k < size - 1; k++)
        {
            if (triangles[k, k] == 0 && size > 2) return;
        }

        var adjugate = OfUpper(triangles, size, budget);
        TimesInverseOfLower(triangles, size, adjugate, budget);
        // cof(A) is the transpose of adj(A): entry (row of the matrix, column of the matrix).
        for (var i = 0; i < size; i++)
        {
            for (var j = 0; j < size; j++) cofactors[(triangles.Rows[j] * size) + triangles.Columns[i]] = triangles.Sign * adjugate[(i * size) + j];
        }
    }

    private static double[] OfUpper(Triangles triangles, int size, Budget budget)
    {
        var (adjugate, last) = (new double[size * size], size - 1);
        var determinant = 1.0;
        for (var k = 0; k < last; k++) determinant *= triangles[k, k];
        adjugate[^1] = determinant;

        // det(U₁)·inv(U₁), column after column; for a single row it is 1, whatever the row.
        for (var column = 0; column < last; column++)
        {
            budget.Cancellation.ThrowIfCancellationRequested();
            adjugate[(column * size) + column] = last == 1 ? 1 : determinant / triangles[column, column];
            for (var i = column - 1; i >= 0; i--)
            {
                var total = 0.0;
                for (var k = i + 1; k <= column; k++) total += triangles[i, k] * adjugate[(k * size) + column];
                adjugate[(i * size) + column] = -total / triangles[i, i];
            }
        }

        for (var i = 0; i < last; i++)
        {
            var total = 0.0;
            for (var k = i; k < last; k++) total += adjugate[(i * size) + k] * triangles[k, last];
            adjugate[(i * size) + last] = -total;
            for (var k = i; k < last; k++) adjugate[(i * size) + k] *= triangles[last, last];
        }

        return adjugate;
    }

    // X·L = B, from the last column on.
    private static void TimesInverseOfLower(Triangles triangles, int size, double[] x, Budget budget)
    {
        for (var i = 0; i < size; i++)
        {
            budget.Cancellation.ThrowIfCancellationRequested();
            var row = x.AsSpan(i * size, size);
            for (var column = size - 1; column >= 0; column--)
            {
                var total = row[column];
                for (var k = column + 1; k < size; k++) total -= row[k] * triangles[k, column];
                row[column] = total;
            }
        }
    }
}
