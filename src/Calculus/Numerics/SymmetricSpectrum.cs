using MathNet.Numerics.LinearAlgebra;

namespace Calculus.Numerics;

/// <summary>Which way a quadratic form x'Ax bends.</summary>
public enum Definiteness
{
    /// <summary>Up in every direction: a minimum.</summary>
    PositiveDefinite,

    /// <summary>Up or flat.</summary>
    PositiveSemidefinite,

    /// <summary>Down in every direction: a maximum.</summary>
    NegativeDefinite,

    /// <summary>Down or flat.</summary>
    NegativeSemidefinite,

    /// <summary>Up in one direction and down in another: a saddle.</summary>
    Indefinite,

    /// <summary>Flat in every direction.</summary>
    Zero,
}

/// <summary>The eigenvalues of a symmetric matrix and what follows from them.</summary>
/// <param name="Eigenvalues">The eigenvalues, falling; one that rounding makes indistinguishable from zero is zero.</param>
/// <param name="Definiteness">Which way the quadratic form bends.</param>
/// <param name="ConditionNumber">The largest absolute eigenvalue over the smallest; infinite where that is zero.</param>
internal sealed record SymmetricSpectrum(IReadOnlyList<double> Eigenvalues, Definiteness Definiteness, double ConditionNumber)
{
    /// <summary>The eigenvalues of a symmetric matrix, rising; infinite where they are beyond the range of doubles.</summary>
    /// <param name="matrix">A matrix of finite numbers; where two entries should be equal, their mean is used.</param>
    public static double[] EigenvaluesOf(Matrix<double> matrix) => Decompose(matrix).Values;

    /// <summary>The eigenvalues of a symmetric matrix, rising, with unit eigenvectors as columns in the same order.</summary>
    /// <inheritdoc cref="EigenvaluesOf"/>
    public static (double[] Values, Matrix<double> Vectors) Decompose(Matrix<double> matrix)
    {
        ArgumentNullException.ThrowIfNull(matrix);
        // Squares of entries occur on the way: they must neither overflow nor vanish. A power of two changes no digit, and what is
        // smaller than the largest entry by a hundred digits changes none of an eigenvalue's.
        const double negligible = 1e-100;
        var size = matrix.RowCount;
        var largest = matrix.Enumerate().Max(Math.Abs);
        if (largest == 0) return (new double[size], Matrix<double>.Build.DenseIdentity(size));
        var exponent = Math.ILogB(largest);
        var scaled = matrix.Map(entry => Math.Abs(entry) < negligible * largest ? 0 : Math.ScaleB(entry, -exponent));
        var found = ((scaled + scaled.Transpose()) / 2).Evd(Symmetricity.Symmetric);
        var order = Enumerable.Range(0, size).OrderBy(i => found.EigenValues[i].Real).ToArray();
        return ([.. order.Select(i => Math.ScaleB(found.EigenValues[i].Real, exponent))], Matrix<double>.Build.DenseOfColumns(order.Select(i => found.EigenVectors.Column(i))));
    }

    /// <summary>The spectrum of a symmetric matrix, or null where an entry is not finite.</summary>
    /// <param name="entries">The matrix row by row; where two entries should be equal, their mean is used.</param>
    /// <param name="size">How many rows it has.</param>
    public static SymmetricSpectrum? Of(ReadOnlySpan<double> entries, int size)
    {
        if (size == 0) return null;
        foreach (var entry in entries)
        {
            if (!double.IsFinite(entry)) return null;
        }

        var eigenvalues = EigenvaluesOf(Matrix<double>.Build.Dense(size, size, entries.ToArray()));
        Array.Reverse(eigenvalues);
        var largest = eigenvalues.Max(Math.Abs);
        // The error of an eigenvalue is a few units in the last place of the largest (Golub and Van Loan, Matrix Computations, 8.1).
        var rounding = largest * (size * 4e-16);
        for (var i = 0; i < eigenvalues.Length; i++)
        {
            if (Math.Abs(eigenvalues[i]) <= rounding && double.IsFinite(largest)) eigenvalues[i] = 0;
        }

        return Judged(eigenvalues);
    }

    /// <summary>What eigenvalues tell.</summary>
    /// <param name="eigenvalues">The eigenvalues, falling.</param>
    public static SymmetricSpectrum Judged(double[] eigenvalues)
    {
        ArgumentNullException.ThrowIfNull(eigenvalues);
        var largest = eigenvalues.Max(Math.Abs);
        bool up = eigenvalues[0] > 0, down = eigenvalues[^1] < 0, flat = Array.Exists(eigenvalues, static value => value == 0);
        var definiteness = (up, down, flat) switch
        {
            (true, true, _) => Definiteness.Indefinite,
            (true, false, false) => Definiteness.PositiveDefinite,
            (true, false, true) => Definiteness.PositiveSemidefinite,
            (false, true, false) => Definiteness.NegativeDefinite,
            (false, true, true) => Definiteness.NegativeSemidefinite,
            _ => Definiteness.Zero,
        };
        var smallest = eigenvalues.Min(Math.Abs);
        return new SymmetricSpectrum(eigenvalues, definiteness, smallest == 0 ? double.PositiveInfinity : largest / smallest);
    }
}
