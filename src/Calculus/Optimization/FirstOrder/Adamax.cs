using Calculus.Checkpoints;

namespace Calculus.Optimization.FirstOrder;

/// <summary>Adamax (Kingma and Ba, 2015, section 7.1) as <c>torch.optim.Adamax</c> computes it: Adam with the largest slope in place of the root of the mean of squares.</summary>
internal sealed class Adamax : OptimizerDefinition
{
    /// <inheritdoc/>
    public override string Name => "adamax";

    /// <inheritdoc/>
    public override string Title => "Adamax";

    /// <inheritdoc/>
    public override string Sentence => "Adam that divides by the largest recent slope instead of a mean.";

    /// <inheritdoc/>
    public override Source Source { get; } =
        new("D. P. Kingma and J. Ba", 2015, "Adam: A method for stochastic optimization, section 7.1. International Conference on Learning Representations");

    /// <inheritdoc/>
    public override string Latex => Mean +
        @"u_{t}=\max(\beta_{2}u_{t-1},|g_{t}|+\epsilon),\quad x_{t}=x_{t-1}-\frac{\gamma}{1-\beta_{1}^{t}}\frac{m_{t}}{u_{t}}";

    /// <inheritdoc/>
    public override IReadOnlyList<Parameter> Parameters { get; } =
        [Knobs.Rate(2e-3), Means, Largest, Sgd.WeightDecay, Sgd.Maximize];

    /// <inheritdoc/>
    public override IReadOnlyList<OptimizerDialect> Dialects { get; } =
    [
        new(DialectNames.Keras,
            [
                "'eps' is added to the denominator; PyTorch adds it to each slope before the maximum is taken.",
                "'eps' is 1e-7 instead of 1e-8.",
                "The usual rate is 0.001 instead of 0.002.",
                Knobs.KerasDecays,
            ],
            Mean + @"u_{t}=\max(\beta_{2}u_{t-1},|g_{t}|),\quad x_{t}=x_{t-1}-\frac{\gamma}{1-\beta_{1}^{t}}\frac{m_{t}}{u_{t}+\epsilon}",
            [Knobs.Rate(1e-3), Means, Largest with { Default = 1e-7, Sentence = "Added to the denominator, so that nothing is divided by 0." }, Knobs.PointDecay(0)]),
        new(DialectNames.Optax,
            [Knobs.OptaxHasNoRate, "There is no 'weight_decay'; optax.adamaxw has one. Nothing else differs."],
            Mean + @"u_{t}=\max(\beta_{2}u_{t-1},|g_{t}|+\epsilon),\quad x_{t}=x_{t-1}-\frac{\gamma}{1-\beta_{1}^{t}}\frac{m_{t}}{u_{t}}",
            [Knobs.Rate(2e-3), Means, Largest]),
    ];

    private const string Mean = @"m_{t}=\beta_{1}m_{t-1}+(1-\beta_{1})g_{t},\quad ";

    private static Parameter Means => Knobs.Betas() with { Sentence = "How much the running mean and the largest slope keep." };

    private static Parameter Largest => Knobs.Eps(1e-8) with { Sentence = "Added to each slope, so that nothing is divided by 0." };

    /// <inheritdoc/>
    protected override Optimizer Start(Settings settings, int dimension) => new Rule(settings, dimension);

    private sealed class Rule(Settings settings, int dimension) : CoordinateOptimizer(settings, dimension)
    {
        private readonly double _beta1 = settings.Number("betas", 0);
        private readonly double _beta2 = settings.Number("betas", 1);
        private readonly double _eps = settings.Number("eps");
        private readonly bool _isKeras = settings.Dialect is DialectNames.Keras;
        private readonly double[] _mean = new double[dimension];
        private readonly double[] _meanCorrected = new double[dimension];
        private readonly double[] _largest = new double[dimension];
        private double _power = 1;

        protected override IReadOnlyList<InternalState> Memory => [new("m", _mean), new("m_corrected", _meanCorrected), new("u", _largest)];

        protected override void Begin() => _power *= _beta1;

        protected override void ExchangeMemory(Snapshot snapshot)
        {
            snapshot.Numbers(_mean);
            snapshot.Numbers(_meanCorrected);
            snapshot.Numbers(_largest);
            _power = snapshot.Number(_power);
        }

        protected override double Change(int i, double slope)
        {
            _mean[i] = (_mean[i] * _beta1) + ((1 - _beta1) * slope);
            _meanCorrected[i] = _mean[i] / (1 - _power);
            _largest[i] = Math.Max(_largest[i] * _beta2, _isKeras ? Math.Abs(slope) : Math.Abs(slope) + _eps);
            return -(LearningRate / (1 - _power)) * _mean[i] / (_isKeras ? _largest[i] + _eps : _largest[i]);
        }
    }
}
