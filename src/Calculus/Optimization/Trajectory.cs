using System.Collections.Immutable;
using Calculus.Optimization.Diagnoses;

namespace Calculus.Optimization;

/// <summary>A descent, column by column: entry i of each column belongs to step <c>Step[i]</c>. Step 0 is the start.</summary>
public sealed record Trajectory
{
    /// <summary>The optimizer's name.</summary>
    public required string Optimizer { get; init; }

    /// <summary>The kept steps, in order.</summary>
    public required ImmutableArray<int> Step { get; init; }

    /// <summary>One column for each coordinate; every number in them is finite.</summary>
    public required ImmutableArray<ImmutableArray<double>> Points { get; init; }

    /// <summary>f at the points. Only the last entry of a run that diverged can be NaN or infinite.</summary>
    public required ImmutableArray<double> Value { get; init; }

    /// <summary>‖∇f‖ at the points. Only the last entry of a run that diverged can be NaN or infinite.</summary>
    public required ImmutableArray<double> GradientNorm { get; init; }

    /// <summary>
    /// The rate with which the optimizer leaves each point; where it finds its own step lengths, the length that led to the point, in units of its
    /// search direction, and 1 at the start.
    /// </summary>
    public required ImmutableArray<double> LearningRate { get; init; }

    /// <summary>How often f had been evaluated with its gradient when each point was reached.</summary>
    public required ImmutableArray<long> EvaluationsAt { get; init; }

    /// <summary>
    /// What the optimizer remembered at each kept step, by name: an entry for each coordinate, or one; empty where it was not asked for.
    /// Beside it, with one entry each: <c>step_length</c>, ‖Δx‖ of the step that led there, and <c>curvature</c>, Δ∇f · Δx/‖Δx‖² along it;
    /// at the start the length is 0 and the curvature NaN.
    /// </summary>
    public ImmutableDictionary<string, ImmutableArray<ImmutableArray<double>>> Internals { get; init; } =
        ImmutableDictionary<string, ImmutableArray<ImmutableArray<double>>>.Empty;

    /// <summary>Why the descent ended, and where.</summary>
    public required Stop Stop { get; init; }

    /// <summary>The lowest point of all steps, kept or not (the highest where the optimizer climbs); the first of equals.</summary>
    public required BestPoint Best { get; init; }

    /// <summary>How often f was evaluated with its gradient, the start included; what the diagnosis spent is not counted.</summary>
    public required long Evaluations { get; init; }

    /// <summary>What the descent did, in words, with the evidence.</summary>
    public required Diagnosis? Diagnosis { get; init; }
}

/// <summary>Why a descent ended.</summary>
/// <param name="Reason">One of <see cref="StopReasons"/>.</param>
/// <param name="Step">The step of the last point.</param>
/// <param name="Message">A sentence for people.</param>
public sealed record Stop(string Reason, int Step, string Message);

/// <summary>The reasons for which a descent ends.</summary>
public static class StopReasons
{
    /// <summary>A tolerance was met.</summary>
    public const string Converged = "converged";

    /// <summary>All steps were done.</summary>
    public const string Steps = "steps";

    /// <summary>The value or a coordinate was no longer finite, or grew beyond the bound.</summary>
    public const string Diverged = "diverged";

    /// <summary>An update changed no coordinate.</summary>
    public const string Stationary = "stationary";

    /// <summary>The budget was spent.</summary>
    public const string Budget = "budget";

    /// <summary>The descent was cancelled.</summary>
    public const string Cancelled = "cancelled";
}

/// <summary>The best point of a descent.</summary>
/// <param name="Step">Its step.</param>
/// <param name="Point">Its coordinates.</param>
/// <param name="Value">f there.</param>
/// <param name="Evaluations">How often f had been evaluated with its gradient when it was reached.</param>
public sealed record BestPoint(int Step, ImmutableArray<double> Point, double Value, long Evaluations);
