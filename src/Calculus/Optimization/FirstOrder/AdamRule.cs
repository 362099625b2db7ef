using System.Runtime.CompilerServices;
using Calculus.Checkpoints;

namespace Calculus.Optimization.FirstOrder;

/// <summary>
/// The update of <see cref="Adam"/> and <see cref="AdamW"/>. The libraries differ in where eps stands and in what the maximum of AMSGrad is
/// taken of.
/// </summary>
internal sealed class AdamRule(Settings settings, int dimension, bool isDecoupled = false) : CoordinateOptimizer(settings, dimension, isDecoupled)
{
    private readonly Moments _moments = new(settings, dimension);
    private readonly bool _isOptax = settings.Dialect is DialectNames.Optax;
    private readonly bool _isKeras = settings.Dialect is DialectNames.Keras;
    private readonly double _eps = settings.Number("eps");
    private readonly double _epsRoot = settings.Number("eps_root");
    private readonly bool _looksAhead = settings.Flag("nesterov");
    private readonly double[] _largest = settings.Flag("amsgrad") ? new double[dimension] : [];
    private double _rate;
    private double _rootCorrection;

    protected override IReadOnlyList<InternalState> Memory => _largest.Length > 0 ? [.. _moments.Internals, new("v_max", _largest)] : _moments.Internals;

    protected override void Begin()
    {
        _moments.Begin();
        _rate = LearningRate / _moments.Correction1;
        _rootCorrection = Math.Sqrt(_moments.Correction2);
    }

    private protected override (bool Moves, bool IsWithin) Move(ReadOnlySpan<double> from, ReadOnlySpan<double> gradient, Span<double> to) =>
        Move(new OwnChange(this), from, gradient, to);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    protected override double Change(int i, double slope)
    {
        _moments.Take(i, slope);
        if (_isOptax)
        {
            var mean = _looksAhead ? _moments.Ahead(i, slope) : _moments.MeanCorrected(i);
            return -LearningRate * mean / (Math.Sqrt(Largest(i, _moments.MeanSquareCorrected(i)) + _epsRoot) + _eps);
        }

        var root = Math.Sqrt(Largest(i, _moments.MeanSquare[i]));
        return _isKeras
            ? -(_rate * _rootCorrection) * _moments.Mean[i] / (root + _eps)
            : -_rate * _moments.Mean[i] / ((root / _rootCorrection) + _eps);
    }

    protected override void ExchangeMemory(Snapshot snapshot)
    {
        _moments.Exchange(snapshot);
        snapshot.Numbers(_largest);
    }

    private double Largest(int i, double square) => _largest.Length > 0 ? _largest[i] = Math.Max(_largest[i], square) : square;

    private readonly struct OwnChange(AdamRule rule) : IChange
    {
        public double Of(int i, double slope) => rule.Change(i, slope);
    }
}
