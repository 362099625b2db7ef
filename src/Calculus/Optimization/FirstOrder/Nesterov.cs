namespace Calculus.Optimization.FirstOrder;

/// <summary>
/// Nesterov's accelerated gradient (1983) in the form of Sutskever and others (2013): <see cref="Sgd"/> with a momentum of
/// 0.9 and the look-ahead on.
/// </summary>
internal sealed class Nesterov : OptimizerDefinition
{
    /// <inheritdoc/>
    public override string Name => "nesterov";

    /// <inheritdoc/>
    public override string Title => "Nesterov";

    /// <inheritdoc/>
    public override string Sentence => "Momentum that looks ahead: it corrects its course before it has overshot.";

    /// <inheritdoc/>
    public override Source Source { get; } =
        new("Y. Nesterov", 1983, "A method for solving the convex programming problem with convergence rate O(1/k²). Soviet Mathematics Doklady 27");

    /// <inheritdoc/>
    public override string Latex => @"b_{t}=\mu b_{t-1}+g_{t},\quad x_{t}=x_{t-1}-\gamma(g_{t}+\mu b_{t}),\quad g_{t}=\nabla f(x_{t-1})";

    /// <inheritdoc/>
    public override IReadOnlyList<Parameter> Parameters { get; } =
        [Sgd.LearningRate, Sgd.MomentumOf(0.9), Sgd.WeightDecay, Sgd.Maximize];

    /// <inheritdoc/>
    public override IReadOnlyList<OptimizerDialect> Dialects { get; } = SgdDialects.WithMomentum(0.9, looksAhead: true);

    /// <inheritdoc/>
    protected override Optimizer Start(Settings settings, int dimension) => settings.Number("momentum") > 0
        ? new SgdRule(settings, settings.Number("momentum"), nesterov: true, dimension)
        : throw new DescentException("optimizer.momentum", "'momentum' of the optimizer 'nesterov' must be above 0.");
}
