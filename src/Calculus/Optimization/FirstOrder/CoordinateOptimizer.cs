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

    /// <inheritdoc/>
    public sealed override void Step(Span<double> point, ReadOnlySpan<double> gradient) => Step(point, gradient, point);

    /// <summary>Moves from a point to the next.</summary>
    /// <param name="from">The coordinates.</param>
    /// <param name="gradient">∇f there.</param>
    /// <param name="to">Receives the next ones; it may be the memory of the point.</param>
    /// <returns>Whether any coordinate changes, and whether all of them end within <see cref="Descent.Bound"/>.</returns>
    internal (bool Moves, bool IsWithin) Step(ReadOnlySpan<double> from, ReadOnlySpan<double> gradient, Span<double> to)
    {
        Count++;
        Begin();
        return Move(from, gradient, to);
    }

    /// <summary>Moves every coordinate. A rule that is sealed and used often overrides it with <see cref="Move{TChange}"/>, so that its change is part of the loop.</summary>
    private protected virtual (bool Moves, bool IsWithin) Move(ReadOnlySpan<double> from, ReadOnlySpan<double> gradient, Span<double> to) =>
        Move(new AnyChange(this), from, gradient, to);

    /// <summary>Moves every coordinate by a change whose type is known.</summary>
    private protected (bool Moves, bool IsWithin) Move<TChange>(TChange rule, ReadOnlySpan<double> from, ReadOnlySpan<double> gradient, Span<double> to)
        where TChange : struct, IChange
    {
        // The part of each coordinate that the step takes off.
        var shrinkage = PointDecay * LearningRate;
        var update = _update.AsSpan(0, to.Length);
        from = from[..to.Length];
        gradient = gradient[..to.Length];
        var (moves, isWithin) = (false, true);
        for (var i = 0; i < to.Length; i++)
        {
            var coordinate = from[i];
            var change = rule.Of(i, Slope(gradient[i], coordinate));
            if (shrinkage != 0) change -= shrinkage * coordinate;
            update[i] = change;
            var next = coordinate + change;
            to[i] = next;
            moves |= next != coordinate;
            isWithin &= Math.Abs(next) <= Descent.Bound;
        }

        return (moves, isWithin);
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

    /// <summary>How far coordinates move, as a value: code for each rule of its own is made from it.</summary>
    private protected interface IChange
    {
        /// <summary>How far a coordinate moves, its decay apart.</summary>
        double Of(int i, double slope);
    }

    private readonly struct AnyChange(CoordinateOptimizer rule) : IChange
    {
        public double Of(int i, double slope) => rule.Change(i, slope);
    }
}
