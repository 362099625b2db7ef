namespace Calculus.Numerics;

/// <summary>An interval of values in which a picture of a function is worth looking at; never empty, and finite.</summary>
/// <param name="From">Its lower end.</param>
/// <param name="To">Its upper end, above the lower one.</param>
internal readonly record struct ValueRange(double From, double To)
{
    // A pole takes up at most a tenth of an evenly spaced sample; the rest shows the rest of the curve.
    private const double Kept = 0.9;

    /// <summary>The whole range of the values, widened to 0 where that is near, and to something that has a height.</summary>
    /// <param name="values">Values at evenly spaced points; those that are not finite are ignored.</param>
    public static ValueRange Whole(IEnumerable<double> values)
    {
        var sorted = Sorted(values);
        return sorted.Length == 0 ? new(-1, 1) : Rounded(sorted[0], sorted[^1]);
    }

    /// <summary>
    /// The range of the values without the very large ones near a pole: the shortest interval with nine tenths of them, half as
    /// high again, unless the whole range is at most three times as high as the interval.
    /// </summary>
    /// <param name="values">Values at evenly spaced points; those that are not finite are ignored.</param>
    public static ValueRange Trimmed(IEnumerable<double> values)
    {
        var sorted = Sorted(values);
        if (sorted.Length == 0) return new(-1, 1);

        var kept = (int)Math.Ceiling(Kept * sorted.Length);
        var (from, to) = (sorted[0], sorted[^1]);
        for (var i = 0; i + kept <= sorted.Length; i++)
        {
            if ((sorted[i + kept - 1] / 2) - (sorted[i] / 2) < (to / 2) - (from / 2)) (from, to) = (sorted[i], sorted[i + kept - 1]);
        }

        var height = to - from;
        if (!double.IsFinite(height) || height <= 1e-9 * Math.Max(Math.Abs(from), Math.Abs(to))) return Rounded(sorted[0], sorted[^1]);
        return (sorted[^1] / 3) - (sorted[0] / 3) <= height
            ? Rounded(sorted[0], sorted[^1])
            : Rounded(Math.Max(sorted[0], from - (height / 4)), Math.Min(sorted[^1], to + (height / 4)));
    }

    private static double[] Sorted(IEnumerable<double> values)
    {
        var finite = values.Where(double.IsFinite).ToArray();
        Array.Sort(finite);
        return finite;
    }

    private static ValueRange Rounded(double from, double to)
    {
        // Values that differ by rounding alone are drawn as a constant, half way up.
        var size = Math.Max(Math.Abs(from), Math.Abs(to));
        if ((to / 2) - (from / 2) <= 1e-13 * size)
        {
            var middle = Math.Clamp((from / 2) + (to / 2), -double.MaxValue / 2, double.MaxValue / 2);
            return middle == 0 ? new(-1, 1) : new(Math.Min(0, 2 * middle), Math.Max(0, 2 * middle));
        }

        var near = (to / 2) - (from / 2);
        if (from > 0 && from <= near) from = 0;
        if (to < 0 && -to <= near) to = 0;
        return new(from, to);
    }
}
