namespace Calculus.Learning.DataSets;

/// <summary>Two half circles that reach into each other, as scikit-learn's <c>make_moons</c> places them.</summary>
internal sealed class MoonsDataSet : PlaneDataSet
{
    /// <inheritdoc/>
    public override string Name => "moons";

    /// <inheritdoc/>
    public override string Title => "Two moons";

    /// <inheritdoc/>
    public override string Sentence => "Two half circles that reach into each other: no straight line separates them, a small network does.";

    /// <inheritdoc/>
    public override string Latex => @"(\cos t, \sin t)\ \text{and}\ (1 - \cos t, \tfrac{1}{2} - \sin t),\quad 0 \le t \le \pi";

    /// <inheritdoc/>
    public override double DefaultNoise => 0.1;

    internal override (double X1, double X2) Position(int label, double share, RandomStream random)
    {
        var (cosine, sine) = UnitCircle.At(share / 2);
        return label == 0 ? (cosine, sine) : (1 - cosine, 0.5 - sine);
    }
}
