using Calculus.Checkpoints;

namespace Calculus.Optimization.FirstOrder;

/// <summary>
/// NAdam (Dozat, 2016) as the documentation of <c>torch.optim.NAdam</c> has it: Adam whose mean looks one step ahead, with a momentum that
/// grows from half of β₁.
/// </summary>
internal sealed class NAdam : OptimizerDefinition
{
    /// <inheritdoc/>
    public override string Name => "nadam";

    /// <inheritdoc/>
    public override string Title => "NAdam";

    /// <inheritdoc/>
    public override string Sentence => "Adam that looks ahead along its momentum, as Nesterov's method does.";

    /// <inheritdoc/>
    public override Source Source { get; } =
        new("T. Dozat", 2016, "Incorporating Nesterov momentum into Adam. International Conference on Learning Representations, workshop track");

    /// <inheritdoc/>
    public override string Latex => @"\mu_{t}=\beta_{1}(1-\tfrac{1}{2}0.96^{t\psi}),\quad " + Ahead;

    /// <inheritdoc/>
    public override IReadOnlyList<Parameter> Parameters { get; } =
    [
        Knobs.Rate(2e-3), Knobs.Betas(), Knobs.Eps(1e-8), Sgd.WeightDecay,
        new("momentum_decay", 4e-3, "How soon the momentum grows from half of the first beta to the whole of it.") { Minimum = 0 },
        Knobs.Decoupled, Sgd.Maximize,
    ];

    /// <inheritdoc/>
    public override IReadOnlyList<OptimizerDialect> Dialects { get; } =
    [
        new(DialectNames.Keras,
            [
                "The momentum grows 250 times as fast: its exponent is t, as in the paper, and there is no 'momentum_decay' to slow it down.",
                "The usual rate is 0.001 instead of 0.002.",
                "'eps' is 1e-7 instead of 1e-8.",
                Knobs.KerasDecays,
            ],
            @"\mu_{t}=\beta_{1}(1-\tfrac{1}{2}0.96^{t}),\quad " + Ahead,
            [Knobs.Rate(1e-3), Knobs.Betas(), Knobs.Eps(1e-7), Knobs.PointDecay(0)]),
        new(DialectNames.Optax,
            [
                Knobs.OptaxHasNoRate,
                "The momentum is β₁ from the first step on: optax.nadam is optax.adam with 'nesterov'.",
                "A second small number, 'eps_root', is added under the root.",
                "There is no 'weight_decay'; optax.nadamw has one.",
            ],
            Adam.Means + @"\hat m_{t}=\frac{\beta_{1}m_{t}}{1-\beta_{1}^{t+1}}+\frac{(1-\beta_{1})g_{t}}{1-\beta_{1}^{t}},\quad x_{t}=x_{t-1}-\gamma\frac{\hat m_{t}}{\sqrt{v_{t}/(1-\beta_{2}^{t})+\bar\epsilon}+\epsilon}",
            [Knobs.Rate(2e-3), Knobs.Betas(), Knobs.Eps(1e-8), Knobs.EpsRoot]),
    ];

    private const string Ahead = Adam.Means + @"\hat m_{t}=\frac{\mu_{t+1}m_{t}}{1-\prod_{i=1}^{t+1}\mu_{i}}+\frac{(1-\mu_{t})g_{t}}{1-\prod_{i=1}^{t}\mu_{i}},\quad " +
        @"x_{t}=x_{t-1}-\gamma\frac{\hat m_{t}}{\sqrt{v_{t}/(1-\beta_{2}^{t})}+\epsilon}";

    /// <inheritdoc/>
    protected override Optimizer Start(Settings settings, int dimension) => new Rule(settings, dimension);

    private sealed class Rule(Settings settings, int dimension) : CoordinateOptimizer(settings, dimension)
    {
        private const double LogarithmOf096 = -0.040821994520255166;

        private readonly Moments _moments = new(settings, dimension);
        private readonly bool _isConstant = settings.Dialect is DialectNames.Optax;
        private readonly double _eps = settings.Number("eps");
        private readonly double _epsRoot = settings.Number("eps_root");
        private readonly double _growth = PortableMath.Exponential(LogarithmOf096 * (settings.Dialect is DialectNames.Keras ? 1 : settings.Number("momentum_decay")));
        private readonly double[] _ahead = new double[dimension];
        private double _decayed = 1;
        private double _momentum;
        private double _nextMomentum;
        private double _product = 1;

        protected override IReadOnlyList<InternalState> Memory => [.. _moments.Internals, new("m_ahead", _ahead)];

        protected override void Begin()
        {
            _moments.Begin();
            _decayed *= _growth;
            _momentum = _moments.Beta1 * (1 - (0.5 * _decayed));
            _nextMomentum = _moments.Beta1 * (1 - (0.5 * _decayed * _growth));
            _product *= _momentum;
        }

        protected override void ExchangeMemory(Snapshot snapshot)
        {
            _moments.Exchange(snapshot);
            snapshot.Numbers(_ahead);
            (_decayed, _product) = (snapshot.Number(_decayed), snapshot.Number(_product));
        }

        protected override double Change(int i, double slope)
        {
            _moments.Take(i, slope);
            _ahead[i] = _isConstant
                ? _moments.Ahead(i, slope)
                : (_nextMomentum * _moments.Mean[i] / (1 - (_product * _nextMomentum))) + ((1 - _momentum) * slope / (1 - _product));
            return -LearningRate * _ahead[i] / (Math.Sqrt(_moments.MeanSquareCorrected(i) + _epsRoot) + _eps);
        }
    }
}
