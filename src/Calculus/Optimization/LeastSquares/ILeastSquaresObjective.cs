namespace Calculus.Optimization.LeastSquares;

/// <summary>An objective that is a sum of squares: f(x) = Σ rᵢ(x)².</summary>
public interface ILeastSquaresObjective : IObjective
{
    /// <summary>The number of residuals rᵢ, at least 1.</summary>
    int Residuals { get; }

    /// <summary>The residuals and their first derivatives at a point; NaN or infinite where there are none.</summary>
    /// <param name="x">The point.</param>
    /// <param name="residuals">Receives r(x), <see cref="Residuals"/> numbers.</param>
    /// <param name="jacobian">Receives J, row by row: entry i · <see cref="IObjective.Dimension"/> + j is ∂rᵢ/∂xⱼ.</param>
    void ResidualsAndJacobian(ReadOnlySpan<double> x, Span<double> residuals, Span<double> jacobian);
}
