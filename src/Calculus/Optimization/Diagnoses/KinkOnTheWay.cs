namespace Calculus.Optimization.Diagnoses;

/// <summary>Looks for a kink where a descent ended: on its last steps, and where the rule finds the length of each step by itself, ahead of them and around the end.</summary>
internal static class KinkOnTheWay
{
    private const int MostSteps = 8;

    // How far around the end, beside the point's size.
    private const double Around = 1e-4;

    /// <summary>The first kink that is found; null where there is none.</summary>
    /// <param name="survey">F.</param>
    /// <param name="end">Where the descent ended.</param>
    /// <param name="path">Its path.</param>
    /// <param name="hasStopped">True where the rule found no further step.</param>
    /// <param name="searchesLengths">True where the rule finds the length of each step by itself, and so may come ever nearer to a kink from one side.</param>
    public static Kink? Of(Survey survey, EndPoint end, PathSummary path, bool hasStopped, bool searchesLengths)
    {
        var moves = path.Window.Reverse().Take(MostSteps).Select(static step => step.Move).ToList();
        if (moves.Count == 0 || hasStopped) moves.Insert(0, [.. end.Gradient]);
        var to = end.Point;
        // A rule that finds its own lengths is held by a valley alone: a kink that goes down on both sides is told where there is no other.
        Kink? crossed = null;
        foreach (var move in moves)
        {
            double[] from = [.. to.Zip(move, static (end, step) => end - step)];
            var kink = Kink.Between(survey, from, to);
            if (kink is not null && (!searchesLengths || IsValley(kink))) return kink;
            crossed ??= kink;
            to = from;
        }

        if (!searchesLengths) return null;
        IEnumerable<Kink?> ahead = path.Window.Count > 0 ? [Through(path.Window.Last().Move, 1)] : [];
        var around = Surroundings.Directions(end.Point.Length).Select(direction => Through(direction, Around * end.Size));
        foreach (var kink in ahead.Concat(around).OfType<Kink>())
        {
            if (IsValley(kink)) return kink;
            crossed ??= kink;
        }

        return crossed;

        static bool IsValley(Kink kink) => kink is { Before: < 0, After: > 0 };

        Kink? Through(double[] direction, double length) =>
            Kink.Between(survey, [.. end.Point.Zip(direction, (at, way) => at - (length * way))], [.. end.Point.Zip(direction, (at, way) => at + (length * way))]);
    }
}
