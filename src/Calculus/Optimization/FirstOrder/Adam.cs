namespace Calculus.Optimization.FirstOrder;

/// <summary>
/// Adam (Kingma and Ba, 2015) as <c>torch.optim.Adam</c> computes it: the rate is divided by the first bias correction, the
/// root by the root of the second, and eps is added last. AMSGrad is that of Reddi and others (2018).
/// </summary>
public sealed class Adam : OptimizerDefinition
{
    /// <inheritdoc/>
    public override string Name => "adam";

    /// <inheritdoc/>
    public override string Title => "Adam";

    /// <inheritdoc/>
    public override string Sentence => "Gives each coordinate a step size of its own, from running means of its slope and of the square of its slope.";

    /// <inheritdoc/>
    public override Source Source { get; } =
        new("D. P. Kingma and J. Ba", 2015, "Adam: A method for stochastic optimization. International Conference on Learning Representations");

    /// <inheritdoc/>
    public override string Latex =>
        @"m_{t}=\beta_{1}m_{t-1}+(1-\beta_{1})g_{t},\quad v_{t}=\beta_{2}v_{t-1}+(1-\beta_{2})g_{t}^{2},\quad " +
        @"x_{t}=x_{t-1}-\gamma\frac{m_{t}/(1-\beta_{1}^{t})}{\sqrt{v_{t}/(1-\beta_{2}^{t})}+\epsilon}";

    /// <inheritdoc/>
    public override IReadOnlyList<Parameter> Parameters { get; } =
    [
        Sgd.LearningRate with { Sentence = "The learning rate. Each coordinate moves about this far in a step." },
        new("betas", new[] { 0.9, 0.999 }, "How much the running means of the gradient and of its square keep.") { Minimum = 0, Below = 1 },
        new("eps", 1e-8, "Added to the root, so that nothing is divided by 0.") { Minimum = 0 },
        Sgd.WeightDecay,
        new("amsgrad", false, "Divides by the largest running mean of squares so far. Without it the present one is used."),
        Sgd.Maximize,
    ];

    /// <inheritdoc/>
    protected override Optimizer Start(Settings settings, int dimension) => new Rule(settings, dimension);

    private sealed class Rule(Settings settings, int dimension) : FirstOrderOptimizer(settings)
    {
        private readonly double _beta1 = settings.Number("betas", 0);
        private readonly double _beta2 = settings.Number("betas", 1);
        private readonly double _eps = settings.Number("eps");
        private readonly double[] _mean = new double[dimension];
        private readonly double[] _meanSquare = new double[dimension];
        private readonly double[] _largest = settings.Flag("amsgrad") ? new double[dimension] : [];
        private long _step;

        public override double? StabilityFactor => null;

        public override IReadOnlyList<InternalState> Internals => _largest.Length > 0
            ? [new("m", _mean), new("v", _meanSquare), new("v_max", _largest)]
            : [new("m", _mean), new("v", _meanSquare)];

        public override void Step(Span<double> point, ReadOnlySpan<double> gradient)
        {
            _step++;
            var stepSize = LearningRate / (1 - Math.Pow(_beta1, _step));
            var correction = Math.Sqrt(1 - Math.Pow(_beta2, _step));

            for (var i = 0; i < point.Length; i++)
            {
                var g = Slope(gradient[i], point[i]);
                _mean[i] = Lerp(_mean[i], g, 1 - _beta1);
                _meanSquare[i] = (_meanSquare[i] * _beta2) + ((1 - _beta2) * g * g);

                var square = _meanSquare[i];
                if (_largest.Length > 0) square = _largest[i] = Math.Max(_largest[i], square);

                point[i] += -stepSize * _mean[i] / ((Math.Sqrt(square) / correction) + _eps);
            }
        }

        // torch.lerp: from whichever end is nearer, so that a weight of 1 gives the end exactly.
        private static double Lerp(double start, double end, double weight) =>
            weight < 0.5 ? start + (weight * (end - start)) : end - ((end - start) * (1 - weight));
    }
}
