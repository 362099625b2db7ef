namespace Calculus.Optimization.LeastSquares;

/// <summary>The residuals of an objective as straight lines around a point.</summary>
internal static class Jacobian
{
    /// <summary>The most coordinates; the work of a step grows with their third power.</summary>
    public const int MostCoordinates = 512;

    /// <summary>The linear problem at the present point; null where a residual or a derivative has no finite value.</summary>
    /// <param name="at">Where the descent stands; its objective is a sum of squares.</param>
    public static Linearization? At(Iterate at)
    {
        var objective = (ILeastSquaresObjective)at.Objective;
        var residuals = new double[objective.Residuals];
        var jacobian = new double[objective.Residuals * objective.Dimension];
        at.ResidualsAndJacobian(residuals, jacobian);
        return Vectors.AreFinite(residuals) && Vectors.AreFinite(jacobian) ? new(residuals, jacobian, objective.Dimension) : null;
    }
}
