namespace Calculus.Optimization.Diagnoses;

/// <summary>Looks for a kink where a descent ended: on its last steps, and where no step is left, around the end.</summary>
internal static class KinkOnTheWay
{
    private const int MostSteps = 8;

    /// <summary>The first kink that is found; null where there is none.</summary>
    /// <param name="survey">F.</param>
    /// <param name="end">Where the descent ended.</param>
    /// <param name="path">Its path.</param>
    /// <param name="hasStopped">True where the rule found no further step.</param>
    public static Kink? Of(Survey survey, EndPoint end, PathSummary path, bool hasStopped)
    {
        var moves = path.Window.Reverse().Take(MostSteps).Select(static step => step.Move).ToList();
        if (moves.Count == 0 || hasStopped) moves.Insert(0, [.. end.Gradient]);
        var to = end.Point;
        foreach (var move in moves)
        {
            double[] from = [.. to.Zip(move, static (end, step) => end - step)];
            if (Kink.Between(survey, from, to) is { } kink) return kink;
            to = from;
        }

        return null;
    }
}
