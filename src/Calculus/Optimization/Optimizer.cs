namespace Calculus.Optimization;

/// <summary>A rule that moves a point, with what it remembers from step to step. Belongs to one descent.</summary>
public abstract class Optimizer
{
    /// <summary>The rate of the coming step.</summary>
    public abstract double LearningRate { get; }

    /// <summary>True where the rule climbs f instead of going down.</summary>
    public abstract bool Maximize { get; }

    /// <summary>w, where the rule goes down f(x) + w‖x‖²/2 instead of f.</summary>
    public abstract double WeightDecay { get; }

    /// <summary>
    /// c, where the rule is stable on a quadratic exactly while the rate is below c/λmax; null where its steps do not scale
    /// with the gradient, so that no such number exists.
    /// </summary>
    public abstract double? StabilityFactor { get; }

    /// <summary>Moves the point once.</summary>
    /// <param name="point">The coordinates, replaced by the next ones.</param>
    /// <param name="gradient">∇f at the point.</param>
    public abstract void Step(Span<double> point, ReadOnlySpan<double> gradient);
}
