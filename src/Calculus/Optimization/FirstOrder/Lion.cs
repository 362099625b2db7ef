using Calculus.Checkpoints;

namespace Calculus.Optimization.FirstOrder;

/// <summary>Lion (Chen and others, 2023), algorithm 2 of the paper: each coordinate moves by the whole rate, whichever way the mean of its slopes points.</summary>
internal sealed class Lion : OptimizerDefinition
{
    /// <inheritdoc/>
    public override string Name => "lion";

    /// <inheritdoc/>
    public override string Title => "Lion";

    /// <inheritdoc/>
    public override string Sentence => "Moves every coordinate by the same length, and keeps one running mean to decide which way.";

    /// <inheritdoc/>
    public override Source Source { get; } = new("X. Chen and others", 2023,
        "Symbolic discovery of optimization algorithms. Advances in Neural Information Processing Systems 36");

    /// <inheritdoc/>
    public override string Latex => Rule;

    /// <inheritdoc/>
    public override IReadOnlyList<Parameter> Parameters { get; } = [Rate(1e-4), Betas, Knobs.PointDecay(0), Sgd.Maximize];

    /// <inheritdoc/>
    public override IReadOnlyList<OptimizerDialect> Dialects { get; } =
    [
        new(DialectNames.Keras, ["The usual rate is 0.001 instead of the 0.0001 of the paper. Nothing else differs."],
            Rule, [Rate(1e-3), Betas, Knobs.PointDecay(0)]),
        new(DialectNames.Optax, [Knobs.OptaxHasNoRate, "'weight_decay' is 0.001 instead of 0. Nothing else differs."],
            Rule, [Rate(1e-4), Betas, Knobs.PointDecay(1e-3)]),
    ];

    private const string Rule = @"c_{t}=\beta_{1}m_{t-1}+(1-\beta_{1})g_{t},\quad m_{t}=\beta_{2}m_{t-1}+(1-\beta_{2})g_{t},\quad " +
        @"x_{t}=x_{t-1}-\gamma(\operatorname{sign}(c_{t})+\lambda x_{t-1})";

    private static Parameter Betas => Knobs.Betas(0.9, 0.99) with { Sentence = "How much the direction and the running mean keep of the mean so far." };

    private static Parameter Rate(double initial) => Knobs.Rate(initial) with { Sentence = "The learning rate. Each coordinate moves exactly this far in a step." };

    /// <inheritdoc/>
    protected override Optimizer Start(Settings settings, int dimension) => new Update(settings, dimension);

    private sealed class Update(Settings settings, int dimension) : CoordinateOptimizer(settings, dimension, isDecoupled: true)
    {
        private readonly double _beta1 = settings.Number("betas", 0);
        private readonly double _beta2 = settings.Number("betas", 1);
        private readonly double[] _mean = new double[dimension];
        private readonly double[] _direction = new double[dimension];

        protected override IReadOnlyList<InternalState> Memory => [new("m", _mean), new("c", _direction)];

        protected override void ExchangeMemory(Snapshot snapshot)
        {
            snapshot.Numbers(_mean);
            snapshot.Numbers(_direction);
        }

        protected override double Change(int i, double slope)
        {
            _direction[i] = (_mean[i] * _beta1) + ((1 - _beta1) * slope);
            _mean[i] = (_mean[i] * _beta2) + ((1 - _beta2) * slope);
            return -LearningRate * PortableMath.Sign(_direction[i]);
        }
    }
}
