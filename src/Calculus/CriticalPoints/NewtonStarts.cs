using Calculus.Intervals;

namespace Calculus.CriticalPoints;

/// <summary>
/// Newton's method from a start, damped as Levenberg and Marquardt do, on the length of the gradient: it finds about where a zero is, and proves
/// nothing (Nocedal and Wright, <i>Numerical Optimization</i>, 2nd ed., 10.3).
/// </summary>
/// <param name="formulas">The function.</param>
internal sealed class NewtonStarts(BoxFormulas formulas)
{
    private const int MostSteps = 60;

    private readonly Enclosure[] _gradient = new Enclosure[formulas.Count];
    private readonly Enclosure[,] _hessian = new Enclosure[formulas.Count, formulas.Count];

    /// <summary>Where the steps end; null where they leave the domain or come to no end.</summary>
    /// <param name="start">The start.</param>
    /// <returns>The point, and the length of the gradient there over the size of its parts.</returns>
    public (double[] Point, double Length)? From(double[] start)
    {
        var (point, damping) = (start, 1e-3);
        if (!At(point, out var slope, out var bends)) return null;
        for (var step = 0; step < MostSteps && damping < 1e12; step++)
        {
            if (Step(slope, bends, damping) is not { } move) return null;
            double[] next = [.. point.Zip(move, static (x, d) => x + d)];
            if (At(next, out var nextSlope, out var nextBends) && Length(nextSlope) < Length(slope))
            {
                var isDone = next.Zip(point).All(static pair => Math.Abs(pair.First - pair.Second) <= 1e-15 * Math.Max(1e-300, Math.Abs(pair.First)));
                (point, slope, bends, damping) = (next, nextSlope, nextBends, damping / 10);
                if (isDone) break;
            }
            else
            {
                damping *= 10;
            }
        }

        return (point, Length(slope));
    }

    private bool At(double[] point, out double[] slope, out double[,] bends)
    {
        formulas.All(Array.ConvertAll(point, Enclosure.At), _gradient, _hessian);
        (slope, bends) = (Array.ConvertAll(_gradient, static range => range.IsEmpty ? double.NaN : range.Middle), new double[formulas.Count, formulas.Count]);
        for (var i = 0; i < formulas.Count; i++)
        {
            for (var j = 0; j < formulas.Count; j++) bends[i, j] = _hessian[i, j].IsEmpty || !_hessian[i, j].IsBounded ? double.NaN : _hessian[i, j].Middle;
        }

        return Array.TrueForAll(slope, double.IsFinite) && bends.Cast<double>().All(double.IsFinite);
    }

    // (HH + λ·diag)·d = −H·g
    private double[]? Step(double[] slope, double[,] bends, double damping)
    {
        var n = slope.Length;
        var (square, right) = (new double[n, n], new double[n]);
        for (var i = 0; i < n; i++)
        {
            for (var j = 0; j < n; j++)
            {
                right[i] -= bends[i, j] * slope[j];
                for (var k = 0; k < n; k++) square[i, j] += bends[i, k] * bends[k, j];
            }
        }

        for (var i = 0; i < n; i++) square[i, i] += damping * Math.Max(square[i, i], 1e-12);
        if (Linear.Inverse(square) is not { } inverse) return null;
        var move = new double[n];
        for (var i = 0; i < n; i++)
        {
            for (var j = 0; j < n; j++) move[i] += inverse[i, j] * right[j];
        }

        return Array.TrueForAll(move, double.IsFinite) ? move : null;
    }

    private static double Length(double[] vector) => Math.Sqrt(vector.Sum(static entry => entry * entry));
}
