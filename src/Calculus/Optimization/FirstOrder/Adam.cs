namespace Calculus.Optimization.FirstOrder;

/// <summary>
/// Adam (Kingma and Ba, 2015) as <c>torch.optim.Adam</c> computes it: the rate is divided by the first bias correction, the
/// root by the root of the second, and eps is added last. AMSGrad is that of Reddi and others (2018).
/// </summary>
internal sealed class Adam : OptimizerDefinition
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
    public override string Latex => Means +
        @"x_{t}=x_{t-1}-\gamma\frac{m_{t}/(1-\beta_{1}^{t})}{\sqrt{v_{t}/(1-\beta_{2}^{t})}+\epsilon}";

    /// <inheritdoc/>
    public override IReadOnlyList<Parameter> Parameters { get; } =
        [Knobs.Rate(1e-3), Knobs.Betas(), Knobs.Eps(1e-8), Sgd.WeightDecay, Knobs.Amsgrad, Knobs.Decoupled, Sgd.Maximize];

    /// <inheritdoc/>
    public override IReadOnlyList<OptimizerDialect> Dialects { get; } =
    [
        new(DialectNames.Keras,
            [
                "'eps' is added to the root before the bias is corrected, the \"epsilon hat\" of the paper: while the correction is young it weighs more.",
                "'eps' is 1e-7 instead of 1e-8.",
                Knobs.KerasDecays,
            ],
            Means + @"x_{t}=x_{t-1}-\gamma\frac{\sqrt{1-\beta_{2}^{t}}}{1-\beta_{1}^{t}}\frac{m_{t}}{\sqrt{v_{t}}+\epsilon}",
            [Knobs.Rate(1e-3), Knobs.Betas(), Knobs.Eps(1e-7), Knobs.Amsgrad, Knobs.PointDecay(0)]),
        new(DialectNames.Optax,
            [
                Knobs.OptaxHasNoRate,
                "A second small number, 'eps_root', is added under the root.",
                "'nesterov' uses the mean one step ahead.",
                "'amsgrad' takes the largest of the corrected means of squares, as optax.amsgrad does; PyTorch takes it before the correction.",
                "There is no 'weight_decay'; optax.adamw has one.",
            ],
            Means + @"x_{t}=x_{t-1}-\gamma\frac{m_{t}/(1-\beta_{1}^{t})}{\sqrt{v_{t}/(1-\beta_{2}^{t})+\bar\epsilon}+\epsilon}",
            [Knobs.Rate(1e-3), Knobs.Betas(), Knobs.Eps(1e-8), Knobs.EpsRoot, Knobs.LookAhead, Knobs.Amsgrad]),
    ];

    /// <summary>The formula of both means.</summary>
    internal const string Means = @"m_{t}=\beta_{1}m_{t-1}+(1-\beta_{1})g_{t},\quad v_{t}=\beta_{2}v_{t-1}+(1-\beta_{2})g_{t}^{2},\quad ";

    /// <inheritdoc/>
    protected override Optimizer Start(Settings settings, int dimension) => settings.Flag("nesterov") && settings.Flag("amsgrad")
        ? throw new DescentException("optimizer.amsgrad", "'amsgrad' and 'nesterov' cannot be combined: optax has no such rule.")
        : new AdamRule(settings, dimension);
}
