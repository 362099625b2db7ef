namespace Calculus.Learning.DataSets;

/// <summary>Two spirals that wind around each other.</summary>
internal sealed class SpiralsDataSet : PlaneDataSet
{
    private const double Radius = 5, Turns = 1.75;

    /// <inheritdoc/>
    public override string Name => "spirals";

    /// <inheritdoc/>
    public override string Title => "Two spirals";

    /// <inheritdoc/>
    public override string Sentence => "Two spirals of 1.75 turns that wind around each other: hard for a small network.";

    /// <inheritdoc/>
    public override string Latex => @"\pm 5s\,(\sin(3.5\pi s), \cos(3.5\pi s)),\quad 0 \le s \le 1";

    /// <inheritdoc/>
    public override double DefaultNoise => 0.1;

    internal override (double X1, double X2) Position(int label, double share, RandomStream random)
    {
        var (cosine, sine) = UnitCircle.At(Turns * share);
        var radius = label == 0 ? Radius * share : -Radius * share;
        return (radius * sine, radius * cosine);
    }
}
