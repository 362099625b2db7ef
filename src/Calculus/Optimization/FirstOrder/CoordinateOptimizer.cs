using Calculus.Checkpoints;

namespace Calculus.Optimization.FirstOrder;

/// <summary>A rule that moves each coordinate by its own slope and by what it remembers of that coordinate.</summary>
/// <param name="settings">The optimizer's parameters, checked.</param>
/// <param name="dimension">The number of coordinates.</param>
/// <param name="isDecoupled">True where the weight decay acts on the point itself.</param>
internal abstract class CoordinateOptimizer(Settings settings, int dimension, bool isDecoupled = false) : FirstOrderOptimizer(settings, isDecoupled)
{
    private readonly double[] _update = new double[dimension];

    /// <inheritdoc/>
    public override double? StabilityFactor => null;

    /// <inheritdoc/>
    public sealed override IReadOnlyList<InternalState> Internals => [.. Memory, new("update", _update)];

    /// <summary>t, the number of the step under way, from 1.</summary>
    protected long Count { get; private set; }

    /// <summary>What the rule remembers; the last change of the point follows it in the internals as <c>update</c>.</summary>
    protected virtual IReadOnlyList<InternalState> Memory => [];

    /// <summary>The part of each coordinate that the step takes off.</summary>
    protected virtual double Shrinkage => PointDecay * LearningRate;

    /// <inheritdoc/>
    public sealed override void Step(Span<double> point, ReadOnlySpan<double> gradient)
    {
        Count++;
        Begin();
        for (var i = 0; i < point.Length; i++)
        {
            var change = Change(i, Slope(gradient[i], point[i]));
            _update[i] = Shrinkage != 0 ? change - (Shrinkage * point[i]) : change;
            point[i] += _update[i];
        }
    }

    /// <inheritdoc/>
    internal sealed override void Exchange(Snapshot snapshot)
    {
        base.Exchange(snapshot);
        Count = snapshot.Long(Count);
        snapshot.Numbers(_update);
        ExchangeMemory(snapshot);
    }

    /// <summary>Names all that the rule remembers of each coordinate, and beside them.</summary>
    /// <param name="snapshot">Where the state is written to or read from.</param>
    protected abstract void ExchangeMemory(Snapshot snapshot);

    /// <summary>Gets ready for a step; <see cref="Count"/> is its number.</summary>
    protected virtual void Begin()
    {
    }

    /// <summary>How far a coordinate moves, its decay apart.</summary>
    /// <param name="i">Which one.</param>
    /// <param name="slope">The derivative along it, as the rule follows it.</param>
    protected abstract double Change(int i, double slope);
}
