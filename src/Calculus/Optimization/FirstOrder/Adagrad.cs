using Calculus.Checkpoints;

namespace Calculus.Optimization.FirstOrder;

/// <summary>Adagrad (Duchi, Hazan and Singer, 2011) as <c>torch.optim.Adagrad</c> computes it: slopes are divided by the root of the sum of all their squares.</summary>
internal sealed class Adagrad : OptimizerDefinition
{
    /// <inheritdoc/>
    public override string Name => "adagrad";

    /// <inheritdoc/>
    public override string Title => "Adagrad";

    /// <inheritdoc/>
    public override string Sentence => "Takes smaller and smaller steps along coordinates that have been steep, and keeps large ones along those that have not.";

    /// <inheritdoc/>
    public override Source Source { get; } = new("J. Duchi, E. Hazan and Y. Singer", 2011,
        "Adaptive subgradient methods for online learning and stochastic optimization. Journal of Machine Learning Research 12");

    /// <inheritdoc/>
    public override string Latex =>
        @"s_{t}=s_{t-1}+g_{t}^{2},\quad x_{t}=x_{t-1}-\frac{\gamma}{1+(t-1)\eta}\frac{g_{t}}{\sqrt{s_{t}}+\epsilon}";

    /// <inheritdoc/>
    public override IReadOnlyList<Parameter> Parameters { get; } =
    [
        Rate(1e-2),
        new("lr_decay", 0.0, "Divides the rate by 1 plus this times the number of steps done.") { Minimum = 0 },
        Initial(0), Knobs.Eps(1e-10), Sgd.WeightDecay, Sgd.Maximize,
    ];

    /// <inheritdoc/>
    public override IReadOnlyList<OptimizerDialect> Dialects { get; } =
    [
        new(DialectNames.Keras,
            [
                "'eps' is added under the root, and is 1e-7 instead of 1e-10.",
                "The sum of squares begins at 0.1 instead of 0.",
                "The usual rate is 0.001 instead of 0.01, and there is no 'lr_decay'.",
                Knobs.KerasDecays,
            ],
            UnderRoot, [Rate(1e-3), Initial(0.1), Knobs.EpsUnderRoot(1e-7), Knobs.PointDecay(0)]),
        new(DialectNames.Optax,
            [
                Knobs.OptaxHasNoRate,
                "'eps' is added under the root, and is 1e-7 instead of 1e-10.",
                "The sum of squares begins at 0.1 instead of 0.",
                "There is no 'lr_decay' and no 'weight_decay'.",
            ],
            UnderRoot, [Rate(1e-2), Initial(0.1), Knobs.EpsUnderRoot(1e-7)]),
    ];

    private const string UnderRoot = @"s_{t}=s_{t-1}+g_{t}^{2},\quad x_{t}=x_{t-1}-\gamma\frac{g_{t}}{\sqrt{s_{t}+\epsilon}}";

    private static Parameter Rate(double initial) => Knobs.Rate(initial) with { Sentence = "The learning rate. The first step goes about this far along each coordinate." };

    private static Parameter Initial(double value) => new("initial_accumulator_value", value, "What the sum of squares begins with.") { Minimum = 0 };

    /// <inheritdoc/>
    protected override Optimizer Start(Settings settings, int dimension) => new Rule(settings, dimension);

    private sealed class Rule : CoordinateOptimizer
    {
        private readonly double _decay;
        private readonly double _eps;
        private readonly string _dialect;
        private readonly double[] _sum;
        private double _rate;

        public Rule(Settings settings, int dimension)
            : base(settings, dimension)
        {
            (_decay, _eps, _dialect, _sum) = (settings.Number("lr_decay"), settings.Number("eps"), settings.Dialect, new double[dimension]);
            Array.Fill(_sum, settings.Number("initial_accumulator_value"));
        }

        protected override IReadOnlyList<InternalState> Memory => [new("sum", _sum)];

        protected override void Begin() => _rate = LearningRate / (1 + ((Count - 1) * _decay));

        protected override void ExchangeMemory(Snapshot snapshot) => snapshot.Numbers(_sum);

        protected override double Change(int i, double slope)
        {
            _sum[i] += slope * slope;
            return _dialect switch
            {
                DialectNames.Optax when _sum[i] == 0 => 0,
                DialectNames.PyTorch => -_rate * slope / (Math.Sqrt(_sum[i]) + _eps),
                _ => -_rate * slope / Math.Sqrt(_sum[i] + _eps),
            };
        }
    }
}
