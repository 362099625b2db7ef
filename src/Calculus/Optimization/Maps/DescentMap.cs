using System.Collections.Immutable;

namespace Calculus.Optimization.Maps;

/// <summary>Where descents end, by where they begin or by their learning rate.</summary>
/// <param name="Ends">The points at which descents came to rest, in the order of their values; close ones are one.</param>
/// <param name="End">For each cell, row by row, the place of its end in <paramref name="Ends"/>; −1 where it came to rest nowhere.</param>
/// <param name="Steps">For each cell, the steps that it took.</param>
/// <param name="Reason">For each cell, why it ended: one of <see cref="StopReasons"/>.</param>
internal sealed record DescentMap(
    ImmutableArray<BestPoint> Ends, ImmutableArray<int> End, ImmutableArray<int> Steps, ImmutableArray<string> Reason)
{
    /// <summary>The most ends that are told apart; runs that end elsewhere belong to none.</summary>
    public const int MostEnds = 64;

    /// <summary>Ends closer than this share of their size are one.</summary>
    public const double Close = 1e-3;

    /// <summary>Gathers where descents ended.</summary>
    /// <param name="runs">The end of each cell's descent.</param>
    internal static DescentMap Of(IReadOnlyList<CellEnd> runs)
    {
        var ends = EndsOf(runs);
        return new(
            [.. ends.Select(static end => new BestPoint(end.Step, [.. end.Point], end.Value, 0))],
            [.. runs.Select(run => IsLost(run) ? -1 : ends.FindIndex(end => AreClose(end.Point, run.Point)))],
            [.. runs.Select(static run => run.Step)],
            [.. runs.Select(static run => run.Reason)]);
    }

    // What came to rest first, so that a run that was only passing by does not make an end of its own.
    private static List<CellEnd> EndsOf(IReadOnlyList<CellEnd> runs)
    {
        var ends = new List<CellEnd>();
        foreach (var run in runs.Where(static run => run.Reason is StopReasons.Converged or StopReasons.Stationary).OrderBy(static run => run.Value))
        {
            if (ends.Count == MostEnds) break;
            if (!ends.Exists(end => AreClose(end.Point, run.Point))) ends.Add(run);
        }

        return ends;
    }

    private static bool IsLost(CellEnd run) => run.Reason is StopReasons.Diverged;

    private static bool AreClose(double[] a, double[] b) => Vectors.Distance(a, b) <= Close * (1 + Vectors.Norm(a));
}

/// <summary>Where the descent of one cell ended.</summary>
/// <param name="Point">Its last point.</param>
/// <param name="Value">The function there; NaN where it has no value at the start.</param>
/// <param name="Step">The steps that it took.</param>
/// <param name="Reason">Why it ended.</param>
internal sealed record CellEnd(double[] Point, double Value, int Step, string Reason);
