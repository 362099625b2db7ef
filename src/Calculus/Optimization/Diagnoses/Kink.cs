namespace Calculus.Optimization.Diagnoses;

/// <summary>A place where the slope along a line jumps.</summary>
/// <param name="Point">Where.</param>
/// <param name="Before">The slope on this side of it, along the line.</param>
/// <param name="After">The slope on the other side.</param>
internal sealed record Kink(double[] Point, double Before, double After)
{
    // Of a smooth function, a billionth of the line keeps a billionth of the change of the slope.
    private const int Halvings = 30;
    private const double Share = 0.25;

    /// <summary>The greatest jump of the slope between two points, where it makes up a quarter of its change between them; null elsewhere.</summary>
    /// <param name="survey">F.</param>
    /// <param name="from">A point.</param>
    /// <param name="to">Another.</param>
    public static Kink? Between(Survey survey, double[] from, double[] to)
    {
        var length = Vectors.Distance(from, to);
        if (!(length > 0) || !double.IsFinite(length)) return null;
        var direction = to.Zip(from, (end, begin) => (end - begin) / length).ToArray();
        var (low, high) = (from, to);
        var (before, after) = (Slope(low), Slope(high));
        var change = after - before;
        if (!(change > 0)) return null;

        for (var i = 0; i < Halvings; i++)
        {
            double[] middle = [.. low.Zip(high, static (a, b) => a + ((b - a) / 2))];
            if (middle.AsSpan().SequenceEqual(low) || middle.AsSpan().SequenceEqual(high)) break;
            var slope = Slope(middle);
            if (!double.IsFinite(slope)) return null;
            // A point on the kink itself has any slope between those of its sides.
            if (slope - before >= after - slope) (high, after) = (middle, slope);
            else (low, before) = (middle, slope);
        }

        var width = Vectors.Distance(low, high);
        var (value, beyond) = (survey.Value(low), survey.Value(high));
        var isContinuous = Math.Abs(beyond - value) <= (2 * width * (Math.Abs(before) + Math.Abs(after))) + (64 * Findings.Spacing(value));
        return after - before >= Share * change && width <= 1e-6 * length && isContinuous ? new(high, before, after) : null;

        double Slope(double[] x) => Vectors.Dot(survey.Gradient(x), direction);
    }
}
