using Calculus.Numerics;
using MathNet.Numerics.LinearAlgebra;

namespace Calculus.Optimization.Diagnoses;

/// <summary>The ends of the Hessian's spectrum, from Hessian-vector products.</summary>
/// <param name="Smallest">λmin.</param>
/// <param name="Largest">λmax.</param>
internal sealed record Spectrum(double Smallest, double Largest)
{
    /// <summary>Up to this dimension the Hessian is built and every eigenvalue found.</summary>
    public const int DenseDimension = 64;

    private const int LanczosSteps = 48;

    /// <summary>λmax/λmin of a positive definite Hessian; otherwise null.</summary>
    public double? Condition => Smallest > Tolerance ? Largest / Smallest : null;

    /// <summary>The rounding error of the eigenvalues: a smaller one cannot be told from 0.</summary>
    public double Tolerance => 1e-12 * Math.Max(Math.Abs(Smallest), Math.Abs(Largest));

    /// <summary>The spectrum of ∇²F at x; null where the Hessian is not finite.</summary>
    public static Spectrum? At(Landscape landscape, double[] x) =>
        landscape.Dimension <= DenseDimension ? Dense(landscape, x) : Lanczos(landscape, x);

    private static Spectrum? Dense(Landscape landscape, double[] x)
    {
        var n = landscape.Dimension;
        var hessian = Matrix<double>.Build.Dense(n, n);
        var unit = new double[n];
        var column = new double[n];
        for (var j = 0; j < n; j++)
        {
            unit[j] = 1;
            landscape.HessianVectorProduct(x, unit, column);
            unit[j] = 0;
            if (!Vectors.AreFinite(column)) return null;
            hessian.SetColumn(j, column);
        }

        return Of(hessian);
    }

    // Lanczos with full reorthogonalisation (Golub and Van Loan, section 10.3): the ends of the spectrum converge first.
    // The start is a Weyl sequence, which is not an eigenvector of anything that people write down, and always the same.
    private static Spectrum? Lanczos(Landscape landscape, double[] x)
    {
        var n = landscape.Dimension;
        var basis = new List<double[]>();
        var diagonal = new List<double>();
        var beside = new List<double>();

        var q = new double[n];
        for (var i = 0; i < n; i++) q[i] = ((i + 1) * 0.618_033_988_749_894_9 % 1) - 0.5;
        Scale(q, 1 / Vectors.Norm(q));

        while (basis.Count < Math.Min(n, LanczosSteps))
        {
            var w = new double[n];
            landscape.HessianVectorProduct(x, q, w);
            if (!Vectors.AreFinite(w)) return null;

            basis.Add(q);
            diagonal.Add(Vectors.Dot(w, q));
            for (var round = 0; round < 2; round++)
            {
                foreach (var earlier in basis) Subtract(w, Vectors.Dot(w, earlier), earlier);
            }

            var norm = Vectors.Norm(w);
            if (norm <= 1e-13 * diagonal.Max(Math.Abs)) break;
            beside.Add(norm);
            Scale(w, 1 / norm);
            q = w;
        }

        var k = basis.Count;
        var tridiagonal = Matrix<double>.Build.Dense(k, k);
        for (var i = 0; i < k; i++)
        {
            tridiagonal[i, i] = diagonal[i];
            if (i + 1 < k) tridiagonal[i, i + 1] = tridiagonal[i + 1, i] = beside[i];
        }

        return Of(tridiagonal);
    }

    private static Spectrum Of(Matrix<double> symmetric)
    {
        var values = SymmetricSpectrum.EigenvaluesOf(symmetric);
        return new(values[0], values[^1]);
    }

    private static void Scale(double[] v, double factor)
    {
        for (var i = 0; i < v.Length; i++) v[i] *= factor;
    }

    private static void Subtract(double[] v, double factor, double[] other)
    {
        for (var i = 0; i < v.Length; i++) v[i] -= factor * other[i];
    }
}
