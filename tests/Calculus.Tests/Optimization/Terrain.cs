using System.Collections.Immutable;
using Calculus.Optimization;

namespace Calculus.Tests.Optimization;

/// <summary>Functions to descend on, each with the gradient and the Hessian written by hand.</summary>
internal sealed class Terrain(
    int dimension, Func<double[], double> value, Func<double[], double[]> gradient, Func<double[], double[,]> hessian) : IObjective
{
    public int Dimension => dimension;

    /// <summary>Runs before each evaluation with a gradient.</summary>
    public Action<int>? BeforeEvaluation { get; init; }

    private int _evaluations;

    public double Value(ReadOnlySpan<double> x) => value(x.ToArray());

    public double ValueAndGradient(ReadOnlySpan<double> x, Span<double> gradientAt)
    {
        BeforeEvaluation?.Invoke(++_evaluations);
        gradient(x.ToArray()).CopyTo(gradientAt);
        return value(x.ToArray());
    }

    public void HessianVectorProduct(ReadOnlySpan<double> x, ReadOnlySpan<double> v, Span<double> product)
    {
        var h = hessian(x.ToArray());
        for (var i = 0; i < dimension; i++)
        {
            product[i] = 0;
            for (var j = 0; j < dimension; j++) product[i] += h[i, j] * v[j];
        }
    }

    public static Terrain Of(Func<double, double> f, Func<double, double> slope, Func<double, double> curvature) =>
        new(1, x => f(x[0]), x => [slope(x[0])], x => new[,] { { curvature(x[0]) } });

    /// <summary>Σ λᵢ xᵢ²/2.</summary>
    public static Terrain Bowl(params double[] eigenvalues) => new(
        eigenvalues.Length,
        x => x.Select((entry, i) => eigenvalues[i] * entry * entry / 2).Sum(),
        x => [.. x.Select((entry, i) => eigenvalues[i] * entry)],
        _ =>
        {
            var h = new double[eigenvalues.Length, eigenvalues.Length];
            for (var i = 0; i < eigenvalues.Length; i++) h[i, i] = eigenvalues[i];
            return h;
        });

    public static Terrain Named(string name) => name switch
    {
        "x^2" => Of(static x => x * x, static x => 2 * x, static _ => 2),
        "(x-1)^2" => Of(static x => (x - 1) * (x - 1), static x => 2 * (x - 1), static _ => 2),
        "(x-0.1)^2+1" => Of(static x => ((x - 0.1) * (x - 0.1)) + 1, static x => 2 * (x - 0.1), static _ => 2),
        "x^4" => Of(static x => x * x * x * x, static x => 4 * x * x * x, static x => 12 * x * x),
        "x^3" => Of(static x => x * x * x, static x => 3 * x * x, static x => 6 * x),
        "x^3-3x" => Of(static x => (x * x * x) - (3 * x), static x => (3 * x * x) - 3, static x => 6 * x),
        "-x^2" => Of(static x => -x * x, static x => -2 * x, static _ => -2),
        "cosh" => Of(Math.Cosh, Math.Sinh, Math.Cosh),
        "sin" => Of(Math.Sin, Math.Cos, static x => -Math.Sin(x)),
        "cos" => Of(Math.Cos, static x => -Math.Sin(x), static x => -Math.Cos(x)),
        "abs" => Of(Math.Abs, static x => Math.Sign(x), static _ => 0),
        "x" => Of(static x => x, static _ => 1, static _ => 0),
        "7" => Of(static _ => 7, static _ => 0, static _ => 0),
        "relu" => Of(static x => Math.Max(x, 0), static x => x > 0 ? 1 : 0, static _ => 0),
        "exp(-x)" => Of(static x => Math.Exp(-x), static x => -Math.Exp(-x), static x => Math.Exp(-x)),
        "sigmoid" => Of(static x => 1 / (1 + Math.Exp(-x)), static x => 1 / (1 + Math.Exp(-x)) / (1 + Math.Exp(x)),
            static x => 1 / (1 + Math.Exp(-x)) / (1 + Math.Exp(x)) * Math.Tanh(-x / 2)),
        "-exp(-x^2)" => Of(static x => -Math.Exp(-x * x), static x => 2 * x * Math.Exp(-x * x), static x => (2 - (4 * x * x)) * Math.Exp(-x * x)),
        "exp(-x^2)" => Of(static x => Math.Exp(-x * x), static x => -2 * x * Math.Exp(-x * x), static x => ((4 * x * x) - 2) * Math.Exp(-x * x)),
        "1e-10*x^2" => Of(static x => 1e-10 * x * x, static x => 2e-10 * x, static _ => 2e-10),
        "1e9+x^2" => Of(static x => 1e9 + (x * x), static x => 2 * x, static _ => 2),
        "log" => Of(Math.Log, static x => 1 / x, static x => -1 / x / x),
        "x-log(x)" => Of(static x => x - Math.Log(x), static x => 1 - (1 / x), static x => 1 / x / x),
        "x^2-y^2" => Bowl(2, -2),
        "x^2-y^2+y^4" => new(2, static p => (p[0] * p[0]) - (p[1] * p[1]) + (p[1] * p[1] * p[1] * p[1]),
            static p => [2 * p[0], (-2 * p[1]) + (4 * p[1] * p[1] * p[1])],
            static p => new[,] { { 2.0, 0 }, { 0, -2 + (12 * p[1] * p[1]) } }),
        "(x+y)^2" => new(2, static p => (p[0] + p[1]) * (p[0] + p[1]), static p => [2 * (p[0] + p[1]), 2 * (p[0] + p[1])],
            static _ => new double[,] { { 2, 2 }, { 2, 2 } }),
        "x^2+10y^2" => Bowl(2, 20),
        "quadratic" => new(2,
            static p => (180.32 * p[0] * p[0]) + (479.52 * p[0] * p[1]) + (320.18 * p[1] * p[1]),
            static p => [(360.64 * p[0]) + (479.52 * p[1]), (479.52 * p[0]) + (640.36 * p[1])],
            static _ => new[,] { { 360.64, 479.52 }, { 479.52, 640.36 } }),
        "logistic" => new(3, LogisticRegression.Loss, LogisticRegression.Gradient, LogisticRegression.Hessian),
        "rosenbrock" => new(2,
            static p => ((1 - p[0]) * (1 - p[0])) + (100 * (p[1] - (p[0] * p[0])) * (p[1] - (p[0] * p[0]))),
            static p => [(-2 * (1 - p[0])) - (400 * p[0] * (p[1] - (p[0] * p[0]))), 200 * (p[1] - (p[0] * p[0]))],
            static p => new[,] { { 2 - (400 * (p[1] - (3 * p[0] * p[0]))), -400 * p[0] }, { -400 * p[0], 200 } }),
        _ => throw new ArgumentOutOfRangeException(nameof(name), name, "No such terrain."),
    };
}

/// <summary>The mean log loss of two weights and a bias on the eight rows that the references have.</summary>
internal static class LogisticRegression
{
    private static readonly ImmutableArray<(double A, double B, double Label)> Rows =
        [(0.5, 1.2, 1), (-1.5, 0.3, 0), (2.0, -0.7, 1), (0.1, 0.4, 0), (-0.6, -1.1, 0), (1.3, 0.8, 1), (0.9, -1.6, 0), (-0.2, 1.9, 1)];

    public static double Loss(double[] p) => Rows.Sum(row => Math.Log(1 + Math.Exp(Score(p, row))) - (row.Label * Score(p, row))) / 8;

    public static double[] Gradient(double[] p)
    {
        var gradient = new double[3];
        foreach (var row in Rows)
        {
            var error = (1 / (1 + Math.Exp(-Score(p, row)))) - row.Label;
            gradient[0] += error * row.A;
            gradient[1] += error * row.B;
            gradient[2] += error;
        }

        return [.. gradient.Select(static entry => entry / 8)];
    }

    public static double[,] Hessian(double[] p)
    {
        var hessian = new double[3, 3];
        foreach (var row in Rows)
        {
            var probability = 1 / (1 + Math.Exp(-Score(p, row)));
            double[] features = [row.A, row.B, 1];
            for (var i = 0; i < 3; i++)
            {
                for (var j = 0; j < 3; j++) hessian[i, j] += probability * (1 - probability) * features[i] * features[j] / 8;
            }
        }

        return hessian;
    }

    private static double Score(double[] p, (double A, double B, double Label) row) => (p[0] * row.A) + (p[1] * row.B) + p[2];
}
