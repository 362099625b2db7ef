using System.Runtime.CompilerServices;
using Calculus.Checkpoints;

namespace Calculus.Optimization.FirstOrder;

/// <summary>
/// The update of <see cref="Sgd"/> and its presets, in the order of PyTorch's single-tensor implementation. In the dialect of Keras the
/// buffer is a velocity: it holds steps, with the rate in them. The trace of optax is PyTorch's buffer.
/// </summary>
internal sealed class SgdRule(Settings settings, double momentum, bool nesterov, int dimension) : CoordinateOptimizer(settings, dimension)
{
    private readonly double _dampening = settings.Number("dampening");
    private readonly bool _isVelocity = settings.Dialect is DialectNames.Keras;
    private readonly double[] _buffer = momentum == 0 ? [] : new double[dimension];

    // The largest γλ for which both roots of the update's characteristic polynomial lie within the unit circle:
    // heavy ball z² − (1+μ−(1−τ)γλ)z + μ at z = −1; Nesterov z² − (1+μ−(1+μ)γλ)z + μ − μγλ at z = −1.
    // A decay of the point itself is no part of λ, so that with one there is no such number.
    public override double? StabilityFactor
    {
        get
        {
            if (PointDecay != 0) return null;
            if (momentum == 0) return 2;
            if (momentum >= 1 || _dampening >= 1) return null;
            return nesterov ? 2 * (1 + momentum) / (1 + (2 * momentum)) : 2 * (1 + momentum) / (1 - _dampening);
        }
    }

    protected override IReadOnlyList<InternalState> Memory => momentum == 0 ? [] : [new(_isVelocity ? "v" : "b", _buffer)];

    protected override void ExchangeMemory(Snapshot snapshot) => snapshot.Numbers(_buffer);

    private protected override (bool Moves, bool IsWithin) Move(ReadOnlySpan<double> from, ReadOnlySpan<double> gradient, Span<double> to) =>
        Move(new OwnChange(this), from, gradient, to);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    protected override double Change(int i, double slope)
    {
        if (momentum == 0) return -LearningRate * slope;
        if (_isVelocity)
        {
            _buffer[i] = (_buffer[i] * momentum) - (LearningRate * slope);
            return nesterov ? (momentum * _buffer[i]) - (LearningRate * slope) : _buffer[i];
        }

        _buffer[i] = Count > 1 ? (_buffer[i] * momentum) + ((1 - _dampening) * slope) : slope;
        return -LearningRate * (nesterov ? slope + (momentum * _buffer[i]) : _buffer[i]);
    }

    private readonly struct OwnChange(SgdRule rule) : IChange
    {
        public double Of(int i, double slope) => rule.Change(i, slope);
    }
}
