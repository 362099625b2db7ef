namespace Calculus.Optimization.FirstOrder;

/// <summary>The update of <see cref="Sgd"/> and its presets, in the order of PyTorch's single-tensor implementation.</summary>
internal sealed class SgdRule(Settings settings, double momentum, bool nesterov, int dimension) : FirstOrderOptimizer(settings)
{
    private readonly double _dampening = settings.Number("dampening");
    private readonly double[] _buffer = momentum == 0 ? [] : new double[dimension];
    private bool _hasBuffer;

    // The largest γλ for which both roots of the update's characteristic polynomial lie within the unit circle:
    // heavy ball z² − (1+μ−(1−τ)γλ)z + μ at z = −1; Nesterov z² − (1+μ−(1+μ)γλ)z + μ − μγλ at z = −1.
    public override double? StabilityFactor
    {
        get
        {
            if (momentum == 0) return 2;
            if (momentum >= 1 || _dampening >= 1) return null;
            return nesterov ? 2 * (1 + momentum) / (1 + (2 * momentum)) : 2 * (1 + momentum) / (1 - _dampening);
        }
    }

    public override IReadOnlyList<InternalState> Internals => momentum == 0 ? [] : [new("b", _buffer)];

    public override void Step(Span<double> point, ReadOnlySpan<double> gradient)
    {
        for (var i = 0; i < point.Length; i++)
        {
            var g = Slope(gradient[i], point[i]);
            if (momentum != 0)
            {
                _buffer[i] = _hasBuffer ? (_buffer[i] * momentum) + ((1 - _dampening) * g) : g;
                g = nesterov ? g + (momentum * _buffer[i]) : _buffer[i];
            }

            point[i] += -LearningRate * g;
        }

        _hasBuffer = true;
    }
}
