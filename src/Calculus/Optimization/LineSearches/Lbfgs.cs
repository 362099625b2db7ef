using Calculus.Checkpoints;
using Calculus.Optimization.FirstOrder;

namespace Calculus.Optimization.LineSearches;

/// <summary>
/// L-BFGS (J. Nocedal and S. Wright, <em>Numerical Optimization</em>, 2006, algorithms 7.4 and 7.5): BFGS from the last few steps
/// alone, in the scale of equation 7.20.
/// </summary>
internal sealed class Lbfgs : OptimizerDefinition
{
    /// <inheritdoc/>
    public override string Name => "lbfgs";

    /// <inheritdoc/>
    public override string Title => "L-BFGS";

    /// <inheritdoc/>
    public override string Sentence => "BFGS for many variables: it remembers the last few steps instead of a matrix.";

    /// <inheritdoc/>
    public override Source Source { get; } = new("D. C. Liu and J. Nocedal", 1989, "On the limited memory BFGS method for large scale optimization. Mathematical Programming 45");

    /// <inheritdoc/>
    public override string Latex =>
        @"x_{t}=x_{t-1}-\alpha_{t}H_{t-1}\nabla f(x_{t-1}),\quad H_{t}=\left(I-\rho_{t}s_{t}y_{t}^{\top}\right)H_{t-1}\left(I-\rho_{t}y_{t}s_{t}^{\top}\right)+\rho_{t}s_{t}s_{t}^{\top}\ \text{over the last}\ m\ \text{steps, from}\ \frac{s_{t}^{\top}y_{t}}{y_{t}^{\top}y_{t}}I";

    /// <inheritdoc/>
    public override IReadOnlyList<Parameter> Parameters { get; } =
    [
        new("history_size", 10.0, "How many steps are remembered.") { Minimum = 1, Below = 101, IsWhole = true },
        WolfeParameters.C1, WolfeParameters.C2(0.9), Sgd.Maximize,
    ];

    /// <inheritdoc/>
    public override double? DefaultGradientTolerance => 1e-8;

    /// <inheritdoc/>
    public override bool AllowsBox => false;

    /// <inheritdoc/>
    protected override Optimizer Start(Settings settings, int dimension) => new Rule(WolfeParameters.Checked(settings), dimension);

    private sealed class Rule(Settings settings, int dimension) : LineSearchOptimizer(settings, dimension)
    {
        private readonly int _most = (int)settings.Number("history_size");

        // s, y and 1/(s·y) of the last steps, the oldest first.
        private readonly List<(double[] Step, double[] Change, double Rho)> _memory = [];

        internal override void Exchange(Snapshot snapshot)
        {
            base.Exchange(snapshot);
            snapshot.List(_memory, static (each, step) => (each.Array(step.Step ?? []), each.Array(step.Change ?? []), each.Number(step.Rho)));
        }

        protected override void Choose(Iterate at, ReadOnlySpan<double> gradient, Span<double> direction)
        {
            for (var i = 0; i < direction.Length; i++) direction[i] = -gradient[i];
            if (_memory.Count == 0) return;

            var alphas = new double[_memory.Count];
            for (var k = _memory.Count - 1; k >= 0; k--)
            {
                var (step, change, rho) = _memory[k];
                alphas[k] = rho * Vectors.Dot(step, direction);
                for (var i = 0; i < direction.Length; i++) direction[i] -= alphas[k] * change[i];
            }

            var (_, last, inverse) = _memory[^1];
            var scale = 1 / (inverse * Vectors.Dot(last, last));
            for (var i = 0; i < direction.Length; i++) direction[i] *= scale;

            for (var k = 0; k < _memory.Count; k++)
            {
                var (step, change, rho) = _memory[k];
                var beta = rho * Vectors.Dot(change, direction);
                for (var i = 0; i < direction.Length; i++) direction[i] += (alphas[k] - beta) * step[i];
            }
        }

        protected override void Learn(ReadOnlySpan<double> step, ReadOnlySpan<double> change)
        {
            var curvature = Vectors.Dot(step, change);
            if (!Quadratic.Curves(step, change, curvature)) return;
            if (_memory.Count == _most) _memory.RemoveAt(0);
            _memory.Add((step.ToArray(), change.ToArray(), 1 / curvature));
        }

        protected override void Forget() => _memory.Clear();

        protected override double FirstLength(double slope, double gradientNorm) => _memory.Count > 0 ? 1 : ShortFirst(gradientNorm);
    }
}
