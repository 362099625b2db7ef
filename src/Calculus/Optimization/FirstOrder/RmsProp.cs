using Calculus.Checkpoints;

namespace Calculus.Optimization.FirstOrder;

/// <summary>
/// RMSprop (Tieleman and Hinton, 2012) as <c>torch.optim.RMSprop</c> computes it. Centered, it divides by the standard deviation of the
/// slopes (A. Graves, <em>Generating sequences with recurrent neural networks</em>, 2013).
/// </summary>
internal sealed class RmsProp : OptimizerDefinition
{
    /// <inheritdoc/>
    public override string Name => "rmsprop";

    /// <inheritdoc/>
    public override string Title => "RMSprop";

    /// <inheritdoc/>
    public override string Sentence => "Divides each slope by the root of a running mean of its square, so that all coordinates move at a like pace.";

    /// <inheritdoc/>
    public override Source Source { get; } = new("T. Tieleman and G. Hinton", 2012, "Lecture 6.5: RMSprop. Neural Networks for Machine Learning, Coursera");

    /// <inheritdoc/>
    public override string Latex => MeanSquare +
        @"b_{t}=\mu b_{t-1}+\frac{g_{t}}{\sqrt{v_{t}-\bar g_{t}^{2}}+\epsilon},\quad x_{t}=x_{t-1}-\gamma b_{t}\quad" + Mean;

    /// <inheritdoc/>
    public override IReadOnlyList<Parameter> Parameters { get; } =
        [Knobs.Rate(1e-2), Alpha(0.99), Knobs.Eps(1e-8), Sgd.WeightDecay, Sgd.MomentumOf(0), Centered, Sgd.Maximize];

    /// <inheritdoc/>
    public override IReadOnlyList<OptimizerDialect> Dialects { get; } =
    [
        new(DialectNames.Keras,
            [
                "'eps' is added under the root, and is 1e-7 instead of 1e-8.",
                "'alpha', which Keras calls rho, is 0.9 instead of 0.99.",
                "The usual rate is 0.001 instead of 0.01.",
                "The rate stands inside the momentum, so that with a schedule a new rate acts on new gradients only.",
                Knobs.KerasDecays,
            ],
            RateInside, [Knobs.Rate(1e-3), Alpha(0.9), Knobs.EpsUnderRoot(1e-7), Sgd.MomentumOf(0), Centered, Knobs.PointDecay(0)]),
        new(DialectNames.Optax,
            [
                Knobs.OptaxHasNoRate,
                "'eps' is added under the root, unless 'eps_in_sqrt' is false.",
                "'alpha', which optax calls decay, is 0.9 instead of 0.99.",
                "The rate stands inside the momentum, which can look ahead by 'nesterov'.",
                "The mean of squares begins at 'initial_scale', and 'bias_correction' corrects it as Adam does.",
                "There is no 'weight_decay'.",
            ],
            RateInside,
            [
                Knobs.Rate(1e-2), Alpha(0.9), Knobs.EpsUnderRoot(1e-8),
                new("initial_scale", 0.0, "What the running mean of squares begins with.") { Minimum = 0 },
                new("eps_in_sqrt", true, "Adds 'eps' under the root. Without it 'eps' is added to the root."),
                Centered, Sgd.MomentumOf(0), Knobs.LookAhead,
                new("bias_correction", false, "Corrects the running means for their start, as Adam does."),
            ]),
    ];

    private const string MeanSquare = @"v_{t}=\alpha v_{t-1}+(1-\alpha)g_{t}^{2},\quad ";

    private const string Mean = @"(\bar g_{t}=\alpha\bar g_{t-1}+(1-\alpha)g_{t}\text{ where centered, else }0)";

    private const string RateInside = MeanSquare +
        @"b_{t}=\mu b_{t-1}+\frac{\gamma g_{t}}{\sqrt{v_{t}-\bar g_{t}^{2}+\epsilon}},\quad x_{t}=x_{t-1}-b_{t}\quad" + Mean;

    private static Parameter Centered => new("centered", false, "Divides by the standard deviation of the slopes instead of the root of their mean square.");

    private static Parameter Alpha(double initial) => new("alpha", initial, "How much the running mean of squares keeps.") { Minimum = 0, Maximum = 1 };

    /// <inheritdoc/>
    protected override Optimizer Start(Settings settings, int dimension) => new Rule(settings, dimension);

    private sealed class Rule : CoordinateOptimizer
    {
        private readonly double _alpha;
        private readonly double _eps;
        private readonly double _momentum;
        private readonly bool _isPyTorch;
        private readonly bool _isUnderRoot;
        private readonly bool _looksAhead;
        private readonly bool _corrects;
        private readonly double[] _meanSquare;
        private readonly double[] _mean;
        private readonly double[] _buffer;
        private double _power = 1;

        public Rule(Settings settings, int dimension)
            : base(settings, dimension)
        {
            (_alpha, _eps, _momentum) = (settings.Number("alpha"), settings.Number("eps"), settings.Number("momentum"));
            _isPyTorch = settings.Dialect is DialectNames.PyTorch;
            _isUnderRoot = settings.Dialect is DialectNames.Keras || settings.Flag("eps_in_sqrt");
            (_looksAhead, _corrects) = (settings.Flag("nesterov"), settings.Flag("bias_correction"));
            _meanSquare = new double[dimension];
            Array.Fill(_meanSquare, settings.Number("initial_scale"));
            _mean = settings.Flag("centered") ? new double[dimension] : [];
            _buffer = _momentum > 0 || _looksAhead ? new double[dimension] : [];
        }

        protected override IReadOnlyList<InternalState> Memory =>
        [
            new("v", _meanSquare),
            .. _mean.Length > 0 ? [new("g_mean", _mean)] : (InternalState[])[],
            .. _buffer.Length > 0 ? [new("b", _buffer)] : (InternalState[])[],
        ];

        protected override void Begin() => _power *= _alpha;

        protected override void ExchangeMemory(Snapshot snapshot)
        {
            snapshot.Numbers(_meanSquare);
            snapshot.Numbers(_mean);
            snapshot.Numbers(_buffer);
            _power = snapshot.Number(_power);
        }

        protected override double Change(int i, double slope)
        {
            _meanSquare[i] = (_meanSquare[i] * _alpha) + ((1 - _alpha) * slope * slope);
            var correction = _corrects ? 1 - _power : 1;
            var square = _meanSquare[i] / correction;
            if (_mean.Length > 0)
            {
                _mean[i] = (_mean[i] * _alpha) + ((1 - _alpha) * slope);
                square -= _mean[i] / correction * (_mean[i] / correction);
            }

            var scaled = slope / (_isUnderRoot ? Math.Sqrt(square + _eps) : Math.Sqrt(square) + _eps);
            if (_buffer.Length == 0) return -LearningRate * scaled;
            if (_isPyTorch) return -LearningRate * (_buffer[i] = (_momentum * _buffer[i]) + scaled);

            var step = LearningRate * scaled;
            _buffer[i] = (_momentum * _buffer[i]) + step;
            return -(_looksAhead ? step + (_momentum * _buffer[i]) : _buffer[i]);
        }
    }
}
