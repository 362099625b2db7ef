using Calculus.Budgets;

namespace Calculus.Optimization;

/// <summary>Goes down (or up) on an objective, step by step, and says what happened.</summary>
public static class Descent
{
    /// <summary>A run has diverged once a coordinate is larger than this, or a value that did not start out larger.</summary>
    public const double Bound = 1e100;

    /// <summary>Runs an optimizer from a start to its end.</summary>
    /// <param name="objective">The function to go down on.</param>
    /// <param name="start">The start, <see cref="IObjective.Dimension"/> finite coordinates.</param>
    /// <param name="optimizer">A fresh optimizer for that dimension.</param>
    /// <param name="options">How far to go and what to keep.</param>
    /// <param name="budget">Asked at each step; a spent budget or a cancellation ends the run with the trajectory so far.</param>
    /// <exception cref="DescentException">f or its gradient has no finite value at the start.</exception>
    /// <exception cref="LimitException">The budget does not even suffice for the start.</exception>
    public static Trajectory Run(
        IObjective objective, ReadOnlySpan<double> start, Optimizer optimizer, DescentOptions options, Budget budget)
    {
        var run = new DescentRun(objective, start, optimizer, options, budget);
        budget.Checkpoints?.Resume(run);
        while (run.AdvanceStretch()) budget.Checkpoints?.Pass(run);
        return run.End();
    }
}
