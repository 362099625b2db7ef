using System.Collections.Immutable;
using System.Runtime.InteropServices;
using Calculus.Checkpoints;
using Calculus.Optimization.Diagnoses;

namespace Calculus.Optimization;

/// <summary>Trajectories as a part of the state of what runs several descents.</summary>
internal static class TrajectoryState
{
    /// <summary>Names all of a trajectory.</summary>
    /// <param name="snapshot">Where the state is written to or read from.</param>
    /// <param name="trajectory">The trajectory; null where it is read.</param>
    public static Trajectory Exchanged(Snapshot snapshot, Trajectory? trajectory) => new()
    {
        Optimizer = snapshot.Text(trajectory?.Optimizer ?? ""),
        Step = Entries(snapshot, trajectory?.Step, static (each, entry) => each.Count(entry)),
        Points = Entries(snapshot, trajectory?.Points, Numbers),
        Value = Numbers(snapshot, trajectory?.Value ?? default),
        GradientNorm = Numbers(snapshot, trajectory?.GradientNorm ?? default),
        LearningRate = Numbers(snapshot, trajectory?.LearningRate ?? default),
        EvaluationsAt = Entries(snapshot, trajectory?.EvaluationsAt, static (each, entry) => each.Long(entry)),
        Internals = Internals(snapshot, trajectory?.Internals),
        Stop = new(snapshot.Text(trajectory?.Stop.Reason ?? ""), snapshot.Count(trajectory?.Stop.Step ?? 0), snapshot.Text(trajectory?.Stop.Message ?? "")),
        Best = new(
            snapshot.Count(trajectory?.Best.Step ?? 0), Numbers(snapshot, trajectory?.Best.Point ?? default),
            snapshot.Number(trajectory?.Best.Value ?? 0), snapshot.Long(trajectory?.Best.Evaluations ?? 0)),
        Evaluations = snapshot.Long(trajectory?.Evaluations ?? 0),
        Diagnosis = snapshot.Flag(trajectory?.Diagnosis is not null) ? DiagnosisOf(snapshot, trajectory?.Diagnosis) : null,
    };

    private static ImmutableArray<T> Entries<T>(Snapshot snapshot, ImmutableArray<T>? entries, Func<Snapshot, T, T> entry)
    {
        List<T> list = [.. entries ?? []];
        snapshot.List(list, entry);
        return [.. list];
    }

    private static ImmutableArray<double> Numbers(Snapshot snapshot, ImmutableArray<double> column) =>
        ImmutableCollectionsMarshal.AsImmutableArray(snapshot.Array(ImmutableCollectionsMarshal.AsArray(column) ?? []));

    private static ImmutableDictionary<string, ImmutableArray<ImmutableArray<double>>> Internals(Snapshot snapshot, ImmutableDictionary<string, ImmutableArray<ImmutableArray<double>>>? internals)
    {
        List<KeyValuePair<string, ImmutableArray<ImmutableArray<double>>>> rows = [.. internals ?? ImmutableDictionary<string, ImmutableArray<ImmutableArray<double>>>.Empty];
        snapshot.List(rows, static (each, row) => new(
            each.Text(row.Key ?? ""),
            Entries<ImmutableArray<double>>(each, row.Value.IsDefault ? null : row.Value, Numbers)));
        return rows.ToImmutableDictionary(StringComparer.Ordinal);
    }

    private static Diagnosis DiagnosisOf(Snapshot snapshot, Diagnosis? diagnosis) => new(
        snapshot.Text(diagnosis?.Verdict ?? ""), snapshot.Text(diagnosis?.Explanation ?? ""),
        EvidenceOf(snapshot, diagnosis?.Evidence), snapshot.Number(diagnosis?.SuggestedRate));

    private static Evidence EvidenceOf(Snapshot snapshot, Evidence? evidence) => new()
    {
        Curvature = snapshot.Flag(evidence?.Curvature is not null)
            ? new(snapshot.Number(evidence?.Curvature?.First ?? 0), snapshot.Number(evidence?.Curvature?.Last ?? 0), snapshot.Number(evidence?.Curvature?.Largest ?? 0))
            : null,
        HessianStep = Whole(snapshot, evidence?.HessianStep),
        LargestEigenvalue = snapshot.Number(evidence?.LargestEigenvalue),
        SmallestEigenvalue = snapshot.Number(evidence?.SmallestEigenvalue),
        ConditionNumber = snapshot.Number(evidence?.ConditionNumber),
        LargestStableRate = snapshot.Number(evidence?.LargestStableRate),
        DecreaseRatio = snapshot.Number(evidence?.DecreaseRatio),
        GradientFactor = snapshot.Number(evidence?.GradientFactor),
        Kink = snapshot.Flag(evidence?.Kink is not null) ? new(snapshot.Number(evidence?.Kink?.Before ?? 0), snapshot.Number(evidence?.Kink?.After ?? 0)) : null,
        WithoutGradient = snapshot.Flag(evidence?.WithoutGradient is not null) ? Entries(snapshot, evidence?.WithoutGradient?.ToImmutableArray(), static (each, name) => each.Text(name ?? "")) : null,
        FurtherSteps = Whole(snapshot, evidence?.FurtherSteps),
        FurtherValue = snapshot.Number(evidence?.FurtherValue),
        Suggestion = snapshot.Flag(evidence?.Suggestion is not null)
            ? new(snapshot.Number(evidence?.Suggestion?.Rate ?? 0), snapshot.TextOrNull(evidence?.Suggestion?.Schedule), snapshot.Number(evidence?.Suggestion?.Value ?? 0), snapshot.Text(evidence?.Suggestion?.Reason ?? ""))
            : null,
    };

    private static int? Whole(Snapshot snapshot, int? value) => snapshot.Flag(value is not null) ? snapshot.Count(value ?? 0) : null;
}
