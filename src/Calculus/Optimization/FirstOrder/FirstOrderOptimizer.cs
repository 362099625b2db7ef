namespace Calculus.Optimization.FirstOrder;

/// <summary>A rule that moves a point by the gradient there and by what it remembers of earlier ones.</summary>
/// <param name="settings">The optimizer's parameters, checked.</param>
public abstract class FirstOrderOptimizer(Settings settings) : Optimizer(settings)
{
    /// <summary>Moves the point once.</summary>
    /// <param name="point">The coordinates, replaced by the next ones.</param>
    /// <param name="gradient">∇f at the point.</param>
    public abstract void Step(Span<double> point, ReadOnlySpan<double> gradient);

    /// <inheritdoc/>
    public sealed override void Advance(Iterate at) => Step(at.Next, at.Gradient);

    /// <summary>∂f/∂xᵢ as the rule follows it: with its sign reversed where it climbs, and with the weight decay added.</summary>
    /// <param name="derivative">∂f/∂xᵢ.</param>
    /// <param name="coordinate">xᵢ.</param>
    protected double Slope(double derivative, double coordinate)
    {
        var slope = Maximize ? -derivative : derivative;
        return WeightDecay != 0 ? slope + (WeightDecay * coordinate) : slope;
    }
}
