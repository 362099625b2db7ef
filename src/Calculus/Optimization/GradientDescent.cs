namespace Calculus.Optimization;

/// <summary>Plain gradient descent (Cauchy, 1847): <see cref="Sgd"/> without momentum.</summary>
public sealed class GradientDescent : OptimizerDefinition
{
    /// <inheritdoc/>
    public override string Name => "gradient_descent";

    /// <inheritdoc/>
    public override string Sentence => "Steps against the gradient, by the learning rate times its length.";

    /// <inheritdoc/>
    public override string Latex => @"x_{t}=x_{t-1}-\gamma\nabla f(x_{t-1})";

    /// <inheritdoc/>
    public override IReadOnlyList<Parameter> Parameters { get; } = [Sgd.LearningRate, Sgd.WeightDecay, Sgd.Maximize];

    /// <inheritdoc/>
    protected override Optimizer Start(Settings settings, int dimension) => new SgdRule(settings, 0, nesterov: false, dimension);
}
