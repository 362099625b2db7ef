namespace Calculus.Learning.DataSets;

/// <summary>A circle within a circle.</summary>
internal sealed class CirclesDataSet : PlaneDataSet
{
    /// <inheritdoc/>
    public override string Name => "circles";

    /// <inheritdoc/>
    public override string Title => "Two circles";

    /// <inheritdoc/>
    public override string Sentence => "A circle of radius 1/2 within one of radius 1: what separates them is a closed curve.";

    /// <inheritdoc/>
    public override string Latex => @"(\cos t, \sin t)\ \text{and}\ \tfrac{1}{2}(\cos t, \sin t),\quad 0 \le t \le 2\pi";

    /// <inheritdoc/>
    public override double DefaultNoise => 0.05;

    internal override (double X1, double X2) Position(int label, double share, RandomStream random)
    {
        var radius = label == 0 ? 1 : 0.5;
        var (cosine, sine) = UnitCircle.At(share);
        return (radius * cosine, radius * sine);
    }
}
