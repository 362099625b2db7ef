namespace Calculus.Optimization.FirstOrder;

/// <summary>Gradient descent with momentum (Polyak, 1964): <see cref="Sgd"/> with a momentum of 0.9.</summary>
internal sealed class Momentum : OptimizerDefinition
{
    /// <inheritdoc/>
    public override string Name => "momentum";

    /// <inheritdoc/>
    public override string Title => "Momentum";

    /// <inheritdoc/>
    public override string Sentence => "A heavy ball: each step keeps a part of the last one, so that it gathers speed along a valley.";

    /// <inheritdoc/>
    public override Source Source { get; } =
        new("B. T. Polyak", 1964, "Some methods of speeding up the convergence of iteration methods. USSR Computational Mathematics and Mathematical Physics 4");

    /// <inheritdoc/>
    public override string Latex => @"b_{t}=\mu b_{t-1}+(1-\tau)\nabla f(x_{t-1}),\quad x_{t}=x_{t-1}-\gamma b_{t}";

    /// <inheritdoc/>
    public override IReadOnlyList<Parameter> Parameters { get; } =
        [Sgd.LearningRate, Sgd.MomentumOf(0.9), Sgd.Dampening, Sgd.WeightDecay, Sgd.Maximize];

    /// <inheritdoc/>
    public override IReadOnlyList<OptimizerDialect> Dialects { get; } = SgdDialects.WithMomentum(0.9, looksAhead: false);

    /// <inheritdoc/>
    protected override Optimizer Start(Settings settings, int dimension) =>
        new SgdRule(settings, settings.Number("momentum"), nesterov: false, dimension);
}
