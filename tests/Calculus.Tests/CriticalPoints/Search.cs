using System.Globalization;
using Calculus.Binding;
using Calculus.Budgets;
using Calculus.CriticalPoints;
using Xunit;

namespace Calculus.Tests.CriticalPoints;

/// <summary>Searches for critical points as a request does.</summary>
internal static class Search
{
    /// <summary>The critical points of a function in a box.</summary>
    public static (Study Study, CriticalPointSet Found) In(string text, params double[] box)
    {
        var budget = new Budget(new Limits { Operations = 20_000_000_000 });
        var study = Study.Of(text, BindingContext.Empty, budget);
        Assert.Equal(box.Length, 2 * study.Variables.Count);
        var found = study.CriticalPoints([.. box.Where(static (_, i) => i % 2 == 0)], [.. box.Where(static (_, i) => i % 2 == 1)]);
        Check(study, found, box);
        return (study, found);
    }

    /// <summary>The points of a curve in one line, such as <c>min -1, max 0, min 1</c>.</summary>
    public static string Line(CriticalPointSet found) => string.Join(", ", found.Points.Select(static point =>
        $"{Short(point.Kind)} {Text(point.Point[0])}{(point.Cause == CriticalCause.Stationary ? "" : " " + point.Cause.ToString().ToLowerInvariant())}"));

    /// <summary>Numbers in one line.</summary>
    public static string Line(IEnumerable<double> numbers) => string.Join(' ', numbers.Select(Text));

    /// <summary>Stretches in one line, such as <c>[-2 down -1] (0 up 3]</c>.</summary>
    public static string Line(IEnumerable<CurveStretch> stretches) => string.Join(' ', stretches.Select(static each =>
        $"{(each.IsFromOpen ? '(' : '[')}{Text(each.From)} {each.Direction.ToString().ToLowerInvariant()} {Text(each.To)}{(each.IsToOpen ? ')' : ']')}"));

    // What holds of every answer, found by other means: the gradient in doubles, and values nearby.
    private static void Check(Study study, CriticalPointSet found, double[] box)
    {
        foreach (var point in found.Points)
        {
            double[] at = [.. point.Point];
            for (var i = 0; i < at.Length; i++) Assert.InRange(at[i], box[2 * i], box[(2 * i) + 1]);
            if (point.Cause != CriticalCause.Stationary) continue;
            var gradient = study.GradientAt(at).Numbers;
            var scale = 1 + (point.Eigenvalues ?? []).Select(Math.Abs).DefaultIfEmpty(0).Max();
            Assert.True(gradient.All(slope => Math.Abs(slope) <= 1e-9 * scale * (1 + at.Max(Math.Abs))), $"The gradient at {string.Join(", ", at)} is {string.Join(", ", gradient)}.");
            Nearby(study, point, at);
        }
    }

    private static void Nearby(Study study, CriticalPoint point, double[] at)
    {
        if (point.Kind is not (CriticalKind.Minimum or CriticalKind.Maximum) || point.Eigenvalues?.All(static value => Math.Abs(value) > 1e-6) != true) return;
        var curvature = point.Eigenvalues.Select(Math.Abs).Max();
        for (var i = 0; i < at.Length; i++)
        {
            foreach (var side in new[] { -1, 1 })
            {
                double[] moved = [.. at];
                moved[i] += side * 1e-4 * Math.Max(Math.Abs(at[i]), Math.Min(1, 1 / Math.Sqrt(curvature)));
                var value = study.At([], moved).Value.Number;
                if (double.IsFinite(value)) Assert.True(point.Kind == CriticalKind.Minimum ? value >= point.Value - 1e-12 : value <= point.Value + 1e-12, $"{point.Kind} at {string.Join(", ", at)}");
            }
        }
    }

    private static string Short(CriticalKind kind) => kind switch { CriticalKind.Minimum => "min", CriticalKind.Maximum => "max", CriticalKind.Saddle => "saddle", _ => "degenerate" };

    private static string Text(double number) => (Math.Round(number, 6) + 0.0).ToString("R", CultureInfo.InvariantCulture);
}
