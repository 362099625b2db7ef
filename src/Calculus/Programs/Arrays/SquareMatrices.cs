using Calculus.Budgets;
using Calculus.Functions;

namespace Calculus.Programs.Arrays;

/// <summary>Functions of a square matrix, by triangular factors.</summary>
internal static class SquareMatrices
{
    /// <summary>The determinant.</summary>
    public static double Determinant(ReadOnlySpan<double> matrix, int size, Budget budget)
    {
        var triangles = Triangles.Of(matrix, size, complete: false, budget);
        double determinant = triangles.Sign;
        for (var k = 0; k < size; k++) determinant *= triangles[k, k];
        return determinant;
    }

    /// <summary>log det(A) as a sum of logarithms: −∞ where the determinant is 0, NaN where it is negative.</summary>
    public static double LogDeterminant(ReadOnlySpan<double> matrix, int size, Budget budget)
    {
        var triangles = Triangles.Of(matrix, size, complete: false, budget);
        var (sign, total, isSingular) = (triangles.Sign, 0.0, false);
        for (var k = 0; k < size; k++)
        {
            var pivot = triangles[k, k];
            isSingular |= pivot == 0;
            if (pivot < 0) sign = -sign;
            total += OnAxis.Log(Math.Abs(pivot));
        }

        if (isSingular) return double.IsNaN(total) ? double.NaN : double.NegativeInfinity;
        return sign < 0 ? double.NaN : total;
    }

    /// <summary>The inverse. That of a singular matrix has no finite entry.</summary>
    public static void Invert(ReadOnlySpan<double> matrix, int size, Span<double> inverse, Budget budget)
    {
        var triangles = Triangles.Of(matrix, size, complete: false, budget);
        for (var k = 0; k < size && size > 1; k++)
        {
            if (triangles[k, k] != 0) continue;
            inverse.Fill(double.NaN);
            return;
        }

        // L·U·inv(A) = P
        inverse.Clear();
        for (var i = 0; i < size; i++) inverse[(i * size) + triangles.Rows[i]] = 1;
        Solve(triangles, size, inverse, budget);
    }

    /// <summary>Solves L·U·X = B in place, for as many columns as rows.</summary>
    private static void Solve(Triangles triangles, int size, Span<double> x, Budget budget)
    {
        for (var i = 1; i < size; i++)
        {
            budget.Cancellation.ThrowIfCancellationRequested();
            for (var k = 0; k < i; k++)
            {
                if (triangles[i, k] != 0) Vectors.AddScaled(-triangles[i, k], x.Slice(k * size, size), x.Slice(i * size, size));
            }
        }

        for (var i = size - 1; i >= 0; i--)
        {
            budget.Cancellation.ThrowIfCancellationRequested();
            var row = x.Slice(i * size, size);
            for (var k = i + 1; k < size; k++)
            {
                if (triangles[i, k] != 0) Vectors.AddScaled(-triangles[i, k], x.Slice(k * size, size), row);
            }

            foreach (ref var entry in row) entry /= triangles[i, i];
        }
    }
}
