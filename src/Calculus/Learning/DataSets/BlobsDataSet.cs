namespace Calculus.Learning.DataSets;

/// <summary>Three clouds of points.</summary>
internal sealed class BlobsDataSet : PlaneDataSet
{
    /// <inheritdoc/>
    public override string Name => "blobs";

    /// <inheritdoc/>
    public override string Title => "Three blobs";

    /// <inheritdoc/>
    public override string Sentence => "Three round clouds of points, a class each: softmax regression separates them by straight lines.";

    /// <inheritdoc/>
    public override string Latex => @"\mathcal{N}(c_k, \text{noise}^2 I),\quad c_k = 2\,(\cos \tfrac{2\pi k}{3}, \sin \tfrac{2\pi k}{3})";

    /// <inheritdoc/>
    public override int Classes => 3;

    /// <inheritdoc/>
    public override double DefaultNoise => 0.5;

    internal override (double X1, double X2) Position(int label, double share, RandomStream random)
    {
        var (cosine, sine) = UnitCircle.At(label / 3.0);
        return (2 * cosine, 2 * sine);
    }
}
