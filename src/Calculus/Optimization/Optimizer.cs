namespace Calculus.Optimization;

/// <summary>A rule that moves a point, with what it remembers from step to step. Belongs to one descent.</summary>
public abstract class Optimizer(Settings settings)
{
    /// <summary>The name under which it was asked for.</summary>
    public string Name { get; } = settings.Optimizer;

    /// <summary>The rate of the coming step.</summary>
    public double LearningRate { get; } = settings.Number("lr");

    /// <summary>True where the rule climbs f instead of going down.</summary>
    public bool Maximize { get; } = settings.Flag("maximize");

    /// <summary>w, where the rule goes down f(x) + w‖x‖²/2 instead of f.</summary>
    public double WeightDecay { get; } = settings.Number("weight_decay");

    /// <summary>
    /// c, where the rule is stable on a quadratic exactly while the rate is below c/λmax; null where its steps do not scale
    /// with the gradient, so that no such number exists.
    /// </summary>
    public abstract double? StabilityFactor { get; }

    /// <summary>Moves the point once.</summary>
    /// <param name="point">The coordinates, replaced by the next ones.</param>
    /// <param name="gradient">∇f at the point.</param>
    public abstract void Step(Span<double> point, ReadOnlySpan<double> gradient);

    /// <summary>∂f/∂xᵢ as the rule follows it: with its sign reversed where it climbs, and with the weight decay added.</summary>
    /// <param name="derivative">∂f/∂xᵢ.</param>
    /// <param name="coordinate">xᵢ.</param>
    protected double Slope(double derivative, double coordinate)
    {
        var slope = Maximize ? -derivative : derivative;
        return WeightDecay != 0 ? slope + (WeightDecay * coordinate) : slope;
    }
}
