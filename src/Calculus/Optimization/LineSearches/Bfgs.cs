using Calculus.Checkpoints;
using Calculus.Optimization.FirstOrder;

namespace Calculus.Optimization.LineSearches;

/// <summary>
/// BFGS (J. Nocedal and S. Wright, <em>Numerical Optimization</em>, 2006, algorithm 6.1): the inverse of the Hessian is built up from
/// changes of the gradient, at first in the scale of equation 6.20.
/// </summary>
internal sealed class Bfgs : OptimizerDefinition
{
    // The matrix has the square of this many entries.
    private const int MostCoordinates = 1_000;

    /// <inheritdoc/>
    public override string Name => "bfgs";

    /// <inheritdoc/>
    public override string Title => "BFGS";

    /// <inheritdoc/>
    public override string Sentence => "Learns the curvature from the way in which the gradient changes, and steps like Newton's method without second derivatives.";

    /// <inheritdoc/>
    public override Source Source { get; } = new("C. G. Broyden, R. Fletcher, D. Goldfarb and D. F. Shanno", 1970,
        "The convergence of a class of double-rank minimization algorithms, and three papers of the same year. Journal of the Institute of Mathematics and its Applications 6");

    /// <inheritdoc/>
    public override string Latex =>
        @"x_{t}=x_{t-1}-\alpha_{t}H_{t-1}\nabla f(x_{t-1}),\quad H_{t}=\left(I-\rho s y^{\top}\right)H_{t-1}\left(I-\rho y s^{\top}\right)+\rho s s^{\top},\quad " +
        @"s=x_{t}-x_{t-1},\ y=\nabla f(x_{t})-\nabla f(x_{t-1}),\ \rho=\frac{1}{y^{\top}s}";

    /// <inheritdoc/>
    public override IReadOnlyList<Parameter> Parameters { get; } = [WolfeParameters.C1, WolfeParameters.C2(0.9), Sgd.Maximize];

    /// <inheritdoc/>
    public override double? DefaultGradientTolerance => 1e-8;

    /// <inheritdoc/>
    public override bool AllowsBox => false;

    /// <inheritdoc/>
    protected override Optimizer Start(Settings settings, int dimension)
    {
        WolfeParameters.CheckDimension(settings, dimension, MostCoordinates, "keeps a matrix with a row and a column for each coordinate");
        return new Rule(WolfeParameters.Checked(settings), dimension);
    }

    private sealed class Rule(Settings settings, int dimension) : LineSearchOptimizer(settings, dimension)
    {
        // H, row by row, where anything has been learned.
        private readonly double[] _inverse = new double[dimension * dimension];
        private readonly double[] _turned = new double[dimension];
        private bool _hasLearned;

        internal override void Exchange(Snapshot snapshot)
        {
            base.Exchange(snapshot);
            _hasLearned = snapshot.Flag(_hasLearned);
            if (_hasLearned) snapshot.Numbers(_inverse);
        }

        protected override void Choose(Iterate at, ReadOnlySpan<double> gradient, Span<double> direction)
        {
            for (var i = 0; i < direction.Length; i++) direction[i] = _hasLearned ? -Vectors.Dot(Row(i), gradient) : -gradient[i];
        }

        protected override void Learn(ReadOnlySpan<double> step, ReadOnlySpan<double> change)
        {
            var curvature = Vectors.Dot(step, change);
            if (!Quadratic.Curves(step, change, curvature)) return;
            if (!_hasLearned) Scale(curvature / Vectors.Dot(change, change));
            _hasLearned = true;

            for (var i = 0; i < _turned.Length; i++) _turned[i] = Vectors.Dot(Row(i), change);
            var factor = (1 + (Vectors.Dot(change, _turned) / curvature)) / curvature;
            for (var i = 0; i < _turned.Length; i++)
            {
                var row = Row(i);
                for (var j = 0; j < row.Length; j++)
                    row[j] += (factor * step[i] * step[j]) - (((_turned[i] * step[j]) + (step[i] * _turned[j])) / curvature);
            }
        }

        protected override void Forget() => _hasLearned = false;

        protected override double FirstLength(double slope, double gradientNorm) => _hasLearned ? 1 : ShortFirst(gradientNorm);

        private Span<double> Row(int i) => _inverse.AsSpan(i * _turned.Length, _turned.Length);

        private void Scale(double factor)
        {
            Array.Clear(_inverse);
            for (var i = 0; i < _turned.Length; i++) Row(i)[i] = factor;
        }
    }
}
