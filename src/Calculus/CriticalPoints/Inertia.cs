using Calculus.Intervals;
using MathNet.Numerics.LinearAlgebra;

namespace Calculus.CriticalPoints;

/// <summary>
/// What a critical point is, by the signs of the Hessian's eigenvalues over a box: in the basis of approximate eigenvectors the matrix is nearly
/// diagonal, Gershgorin's discs enclose its eigenvalues, and Sylvester's law keeps their signs.
/// </summary>
internal static class Inertia
{
    /// <summary>The kind; degenerate where the signs are not certain.</summary>
    /// <param name="hessian">The ranges of the entries.</param>
    public static CriticalKind Of(Enclosure[,] hessian)
    {
        ArgumentNullException.ThrowIfNull(hessian);
        var n = hessian.GetLength(0);
        foreach (var entry in hessian)
        {
            if (entry.IsEmpty || !entry.IsBounded) return CriticalKind.Degenerate;
        }

        var basis = Matrix<double>.Build.Dense(n, n, (i, j) => hessian[i, j].Middle).Evd(Symmetricity.Symmetric).EigenVectors;
        var (up, down, open) = (0, 0, 0);
        for (var i = 0; i < n; i++)
        {
            var radius = 0.0;
            for (var j = 0; j < n; j++)
            {
                if (j != i) radius = Outward.AddUp(radius, Form(hessian, basis, i, j).Size);
            }

            var along = Form(hessian, basis, i, i);
            // One direction up and one down make a saddle, whatever the others do.
            if (along.Sign > 0) up++;
            if (along.Sign < 0) down++;
            if (Math.Min(Math.Abs(along.Lower), Math.Abs(along.Upper)) <= radius || along.Sign == 0) open++;
        }

        if (up > 0 && down > 0) return CriticalKind.Saddle;
        if (open > 0) return CriticalKind.Degenerate;
        return up == n ? CriticalKind.Minimum : CriticalKind.Maximum;
    }

    private static Enclosure Form(Enclosure[,] hessian, Matrix<double> basis, int left, int right)
    {
        var sum = Enclosure.At(0);
        for (var i = 0; i < basis.RowCount; i++)
        {
            for (var j = 0; j < basis.RowCount; j++) sum += Enclosure.At(basis[i, left]) * hessian[i, j] * Enclosure.At(basis[j, right]);
        }

        return sum;
    }
}
