using Calculus.Optimization;
using Calculus.Optimization.Diagnoses;
using Xunit;

namespace Calculus.Tests.Optimization;

public sealed class SpectrumTests
{
    // A quadratic whose Hessian is Q·diag(λ)·Q with Q = 1 − 2uuᵀ, so that no axis is an eigenvector.
    private sealed class Turned(double[] eigenvalues) : IObjective
    {
        private readonly double[] _unit = Unit(eigenvalues.Length);

        public int Dimension => eigenvalues.Length;

        public double Value(ReadOnlySpan<double> x)
        {
            var sum = 0.0;
            var product = new double[x.Length];
            HessianVectorProduct(x, x, product);
            for (var i = 0; i < x.Length; i++) sum += x[i] * product[i] / 2;
            return sum;
        }

        public double ValueAndGradient(ReadOnlySpan<double> x, Span<double> gradient)
        {
            HessianVectorProduct(x, x, gradient);
            return Value(x);
        }

        public void HessianVectorProduct(ReadOnlySpan<double> x, ReadOnlySpan<double> v, Span<double> product)
        {
            var first = Mirror(v.ToArray());
            for (var i = 0; i < first.Length; i++) first[i] *= eigenvalues[i];
            Mirror(first).CopyTo(product);
        }

        public double[] Vector(int i)
        {
            var axis = new double[eigenvalues.Length];
            axis[i] = 1;
            return Mirror(axis);
        }

        private double[] Mirror(double[] v)
        {
            var dot = 0.0;
            for (var i = 0; i < v.Length; i++) dot += _unit[i] * v[i];
            return [.. v.Select((entry, i) => entry - (2 * dot * _unit[i]))];
        }

        private static double[] Unit(int n)
        {
            var u = Enumerable.Range(0, n).Select(static i => Math.Sin(1 + (i * i))).ToArray();
            var norm = Math.Sqrt(u.Sum(static entry => entry * entry));
            return [.. u.Select(entry => entry / norm)];
        }
    }

    [Theory]
    [InlineData(200, -0.01, 10.0)]
    [InlineData(1000, -1.0, 100.0)]
    [InlineData(2000, -0.5, 1000.0)]
    public void One_direction_downwards_among_many_is_found(int dimension, double smallest, double largest)
    {
        double[] eigenvalues = [smallest, .. Enumerable.Range(1, dimension - 1).Select(i => largest * i / (dimension - 1))];
        var objective = new Turned(eigenvalues);
        // Downhill along the second eigenvector only: it ends at the saddle.
        var diagnosis = Running.Descend(objective, objective.Vector(dimension - 1), "gradient_descent", FormattableString.Invariant($"lr={0.9 / largest}"), new DescentOptions(12)).Diagnosis!;

        Assert.Equal(smallest, diagnosis.Evidence.SmallestEigenvalue!.Value, 0.05 * Math.Abs(smallest));
        Assert.Equal(largest, diagnosis.Evidence.LargestEigenvalue!.Value, 1e-3 * largest);
        Assert.Equal(Verdicts.Saddle, diagnosis.Verdict);
    }

    [Theory]
    [InlineData(100, 1e3)]
    [InlineData(500, 1e6)]
    public void A_condition_number_is_told_only_where_both_ends_are_known(int dimension, double condition)
    {
        double[] eigenvalues = [.. Enumerable.Range(0, dimension).Select(i => Math.Pow(condition, (double)i / (dimension - 1)))];
        var objective = new Turned(eigenvalues);
        var evidence = Running.Descend(objective, objective.Vector(3), "gradient_descent", "lr=1e-9", new DescentOptions(2)).Diagnosis!.Evidence;

        Assert.Equal(condition, evidence.LargestEigenvalue!.Value, 1e-3 * condition);
        if (evidence.ConditionNumber is { } told) Assert.InRange(told, 0.85 * condition, 1.15 * condition);
    }

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    public void A_Hessian_that_is_not_finite_gives_no_spectrum(double curvature)
    {
        foreach (var dimension in (int[])[3, 100])
        {
            var terrain = new Terrain(dimension, x => x.Sum(Math.Abs), x => [.. x.Select(static each => (double)Math.Sign(each))], _ =>
            {
                var hessian = new double[dimension, dimension];
                hessian[0, 0] = curvature;
                return hessian;
            });
            var diagnosis = Running.Descend(terrain, [.. Enumerable.Repeat(1.0, dimension)], "gradient_descent", "lr=0.1", new DescentOptions(5)).Diagnosis!;

            Assert.Null(diagnosis.Evidence.LargestEigenvalue);
            Assert.NotEqual(Verdicts.Saddle, diagnosis.Verdict, StringComparer.Ordinal);
        }
    }

    [Theory]
    [InlineData(1e-320)]
    [InlineData(1e-300)]
    [InlineData(1e150)]
    public void Curvature_at_the_ends_of_the_doubles(double scale)
    {
        var evidence = Running.Descend(Terrain.Bowl(scale, 2 * scale), [1, 1], "gradient_descent", FormattableString.Invariant($"lr={0.1 / Math.Max(scale, 1e-300)}"), new DescentOptions(5)).Diagnosis!.Evidence;

        Assert.Equal(1.0, evidence.LargestEigenvalue!.Value / (2 * scale), 1e-3);
    }
}
