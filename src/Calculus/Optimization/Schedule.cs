using Calculus.Checkpoints;

namespace Calculus.Optimization;

/// <summary>How the learning rate changes from step to step. Belongs to one descent, which asks for the rate of each step once and in order.</summary>
public abstract class Schedule
{
    /// <summary>The rate of a step.</summary>
    /// <param name="initial">The optimizer's own rate.</param>
    /// <param name="step">The number of steps done before it, from 0.</param>
    /// <param name="steps">The number of steps asked for.</param>
    /// <param name="value">f where the step begins.</param>
    public abstract double Rate(double initial, int step, int steps, double value);

    /// <summary>Names what the schedule remembers from step to step; most remember nothing.</summary>
    /// <param name="snapshot">Where the state is written to or read from.</param>
    internal virtual void Exchange(Snapshot snapshot)
    {
    }
}
