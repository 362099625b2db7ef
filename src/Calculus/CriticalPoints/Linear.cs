namespace Calculus.CriticalPoints;

/// <summary>Small systems of linear equations in doubles.</summary>
internal static class Linear
{
    /// <summary>The inverse by elimination with pivots (Golub and Van Loan, <i>Matrix Computations</i>, 3.4); null where a pivot is 0 or not finite.</summary>
    public static double[,]? Inverse(double[,] matrix)
    {
        var n = matrix.GetLength(0);
        var a = (double[,])matrix.Clone();
        var inverse = new double[n, n];
        for (var i = 0; i < n; i++) inverse[i, i] = 1;
        for (var column = 0; column < n; column++)
        {
            var pivot = column;
            for (var row = column + 1; row < n; row++)
            {
                if (Math.Abs(a[row, column]) > Math.Abs(a[pivot, column])) pivot = row;
            }

            if (a[pivot, column] == 0 || !double.IsFinite(1 / a[pivot, column])) return null;
            for (var j = 0; j < n; j++)
            {
                (a[pivot, j], a[column, j]) = (a[column, j], a[pivot, j]);
                (inverse[pivot, j], inverse[column, j]) = (inverse[column, j], inverse[pivot, j]);
            }

            var scale = 1 / a[column, column];
            for (var j = 0; j < n; j++) (a[column, j], inverse[column, j]) = (a[column, j] * scale, inverse[column, j] * scale);
            for (var row = 0; row < n; row++)
            {
                var factor = a[row, column];
                if (row == column || factor == 0) continue;
                for (var j = 0; j < n; j++) (a[row, j], inverse[row, j]) = (a[row, j] - (factor * a[column, j]), inverse[row, j] - (factor * inverse[column, j]));
            }
        }

        foreach (var entry in inverse)
        {
            if (!double.IsFinite(entry)) return null;
        }

        return inverse;
    }
}
