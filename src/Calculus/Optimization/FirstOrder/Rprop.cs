using Calculus.Checkpoints;

namespace Calculus.Optimization.FirstOrder;

/// <summary>Resilient backpropagation (Riedmiller and Braun, 1993) as <c>torch.optim.Rprop</c> computes it: only the signs of the slopes count.</summary>
internal sealed class Rprop : OptimizerDefinition
{
    /// <inheritdoc/>
    public override string Name => "rprop";

    /// <inheritdoc/>
    public override string Title => "Rprop";

    /// <inheritdoc/>
    public override string Sentence => "Gives each coordinate a step that grows while its slope keeps its sign, and shrinks when the sign turns.";

    /// <inheritdoc/>
    public override Source Source { get; } = new("M. Riedmiller and H. Braun", 1993,
        "A direct adaptive method for faster backpropagation learning: The RPROP algorithm. IEEE International Conference on Neural Networks");

    /// <inheritdoc/>
    public override string Latex =>
        @"\Delta_{t}=\operatorname{clip}\left(\Delta_{t-1}\cdot\begin{cases}\eta^{+}&g_{t-1}g_{t}>0\\\eta^{-}&g_{t-1}g_{t}<0\\1&\text{else}\end{cases}\right),\quad " +
        @"x_{t}=x_{t-1}-\Delta_{t}\operatorname{sign}(g_{t}),\quad g_{t}\leftarrow 0\text{ where }g_{t-1}g_{t}<0";

    /// <inheritdoc/>
    public override IReadOnlyList<Parameter> Parameters { get; } = [Rate, Etas, StepSizes, Sgd.Maximize];

    /// <inheritdoc/>
    public override IReadOnlyList<OptimizerDialect> Dialects { get; } =
    [
        new(DialectNames.Optax,
            [Knobs.OptaxHasNoRate, "A step is brought between its bounds only when it changes; PyTorch brings the first one there too."],
            @"\Delta_{t}=\begin{cases}\operatorname{clip}(\eta^{+}\Delta_{t-1})&g_{t-1}g_{t}>0\\\operatorname{clip}(\eta^{-}\Delta_{t-1})&g_{t-1}g_{t}<0\\\Delta_{t-1}&\text{else}\end{cases},\quad " +
            @"x_{t}=x_{t-1}-\Delta_{t}\operatorname{sign}(g_{t}),\quad g_{t}\leftarrow 0\text{ where }g_{t-1}g_{t}<0",
            [Rate, Etas, StepSizes]),
    ];

    private static Parameter Rate => Sgd.LearningRate with { Default = 1e-2, Sentence = "The length of the first step along each coordinate." };

    private static Parameter Etas { get; } = new("etas", new[] { 0.5, 1.2 }, "By how much a step shrinks and grows. The first is below 1 and the second above.") { Above = 0 };

    private static Parameter StepSizes { get; } = new("step_sizes", new[] { 1e-6, 50 }, "The shortest and the longest step.") { Minimum = 0 };

    /// <inheritdoc/>
    protected override Optimizer Start(Settings settings, int dimension)
    {
        if (!(settings.Number("etas", 0) < 1 && settings.Number("etas", 1) > 1))
            throw new DescentException("optimizer.etas", "'etas' of the optimizer 'rprop' must be two numbers, the first below 1 and the second above 1.");
        return settings.Number("step_sizes", 0) <= settings.Number("step_sizes", 1)
            ? new Rule(settings, dimension)
            : throw new DescentException("optimizer.step_sizes", "'step_sizes' of the optimizer 'rprop' must be two numbers, the first no larger than the second.");
    }

    private sealed class Rule : CoordinateOptimizer
    {
        private readonly double _shrink;
        private readonly double _grow;
        private readonly double _shortest;
        private readonly double _longest;
        private readonly bool _isOptax;
        private readonly double[] _sizes;
        private readonly double[] _previous;
        private bool _hasTurned;

        public Rule(Settings settings, int dimension)
            : base(settings, dimension)
        {
            (_shrink, _grow) = (settings.Number("etas", 0), settings.Number("etas", 1));
            (_shortest, _longest) = (settings.Number("step_sizes", 0), settings.Number("step_sizes", 1));
            (_isOptax, _sizes, _previous) = (settings.Dialect is DialectNames.Optax, new double[dimension], new double[dimension]);
            Array.Fill(_sizes, settings.Number("lr"));
        }

        // The rate is the first step's length and nothing more.
        public override bool AllowsSchedule => false;

        protected override IReadOnlyList<InternalState> Memory => [new("step_size", _sizes), new("g_previous", _previous)];

        // After a turn of its slope a coordinate waits for a step.
        public override bool IsResting => _hasTurned;

        protected override void Begin() => _hasTurned = false;

        protected override void ExchangeMemory(Snapshot snapshot)
        {
            snapshot.Numbers(_sizes);
            snapshot.Numbers(_previous);
            _hasTurned = snapshot.Flag(_hasTurned);
        }

        protected override double Change(int i, double slope)
        {
            // The signs, since the product of two tiny slopes would vanish.
            var turn = PortableMath.Sign(slope) * PortableMath.Sign(_previous[i]);
            if (turn != 0 || !_isOptax)
                _sizes[i] = Math.Clamp(_sizes[i] * (turn > 0 ? _grow : turn < 0 ? _shrink : 1), _shortest, _longest);

            _hasTurned |= turn < 0;
            _previous[i] = turn < 0 ? 0 : slope;
            return -_sizes[i] * PortableMath.Sign(_previous[i]);
        }
    }
}
