using Calculus.Optimization.FirstOrder;

namespace Calculus.Optimization.LineSearches;

/// <summary>Steepest descent with a line search (J. Nocedal and S. Wright, <em>Numerical Optimization</em>, 2006, section 3.3).</summary>
internal sealed class SteepestDescent : OptimizerDefinition
{
    /// <inheritdoc/>
    public override string Name => "steepest_descent";

    /// <inheritdoc/>
    public override string Title => "Steepest descent";

    /// <inheritdoc/>
    public override string Sentence => "Goes against the gradient and searches along that line for a good length, so that it needs no learning rate.";

    /// <inheritdoc/>
    public override Source Source { get; } = new("P. Wolfe", 1969, "Convergence conditions for ascent methods. SIAM Review 11");

    /// <inheritdoc/>
    public override string Latex => @"x_{t}=x_{t-1}-\alpha_{t}\nabla f(x_{t-1})";

    /// <inheritdoc/>
    public override IReadOnlyList<Parameter> Parameters { get; } = [WolfeParameters.C1, WolfeParameters.C2(0.1), Sgd.Maximize];

    /// <inheritdoc/>
    public override double? DefaultGradientTolerance => 1e-8;

    /// <inheritdoc/>
    public override bool AllowsBox => false;

    /// <inheritdoc/>
    protected override Optimizer Start(Settings settings, int dimension) => new Rule(WolfeParameters.Checked(settings), dimension);

    private sealed class Rule(Settings settings, int dimension) : LineSearchOptimizer(settings, dimension)
    {
        protected override void Choose(Iterate at, ReadOnlySpan<double> gradient, Span<double> direction)
        {
            for (var i = 0; i < direction.Length; i++) direction[i] = -gradient[i];
        }

        protected override double FirstLength(double slope, double gradientNorm) => AsBefore(slope) ?? ShortFirst(gradientNorm);
    }
}
