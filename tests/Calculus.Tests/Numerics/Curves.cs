using System.Globalization;
using Calculus.Budgets;
using Calculus.Numerics;
using Xunit;

namespace Calculus.Tests.Numerics;

internal static class Curves
{
    public static CurveEvaluator Evaluator(Func<double, double> f) => (x, y) =>
    {
        for (var i = 0; i < x.Length; i++) y[i] = f(x[i]);
    };

    public static SampledCurve Sample(string formula, double from, double to, int resolution = 500) =>
        CurveSampler.Sample(Evaluator(Zoo.Named(formula)), from, to, resolution, new Budget(new Limits(), TestContext.Current.CancellationToken));

    /// <summary>The ends of the pieces, such as <c>[) (]</c> for a curve with one hole.</summary>
    public static string Ends(SampledCurve curve) =>
        string.Join(' ', curve.Segments.Select(static segment => (segment.StartOpen ? "(" : "[") + (segment.EndOpen ? ")" : "]")));

    /// <summary>What holds for every curve.</summary>
    public static void Check(SampledCurve curve, Func<double, double> f, double from, double to, int resolution)
    {
        var last = double.NegativeInfinity;
        foreach (var segment in curve.Segments)
        {
            Assert.Equal(segment.X.Length, segment.Y.Length);
            Assert.NotEmpty(segment.X);
            for (var i = 0; i < segment.X.Length; i++)
            {
                var (x, y) = (segment.X[i], segment.Y[i]);
                Assert.True(x > last && x >= from && x <= to, string.Create(CultureInfo.InvariantCulture, $"{x:R} comes after {last:R}"));
                Assert.True(double.IsFinite(y));

                // Only the value at an open end may differ from that of f.
                var isOpen = (i == 0 && segment.StartOpen) || (i == segment.X.Length - 1 && segment.EndOpen);
                if (!isOpen) Assert.Equal(f(x), y);
                last = x;
            }
        }

        Assert.True(curve.Segments.Sum(static segment => segment.X.Length) <= (5 * resolution) + (8 * curve.Segments.Length));
        Assert.Equal(curve.Segments.IsEmpty, curve.ValueRange is null);
        if (curve.ValueRange is { } range) Assert.True(double.IsFinite(range.From) && double.IsFinite(range.To) && range.From < range.To);
    }

    /// <summary>The value of the drawn line at x; NaN where nothing is drawn.</summary>
    public static double Drawn(SampledCurve curve, double x)
    {
        foreach (var segment in curve.Segments)
        {
            if (x < segment.X[0] || x > segment.X[^1]) continue;
            var i = segment.X.AsSpan().BinarySearch(x);
            if (i >= 0) return segment.Y[i];
            i = ~i;
            var part = (x - segment.X[i - 1]) / (segment.X[i] - segment.X[i - 1]);
            return segment.Y[i - 1] + (part * (segment.Y[i] - segment.Y[i - 1]));
        }

        return double.NaN;
    }
}
