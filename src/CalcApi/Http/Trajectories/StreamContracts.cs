using CalcApi.Http.Answers;

namespace CalcApi.Http.Trajectories;

/// <summary>What the events of a descent say, by their names.</summary>
/// <param name="Step">Steps of the descent; there are as many such events as it takes.</param>
/// <param name="End">The last event: what the descent did.</param>
public sealed record DescentEvents(StepsEvent Step, EndEvent End);

/// <summary>Steps of a descent under way, column by column, as the event <c>step</c> tells them; the event's id is the last of these steps.</summary>
public sealed record StepsEvent
{
    /// <summary>The steps; step 0 is the start.</summary>
    public required IReadOnlyList<int> Step { get; init; }

    /// <summary>A column for each variable: a number, a vector or a matrix for each step.</summary>
    public required IReadOnlyDictionary<string, IReadOnlyList<ValueAnswer>> Points { get; init; }

    /// <summary>The function at the points; with batches, the function of the rows that the coming step sees.</summary>
    public required IReadOnlyList<double> Value { get; init; }

    /// <summary>The gradient's length at the points.</summary>
    public required IReadOnlyList<double> GradientNorm { get; init; }

    /// <summary>The rate with which the optimizer leaves each point; for one that finds its own step lengths, the length that led there.</summary>
    public required IReadOnlyList<double> LearningRate { get; init; }
}

/// <summary>What the event <c>end</c> says of a descent that is over.</summary>
public sealed record EndEvent : Answer
{
    /// <summary>The optimizer's name.</summary>
    public required string Optimizer { get; init; }

    /// <summary>The variables in order.</summary>
    public required IReadOnlyList<string> Variables { get; init; }

    /// <summary>Why the descent ended.</summary>
    public required StopAnswer Stop { get; init; }

    /// <summary>The best point of all steps, kept or not.</summary>
    public required BestAnswer Best { get; init; }

    /// <summary>How rows were drawn in batches, where they were, and the function of all rows.</summary>
    public RowBatchesAnswer? Batches { get; init; }

    /// <summary>How often the function was evaluated with its gradient.</summary>
    public required long Evaluations { get; init; }

    /// <summary>What the descent did, in words, with the evidence; missing where it was left out.</summary>
    public required DiagnosisAnswer? Diagnosis { get; init; }

    /// <summary>The summary of a trajectory.</summary>
    internal static EndEvent Of(TrajectoryAnswer trajectory) => new()
    {
        Optimizer = trajectory.Optimizer,
        Variables = trajectory.Variables,
        Stop = trajectory.Stop,
        Best = trajectory.Best,
        Batches = trajectory.Batches,
        Evaluations = trajectory.Evaluations,
        Diagnosis = trajectory.Diagnosis,
        Notes = trajectory.Notes,
    };
}
