namespace Calculus.Numerics;

/// <summary>
/// A slope from values at pairs of points that close in on one point, with an estimate of its error: central differences
/// over steps that halve, extrapolated as in <see cref="NumericDerivative"/>. Which values are needed is known in advance, so
/// that many can be computed at once.
/// </summary>
internal static class SlopeTable
{
    // No frequency that people write is a multiple of steps of this length.
    private const double FirstStep = 0.618_033_988_749_894_9;

    private const double ShortestStep = 64;

    // So many steps there must be to tell what follows a function from what does not, and so many of the shortest are looked at.
    private const int FewestToFollow = 6, Nearest = 2;

    // For values computed with care.
    private const double UnitsInTheLastPlace = 8;

    /// <summary>The steps to both sides of a point, each half as long as the one before.</summary>
    /// <param name="x">The coordinate that moves.</param>
    /// <param name="first">About how long the first step is.</param>
    /// <param name="most">The most steps.</param>
    /// <returns>The steps in falling order: multiples of the spacing of the doubles around x, and not so short that rounding matters.</returns>
    public static double[] Steps(double x, double first, int most)
    {
        var steps = new List<double>(most);
        for (var row = 0; row < most; row++)
        {
            var h = Math.ScaleB(FirstStep * first, -row);
            var spacing = Doubles.Spacing(Math.Abs(x) + h);
            if (h < ShortestStep * spacing) break;
            steps.Add(Math.Round(h / spacing) * spacing);
        }

        return [.. steps];
    }

    /// <summary>The slope.</summary>
    /// <param name="steps">The steps, as <see cref="Steps"/> gives them.</param>
    /// <param name="middle">The value at the point.</param>
    /// <param name="left">The values at the point minus each step; NaN where one must not be used.</param>
    /// <param name="right">The values at the point plus each step.</param>
    /// <param name="noise">How far rounding may move each value, where that is known to be more than its last places.</param>
    public static DerivativeEstimate Of(ReadOnlySpan<double> steps, double middle, ReadOnlySpan<double> left, ReadOnlySpan<double> right, double noise = 0)
    {
        if (!AreFollowed(middle, left, right, noise)) return new(double.NaN, double.PositiveInfinity, (2 * steps.Length) + 1);
        var (central, gaps) = (new List<StepValue>(steps.Length), new List<StepValue>(steps.Length));
        for (var row = 0; row < steps.Length; row++)
        {
            var (h, below, above) = (steps[row], left[row], right[row]);
            var rounding = Math.Max(noise, UnitsInTheLastPlace * Math.Max(Doubles.Spacing(middle), Math.Max(Doubles.Spacing(below), Doubles.Spacing(above))));
            central.Add(new((above - below) / (2 * h), rounding / h));
            gaps.Add(new((above - middle - (middle - below)) / h, 2 * rounding / h));
        }

        // Where the slopes to the right and to the left do not meet, there is no derivative.
        return ExtrapolationTable.Limit(central, firstPower: 2, noiseFactor: 1) is { } derivative
            && ExtrapolationTable.Limit(gaps, firstPower: 1, noiseFactor: 1) is { } gap
            && Math.Abs(gap.Value) <= (10 * gap.Error) + (1e-5 * Math.Abs(derivative.Value))
            ? new(derivative.Value, derivative.Error, (2 * steps.Length) + 1)
            : new(double.NaN, double.PositiveInfinity, (2 * steps.Length) + 1);
    }

    // Where values the shortest steps away differ from the middle as much as those far away, the function does more between two doubles, or between two
    // steps, than these show: sin(1e58*x). Values that rounding alone sets apart say that the slope is 0.
    private static bool AreFollowed(double middle, ReadOnlySpan<double> left, ReadOnlySpan<double> right, double noise)
    {
        if (left.Length < FewestToFollow) return true;
        double widest = 0, nearest = 0, largest = Math.Abs(middle);
        for (var row = 0; row < left.Length; row++)
        {
            var apart = Math.Max(Apart(left[row]), Apart(right[row]));
            widest = Math.Max(widest, apart);
            if (row >= left.Length - Nearest) nearest = Math.Max(nearest, apart);
        }

        return nearest <= widest / 4 || widest <= 64 * Math.Max(noise, UnitsInTheLastPlace * Doubles.Spacing(largest));

        double Apart(double value)
        {
            if (!double.IsFinite(value)) return 0;
            largest = Math.Max(largest, Math.Abs(value));
            return Math.Abs(value - middle);
        }
    }
}
