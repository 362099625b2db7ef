using System.Collections.Immutable;

namespace Calculus.Optimization.Races;

/// <summary>Descents that began under the same conditions, put in order.</summary>
internal static class Race
{
    /// <summary>Two values are as good as each other where they differ by less than this share of the larger one, or of 1.</summary>
    public const double Tie = 1e-9;

    /// <summary>Puts descents in order: the best value first; of equally good ones, the one that came that far with the fewest evaluations.</summary>
    /// <param name="runs">The descents, all down or all up.</param>
    /// <param name="maximize">True where they climb.</param>
    /// <returns>An entry for each descent, the winner first.</returns>
    public static ImmutableArray<Place> Rank(IReadOnlyList<Trajectory> runs, bool maximize)
    {
        var sign = maximize ? -1 : 1;
        var remaining = Enumerable.Range(0, runs.Count).ToList();
        var places = ImmutableArray.CreateBuilder<Place>(runs.Count);
        while (remaining.Count > 0)
        {
            // Those that tie with the best of what is left share its group, so that a tie does not depend on the order of the runs.
            var best = remaining.Min(run => sign * runs[run].Best.Value);
            var tolerance = Tie * Math.Max(1, Math.Abs(best));
            var group = remaining.Where(run => (sign * runs[run].Best.Value) - best <= tolerance)
                .Select(run => (Run: run, First: FirstWithin(runs[run], sign, best + tolerance)))
                .OrderBy(static each => each.First.Evaluations).ThenBy(static each => each.Run).ToList();
            var first = places.Count + 1;
            foreach (var (run, arrival) in group)
            {
                var tied = places.Count >= first && places[^1].Evaluations == arrival.Evaluations;
                places.Add(new(tied ? places[^1].Rank : places.Count + 1, run, runs[run].Best.Value, arrival.Step, arrival.Evaluations));
            }

            remaining.RemoveAll(run => group.Exists(each => each.Run == run));
        }

        return places.ToImmutable();
    }

    /// <summary>Where two descents from one start part: the first kept step at which a coordinate differs by more than rounding.</summary>
    /// <param name="first">A descent.</param>
    /// <param name="second">Another, with as many coordinates.</param>
    /// <returns>Null where they agree as far as both were kept.</returns>
    public static Parting? Part(Trajectory first, Trajectory second)
    {
        const double rounding = 1e-12;
        for (var (i, j) = (0, 0); i < first.Step.Length && j < second.Step.Length;)
        {
            if (first.Step[i] != second.Step[j])
            {
                if (first.Step[i] < second.Step[j]) i++;
                else j++;
                continue;
            }

            for (var k = 0; k < first.Points.Length; k++)
            {
                var (a, b) = (first.Points[k][i], second.Points[k][j]);
                if (Math.Abs(a - b) > rounding * Math.Max(Math.Abs(a), Math.Abs(b))) return new(first.Step[i], k, a, b);
            }

            (i, j) = (i + 1, j + 1);
        }

        return null;
    }

    private static (int Step, long Evaluations) FirstWithin(Trajectory run, int sign, double bound)
    {
        for (var i = 0; i < run.Step.Length; i++)
            if (sign * run.Value[i] <= bound) return (run.Step[i], run.EvaluationsAt[i]);

        // Only a step that was not kept came that far.
        return (run.Best.Step, run.Best.Evaluations);
    }
}

/// <summary>Where a descent ended in a race.</summary>
/// <param name="Rank">Its place from 1; those that cannot be told apart share one.</param>
/// <param name="Run">Which descent it is, from 0.</param>
/// <param name="Value">The best value that it reached.</param>
/// <param name="Step">The first kept step that was as good, within <see cref="Race.Tie"/>, as the best of its group.</param>
/// <param name="Evaluations">How many evaluations that took.</param>
internal sealed record Place(int Rank, int Run, double Value, int Step, long Evaluations);

/// <summary>Where two descents part.</summary>
/// <param name="Step">The step.</param>
/// <param name="Coordinate">The first coordinate that differs, from 0.</param>
/// <param name="First">It in the first descent.</param>
/// <param name="Second">It in the second.</param>
internal sealed record Parting(int Step, int Coordinate, double First, double Second);
