using Calculus.Checkpoints;

namespace Calculus.Optimization.FirstOrder;

/// <summary>
/// RAdam (Liu and others, 2020) as <c>torch.optim.RAdam</c> computes it: while the running mean of squares is too young to be trusted the
/// step goes by the mean of slopes alone, and then a rectified step of Adam follows.
/// </summary>
internal sealed class RAdam : OptimizerDefinition
{
    /// <inheritdoc/>
    public override string Name => "radam";

    /// <inheritdoc/>
    public override string Title => "RAdam";

    /// <inheritdoc/>
    public override string Sentence => "Adam that warms up by itself: it trusts the step sizes of its own only as far as their variance is known.";

    /// <inheritdoc/>
    public override Source Source { get; } = new("L. Liu and others", 2020,
        "On the variance of the adaptive learning rate and beyond. International Conference on Learning Representations");

    /// <inheritdoc/>
    public override string Latex => Length +
        @"x_{t}=x_{t-1}-\gamma\frac{m_{t}}{1-\beta_{1}^{t}}\begin{cases}r_{t}\frac{\sqrt{1-\beta_{2}^{t}}}{\sqrt{v_{t}}+\epsilon}&\rho_{t}>5\\1&\text{else}\end{cases},\quad " + Rectification;

    /// <inheritdoc/>
    public override IReadOnlyList<Parameter> Parameters { get; } =
        [Knobs.Rate(1e-3), Knobs.Betas(), Knobs.Eps(1e-8), Sgd.WeightDecay, Knobs.Decoupled, Sgd.Maximize];

    /// <inheritdoc/>
    public override IReadOnlyList<OptimizerDialect> Dialects { get; } =
    [
        new(DialectNames.Optax,
            [
                Knobs.OptaxHasNoRate,
                "'eps' is added to the root after the bias is corrected; PyTorch adds it before.",
                "A second small number, 'eps_root', is added under the root.",
                "From which length on the step is rectified is the parameter 'threshold', and that length itself counts.",
                "'nesterov' uses the mean one step ahead.",
                "There is no 'weight_decay'.",
            ],
            Length + @"x_{t}=x_{t-1}-\gamma\frac{m_{t}}{1-\beta_{1}^{t}}\begin{cases}\frac{r_{t}}{\sqrt{v_{t}/(1-\beta_{2}^{t})+\bar\epsilon}+\epsilon}&\rho_{t}\ge\theta\\1&\text{else}\end{cases},\quad " + Rectification,
            [
                Knobs.Rate(1e-3), Knobs.Betas(), Knobs.Eps(1e-8), Knobs.EpsRoot,
                new("threshold", 5.0, "From which length of the running mean of squares on the step is rectified.") { Above = 4 },
                Knobs.LookAhead,
            ]),
    ];

    private const string Length = Adam.Means + @"\rho_{\infty}=\frac{2}{1-\beta_{2}}-1,\quad \rho_{t}=\rho_{\infty}-\frac{2t\beta_{2}^{t}}{1-\beta_{2}^{t}},\quad ";

    private const string Rectification = @"r_{t}=\sqrt{\frac{(\rho_{t}-4)(\rho_{t}-2)\rho_{\infty}}{(\rho_{\infty}-4)(\rho_{\infty}-2)\rho_{t}}}";

    /// <inheritdoc/>
    protected override Optimizer Start(Settings settings, int dimension) => new Rule(settings, dimension);

    private sealed class Rule(Settings settings, int dimension) : CoordinateOptimizer(settings, dimension)
    {
        private readonly Moments _moments = new(settings, dimension);
        private readonly bool _isOptax = settings.Dialect is DialectNames.Optax;
        private readonly double _threshold = settings.Dialect is DialectNames.Optax ? settings.Number("threshold") : 5;
        private readonly double _eps = settings.Number("eps");
        private readonly double _epsRoot = settings.Number("eps_root");
        private readonly bool _looksAhead = settings.Flag("nesterov");
        private readonly double[] _length = new double[1];
        private readonly double[] _rectification = new double[1];

        protected override IReadOnlyList<InternalState> Memory => [.. _moments.Internals, new("rho", _length), new("r", _rectification)];

        protected override void Begin()
        {
            _moments.Begin();
            var limit = (2 / (1 - _moments.Beta2)) - 1;
            var rho = limit - (2 * Count * _moments.Power2 / _moments.Correction2);
            var isLong = _isOptax ? rho >= _threshold : rho > _threshold;
            _length[0] = rho;
            _rectification[0] = isLong ? Math.Sqrt((rho - 4) * (rho - 2) * limit / ((limit - 4) * (limit - 2) * rho)) : 0;
        }

        protected override void ExchangeMemory(Snapshot snapshot)
        {
            _moments.Exchange(snapshot);
            snapshot.Numbers(_length);
            snapshot.Numbers(_rectification);
        }

        protected override double Change(int i, double slope)
        {
            _moments.Take(i, slope);
            var mean = _looksAhead ? _moments.Ahead(i, slope) : _moments.MeanCorrected(i);
            if (_rectification[0] == 0) return -LearningRate * mean;
            return _isOptax
                ? -LearningRate * _rectification[0] * mean / (Math.Sqrt(_moments.MeanSquareCorrected(i) + _epsRoot) + _eps)
                : -LearningRate * mean * _rectification[0] * Math.Sqrt(_moments.Correction2) / (Math.Sqrt(_moments.MeanSquare[i]) + _eps);
        }
    }
}
