using Calculus.Budgets;

namespace Calculus.Numerics;

/// <summary>
/// Samples y = f(x) so that a polyline through the points looks like the curve: dense where it bends, broken where it jumps,
/// has a pole or is undefined. A jump is told from a steep stretch by bisecting to neighbouring doubles and checking whether
/// the change of f closes; the edge of a domain is found to the last double.
/// </summary>
internal static class CurveSampler
{
    /// <summary>The least resolution.</summary>
    public const int LeastResolution = 8;

    // Each look halves a stretch that is not straight: the finest detail is about a millionth of the window.
    private const int MostLooks = 12;

    private const int LooksToBeStraight = 2;

    private const double OffCentre = 0.453_085_612_413_710_7;

    // Searching for a jump costs a few dozen evaluations; after three looks few places are left that are merely curved.
    private const int LooksBetweenSearches = 3;

    /// <summary>Samples f over a window.</summary>
    /// <param name="f">Values at many points.</param>
    /// <param name="from">The window's left end.</param>
    /// <param name="to">The window's right end, above the left one and not so far that the width overflows.</param>
    /// <param name="resolution">The width of the picture in points that the eye tells apart, at least <see cref="LeastResolution"/>.
    /// At most about four times as many points are returned.</param>
    /// <param name="budget">Pays an operation for each evaluation, and is checked before each block of them.</param>
    /// <exception cref="LimitException">The budget is spent.</exception>
    /// <exception cref="OperationCanceledException">The request was cancelled.</exception>
    public static SampledCurve Sample(CurveEvaluator f, double from, double to, int resolution, Budget budget)
    {
        if (!double.IsFinite(from) || !double.IsFinite(to - from) || !(from < to))
            throw new ArgumentException($"The window must go from a number to a larger one, not from {from} to {to}.", nameof(from));
        ArgumentOutOfRangeException.ThrowIfLessThan(resolution, LeastResolution);

        var probe = new CurveProbe(f, from, to, (64 * resolution) + 20_000, budget);
        var grid = NiceGrid.Over(from, to, Math.Max(LeastResolution / 2, resolution * 2 / 5));
        var values = probe.At(grid);

        var trace = new CurveTrace(probe, new(ValueRange.Trimmed(values)), grid[grid.Length / 2] - grid[(grid.Length / 2) - 1]);
        trace.Begin(grid, values);
        trace.BreakAtWindow();

        ValueRange? range = null;
        var tolerance = 0.25 / resolution;
        var bent = static (CurveNode node) => node.Straight < LooksToBeStraight;
        for (var look = 1; look <= MostLooks; look++)
        {
            // The first look is at round numbers. The others avoid those, and never use the same positions twice: whatever
            // repeats from one to the next would look straight there.
            var most = Math.Max(0, (4 * resolution) - trace.Count);
            var looked = look switch
            {
                1 => trace.Divide(static _ => true, int.MaxValue, 0.5, tolerance),
                2 => trace.Divide(static _ => true, int.MaxValue, OffCentre, tolerance),
                _ => trace.Divide(node => node.Level < look && bent(node), most, look % 2 == 0 ? OffCentre : 1 - OffCentre, tolerance),
            };
            if (look % LooksBetweenSearches != 0) continue;

            trace.BreakAtJumps(bent);
            trace.BreakAtPeaks(bent);
            if (range is null)
            {
                // Only now is it known whether a pole makes some values very large.
                range = trace.HasPole
                    ? ValueRange.Trimmed(values)
                    : ValueRange.Whole(trace.Pieces.SelectMany(static piece => piece.Nodes).Select(static node => node.Y));
                trace.Frame = new(range.Value);
            }

            if (looked == 0) break;
        }

        return new(
            [.. trace.Pieces.Select(static piece => new CurveSegment(
                [.. piece.Nodes.Select(static node => node.X)], [.. piece.Nodes.Select(static node => node.Y)], piece.StartOpen, piece.EndOpen))],
            trace.Pieces.Count == 0 ? null : range,
            probe.Evaluations);
    }
}
