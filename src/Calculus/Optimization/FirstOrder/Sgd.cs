namespace Calculus.Optimization.FirstOrder;

/// <summary>
/// Stochastic gradient descent as <c>torch.optim.SGD</c> computes it, operation by operation. With momentum it is Polyak's
/// heavy ball (1964) with an unscaled buffer; the first buffer is the first gradient, undamped. The presets
/// <see cref="GradientDescent"/>, <see cref="Momentum"/> and <see cref="Nesterov"/> are this rule with other defaults.
/// </summary>
internal sealed class Sgd : OptimizerDefinition
{
    /// <inheritdoc/>
    public override string Name => "sgd";

    /// <inheritdoc/>
    public override string Title => "SGD";

    /// <inheritdoc/>
    public override string Sentence =>
        "Steps against the gradient, with momentum, Nesterov's look-ahead and weight decay where they are asked for.";

    /// <inheritdoc/>
    public override Source Source { get; } =
        new("H. Robbins and S. Monro", 1951, "A stochastic approximation method. Annals of Mathematical Statistics 22");

    /// <inheritdoc/>
    public override string Latex => @"b_{t}=\mu b_{t-1}+(1-\tau)g_{t},\quad x_{t}=x_{t-1}-\gamma b_{t}";

    /// <inheritdoc/>
    public override IReadOnlyList<Parameter> Parameters { get; } =
    [
        LearningRate, MomentumOf(0), Dampening, NesterovOf(false), WeightDecay, Maximize,
    ];

    internal static Parameter LearningRate { get; } =
        new("lr", 1e-3, "The learning rate. A step goes this far where the gradient is 1.") { Minimum = 0 };

    internal static Parameter Dampening { get; } =
        new("dampening", 0.0, "How much of each new gradient the momentum leaves out.");

    internal static Parameter WeightDecay { get; } =
        new("weight_decay", 0.0, "Adds this times the point to the gradient. It pulls the point towards 0.") { Minimum = 0 };

    internal static Parameter Maximize { get; } =
        new("maximize", false, "Climbs instead of going down.");

    internal static Parameter MomentumOf(double initial) =>
        new("momentum", initial, "How much of the last step's direction is kept.") { Minimum = 0 };

    internal static Parameter NesterovOf(bool initial) =>
        new("nesterov", initial, "Looks ahead along the momentum. It needs a momentum and no dampening.");

    /// <inheritdoc/>
    public override IReadOnlyList<OptimizerDialect> Dialects { get; } = SgdDialects.WithMomentum(0, looksAhead: null);

    /// <inheritdoc/>
    protected override Optimizer Start(Settings settings, int dimension)
    {
        if (settings.Dialect is DialectNames.PyTorch && settings.Flag("nesterov") && (settings.Number("momentum") == 0 || settings.Number("dampening") != 0))
            throw new DescentException("optimizer.nesterov", "'nesterov' needs a 'momentum' above 0 and a 'dampening' of 0.");

        return new SgdRule(settings, settings.Number("momentum"), settings.Flag("nesterov"), dimension);
    }
}
