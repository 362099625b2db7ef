using MathNet.Numerics.LinearAlgebra;

namespace Calculus.Optimization.LeastSquares;

/// <summary>
/// The linear least-squares problems around a point: min ‖r + J h‖² and min ‖r + J h‖² + μ‖D h‖². J is reduced to a triangle once
/// (Householder; G. Golub and C. Van Loan, <em>Matrix Computations</em>, 2013, section 5.2), so that no product JᵀJ squares its condition.
/// </summary>
internal sealed class Linearization
{
    // A column so much shorter than the longest is what rounding leaves of 0: its share of Qᵀr is nothing but rounding.
    private const double Lost = 1e-15;

    private readonly int _n;

    // R, rows × n, and the first entries of Qᵀr.
    private readonly double[,] _triangle;
    private readonly double[] _right;

    /// <summary>Reduces a Jacobian.</summary>
    /// <param name="residuals">r.</param>
    /// <param name="jacobian">J, row by row.</param>
    /// <param name="dimension">The number of columns.</param>
    public Linearization(ReadOnlySpan<double> residuals, ReadOnlySpan<double> jacobian, int dimension)
    {
        _n = dimension;
        var work = new double[residuals.Length, dimension + 1];
        ColumnNorms = new double[dimension];
        for (var i = 0; i < residuals.Length; i++)
        {
            for (var j = 0; j < dimension; j++) work[i, j] = jacobian[(i * dimension) + j];
            work[i, dimension] = residuals[i];
        }

        for (var j = 0; j < dimension; j++)
        {
            var column = new double[residuals.Length];
            for (var i = 0; i < column.Length; i++) column[i] = work[i, j];
            ColumnNorms[j] = Vectors.Norm(column);
        }

        var longest = ColumnNorms.DefaultIfEmpty(0).Max();
        for (var j = 0; j < dimension; j++)
        {
            if (ColumnNorms[j] <= Lost * longest) ColumnNorms[j] = 0;
        }

        Reduce(work);
        (_triangle, _right) = Top(work, Math.Min(residuals.Length, dimension));
    }

    /// <summary>‖J eⱼ‖ of each column; 0 where it is lost beside the longest.</summary>
    public double[] ColumnNorms { get; }

    /// <summary>‖J h‖.</summary>
    /// <param name="h">A step.</param>
    public double LengthAlong(ReadOnlySpan<double> h)
    {
        var image = new double[_right.Length];
        for (var i = 0; i < image.Length; i++)
        {
            for (var j = i; j < _n; j++) image[i] += _triangle[i, j] * h[j];
        }

        return Vectors.Norm(image);
    }

    /// <summary>The h of least ‖r + J h‖² + μ‖D h‖², for μ &gt; 0 and a D without zeros.</summary>
    /// <param name="damping">μ.</param>
    /// <param name="scale">The diagonal of D.</param>
    public double[] Damped(double damping, ReadOnlySpan<double> scale)
    {
        var work = new double[_right.Length + _n, _n + 1];
        for (var i = 0; i < _right.Length; i++)
        {
            for (var j = i; j < _n; j++) work[i, j] = _triangle[i, j];
            work[i, _n] = _right[i];
        }

        for (var j = 0; j < _n; j++) work[_right.Length + j, j] = Math.Sqrt(damping) * scale[j];
        Reduce(work);
        var step = new double[_n];
        for (var i = _n - 1; i >= 0; i--)
        {
            step[i] = -work[i, _n];
            for (var j = i + 1; j < _n; j++) step[i] -= work[i, j] * step[j];
            step[i] /= work[i, i];
        }

        return step;
    }

    /// <summary>
    /// The h of least ‖r + J h‖²; where several are, the shortest one in the scale of the columns, by the singular values of J with
    /// its columns scaled to length 1. Those far below the largest count as 0: along them
    /// a straight line says nothing of a residual.
    /// </summary>
    public double[] Shortest()
    {
        var scale = ColumnNorms.Select(static norm => norm > 0 ? norm : 1).ToArray();
        var scaled = Matrix<double>.Build.Dense(_right.Length, _n, (i, j) => j < i ? 0 : _triangle[i, j] / scale[j]);
        var svd = scaled.Svd();
        var turned = svd.U.TransposeThisAndMultiply(Vector<double>.Build.Dense(_right));
        var smallest = 1e-10 * (svd.S.Count > 0 ? svd.S[0] : 0);
        for (var i = 0; i < turned.Count; i++) turned[i] = i < svd.S.Count && svd.S[i] > smallest ? -turned[i] / svd.S[i] : 0;
        var step = new double[_n];
        for (var j = 0; j < _n; j++)
        {
            for (var i = 0; i < turned.Count; i++) step[j] += svd.VT[i, j] * turned[i];
            step[j] /= scale[j];
        }

        return step;
    }

    // Householder reflections from the left until the first n columns are a triangle; the last column goes along.
    private void Reduce(double[,] work)
    {
        var rows = work.GetLength(0);
        for (var k = 0; k < Math.Min(rows, _n); k++)
        {
            var v = new double[rows - k];
            for (var i = k; i < rows; i++) v[i - k] = work[i, k];
            var norm = Vectors.Norm(v);
            if (norm == 0) continue;
            var head = v[0] > 0 ? -norm : norm;
            v[0] -= head;
            var length = Vectors.Norm(v);
            for (var i = 0; i < v.Length; i++) v[i] /= length;
            for (var j = k; j <= _n; j++)
            {
                var along = 0.0;
                for (var i = 0; i < v.Length; i++) along += v[i] * work[k + i, j];
                for (var i = 0; i < v.Length; i++) work[k + i, j] -= 2 * along * v[i];
            }

            work[k, k] = head;
            for (var i = k + 1; i < rows; i++) work[i, k] = 0;
        }
    }

    private (double[,] Triangle, double[] Right) Top(double[,] work, int rows)
    {
        var (triangle, right) = (new double[rows, _n], new double[rows]);
        for (var i = 0; i < rows; i++)
        {
            for (var j = i; j < _n; j++) triangle[i, j] = work[i, j];
            right[i] = work[i, _n];
        }

        return (triangle, right);
    }
}
