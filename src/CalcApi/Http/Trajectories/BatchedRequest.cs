using Calculus;
using Calculus.Optimization;

namespace CalcApi.Http.Trajectories;

/// <summary>What questions give about descents whose steps may see a part of the data each.</summary>
public abstract record BatchedRequest : TrajectoryRequest
{
    /// <summary>
    /// How many rows of the data each step sees; all where left out. Rows are the entries of vectors and the rows of matrices in data that are equally many. Each epoch
    /// takes all rows in a random order, and leaves out those that do not fill a batch at its end.
    /// </summary>
    public int? Batch { get; init; }

    /// <summary>Where the random order of the rows begins; 0 where left out. The same seed gives the same path.</summary>
    public int? Seed { get; init; }
}

/// <summary>How rows were drawn in batches. What a step sees is the function itself with the rows of its batch for data.</summary>
/// <param name="Data">The data whose rows were drawn, by name.</param>
/// <param name="Rows">How many rows they have.</param>
/// <param name="Size">How many of them a step saw.</param>
/// <param name="StepsOfEpoch">How many steps an epoch has.</param>
/// <param name="LeftOut">How many rows, others each time, an epoch leaves out because they do not fill a batch.</param>
/// <param name="Whole">The function of all rows, where the values of the steps are those of their batches.</param>
public sealed record RowBatchesAnswer(IReadOnlyList<string> Data, int Rows, int Size, int StepsOfEpoch, int LeftOut, WholeAnswer Whole)
{
    /// <summary>The batches of a descent that is over.</summary>
    /// <param name="batches">The batches.</param>
    /// <param name="start">Where it began.</param>
    /// <param name="trajectory">Its path.</param>
    internal static RowBatchesAnswer Of(RowBatches batches, double[] start, Trajectory trajectory) => new(
        batches.Names, batches.Rows, batches.Size, batches.StepsOfEpoch, batches.Rows % batches.Size,
        new(batches.Whole(start), Finite(batches.Whole([.. trajectory.Best.Point])), Finite(batches.Whole([.. trajectory.Points.Select(static column => column[^1])]))));

    private static double? Finite(double value) => double.IsFinite(value) ? value : null;
}

/// <summary>The function of all rows.</summary>
/// <param name="Start">At the start.</param>
/// <param name="Best">At the best point; missing where it has no finite value there.</param>
/// <param name="End">At the last point; missing where it has no finite value there.</param>
public sealed record WholeAnswer(double Start, double? Best, double? End);
