namespace Calculus.Learning.DataSets;

/// <summary>A straight line with noise.</summary>
internal sealed class LineDataSet : CurveDataSet
{
    /// <inheritdoc/>
    public override string Name => "line";

    /// <inheritdoc/>
    public override string Title => "Line with noise";

    /// <inheritdoc/>
    public override string Sentence => "Points near a straight line of slope 2 and intercept 1: a linear model finds them again.";

    /// <inheritdoc/>
    public override string Latex => @"y = 2x + 1 + \varepsilon,\quad \varepsilon \sim \mathcal{N}(0, \text{noise}^2)";

    /// <inheritdoc/>
    protected override double Curve(double x) => (2 * x) + 1;
}
