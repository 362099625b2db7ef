namespace Calculus.Optimization.LineSearches;

/// <summary>What quasi-Newton rules ask of a step before they learn from it.</summary>
internal static class Quadratic
{
    /// <summary>True where F curves upwards along a step, beyond what rounding can feign, so that a positive definite matrix stays one.</summary>
    /// <param name="step">s.</param>
    /// <param name="change">y, the change of the gradient along it.</param>
    /// <param name="curvature">s·y.</param>
    public static bool Curves(ReadOnlySpan<double> step, ReadOnlySpan<double> change, double curvature) =>
        double.IsFinite(curvature) && curvature > 1e-15 * Vectors.Norm(step) * Vectors.Norm(change) && double.IsFinite(1 / curvature);
}
