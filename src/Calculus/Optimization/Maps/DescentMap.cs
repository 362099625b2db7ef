using System.Collections.Immutable;
using Calculus.Budgets;

namespace Calculus.Optimization.Maps;

/// <summary>Where descents end, by where they begin or by their learning rate.</summary>
/// <param name="Ends">The points at which descents came to rest, in the order of their values; close ones are one.</param>
/// <param name="End">For each cell, row by row, the place of its end in <paramref name="Ends"/>; −1 where it came to rest nowhere.</param>
/// <param name="Steps">For each cell, the steps that it took.</param>
/// <param name="Reason">For each cell, why it ended: one of <see cref="StopReasons"/>.</param>
public sealed record DescentMap(
    ImmutableArray<BestPoint> Ends, ImmutableArray<int> End, ImmutableArray<int> Steps, ImmutableArray<string> Reason)
{
    /// <summary>The most ends that are told apart; runs that end elsewhere belong to none.</summary>
    public const int MostEnds = 64;

    /// <summary>Ends closer than this share of their size are one.</summary>
    public const double Close = 1e-3;

    /// <summary>Runs a descent for each cell.</summary>
    /// <param name="objective">The function.</param>
    /// <param name="cells">The start of each cell, with a fresh optimizer and a fresh schedule of its rate where it has one.</param>
    /// <param name="options">How far each descent goes; nothing of its path is kept.</param>
    /// <param name="budget">Pays for all of them.</param>
    /// <exception cref="LimitException">The budget does not suffice for all cells.</exception>
    /// <exception cref="OperationCanceledException">Nobody waits any more.</exception>
    public static DescentMap Of(IObjective objective, IEnumerable<(double[] Start, Optimizer Optimizer, Schedule? Schedule)> cells, DescentOptions options, Budget budget)
    {
        var brief = options with { Diagnose = false, Record = new(int.MaxValue, 1) };
        var runs = new List<(double[] Point, double Value, Stop Stop)>();
        foreach (var (start, optimizer, schedule) in cells)
        {
            budget.Cancellation.ThrowIfCancellationRequested();
            runs.Add(Run(objective, start, optimizer, brief with { Schedule = schedule }, budget));
        }

        var ends = EndsOf(runs);
        return new(
            [.. ends.Select(static end => new BestPoint(end.Stop.Step, [.. end.Point], end.Value, 0))],
            [.. runs.Select(run => IsLost(run) ? -1 : ends.FindIndex(end => AreClose(end.Point, run.Point)))],
            [.. runs.Select(static run => run.Stop.Step)],
            [.. runs.Select(static run => run.Stop.Reason)]);
    }

    private static (double[] Point, double Value, Stop Stop) Run(
        IObjective objective, double[] start, Optimizer optimizer, DescentOptions options, Budget budget)
    {
        DescentRun run;
        try
        {
            run = new DescentRun(objective, start, optimizer, options, budget);
        }
        catch (DescentException outside) when (outside.Field is "start")
        {
            // A map may reach beyond where the function has values.
            return (start, double.NaN, new(StopReasons.Diverged, 0, outside.Message));
        }

        while (run.Advance())
        {
        }

        // A budget is spent for all cells, and one cell must not look like another kind of end.
        if (run.Spent is { } limit) throw limit;
        if (run.Stop!.Reason is StopReasons.Cancelled) throw new OperationCanceledException(run.Stop.Message, budget.Cancellation);
        return ([.. run.Point], run.Value, run.Stop);
    }

    // What came to rest first, so that a run that was only passing by does not make an end of its own.
    private static List<(double[] Point, double Value, Stop Stop)> EndsOf(List<(double[] Point, double Value, Stop Stop)> runs)
    {
        var ends = new List<(double[] Point, double Value, Stop Stop)>();
        foreach (var run in runs.Where(static run => run.Stop.Reason is StopReasons.Converged or StopReasons.Stationary).OrderBy(static run => run.Value))
        {
            if (ends.Count == MostEnds) break;
            if (!ends.Exists(end => AreClose(end.Point, run.Point))) ends.Add(run);
        }

        return ends;
    }

    private static bool IsLost((double[] Point, double Value, Stop Stop) run) => run.Stop.Reason is StopReasons.Diverged;

    private static bool AreClose(double[] a, double[] b) => Vectors.Distance(a, b) <= Close * (1 + Vectors.Norm(a));
}
