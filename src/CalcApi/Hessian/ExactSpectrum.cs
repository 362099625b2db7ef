using Calculus.Expressions;
using Calculus.Numerics;

namespace CalcApi.Hessian;

/// <summary>Eigenvalues of a Hessian of fractions, where doubles cannot tell a small one from 0.</summary>
internal static class ExactSpectrum
{
    // Below this share of the largest, an eigenvalue that doubles give has lost digits.
    private const double Small = 1e-3;

    // Of more rows the elimination takes long.
    private const int MostRows = 16;

    /// <summary>Whether doubles leave a doubt about the smallest eigenvalue.</summary>
    public static bool IsDoubtful(SymmetricSpectrum spectrum) =>
        spectrum.Eigenvalues.Count is > 1 and <= MostRows && spectrum.Eigenvalues.Min(Math.Abs) < Small * spectrum.Eigenvalues.Max(Math.Abs);

    /// <summary>The spectrum of a 2 × 2 matrix of fractions: the larger eigenvalue without cancellation, the smaller as determinant over it.</summary>
    /// <param name="a">The first entry of the diagonal.</param>
    /// <param name="b">The entry beside the diagonal.</param>
    /// <param name="c">The second entry of the diagonal.</param>
    public static SymmetricSpectrum OfTwo(Rational a, Rational b, Rational c)
    {
        var (middle, radius) = (((a + c) / 2).ToDouble(), double.Hypot(((a - c) / 2).ToDouble(), b.ToDouble()));
        var large = middle < 0 ? middle - radius : middle + radius;
        var small = large == 0 || !double.IsFinite(large) ? -large : (((a * c) - (b * b)) / Rational.Exactly(large)).ToDouble();
        return SymmetricSpectrum.Judged([Math.Max(large, small), Math.Min(large, small)]);
    }

    /// <summary>How many eigenvalues of a matrix of fractions are not 0: its rank, by elimination.</summary>
    /// <param name="entries">The matrix row by row.</param>
    /// <param name="size">How many rows it has.</param>
    public static int Rank(Rational[] entries, int size)
    {
        var (rows, rank) = (entries.Chunk(size).ToList(), 0);
        for (var column = 0; column < size && rank < size; column++)
        {
            var pivot = rows.FindIndex(rank, row => !row[column].IsZero);
            if (pivot < 0) continue;
            (rows[rank], rows[pivot]) = (rows[pivot], rows[rank]);
            for (var below = rank + 1; below < size; below++)
            {
                var factor = rows[below][column] / rows[rank][column];
                if (factor.IsZero) continue;
                for (var k = column; k < size; k++) rows[below][k] -= factor * rows[rank][k];
            }

            rank++;
        }

        return rank;
    }
}
