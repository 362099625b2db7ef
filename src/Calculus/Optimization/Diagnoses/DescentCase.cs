using Calculus.Budgets;

namespace Calculus.Optimization.Diagnoses;

/// <summary>A descent that is over, as its diagnosis meets it.</summary>
internal sealed record DescentCase
{
    /// <summary>f.</summary>
    public required IObjective Objective { get; init; }

    /// <summary>Where it began.</summary>
    public required double[] Start { get; init; }

    /// <summary>The rule.</summary>
    public required Optimizer Optimizer { get; init; }

    /// <summary>How far it was to go.</summary>
    public required DescentOptions Options { get; init; }

    /// <summary>Its path.</summary>
    public required PathSummary Path { get; init; }

    /// <summary>Why it ended.</summary>
    public required Stop Stop { get; init; }

    /// <summary>Where it ended.</summary>
    public required Waypoint End { get; init; }

    /// <summary>Its best point.</summary>
    public required Waypoint Best { get; init; }

    /// <summary>Carries it on for so many steps; null where it can't be carried on.</summary>
    public required Func<int, Func<bool>, Sequel>? CarryOn { get; init; }

    /// <summary>Pays for the diagnosis.</summary>
    public required Budget Budget { get; init; }

    /// <summary>The operations that the descent has cost.</summary>
    public required long Spent { get; init; }

    /// <summary>The operations that one step costs, at least 1.</summary>
    public long StepCost => Math.Max(Objective.Dimension, Spent / Math.Max(1, Path.Steps));

    /// <summary>True where the values come from another part of the data in each step.</summary>
    public bool IsBatched => Objective is IBatchedObjective;
}
