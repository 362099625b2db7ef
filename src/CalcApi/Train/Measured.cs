using CalcApi.Http.Answers;
using CalcApi.Http.Trajectories;
using Calculus;

namespace CalcApi.Train;

/// <summary>Measurements as columns.</summary>
internal static class Measured
{
    /// <summary>Some of the measurements.</summary>
    /// <param name="measurements">All of them.</param>
    /// <param name="from">The first place.</param>
    /// <param name="count">The number of places.</param>
    public static MetricsAnswer Columns(IReadOnlyList<Measurement> measurements, int from, int count)
    {
        Measurement[] some = [.. measurements.Skip(from).Take(count)];
        return new([.. some.Select(static each => each.Step)], Columns(some, static each => each.Train)!, Columns(some, static each => each.Test));
    }

    /// <summary>One of the measurements alone.</summary>
    /// <param name="metrics">All of them.</param>
    /// <param name="place">Its place.</param>
    public static MetricsAnswer Columns(MetricsAnswer metrics, int place) =>
        new([metrics.Step[place]], Of(metrics.Train, place)!, Of(metrics.Test, place));

    /// <summary>The gradients of measurements, a column for each variable.</summary>
    public static IReadOnlyDictionary<string, IReadOnlyList<ValueAnswer>> Gradients(Study study, IReadOnlyList<Measurement> measurements)
    {
        var columns = Enumerable.Range(0, study.Layout.Count).Select(i => (IReadOnlyList<double>)[.. measurements.Select(each => each.Gradient![i])]);
        return Trajectories.ColumnsOf(study, [.. columns], 0, measurements.Count);
    }

    private static ScoreColumns? Columns(Measurement[] measurements, Func<Measurement, ScoreAt?> examples)
    {
        if (measurements.Length == 0 || examples(measurements[0]) is not { } first) return null;
        ScoreAt[] scores = [.. measurements.Select(each => examples(each)!)];
        return new(
            [.. scores.Select(static score => score.Loss)],
            first.RootMeanSquare is null ? null : [.. scores.Select(static score => score.RootMeanSquare!.Value)],
            first.Accuracy is null ? null : [.. scores.Select(static score => score.Accuracy!.Value)],
            first.ErrorPercent is null ? null : [.. scores.Select(static score => score.ErrorPercent!.Value)]);
    }

    private static ScoreColumns? Of(ScoreColumns? columns, int place) => columns is null ? null : new(
        [columns.Loss[place]], One(columns.RootMeanSquare, place), One(columns.Accuracy, place), One(columns.ErrorPercent, place));

    private static IReadOnlyList<double>? One(IReadOnlyList<double>? column, int place) => column is null ? null : [column[place]];
}
