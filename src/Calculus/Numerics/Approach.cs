namespace Calculus.Numerics;

/// <summary>How f behaves on the way to an edge, from one side, seen at distances that halve.</summary>
internal sealed class Approach
{
    private const int MostHalvings = 48;

    // A difference too small to see: a millionth of the picture's height.
    private const double Unseen = 1e-6;

    private readonly double[] _x;
    private readonly double[] _y;
    private readonly double[] _height;

    private Approach(double[] x, double[] y, Frame frame)
    {
        // Whatever lies beyond a place where f is undefined does not belong to this edge.
        var first = Array.FindLastIndex(y, static value => !double.IsFinite(value)) + 1;
        (_x, _y) = (x[first..], y[first..]);
        _height = Array.ConvertAll(_y, frame.Height);
        Limit = FindLimit();
        IsUnbounded = Limit is null && Grows();
    }

    /// <summary>The value at which f visibly settles before rounding takes over; null where it does not settle that fast.</summary>
    public double? Limit { get; }

    /// <summary>True where |f| grows with no end in sight: by as much at a late halving as at an early one.</summary>
    public bool IsUnbounded { get; }

    /// <summary>Looks at f from <paramref name="reach"/> away down to a few doubles from the edge.</summary>
    /// <param name="probe">Where values come from.</param>
    /// <param name="frame">The picture.</param>
    /// <param name="edge">The edge.</param>
    /// <param name="reach">The first distance, with the sign of the side: negative on the left.</param>
    public static Approach To(CurveProbe probe, Frame frame, double edge, double reach)
    {
        var x = new List<double>(MostHalvings);
        for (var distance = reach; x.Count < MostHalvings && Math.Abs(distance) >= 4 * Doubles.Spacing(edge); distance /= 2)
            x.Add(edge + distance);

        double[] points = [.. x];
        return new(points, points.Length == 0 ? [] : probe.At(points), frame);
    }

    /// <summary>The first point on the way that lies far outside the picture; null where there is none.</summary>
    public (double X, double Y)? FirstFarAway()
    {
        for (var k = 0; k < _x.Length; k++)
        {
            if (Frame.IsFar(_height[k])) return (_x[k], _y[k]);
        }

        return null;
    }

    private double? FindLimit()
    {
        for (var k = 2; k + 2 < _height.Length; k++)
        {
            if (Change(k) >= Unseen || Change(k + 1) >= Unseen) continue;

            // Continues while the changes get smaller; once they do not, rounding has taken over.
            k++;
            while (k + 2 < _height.Length && Change(k + 1) < Change(k)) k++;
            return _y[k + 1];
        }

        return null;

        double Change(int k) => Math.Abs(_height[k + 1] - _height[k]);
    }

    private bool Grows()
    {
        var half = _y.Length / 2;
        if (half < 4) return false;

        var steps = 0;
        for (var k = half; k + 1 < _y.Length; k++)
        {
            if (Math.Abs(_y[k + 1]) > Math.Abs(_y[k])) steps++;
        }

        return steps >= 0.9 * (_y.Length - 1 - half)
            && Math.Abs(_y[^1] - _y[^2]) >= 0.6 * Math.Abs(_y[half + 1] - _y[half]);
    }
}
