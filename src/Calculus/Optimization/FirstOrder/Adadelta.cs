using Calculus.Checkpoints;

namespace Calculus.Optimization.FirstOrder;

/// <summary>Adadelta (Zeiler, 2012) as <c>torch.optim.Adadelta</c> computes it.</summary>
internal sealed class Adadelta : OptimizerDefinition
{
    /// <inheritdoc/>
    public override string Name => "adadelta";

    /// <inheritdoc/>
    public override string Title => "Adadelta";

    /// <inheritdoc/>
    public override string Sentence => "Finds its own step sizes: the root mean square of its last steps over that of the last slopes.";

    /// <inheritdoc/>
    public override Source Source { get; } = new("M. D. Zeiler", 2012, "ADADELTA: An adaptive learning rate method. arXiv:1212.5701");

    /// <inheritdoc/>
    public override string Latex => Rule;

    /// <inheritdoc/>
    public override IReadOnlyList<Parameter> Parameters { get; } = [Rate(1), Rho(0.9), Eps(1e-6), Sgd.WeightDecay, Sgd.Maximize];

    /// <inheritdoc/>
    public override IReadOnlyList<OptimizerDialect> Dialects { get; } =
    [
        new(DialectNames.Keras,
            [
                "The usual rate is 0.001 instead of the 1 of the paper.",
                "'rho' is 0.95 instead of 0.9.",
                "'eps' is 1e-7 instead of 1e-6.",
                Knobs.KerasDecays,
            ],
            Rule, [Rate(1e-3), Rho(0.95), Eps(1e-7), Knobs.PointDecay(0)]),
        new(DialectNames.Optax, [Knobs.OptaxHasNoRate, "Nothing else differs."],
            Rule, [Rate(1), Rho(0.9), Eps(1e-6), Sgd.WeightDecay]),
    ];

    private const string Rule = @"v_{t}=\rho v_{t-1}+(1-\rho)g_{t}^{2},\quad \Delta_{t}=\frac{\sqrt{u_{t-1}+\epsilon}}{\sqrt{v_{t}+\epsilon}}g_{t},\quad " +
        @"u_{t}=\rho u_{t-1}+(1-\rho)\Delta_{t}^{2},\quad x_{t}=x_{t-1}-\gamma\Delta_{t}";

    private static Parameter Rate(double initial) => Sgd.LearningRate with { Default = initial, Sentence = "A factor of the steps that the rule finds." };

    private static Parameter Rho(double initial) => new("rho", initial, "How much both running means of squares keep.") { Minimum = 0, Maximum = 1 };

    private static Parameter Eps(double initial) => Knobs.EpsUnderRoot(initial) with { Sentence = "Added under both roots. The first step is as long as its root allows." };

    /// <inheritdoc/>
    protected override Optimizer Start(Settings settings, int dimension) => new Update(settings, dimension);

    private sealed class Update(Settings settings, int dimension) : CoordinateOptimizer(settings, dimension)
    {
        private readonly double _rho = settings.Number("rho");
        private readonly double _eps = settings.Number("eps");
        private readonly double[] _slopes = new double[dimension];
        private readonly double[] _steps = new double[dimension];

        protected override IReadOnlyList<InternalState> Memory => [new("v", _slopes), new("u", _steps)];

        protected override void ExchangeMemory(Snapshot snapshot)
        {
            snapshot.Numbers(_slopes);
            snapshot.Numbers(_steps);
        }

        protected override double Change(int i, double slope)
        {
            _slopes[i] = (_slopes[i] * _rho) + ((1 - _rho) * slope * slope);
            var delta = Math.Sqrt(_steps[i] + _eps) / Math.Sqrt(_slopes[i] + _eps) * slope;
            _steps[i] = (_steps[i] * _rho) + ((1 - _rho) * delta * delta);
            return -LearningRate * delta;
        }
    }
}
