namespace Calculus.Numerics;

/// <summary>A curve under construction: its pieces from left to right, refined and broken round by round.</summary>
internal sealed class CurveTrace(CurveProbe probe, Frame frame, double step)
{
    // Anything narrower than this fraction of the window is a point.
    private const double PointWidth = 1e-9;

    private readonly CurveEdge _edge = new(probe, step);
    private readonly CurveBreaks _breaks = new(probe);
    private List<CurvePiece> _done = [];
    private CurvePiece _current = new();

    public IReadOnlyList<CurvePiece> Pieces { get; private set; } = [];

    public bool HasPole => _edge.HasPole;

    /// <summary>The picture in which straightness is judged; it changes once the poles are known.</summary>
    public Frame Frame { get; set; } = frame;

    public int Count => Pieces.Sum(static piece => piece.Nodes.Count);

    /// <summary>Takes the first values, and finds out where f is undefined between them.</summary>
    public void Begin(double[] grid, double[] values)
    {
        CurveNode? last = null;
        for (var i = 0; i < grid.Length; i++)
        {
            if (double.IsFinite(values[i]))
            {
                last = new(grid[i], values[i]);
                _current.Add(last);
                continue;
            }

            var first = grid[i];
            while (i + 1 < grid.Length && !double.IsFinite(values[i + 1])) i++;
            BreakAtGap(last, first, grid[i], i + 1 < grid.Length ? new(grid[i + 1], values[i + 1]) : null);
        }

        EndRound();
    }

    /// <summary>
    /// Looks at f on the stretches asked for, at most <paramref name="most"/> of them, the least straight first, and
    /// divides those where it is not straight.
    /// </summary>
    /// <param name="wanted">Which stretches, by the point where each begins.</param>
    /// <param name="most">The most stretches to look at.</param>
    /// <param name="part">Where on a stretch to look; 1/2 keeps to round numbers.</param>
    /// <param name="tolerance">What counts as straight.</param>
    /// <returns>How many stretches were looked at.</returns>
    public int Divide(Func<CurveNode, bool> wanted, int most, double part, double tolerance)
    {
        var ways = new List<(CurveNode From, CurveNode To, double Between)>();
        foreach (var piece in Pieces)
        {
            for (var i = 0; i + 1 < piece.Nodes.Count; i++)
            {
                var (from, to) = (piece.Nodes[i], piece.Nodes[i + 1]);
                if (!wanted(from) || Doubles.AreNeighbours(from.X, to.X)) continue;
                var between = from.X + ((to.X - from.X) * part);
                if (!(between > from.X && between < to.X)) between = probe.Between(from.X, to.X)!.Value;
                ways.Add((from, to, between));
            }
        }

        if (ways.Count > most) ways = [.. ways.OrderByDescending(static way => way.From.Deviation).Take(most).OrderBy(static way => way.From.X)];
        if (ways.Count == 0) return 0;

        var x = ways.ConvertAll(static way => way.Between).ToArray();
        var y = probe.At(x);
        var place = new Dictionary<CurveNode, int>();
        for (var i = 0; i < ways.Count; i++) place[ways[i].From] = i;
        foreach (var piece in Pieces)
        {
            Rebuild(piece, (from, to) =>
            {
                if (!place.TryGetValue(from, out var i)) return;
                if (!double.IsFinite(y[i]))
                {
                    BreakAtGap(from, x[i], x[i], to);
                    return;
                }

                from.Level++;
                from.Searched = false;
                var between = new CurveNode(x[i], y[i]) { Level = from.Level };
                from.Deviation = between.Deviation = DeviationOf(from, between, to);
                from.Straight = between.Deviation > tolerance ? 0 : from.Straight + 1;
                if (between.Deviation > tolerance) _current.Add(between);
            });
        }

        EndRound();
        return ways.Count;
    }

    /// <summary>Looks for jumps on the stretches asked for, and breaks the curve there.</summary>
    public void BreakAtJumps(Func<CurveNode, bool> wanted)
    {
        foreach (var piece in Pieces)
        {
            Rebuild(piece, (from, to) =>
            {
                if (from.Searched || probe.IsSpent || !(wanted(from) || Doubles.AreNeighbours(from.X, to.X))) return;
                from.Searched = true;
                var found = _breaks.Jump(Frame, (from.X, from.Y), (to.X, to.Y));
                if (found.Undefined is { } undefined) BreakAtGap(from, undefined, undefined, to);
                else if (found.IsJump) BreakAtJump(found.Left!.Value, found.Right!.Value, to);
            });
        }

        EndRound();
    }

    /// <summary>Looks for poles without a change of sign at the peaks among the points asked for.</summary>
    public void BreakAtPeaks(Func<CurveNode, bool> wanted)
    {
        foreach (var piece in Pieces)
        {
            var nodes = piece.Nodes;
            var cuts = new Dictionary<CurveNode, (CurveBreaks.Found Found, CurveNode High)>();
            for (var i = 1; i + 1 < nodes.Count && !probe.IsSpent; i++)
            {
                var (low, top, high) = (nodes[i - 1], nodes[i], nodes[i + 1]);
                if (!wanted(low) && !wanted(top)) continue;
                if ((top.Y > low.Y) != (top.Y > high.Y) || top.Y == low.Y || top.Y == high.Y) continue;
                var found = _breaks.Peak(Frame, (low.X, low.Y), (top.X, top.Y), (high.X, high.Y));
                if (found.Undefined is not null || found.IsJump) cuts[low] = (found, high);
            }

            Rebuild(piece, (from, to) =>
            {
                if (!cuts.TryGetValue(from, out var cut)) return;
                if (cut.Found.Undefined is { } undefined) BreakAtGap(from, undefined, undefined, cut.High);
                else if (_edge.AroundPole(Frame, cut.Found.Left!.Value.X, cut.Found.Left.Value.Y) is { } ends) Break(ends.Left, ends.Right, null);
            });
        }

        EndRound();
    }

    /// <summary>Moves the ends at the window's edges inside where the curve goes to infinity there.</summary>
    public void BreakAtWindow()
    {
        foreach (var piece in Pieces)
        {
            var (first, last) = (piece.Nodes[0], piece.Nodes[^1]);
            var start = first.X == probe.From && Frame.IsFar(Frame.Height(first.Y)) ? _edge.AtWindowEdge(Frame, first.X, first.Y) : null;
            var end = last.X == probe.To && Frame.IsFar(Frame.Height(last.Y)) ? _edge.AtWindowEdge(Frame, last.X, last.Y) : null;
            _current = start is null ? Like(piece) : new() { StartOpen = true, StartsAt = CurveEnd.Undefined };
            if (start is not null) _current.Add(start.Node);
            foreach (var node in piece.Nodes) _current.Add(node);
            _current.EndLike(piece);
            if (end is not null) _current.End(end);
            _done.Add(_current);
            _current = new();
        }

        EndRound();
    }

    private void Rebuild(CurvePiece piece, Action<CurveNode, CurveNode> between)
    {
        _current = Like(piece);
        for (var i = 0; i < piece.Nodes.Count; i++)
        {
            var node = piece.Nodes[i];
            _current.Add(node);
            if (i + 1 < piece.Nodes.Count && ReferenceEquals(_current.Nodes[^1], node)) between(node, piece.Nodes[i + 1]);
        }

        _current.EndLike(piece);
        _done.Add(_current);
        _current = new();
    }

    private void EndRound()
    {
        if (_current.Nodes.Count > 0) _done.Add(_current);
        Pieces = [.. _done.Where(piece => !piece.IsLonely(PointWidth * probe.Width))];
        _done = [];
        _current = new();
    }

    // Straight in the picture; what lies outside it need not be drawn as well.
    private double DeviationOf(CurveNode from, CurveNode between, CurveNode to)
    {
        var (low, middle, high) = (Frame.Height(from.Y), Frame.Height(between.Y), Frame.Height(to.Y));
        var part = (between.X - from.X) / (to.X - from.X);
        var deviation = Math.Abs(middle - (low + (part * (high - low))));
        var unseen = (low > 2 && middle > 2 && high > 2) || (low < -1 && middle < -1 && high < -1);
        return unseen ? deviation / 20 : deviation;
    }

    private void BreakAtGap(CurveNode? left, double firstUndefined, double lastUndefined, CurveNode? right)
    {
        if (firstUndefined == lastUndefined)
        {
            var beside = PointWidth / 4 * probe.Width;
            var (below, above) = (left is null ? null : _edge.BesideHole(Frame, firstUndefined, -beside), right is null ? null : _edge.BesideHole(Frame, firstUndefined, beside));
            if ((left is null || below is not null) && (right is null || above is not null))
            {
                Break(below, above, right);
                return;
            }
        }

        var before = left is null ? default : probe.EdgeOfDomain(left.X, left.Y, firstUndefined);
        var after = right is null ? default : probe.EdgeOfDomain(right.X, right.Y, lastUndefined);
        var isHole = left is not null && right is not null && after.Defined - before.Defined <= PointWidth * probe.Width;

        var end = left is null ? null : _edge.BesideUndefined(Frame, before.Defined, before.Value, before.Undefined, isHole);
        var start = right is null ? null : _edge.BesideUndefined(Frame, after.Defined, after.Value, after.Undefined, isHole);
        Break(end, start, right);
    }

    private void BreakAtJump((double X, double Y) left, (double X, double Y) right, CurveNode next) =>
        Break(_edge.BesideJump(Frame, left.X, left.Y, right.X), _edge.BesideJump(Frame, right.X, right.Y, left.X), next);

    // Ends the current piece and begins another; where that begins at the next node itself, the node is added when its turn comes.
    private void Break(CurveEnding? end, CurveEnding? start, CurveNode? next)
    {
        var last = _current.Nodes.Count > 0 ? _current.Nodes[^1] : null;
        if (end is not null) _current.End(end);
        if (_current.Nodes.Count > 0) _done.Add(_current);

        _current = new() { StartOpen = start?.Open ?? false, StartsAt = start?.At ?? CurveEnd.Undefined };
        if (start is null || (next is not null && start.Node.X == next.X && start.Node.Y == next.Y)) return;
        if (last is not null) (start.Node.Level, start.Node.Deviation) = (last.Level, last.Deviation);
        _current.Add(start.Node);
    }

    private static CurvePiece Like(CurvePiece piece) => new() { StartOpen = piece.StartOpen, StartsAt = piece.StartsAt };
}
