using Calculus.Numerics;
using MathNet.Numerics.LinearAlgebra;

namespace Calculus.Optimization.Diagnoses;

/// <summary>The ends of the Hessian's spectrum, from Hessian-vector products, over the coordinates that are free to move.</summary>
/// <param name="Smallest">λmin, or an upper bound of it.</param>
/// <param name="Largest">λmax.</param>
/// <param name="SmallestError">How far λmin may lie from <paramref name="Smallest"/>.</param>
internal sealed record Spectrum(double Smallest, double Largest, double SmallestError)
{
    /// <summary>Up to this dimension the Hessian is built and every eigenvalue found.</summary>
    public const int DenseDimension = 64;

    private const int MostProducts = 160;
    private const int NewtonProducts = 48;

    /// <summary>λmax/λmin of a positive definite Hessian; otherwise null.</summary>
    public double? Condition => IsPositive ? Largest / Smallest : null;

    /// <summary>True where every curvature is above 0 beyond doubt.</summary>
    public bool IsPositive => Smallest > Tolerance && SmallestError <= 0.1 * Smallest;

    /// <summary>The rounding error of the eigenvalues: a smaller one cannot be told from 0.</summary>
    public double Tolerance => 1e-12 * Math.Max(Math.Abs(Smallest), Math.Abs(Largest));

    /// <summary>A unit vector along which the curvature is about λmin.</summary>
    public required double[] Downward { get; init; }

    /// <summary>The curvature along <see cref="Downward"/>, from one more product: where it is below 0, so is λmin.</summary>
    public required double Witnessed { get; init; }

    /// <summary>The step to the point where a quadratic with this gradient and this Hessian has no slope; null where there is none.</summary>
    public double[]? Newton { get; init; }

    /// <summary>Half the sum of (gradient · vᵢ)²/|λᵢ|: how far a quadratic falls on its way to where it has no slope; infinite where there is no such point.</summary>
    public required double Decrement { get; init; }

    /// <summary>True where the function curves downwards in some direction beyond rounding.</summary>
    public bool IsIndefinite => Witnessed < -Tolerance && Witnessed < 0;

    /// <summary>The spectrum of ∇²F at x; null where the Hessian is not finite, and where no coordinate is free.</summary>
    /// <param name="survey">F.</param>
    /// <param name="x">The point.</param>
    /// <param name="gradient">∇F there, 0 where the box holds a coordinate.</param>
    /// <param name="free">The coordinates that are free to move.</param>
    public static Spectrum? At(Survey survey, double[] x, double[] gradient, int[] free)
    {
        if (free.Length == 0) return null;
        var found = free.Length <= DenseDimension ? Dense(Product, free.Select(i => gradient[i]).ToArray()) : Sparse(Product, free.Select(i => gradient[i]).ToArray(), survey.Pay);
        if (found is null) return null;
        var witness = Vectors.Dot(found.Downward, Product(found.Downward));
        return found with { Witnessed = witness, Downward = Spread(found.Downward), Newton = found.Newton is { } step ? Spread(step) : null };

        double[] Product(double[] v)
        {
            var whole = survey.Product(x, Spread(v));
            return [.. free.Select(i => whole[i])];
        }

        double[] Spread(double[] v)
        {
            var whole = new double[x.Length];
            for (var i = 0; i < free.Length; i++) whole[free[i]] = v[i];
            return whole;
        }
    }

    private static Spectrum? Dense(Func<double[], double[]> product, double[] gradient)
    {
        var n = gradient.Length;
        var hessian = Matrix<double>.Build.Dense(n, n);
        var unit = new double[n];
        for (var j = 0; j < n; j++)
        {
            unit[j] = 1;
            var column = product(unit);
            unit[j] = 0;
            if (!Vectors.AreFinite(column)) return null;
            hessian.SetColumn(j, column);
        }

        var (values, vectors) = SymmetricSpectrum.Decompose(hessian);
        var newton = new double[n];
        var decrement = 0.0;
        for (var i = 0; i < n; i++)
        {
            var along = Vectors.Dot(vectors.Column(i).AsArray() ?? [.. vectors.Column(i)], gradient);
            // What is flat but for rounding has no slope but for rounding either, or there is no such point.
            if (along == 0) continue;
            decrement += along / Math.Abs(values[i]) * along / 2;
            for (var row = 0; row < n; row++) newton[row] -= along / values[i] * vectors[row, i];
        }

        return new(values[0], values[^1], 0) { Downward = [.. vectors.Column(0)], Witnessed = values[0], Decrement = decrement, Newton = Vectors.AreFinite(newton) ? newton : null };
    }

    // The start is a Weyl sequence, which is not an eigenvector of anything that people write down, and always the same.
    private static Spectrum? Sparse(Func<double[], double[]> product, double[] gradient, Action<long> pay)
    {
        var start = new double[gradient.Length];
        for (var i = 0; i < start.Length; i++) start[i] = ((i + 1) * 0.618_033_988_749_894_9 % 1) - 0.5;
        if (Lanczos.Run(product, start, MostProducts, 1e-4, pay) is not { } ends) return null;

        var norm = Vectors.Norm(gradient);
        var (newton, decrement) = norm > 0 && Lanczos.Run(product, gradient, NewtonProducts, 0, pay) is { } along ? along.Solve(norm) : (null, norm > 0 ? double.PositiveInfinity : 0);
        var downward = ends.Vector(0);
        return new(ends.Ritz.Values[0], ends.Ritz.Values[^1], ends.Error(0))
        {
            Downward = downward,
            Witnessed = ends.Ritz.Values[0],
            Decrement = decrement,
            Newton = newton is not null && Vectors.AreFinite(newton) ? newton : null,
        };
    }
}
