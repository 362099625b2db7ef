namespace Calculus.Optimization.FirstOrder;

/// <summary>Plain gradient descent (Cauchy, 1847): <see cref="Sgd"/> without momentum.</summary>
internal sealed class GradientDescent : OptimizerDefinition
{
    /// <inheritdoc/>
    public override string Name => "gradient_descent";

    /// <inheritdoc/>
    public override string Title => "Gradient descent";

    /// <inheritdoc/>
    public override string SameAs => "sgd";

    /// <inheritdoc/>
    public override string Sentence => "Steps against the gradient, by the learning rate times its length.";

    /// <inheritdoc/>
    public override Source Source { get; } =
        new("A. Cauchy", 1847, "Méthode générale pour la résolution des systèmes d'équations simultanées. Comptes rendus de l'Académie des sciences 25");

    /// <inheritdoc/>
    public override string Latex => @"x_{t}=x_{t-1}-\gamma\nabla f(x_{t-1})";

    /// <inheritdoc/>
    public override IReadOnlyList<Parameter> Parameters { get; } = [Sgd.LearningRate, Sgd.WeightDecay, Sgd.Maximize];

    /// <inheritdoc/>
    public override IReadOnlyList<OptimizerDialect> Dialects => SgdDialects.Plain;

    /// <inheritdoc/>
    protected override Optimizer Start(Settings settings, int dimension) => new SgdRule(settings, 0, nesterov: false, dimension);
}
