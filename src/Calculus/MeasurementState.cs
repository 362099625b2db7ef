using Calculus.Checkpoints;

namespace Calculus;

/// <summary>What was measured of a training, as a part of its state.</summary>
internal static class MeasurementState
{
    /// <summary>Names all of a measurement.</summary>
    /// <param name="snapshot">Where the state is written to or read from.</param>
    /// <param name="measurement">The measurement; null where it is read.</param>
    public static Measurement Exchanged(Snapshot snapshot, Measurement? measurement) => new(
        snapshot.Count(measurement?.Step ?? 0),
        ScoreOf(snapshot, measurement?.Train),
        snapshot.Flag(measurement?.Test is not null) ? ScoreOf(snapshot, measurement?.Test) : null,
        ArrayOrNull(snapshot, measurement?.Gradient))
    {
        Last = snapshot.Flag(measurement?.Last is not null) ? Exchanged(snapshot, measurement?.Last) : null,
    };

    /// <summary>Names all of an adjustment.</summary>
    /// <param name="snapshot">Where the state is written to or read from.</param>
    /// <param name="adjustment">The adjustment; null where it is read.</param>
    public static Adjustment Exchanged(Snapshot snapshot, Adjustment? adjustment) =>
        new(snapshot.Count(adjustment?.Step ?? 0), snapshot.Array(adjustment?.Gradient ?? []), snapshot.Array(adjustment?.Change ?? []));

    private static ScoreAt ScoreOf(Snapshot snapshot, ScoreAt? score) => new(
        snapshot.Number(score?.Loss ?? 0), snapshot.Number(score?.RootMeanSquare), snapshot.Number(score?.Accuracy), snapshot.Number(score?.ErrorPercent),
        snapshot.Flag(score?.Confusion is not null) ? ConfusionOf(snapshot, score?.Confusion) : null);

    private static int[][] ConfusionOf(Snapshot snapshot, int[][]? confusion)
    {
        List<int[]> rows = [.. confusion ?? []];
        snapshot.List(rows, static (each, row) =>
        {
            List<int> counts = [.. row ?? []];
            each.List(counts, static (inner, count) => inner.Count(count));
            return [.. counts];
        });
        return [.. rows];
    }

    private static double[]? ArrayOrNull(Snapshot snapshot, double[]? values) => snapshot.Flag(values is not null) ? snapshot.Array(values ?? []) : null;
}
