using Calculus.Checkpoints;

namespace Calculus.Optimization.FirstOrder;

/// <summary>
/// Averaged stochastic gradient descent (Polyak and Juditsky, 1992) as <c>torch.optim.ASGD</c> computes it. The path is that of the point;
/// the average of its last steps is the internal <c>ax</c>.
/// </summary>
internal sealed class Asgd : OptimizerDefinition
{
    /// <inheritdoc/>
    public override string Name => "asgd";

    /// <inheritdoc/>
    public override string Title => "Averaged SGD";

    /// <inheritdoc/>
    public override string Sentence => "Descends at a rate that falls, and keeps an average of its points beside the path.";

    /// <inheritdoc/>
    public override Source Source { get; } = new("B. T. Polyak and A. B. Juditsky", 1992,
        "Acceleration of stochastic approximation by averaging. SIAM Journal on Control and Optimization 30");

    /// <inheritdoc/>
    public override string Latex =>
        @"\eta_{t}=\frac{\gamma}{(1+\lambda\gamma t)^{\alpha}},\quad x_{t}=(1-\lambda\eta_{t-1})x_{t-1}-\eta_{t-1}g_{t},\quad " +
        @"\bar x_{t}=\bar x_{t-1}+\mu_{t-1}(x_{t}-\bar x_{t-1}),\quad \mu_{t}=\frac{1}{\max(1,t-t_{0})}";

    /// <inheritdoc/>
    public override IReadOnlyList<Parameter> Parameters { get; } =
    [
        Sgd.LearningRate with { Default = 1e-2 },
        new("lambd", 1e-4, "How much of the point each step takes off, times the rate. It makes the rate fall as well.") { Minimum = 0 },
        new("alpha", 0.75, "The power with which the rate falls.") { Minimum = 0 },
        new("t0", 1e6, "The step after which the average begins. Until then it is the point itself.") { Minimum = 0 },
        Sgd.WeightDecay, Sgd.Maximize,
    ];

    /// <inheritdoc/>
    protected override Optimizer Start(Settings settings, int dimension) => new Rule(settings, dimension);

    private sealed class Rule(Settings settings, int dimension) : FirstOrderOptimizer(settings)
    {
        private readonly double _lambda = settings.Number("lambd");
        private readonly double _alpha = settings.Number("alpha");
        private readonly double _t0 = settings.Number("t0");
        private readonly double[] _average = new double[dimension];
        private readonly double[] _update = new double[dimension];
        private readonly double[] _eta = [settings.Number("lr")];
        private double _weight = 1;
        private long _step;

        public override double? StabilityFactor => null;

        public override bool DecaysPoint => _lambda != 0;

        public override IReadOnlyList<InternalState> Internals => [new("ax", _average), new("eta", _eta), new("update", _update)];

        internal override void Exchange(Snapshot snapshot)
        {
            base.Exchange(snapshot);
            snapshot.Numbers(_average);
            snapshot.Numbers(_update);
            snapshot.Numbers(_eta);
            (_weight, _step) = (snapshot.Number(_weight), snapshot.Long(_step));
        }

        public override void Step(Span<double> point, ReadOnlySpan<double> gradient)
        {
            if (_step == 0) _eta[0] = LearningRate;
            _step++;
            for (var i = 0; i < point.Length; i++)
            {
                _update[i] = -(_lambda * _eta[0] * point[i]) - (_eta[0] * Slope(gradient[i], point[i]));
                point[i] += _update[i];
                _average[i] = _weight == 1 ? point[i] : _average[i] + ((point[i] - _average[i]) * _weight);
            }

            _eta[0] = LearningRate / PortableMath.Power(1 + (_lambda * LearningRate * _step), _alpha);
            _weight = 1 / Math.Max(1, _step - _t0);
        }
    }
}
