using CalcApi.Http.Answers;
using CalcApi.Http.OpenApi;
using Calculus.Optimization;

namespace CalcApi.Http.Trajectories;

/// <summary>The path of an optimizer, column by column: entry i of each column belongs to the step at place i.</summary>
public sealed record TrajectoryAnswer : Answer
{
    /// <summary>The optimizer's name.</summary>
    public required string Optimizer { get; init; }

    /// <summary>The variables in order.</summary>
    public required IReadOnlyList<string> Variables { get; init; }

    /// <summary>The kept steps; step 0 is the start.</summary>
    public required IReadOnlyList<int> Step { get; init; }

    /// <summary>A column for each variable: a number, a vector or a matrix for each kept step.</summary>
    public required IReadOnlyDictionary<string, IReadOnlyList<ValueAnswer>> Points { get; init; }

    /// <summary>The function at the points; where its value is a vector, the sum of the squares of its entries; with batches, the function of the rows that the coming step sees.</summary>
    public required IReadOnlyList<double> Value { get; init; }

    /// <summary>The gradient's length at the points, of the function that value tells.</summary>
    public required IReadOnlyList<double> GradientNorm { get; init; }

    /// <summary>The rate with which the optimizer leaves each point; for one that finds its own step lengths, the length that led there, in units of its search direction, and 1 at the start.</summary>
    public required IReadOnlyList<double> LearningRate { get; init; }

    /// <summary>What the optimizer remembered at the kept steps, by name: for each step a number, or a number for each coordinate; missing where it was not asked for.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<IReadOnlyList<double>>>? Internals { get; init; }

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
}

/// <summary>Why a descent ended.</summary>
/// <param name="Reason">converged, steps, diverged, stationary, budget or cancelled.</param>
/// <param name="Step">The last step.</param>
/// <param name="Message">A sentence for people.</param>
public sealed record StopAnswer([property: Words(typeof(StopReasons))] string Reason, int Step, string Message);

/// <summary>The best point of a descent: the lowest, or the highest where the optimizer climbs; with batches, by the values of the batches.</summary>
/// <param name="Step">Its step.</param>
/// <param name="Point">Its coordinates.</param>
/// <param name="Value">The function there.</param>
public sealed record BestAnswer(int Step, PointAnswer Point, double Value);
