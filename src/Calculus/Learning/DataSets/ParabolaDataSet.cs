namespace Calculus.Learning.DataSets;

/// <summary>A parabola with noise.</summary>
internal sealed class ParabolaDataSet : CurveDataSet
{
    /// <inheritdoc/>
    public override string Name => "parabola";

    /// <inheritdoc/>
    public override string Title => "Parabola with noise";

    /// <inheritdoc/>
    public override string Sentence => "Points near a parabola: no straight line fits them, a network with one hidden layer does.";

    /// <inheritdoc/>
    public override string Latex => @"y = x^2 + \varepsilon,\quad \varepsilon \sim \mathcal{N}(0, \text{noise}^2)";

    /// <inheritdoc/>
    protected override double Curve(double x) => x * x;
}
