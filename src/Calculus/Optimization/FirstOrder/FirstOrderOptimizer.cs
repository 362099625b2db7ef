using System.Runtime.CompilerServices;

namespace Calculus.Optimization.FirstOrder;

/// <summary>A rule that moves a point by the gradient there and by what it remembers of earlier ones.</summary>
/// <param name="settings">The optimizer's parameters, checked.</param>
/// <param name="isDecoupled">
/// True where the weight decay acts on the point itself instead of the gradient (I. Loshchilov and F. Hutter, <em>Decoupled weight decay
/// regularization</em>, 2019). In the dialect of Keras it always does.
/// </param>
internal abstract class FirstOrderOptimizer(Settings settings, bool isDecoupled = false) : Optimizer(settings)
{
    /// <summary>w, where the decay acts on the point: a step takes off w times the rate of each coordinate. Otherwise 0.</summary>
    protected double PointDecay { get; } = IsDecoupled(settings, isDecoupled) ? settings.Number("weight_decay") : 0;

    /// <inheritdoc/>
    public sealed override double WeightDecay { get; } = IsDecoupled(settings, isDecoupled) ? 0 : settings.Number("weight_decay");

    /// <summary>Moves the point once.</summary>
    /// <param name="point">The coordinates, replaced by the next ones.</param>
    /// <param name="gradient">∇f at the point.</param>
    public abstract void Step(Span<double> point, ReadOnlySpan<double> gradient);

    /// <inheritdoc/>
    public sealed override void Advance(Iterate at) => Step(at.Next, at.Gradient);

    /// <summary>∂f/∂xᵢ as the rule follows it: with its sign reversed where it climbs, and with the weight decay added.</summary>
    /// <param name="derivative">∂f/∂xᵢ.</param>
    /// <param name="coordinate">xᵢ.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    protected double Slope(double derivative, double coordinate)
    {
        var slope = Maximize ? -derivative : derivative;
        return WeightDecay != 0 ? slope + (WeightDecay * coordinate) : slope;
    }

    private static bool IsDecoupled(Settings settings, bool always) =>
        always || settings.Flag("decoupled_weight_decay") || settings.Dialect is DialectNames.Keras;
}
