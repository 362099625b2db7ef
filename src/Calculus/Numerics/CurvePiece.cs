namespace Calculus.Numerics;

/// <summary>Where a piece of curve ends.</summary>
internal enum CurveEnd
{
    /// <summary>The edge of the window; the curve goes on.</summary>
    Window,

    /// <summary>A place where f has no finite value.</summary>
    Undefined,

    /// <summary>Another piece: f jumps.</summary>
    Jump,
}

/// <summary>A piece of curve under construction, its points from left to right.</summary>
internal sealed class CurvePiece
{
    private readonly List<CurveNode> _nodes = [];

    public IReadOnlyList<CurveNode> Nodes => _nodes;

    public CurveEnd StartsAt { get; init; } = CurveEnd.Window;

    public CurveEnd EndsAt { get; private set; } = CurveEnd.Window;

    public bool StartOpen { get; init; }

    public bool EndOpen { get; private set; }

    /// <summary>A point, or what rounding makes of one, with nothing defined around it: no curve passes through it.</summary>
    /// <param name="width">The width below which a piece is a point.</param>
    public bool IsLonely(double width) =>
        _nodes.Count == 0 || (_nodes[^1].X - _nodes[0].X <= width && StartsAt != CurveEnd.Jump && EndsAt != CurveEnd.Jump
            && (StartsAt == CurveEnd.Undefined || EndsAt == CurveEnd.Undefined));

    /// <summary>Adds a point, unless the piece begins further right.</summary>
    public void Add(CurveNode node)
    {
        if (_nodes.Count == 0 || node.X > _nodes[^1].X) _nodes.Add(node);
    }

    /// <summary>Ends the piece at a point; what lies beyond is dropped.</summary>
    public void End(CurveEnding end)
    {
        while (_nodes.Count > 0 && _nodes[^1].X >= end.Node.X) _nodes.RemoveAt(_nodes.Count - 1);
        _nodes.Add(end.Node);
        (EndOpen, EndsAt) = (end.Open, end.At);
    }

    /// <summary>Continues to the edge where another piece ended.</summary>
    public void EndLike(CurvePiece other) => (EndOpen, EndsAt) = (other.EndOpen, other.EndsAt);
}
