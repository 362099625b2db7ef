using Calculus.Checkpoints;
using Calculus.Optimization.FirstOrder;

namespace Calculus.Optimization.LineSearches;

/// <summary>
/// Nonlinear conjugate gradients with the factor of Polak and Ribière, never below 0 (J. Nocedal and S. Wright, <em>Numerical
/// Optimization</em>, 2006, equation 5.45): where the factor is 0, or the direction leads upwards, it starts afresh against the gradient.
/// </summary>
internal sealed class ConjugateGradient : OptimizerDefinition
{
    /// <inheritdoc/>
    public override string Name => "conjugate_gradient";

    /// <inheritdoc/>
    public override string Title => "Conjugate gradients";

    /// <inheritdoc/>
    public override string Sentence => "Bends each direction so that it does not undo the step before, and searches along it; it remembers only one vector.";

    /// <inheritdoc/>
    public override Source Source { get; } = new("E. Polak and G. Ribière", 1969,
        "Note sur la convergence de méthodes de directions conjuguées. Revue française d'informatique et de recherche opérationnelle 3");

    /// <inheritdoc/>
    public override string Latex =>
        @"p_{t}=-g_{t}+\max\left(0,\frac{g_{t}^{\top}(g_{t}-g_{t-1})}{\lVert g_{t-1}\rVert^{2}}\right)p_{t-1},\quad x_{t+1}=x_{t}+\alpha_{t}p_{t},\quad g_{t}=\nabla f(x_{t})";

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
        private readonly double[] _gradient = new double[dimension];

        internal override void Exchange(Snapshot snapshot)
        {
            base.Exchange(snapshot);
            snapshot.Numbers(_gradient);
        }

        protected override void Choose(Iterate at, ReadOnlySpan<double> gradient, Span<double> direction)
        {
            var factor = 0.0;
            if (Last is not null)
            {
                var change = 0.0;
                for (var i = 0; i < direction.Length; i++) change += gradient[i] * (gradient[i] - _gradient[i]);
                factor = Math.Max(0, change / Vectors.Dot(_gradient, _gradient));
            }

            // A direction that keeps nothing of the one before also takes nothing of its scale; 0·∞ would be no number.
            if (!double.IsFinite(factor)) factor = 0;
            for (var i = 0; i < direction.Length; i++) direction[i] = -gradient[i] + (factor == 0 ? 0 : factor * direction[i]);
            gradient.CopyTo(_gradient);
        }

        protected override double FirstLength(double slope, double gradientNorm) => AsBefore(slope) ?? ShortFirst(gradientNorm);
    }
}
