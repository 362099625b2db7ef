namespace Calculus.Numerics;

/// <summary>Tells a jump from a steep stretch: bisects towards the larger change and checks whether the change closes.</summary>
internal sealed class CurveBreaks(CurveProbe probe)
{
    // A change has closed once it is this fraction of what it was.
    private const double Closed = 1.0 / 16;

    // How many doubles next to a jump must vary less than the jump.
    private const int Neighbours = 8;

    // A jump lower than this fraction of the picture is not visible.
    private const double Seen = 2e-4;

    private const int MostHalvings = 200;

    /// <summary>What a search found between two points.</summary>
    /// <param name="Undefined">A point where f is not finite, if one was met.</param>
    /// <param name="Left">The last point before a jump.</param>
    /// <param name="Right">The first point after it, the neighbouring double.</param>
    public readonly record struct Found(double? Undefined, (double X, double Y)? Left, (double X, double Y)? Right)
    {
        public bool IsJump => Left is not null;
    }

    /// <summary>Looks for a jump between two points with finite values.</summary>
    public Found Jump(Frame frame, (double X, double Y) low, (double X, double Y) high)
    {
        var first = 0.0;
        for (var halvings = 0; halvings < MostHalvings && probe.Between(low.X, high.X) is { } middle; halvings++)
        {
            var y = probe.At(middle);
            if (!double.IsFinite(y)) return new(middle, null, null);

            var height = frame.Height(y);
            var left = Math.Abs(height - frame.Height(low.Y));
            var right = Math.Abs(frame.Height(high.Y) - height);
            if (halvings == 0) first = Math.Max(Math.Max(left, right), Math.Abs(frame.Height(high.Y) - frame.Height(low.Y)));
            if (left > right) high = (middle, y);
            else low = (middle, y);

            if (Math.Max(left, right) <= Closed * first) return default;
        }

        return IsClean(frame, low, high) ? new(null, low, high) : default;
    }

    /// <summary>The top of a peak (the bottom of a pit), where it has not flattened even between neighbouring doubles.</summary>
    public Found Peak(Frame frame, (double X, double Y) low, (double X, double Y) top, (double X, double Y) high)
    {
        var sign = top.Y > low.Y ? 1 : -1;
        var first = double.NaN;
        for (var halvings = 0; halvings < MostHalvings; halvings++)
        {
            var left = probe.Between(low.X, top.X);
            var right = probe.Between(top.X, high.X);
            if (left is null && right is null) return new(null, top, top);

            var goLeft = right is null || (left is not null && top.X - low.X > high.X - top.X);
            var x = goLeft ? left!.Value : right!.Value;
            var y = probe.At(x);
            if (!double.IsFinite(y)) return new(x, null, null);

            if (sign * y > sign * top.Y)
            {
                if (goLeft) high = top;
                else low = top;
                top = (x, y);
            }
            else if (goLeft)
            {
                low = (x, y);
            }
            else
            {
                high = (x, y);
            }

            var drop = Math.Abs(frame.Height(top.Y) - (sign > 0 ? Math.Min(frame.Height(low.Y), frame.Height(high.Y)) : Math.Max(frame.Height(low.Y), frame.Height(high.Y))));
            if (double.IsNaN(first)) first = drop;
            if (drop <= Closed * first) return default;
        }

        return default;
    }

    // A jump stands out from what f does on the neighbouring doubles; rounding noise and rapid oscillation do not.
    private bool IsClean(Frame frame, (double X, double Y) low, (double X, double Y) high)
    {
        if (Math.Abs(high.Y - low.Y) <= 8 * Math.Max(Doubles.Spacing(low.Y), Doubles.Spacing(high.Y))) return false;

        var jump = Math.Abs(frame.Height(high.Y) - frame.Height(low.Y));
        return jump > Seen && Spread(frame, low.X, Math.BitDecrement) < jump / 4 && Spread(frame, high.X, Math.BitIncrement) < jump / 4;
    }

    // The value at the jump itself is left out: it may differ from both sides, as that of sign does at 0.
    private double Spread(Frame frame, double from, Func<double, double> next)
    {
        var x = new double[Neighbours];
        x[0] = next(from);
        for (var i = 1; i < Neighbours; i++) x[i] = next(x[i - 1]);

        var heights = Array.ConvertAll(Array.FindAll(probe.At(x), double.IsFinite), frame.Height);
        return heights.Length == 0 ? 0 : heights.Max() - heights.Min();
    }
}
