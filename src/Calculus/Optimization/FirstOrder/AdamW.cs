namespace Calculus.Optimization.FirstOrder;

/// <summary>AdamW (Loshchilov and Hutter, 2019) as <c>torch.optim.AdamW</c> computes it: <see cref="Adam"/> with a weight decay that acts on the point itself.</summary>
internal sealed class AdamW : OptimizerDefinition
{
    /// <inheritdoc/>
    public override string Name => "adamw";

    /// <inheritdoc/>
    public override string Title => "AdamW";

    /// <inheritdoc/>
    public override string Sentence => "Adam whose weight decay shrinks every coordinate by the same part, however steep it is there.";

    /// <inheritdoc/>
    public override Source Source { get; } =
        new("I. Loshchilov and F. Hutter", 2019, "Decoupled weight decay regularization. International Conference on Learning Representations");

    /// <inheritdoc/>
    public override string Latex => Adam.Means +
        @"x_{t}=x_{t-1}-\gamma\lambda x_{t-1}-\gamma\frac{m_{t}/(1-\beta_{1}^{t})}{\sqrt{v_{t}/(1-\beta_{2}^{t})}+\epsilon}";

    /// <inheritdoc/>
    public override IReadOnlyList<Parameter> Parameters { get; } =
        [Knobs.Rate(1e-3), Knobs.Betas(), Knobs.Eps(1e-8), Knobs.PointDecay(1e-2), Knobs.Amsgrad, Sgd.Maximize];

    /// <inheritdoc/>
    public override IReadOnlyList<OptimizerDialect> Dialects { get; } =
    [
        new(DialectNames.Keras,
            [
                "'eps' is added to the root before the bias is corrected, the \"epsilon hat\" of Adam's paper.",
                "'eps' is 1e-7 instead of 1e-8.",
                "'weight_decay' is 0.004 instead of 0.01.",
            ],
            Adam.Means + @"x_{t}=x_{t-1}-\gamma\lambda x_{t-1}-\gamma\frac{\sqrt{1-\beta_{2}^{t}}}{1-\beta_{1}^{t}}\frac{m_{t}}{\sqrt{v_{t}}+\epsilon}",
            [Knobs.Rate(1e-3), Knobs.Betas(), Knobs.Eps(1e-7), Knobs.PointDecay(0.004), Knobs.Amsgrad]),
        new(DialectNames.Optax,
            [
                Knobs.OptaxHasNoRate,
                "'weight_decay' is 0.0001 instead of 0.01.",
                "A second small number, 'eps_root', is added under the root.",
                "'nesterov' uses the mean one step ahead, and there is no 'amsgrad'.",
            ],
            Adam.Means + @"x_{t}=x_{t-1}-\gamma\lambda x_{t-1}-\gamma\frac{m_{t}/(1-\beta_{1}^{t})}{\sqrt{v_{t}/(1-\beta_{2}^{t})+\bar\epsilon}+\epsilon}",
            [Knobs.Rate(1e-3), Knobs.Betas(), Knobs.Eps(1e-8), Knobs.EpsRoot, Knobs.LookAhead, Knobs.PointDecay(1e-4)]),
    ];

    /// <inheritdoc/>
    protected override Optimizer Start(Settings settings, int dimension) => new AdamRule(settings, dimension, isDecoupled: true);
}
