namespace Calculus.Numerics;

/// <summary>
/// Round abscissas: multiples of 1, 2 or 5 times a power of ten. The holes, corners and jumps of formulas that people write lie
/// on them, so that they are hit and not stepped over.
/// </summary>
internal static class NiceGrid
{
    // Beyond 2⁵³ steps from 0 a multiple is no longer exact.
    private const double LargestMultiple = 1L << 53;

    /// <summary>Between <paramref name="count"/> and two and a half times as many abscissas, strictly increasing, with both ends.</summary>
    public static double[] Over(double from, double to, int count)
    {
        var wanted = (to - from) / count;
        var exponent = (int)Math.Floor(Math.Log10(wanted));
        if (Math.Abs(exponent) > 290) return Even(from, to, count);

        var power = Math.Pow(10, Math.Abs(exponent));
        var mantissa = exponent < 0 ? wanted * power : wanted / power;
        var nice = mantissa >= 5 ? 5 : mantissa >= 2 ? 2 : 1;

        double Multiple(double k) => exponent < 0 ? k * nice / power : k * nice * power;
        var first = Math.Ceiling(exponent < 0 ? from * power / nice : from / power / nice);
        var last = Math.Floor(exponent < 0 ? to * power / nice : to / power / nice);
        if (Math.Max(Math.Abs(first), Math.Abs(last)) >= LargestMultiple) return Even(from, to, count);

        var grid = new List<double>(3 * count) { from };
        for (var k = first; k <= last; k++)
        {
            var x = Multiple(k);
            if (x > grid[^1] && x < to) grid.Add(x);
        }

        grid.Add(to);
        return [.. grid];
    }

    private static double[] Even(double from, double to, int count)
    {
        var grid = new List<double>(count + 1) { from };
        for (var i = 1; i < count; i++)
        {
            var x = from + ((to - from) * ((double)i / count));
            if (x > grid[^1] && x < to) grid.Add(x);
        }

        grid.Add(to);
        return [.. grid];
    }
}
