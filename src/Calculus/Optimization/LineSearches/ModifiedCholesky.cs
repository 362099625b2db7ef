namespace Calculus.Optimization.LineSearches;

/// <summary>
/// L D Lᵀ = P (A + E) Pᵀ of a symmetric matrix A, where the diagonal matrix E ≥ 0 is as small as makes the sum safely positive definite; where A
/// is so itself, E = 0 (P. E. Gill, W. Murray, M. H. Wright, <em>Practical Optimization</em>, 1981, section 4.4.2.2; J. Nocedal and
/// S. Wright, <em>Numerical Optimization</em>, 2006, section 3.4).
/// </summary>
internal sealed class ModifiedCholesky
{
    // Pivots below this share of the largest entry are rounding.
    private const double Smallest = 1e-14;

    private readonly double[,] _factor;
    private readonly double[] _pivots;
    private readonly int[] _order;

    /// <summary>Factorises a matrix.</summary>
    /// <param name="matrix">A, symmetric and finite; it is overwritten.</param>
    public ModifiedCholesky(double[,] matrix)
    {
        var n = matrix.GetLength(0);
        (_factor, _pivots, _order) = (matrix, new double[n], [.. Enumerable.Range(0, n)]);
        double diagonal = 0, beside = 0;
        for (var i = 0; i < n; i++)
        {
            diagonal = Math.Max(diagonal, Math.Abs(matrix[i, i]));
            for (var j = 0; j < i; j++) beside = Math.Max(beside, Math.Abs(matrix[i, j]));
        }

        var largest = diagonal + beside;
        var bound = Math.Max(diagonal, beside / Math.Max(1, Math.Sqrt(((double)n * n) - 1)));
        for (var j = 0; j < n; j++)
        {
            Exchange(j, LargestPivot(j));
            Column(j, largest, bound);
        }
    }

    /// <summary>The largest entry of E; 0 where A is positive definite.</summary>
    public double Added { get; private set; }

    /// <summary>Solves (A + E) x = b.</summary>
    /// <param name="right">b.</param>
    /// <param name="solution">Receives x.</param>
    public void Solve(ReadOnlySpan<double> right, Span<double> solution)
    {
        var n = _pivots.Length;
        var y = new double[n];
        for (var i = 0; i < n; i++)
        {
            y[i] = right[_order[i]];
            for (var s = 0; s < i; s++) y[i] -= _factor[i, s] * y[s];
        }

        for (var i = 0; i < n; i++) y[i] /= _pivots[i];
        for (var i = n - 1; i >= 0; i--)
        {
            for (var k = i + 1; k < n; k++) y[i] -= _factor[k, i] * y[k];
            solution[_order[i]] = y[i];
        }
    }

    // Column j of L, and the rest of the matrix without what it explains.
    private void Column(int j, double largest, double bound)
    {
        var n = _pivots.Length;
        var tallest = 0.0;
        for (var i = j + 1; i < n; i++) tallest = Math.Max(tallest, Math.Abs(_factor[i, j]));

        var own = _factor[j, j];
        var pivot = Math.Max(Math.Abs(own), bound > 0 ? tallest / bound * tallest : 0);
        pivot = Math.Max(pivot, largest > 0 ? Smallest * largest : 1);
        // A pivot that rounding alone makes less than it should be is no sign of a saddle.
        if (pivot - own > Smallest * largest) Added = Math.Max(Added, pivot - own);
        _pivots[j] = pivot;
        for (var i = j + 1; i < n; i++)
        {
            var entry = _factor[i, j] / pivot;
            for (var k = j + 1; k <= i; k++) _factor[i, k] -= entry * _factor[k, j];
        }

        for (var i = j + 1; i < n; i++) _factor[i, j] /= pivot;
    }

    private int LargestPivot(int from)
    {
        var place = from;
        for (var i = from + 1; i < _pivots.Length; i++)
        {
            if (Math.Abs(_factor[i, i]) > Math.Abs(_factor[place, place])) place = i;
        }

        return place;
    }

    // Rows and columns a and b of the lower triangle, and the rows of L that are done.
    private void Exchange(int a, int b)
    {
        if (a == b) return;
        (_order[a], _order[b]) = (_order[b], _order[a]);
        (_factor[a, a], _factor[b, b]) = (_factor[b, b], _factor[a, a]);
        for (var s = 0; s < a; s++) (_factor[a, s], _factor[b, s]) = (_factor[b, s], _factor[a, s]);
        for (var i = a + 1; i < b; i++) (_factor[i, a], _factor[b, i]) = (_factor[b, i], _factor[i, a]);
        for (var i = b + 1; i < _pivots.Length; i++) (_factor[i, a], _factor[i, b]) = (_factor[i, b], _factor[i, a]);
    }
}
