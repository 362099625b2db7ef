using Calculus.Checkpoints;
using Calculus.Optimization.FirstOrder;

namespace Calculus.Optimization.LineSearches;

/// <summary>
/// Newton's method with a line search (J. Nocedal and S. Wright, <em>Numerical Optimization</em>, 2006, algorithm 3.2): where the Hessian is not
/// positive definite, a <see cref="ModifiedCholesky"/> makes the direction one that leads down.
/// </summary>
internal sealed class Newton : OptimizerDefinition
{
    // The Hessian is built column by column and factorised in each step.
    private const int MostCoordinates = 512;

    /// <inheritdoc/>
    public override string Name => "newton";

    /// <inheritdoc/>
    public override string Title => "Newton's method";

    /// <inheritdoc/>
    public override string Sentence => "Goes to the lowest point of the parabola that has the function's slope and curvature; near a saddle the curvature is mended so that it still leads down.";

    /// <inheritdoc/>
    public override Source Source { get; } = new("P. E. Gill and W. Murray", 1974, "Newton-type methods for unconstrained and linearly constrained optimization. Mathematical Programming 7");

    /// <inheritdoc/>
    public override string Latex => @"x_{t}=x_{t-1}-\alpha_{t}\left(\nabla^{2}f(x_{t-1})+E_{t}\right)^{-1}\nabla f(x_{t-1})";

    /// <inheritdoc/>
    public override IReadOnlyList<Parameter> Parameters { get; } = [WolfeParameters.C1, WolfeParameters.C2(0.9), Sgd.Maximize];

    /// <inheritdoc/>
    public override double? DefaultGradientTolerance => 1e-8;

    /// <inheritdoc/>
    public override bool AllowsBox => false;

    /// <inheritdoc/>
    protected override Optimizer Start(Settings settings, int dimension)
    {
        WolfeParameters.CheckDimension(settings, dimension, MostCoordinates, "computes the whole Hessian in each step");
        return new Rule(WolfeParameters.Checked(settings), dimension);
    }

    private sealed class Rule(Settings settings, int dimension) : LineSearchOptimizer(settings, dimension)
    {
        private readonly double[] _added = new double[1];

        /// <summary>The search direction, and the largest number that was added to the Hessian's diagonal: 0 where it curves upwards everywhere.</summary>
        public override IReadOnlyList<InternalState> Internals => [.. base.Internals, new("E", _added)];

        internal override void Exchange(Snapshot snapshot)
        {
            base.Exchange(snapshot);
            snapshot.Numbers(_added);
        }

        protected override void Choose(Iterate at, ReadOnlySpan<double> gradient, Span<double> direction)
        {
            _added[0] = 0;
            for (var i = 0; i < direction.Length; i++) direction[i] = -gradient[i];
            if (Hessian(at, direction.Length) is not { } hessian) return;

            var factors = new ModifiedCholesky(hessian);
            _added[0] = factors.Added;
            factors.Solve(direction, direction);
        }

        // Null where it has no finite value: the direction is then that of steepest descent.
        private double[,]? Hessian(Iterate at, int n)
        {
            var (hessian, unit, column) = (new double[n, n], new double[n], new double[n]);
            for (var j = 0; j < n; j++)
            {
                unit[j] = 1;
                at.HessianVectorProduct(unit, column);
                unit[j] = 0;
                if (!Vectors.AreFinite(column)) return null;
                for (var i = 0; i < n; i++) hessian[i, j] = Sign * column[i];
            }

            for (var i = 0; i < n; i++)
            {
                for (var j = 0; j < i; j++) hessian[i, j] = hessian[j, i] = (hessian[i, j] / 2) + (hessian[j, i] / 2);
            }

            return hessian;
        }
    }
}
