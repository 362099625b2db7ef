namespace Calculus.Numerics;

/// <summary>The slopes of a function to the left and to the right of a place, from values alone.</summary>
internal static class OneSidedSlopes
{
    private const double FirstStep = 1e-3;
    private const double Clear = 1e-4;

    /// <summary>The slopes on both sides, where they differ for every step; null where they agree or cannot be determined.</summary>
    /// <param name="f">The function.</param>
    /// <param name="x">The place.</param>
    public static (double Left, double Right)? Of(Func<double, double> f, double x)
    {
        ArgumentNullException.ThrowIfNull(f);
        var middle = f(x);
        var scale = Math.Max(1, Math.Abs(x));
        var (first, second) = (Sides(FirstStep * scale), Sides(FirstStep * scale / 64));
        var gap = second.Right - second.Left;
        var size = Math.Max(Math.Abs(second.Left), Math.Abs(second.Right));
        // A bend closes with the step, a kink does not.
        return double.IsFinite(gap) && Math.Abs(gap) > Clear * size && Math.Abs(first.Right - first.Left - gap) <= 0.05 * Math.Abs(gap)
            ? second
            : null;

        (double Left, double Right) Sides(double h) => (-Extrapolated(-h), Extrapolated(h));

        // Differences over h and h/2, extrapolated to 0.
        double Extrapolated(double h) => ((4 * (f(x + (h / 2)) - middle)) - (f(x + h) - middle)) / Math.Abs(h);
    }
}
