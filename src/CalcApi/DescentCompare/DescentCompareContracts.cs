using CalcApi.Http.Answers;
using CalcApi.Http.Requests;
using CalcApi.Http.Trajectories;

namespace CalcApi.DescentCompare;

/// <summary>Asks for a race of optimizers down a function.</summary>
public sealed record DescentCompareRequest : BatchedRequest
{
    /// <summary>Where the descents begin: each optimizer runs from each start.</summary>
    public required IReadOnlyList<Point> Starts { get; init; }

    /// <summary>The optimizers with their parameters.</summary>
    public required IReadOnlyList<OptimizerRequest> Optimizers { get; init; }

    /// <summary>The most steps of each descent; give either this or evaluations.</summary>
    public int? Steps { get; init; }

    /// <summary>How often each descent may evaluate the function with its gradient, the same for all: the fair budget where some evaluate it several times a step.</summary>
    public int? Evaluations { get; init; }
}

/// <summary>A race of optimizers.</summary>
public sealed record DescentCompareAnswer : Answer
{
    /// <summary>The descents: for each start in turn, one for each optimizer.</summary>
    public required IReadOnlyList<TrajectoryAnswer> Runs { get; init; }

    /// <summary>The winner first: the best value wins, and of equally good ones the one that came that far with the fewest evaluations. With batches, the function of all rows counts, at the start, the best and the last point of each descent.</summary>
    public required IReadOnlyList<PlaceAnswer> Ranking { get; init; }

    /// <summary>For optimizers of one name from one start: the first kept step at which their paths part; one entry for each pair.</summary>
    public required IReadOnlyList<PartingAnswer> Differences { get; init; }
}

/// <summary>Where a descent ended in a race.</summary>
/// <param name="Rank">Its place from 1; those that cannot be told apart share one.</param>
/// <param name="Run">Which of the runs it is, from 0.</param>
/// <param name="Optimizer">Which of the optimizers it follows, from 0.</param>
/// <param name="Start">Which of the starts it began from, from 0.</param>
/// <param name="Value">The best value that it reached.</param>
/// <param name="Step">The first kept step that was as good as the best of those it ties with.</param>
/// <param name="Evaluations">How many evaluations that took.</param>
public sealed record PlaceAnswer(int Rank, int Run, int Optimizer, int Start, double Value, int Step, long Evaluations);

/// <summary>Where the paths of two optimizers part.</summary>
/// <param name="Runs">The two runs, from 0.</param>
/// <param name="Step">The first kept step at which a coordinate differs by more than rounding; missing where none does.</param>
/// <param name="Coordinate">The first coordinate that differs, such as x or w[1].</param>
/// <param name="Values">It in the one and in the other.</param>
/// <param name="Message">The same as a sentence.</param>
public sealed record PartingAnswer(IReadOnlyList<int> Runs, int? Step, string? Coordinate, IReadOnlyList<double>? Values, string Message);
