namespace Calculus.Learning.DataSets;

/// <summary>The exclusive or of two signs.</summary>
internal sealed class XorDataSet : PlaneDataSet
{
    /// <inheritdoc/>
    public override string Name => "xor";

    /// <inheritdoc/>
    public override string Title => "Exclusive or";

    /// <inheritdoc/>
    public override string Sentence => "Points of a square; class 1 where the signs of the two features differ, so that neither feature alone tells anything.";

    /// <inheritdoc/>
    public override string Latex => @"y = [x_1 x_2 < 0],\quad |x_1|, |x_2| \le 1";

    /// <inheritdoc/>
    public override double DefaultNoise => 0;

    // Quadrants take turns within a class; points on the axes belong to none and have probability 0.
    internal override (double X1, double X2) Position(int label, double share, RandomStream random)
    {
        var (x1, x2) = (random.Between(-1, 1), random.Uniform());
        return (x1, (x1 < 0) == (label == 0) ? -x2 : x2);
    }
}
