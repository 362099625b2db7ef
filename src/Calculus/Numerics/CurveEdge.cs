namespace Calculus.Numerics;

/// <summary>The first or last point of a piece of curve.</summary>
/// <param name="Node">The point.</param>
/// <param name="Open">Whether it does not belong to the curve.</param>
/// <param name="At">Where the piece ends.</param>
internal sealed record CurveEnding(CurveNode Node, bool Open, CurveEnd At);

/// <summary>Makes the last point of a piece of curve, on either side of a place where the curve ends.</summary>
internal sealed class CurveEdge(CurveProbe probe, double step)
{
    /// <summary>True once a piece was found to go to infinity.</summary>
    public bool HasPole { get; private set; }

    /// <summary>The end of a piece next to a place where f is undefined.</summary>
    /// <param name="frame">The picture.</param>
    /// <param name="x">The last double where f is finite.</param>
    /// <param name="y">f there.</param>
    /// <param name="undefined">The first double where f is not finite.</param>
    /// <param name="isHole">f is finite again immediately on the other side.</param>
    public CurveEnding BesideUndefined(Frame frame, double x, double y, double undefined, bool isHole)
    {
        var approach = Toward(frame, x, undefined);

        // Next to an infinite value, a large value has overflowed, or comes from a division by what rounding left of 0.
        var overflows = (Math.Abs(y) > 1e300 || Frame.IsFar(frame.Height(y))) && double.IsInfinity(probe.At(undefined));
        if (approach.IsUnbounded || overflows) return Pole(approach, frame, x, y);

        // A curve with a limit at the edge of its domain owns the edge (√x, asin x), unless the edge is a round number just
        // outside (x log x at 0) or only a hole.
        var open = !Doubles.IsRound(x) && (isHole || Doubles.IsRound(undefined));
        return new(new(x, open ? approach.Limit ?? y : y), open, CurveEnd.Undefined);
    }

    /// <summary>The end of a piece next to another piece.</summary>
    /// <param name="frame">The picture.</param>
    /// <param name="x">The last double of the piece.</param>
    /// <param name="y">f there.</param>
    /// <param name="other">The first double of the other piece.</param>
    public CurveEnding BesideJump(Frame frame, double x, double y, double other)
    {
        if (Frame.IsOutside(frame.Height(y)) && Toward(frame, x, other) is { IsUnbounded: true } approach) return Pole(approach, frame, x, y);

        // The jump is where a round number is; where neither is round, the right-hand piece owns it, as those of floor do.
        var owns = Doubles.IsRound(x) || (!Doubles.IsRound(other) && x > other);
        return new(new(x, y), !owns, CurveEnd.Jump);
    }

    /// <summary>
    /// The end of a piece next to a single point where f is undefined and towards which it settles; null where it does not.
    /// Nearer to such a point f is often a difference of large numbers: cos(x)/x − sin(x)/x² has no correct digit left at 1e-16.
    /// </summary>
    /// <param name="frame">The picture.</param>
    /// <param name="hole">The point.</param>
    /// <param name="beside">The distance from it at which f must be finite again, negative on its left.</param>
    public CurveEnding? BesideHole(Frame frame, double hole, double beside)
    {
        var x = hole + beside;
        if (x == hole || Toward(frame, hole, beside < 0 ? double.PositiveInfinity : double.NegativeInfinity).Limit is not { } limit) return null;
        var last = beside < 0 ? Math.BitDecrement(hole) : Math.BitIncrement(hole);
        return double.IsFinite(probe.At(x)) && !Frame.IsFar(frame.Height(limit)) ? new(new(last, limit), true, CurveEnd.Undefined) : null;
    }

    /// <summary>Both ends at a point where f goes to infinity from both sides; null where it does not.</summary>
    public (CurveEnding Left, CurveEnding Right)? AroundPole(Frame frame, double x, double y)
    {
        var left = Toward(frame, x, double.PositiveInfinity);
        var right = Toward(frame, x, double.NegativeInfinity);
        if (!left.IsUnbounded || !right.IsUnbounded) return null;
        return (Pole(left, frame, Math.BitDecrement(x), y), Pole(right, frame, Math.BitIncrement(x), y));
    }

    /// <summary>The end of a piece at the edge of the window, moved inside where f goes to infinity there; null where it does not.</summary>
    public CurveEnding? AtWindowEdge(Frame frame, double x, double y)
    {
        var approach = Toward(frame, x, x == probe.From ? double.NegativeInfinity : double.PositiveInfinity);
        return approach.IsUnbounded ? Pole(approach, frame, x, y) : null;
    }

    private Approach Toward(Frame frame, double x, double beyond)
    {
        var room = beyond > x ? x - probe.From : probe.To - x;
        var reach = Math.Min(step, room);
        return Approach.To(probe, frame, x, beyond > x ? -reach : reach);
    }

    private CurveEnding Pole(Approach approach, Frame frame, double x, double y)
    {
        HasPole = true;
        var node = approach.FirstFarAway() is { } far ? new CurveNode(far.X, far.Y) : new CurveNode(x, y);
        return new(node, true, CurveEnd.Undefined);
    }
}
