using Calculus.Numerics;
using MathNet.Numerics.LinearAlgebra;

namespace Calculus.Optimization.Diagnoses;

/// <summary>
/// A symmetric matrix seen through its products, on the Krylov space of a start: Qᵀ A Q = T, tridiagonal (G. Golub and C. Van Loan,
/// <em>Matrix Computations</em>, section 10.1, with full reorthogonalisation).
/// </summary>
internal sealed class Lanczos
{
    // How often it is looked whether the ends of the spectrum have been found.
    private const int Period = 24;

    private readonly List<double[]> _basis = [];
    private readonly List<double> _diagonal = [];
    private readonly List<double> _beside = [];

    private Lanczos()
    {
    }

    /// <summary>The eigenvalues of T, rising, with their eigenvectors as columns.</summary>
    public (double[] Values, Matrix<double> Vectors) Ritz { get; private set; } = ([], Matrix<double>.Build.Dense(1, 1));

    /// <summary>Goes on until both ends of the spectrum are found, or as long as is allowed.</summary>
    /// <param name="product">A v; entries that are not finite end the search.</param>
    /// <param name="start">The first vector; it is not 0.</param>
    /// <param name="most">The most products.</param>
    /// <param name="precision">How far an end may be off, as a share of itself.</param>
    /// <param name="pay">Pays for arithmetic.</param>
    /// <returns>Null where a product is not finite.</returns>
    public static Lanczos? Run(Func<double[], double[]> product, double[] start, int most, double precision, Action<long> pay)
    {
        var found = new Lanczos();
        var norm = Vectors.Norm(start);
        var q = start.Select(entry => entry / norm).ToArray();
        while (found._basis.Count < Math.Min(start.Length, most))
        {
            var w = product(q);
            if (!Vectors.AreFinite(w)) return null;
            pay((long)start.Length * (found._basis.Count + 1));
            found._basis.Add(q);
            found._diagonal.Add(Vectors.Dot(w, q));
            for (var round = 0; round < 2; round++)
            {
                foreach (var earlier in found._basis) Subtract(w, Vectors.Dot(w, earlier), earlier);
            }

            var rest = Vectors.Norm(w);
            found._beside.Add(rest);
            if (rest <= 1e-13 * found._diagonal.Max(Math.Abs)) break;
            if (found._basis.Count % Period == 0 && found.HasEnds(precision)) return found;
            q = w.Select(entry => entry / rest).ToArray();
        }

        found.Decompose();
        return found;
    }

    /// <summary>‖A y − θ y‖ of a Ritz pair: an eigenvalue of A is no farther from θ.</summary>
    public double Error(int i) => _basis.Count == _basis[0].Length ? 0 : _beside[^1] * Math.Abs(Ritz.Vectors[_basis.Count - 1, i]);

    /// <summary>The Ritz vector.</summary>
    public double[] Vector(int i) => Combine([.. Ritz.Vectors.Column(i)]);

    /// <summary>The solution of A p = −b within the Krylov space that starts with b, and half the sum of (b · yᵢ)²/|θᵢ| over its Ritz pairs.</summary>
    /// <param name="norm">‖b‖.</param>
    public (double[] Step, double Decrement) Solve(double norm)
    {
        var coefficients = new double[_basis.Count];
        var decrement = 0.0;
        for (var i = 0; i < coefficients.Length; i++)
        {
            var along = norm * Ritz.Vectors[0, i];
            if (along == 0) continue;
            decrement += along / Math.Abs(Ritz.Values[i]) * along / 2;
            for (var row = 0; row < coefficients.Length; row++) coefficients[row] -= along / Ritz.Values[i] * Ritz.Vectors[row, i];
        }

        return (Combine(coefficients), decrement);
    }

    private bool HasEnds(double precision)
    {
        Decompose();
        var (rounding, last) = (1e-12 * Math.Max(Math.Abs(Ritz.Values[0]), Math.Abs(Ritz.Values[^1])), _basis.Count - 1);
        return Error(0) <= Math.Max(rounding, precision * Math.Abs(Ritz.Values[0])) && Error(last) <= Math.Max(rounding, precision * Math.Abs(Ritz.Values[last]));
    }

    private void Decompose()
    {
        var k = _basis.Count;
        var tridiagonal = Matrix<double>.Build.Dense(k, k);
        for (var i = 0; i < k; i++)
        {
            tridiagonal[i, i] = _diagonal[i];
            if (i + 1 < k) tridiagonal[i, i + 1] = tridiagonal[i + 1, i] = _beside[i];
        }

        Ritz = SymmetricSpectrum.Decompose(tridiagonal);
    }

    private double[] Combine(double[] coefficients)
    {
        var sum = new double[_basis[0].Length];
        for (var i = 0; i < coefficients.Length; i++) Subtract(sum, -coefficients[i], _basis[i]);
        return sum;
    }

    private static void Subtract(double[] v, double factor, double[] other)
    {
        for (var i = 0; i < v.Length; i++) v[i] -= factor * other[i];
    }
}
