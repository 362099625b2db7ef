using Calculus.Optimization.LineSearches;

namespace Calculus.Optimization.LeastSquares;

/// <summary>
/// The method of Gauss and Newton with a line search (J. Nocedal and S. Wright, <em>Numerical Optimization</em>, 2006, section 10.3). Where J has not
/// full rank the shortest step is taken.
/// </summary>
internal sealed class GaussNewton : OptimizerDefinition
{
    /// <inheritdoc/>
    public override string Name => "gauss_newton";

    /// <inheritdoc/>
    public override string Title => "Gauss–Newton";

    /// <inheritdoc/>
    public override string Sentence => "For sums of squares: takes each residual for a straight line, solves the linear problem and searches along its solution. A function whose value is a vector is the list of residuals.";

    /// <inheritdoc/>
    public override Source Source { get; } = new("C. F. Gauss", 1809, "Theoria motus corporum coelestium in sectionibus conicis solem ambientium. Perthes und Besser, Hamburg");

    /// <inheritdoc/>
    public override string Latex => @"x_{t}=x_{t-1}-\alpha_{t}J^{+}r(x_{t-1}),\quad f=\sum_{i}r_{i}^{2},\quad J_{ij}=\frac{\partial r_{i}}{\partial x_{j}}(x_{t-1})";

    /// <inheritdoc/>
    public override IReadOnlyList<Parameter> Parameters { get; } = [WolfeParameters.C1, WolfeParameters.C2(0.9)];

    /// <inheritdoc/>
    public override double? DefaultGradientTolerance => 1e-8;

    /// <inheritdoc/>
    public override bool AllowsBox => false;

    /// <inheritdoc/>
    public override bool TakesSumOfSquares => true;

    /// <inheritdoc/>
    protected override Optimizer Start(Settings settings, int dimension)
    {
        WolfeParameters.CheckDimension(settings, dimension, Jacobian.MostCoordinates, "factorises the Jacobian in each step");
        return new Rule(WolfeParameters.Checked(settings), dimension);
    }

    private sealed class Rule(Settings settings, int dimension) : LineSearchOptimizer(settings, dimension)
    {
        public override bool TakesSumOfSquares => true;

        // Where the Jacobian is not finite, -∇f is all that is known.
        protected override void Choose(Iterate at, ReadOnlySpan<double> gradient, Span<double> direction)
        {
            for (var i = 0; i < direction.Length; i++) direction[i] = -gradient[i];
            if (Jacobian.At(at) is { } linear) linear.Shortest().CopyTo(direction);
        }
    }
}
