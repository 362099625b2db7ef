namespace Calculus.Learning.DataSets;

/// <summary>Points of the plane in classes that take turns: the first point belongs to class 0, the next to class 1, and so on.</summary>
internal abstract class PlaneDataSet : DataSetDefinition
{
    /// <inheritdoc/>
    public override IReadOnlyList<string> Features => ["x1", "x2"];

    /// <inheritdoc/>
    public override int Classes => 2;

    /// <summary>Where a point would be without noise.</summary>
    /// <param name="label">Its class.</param>
    /// <param name="share">How far along its class it stands, from 0 for the first point to 1 for the last.</param>
    /// <param name="random">The random numbers.</param>
    internal abstract (double X1, double X2) Position(int label, double share, RandomStream random);

    internal override double[] PointOf(int i, int points, double noise, RandomStream random)
    {
        var (label, own) = (i % Classes, (points - (i % Classes) + Classes - 1) / Classes);
        var (x1, x2) = Position(label, own > 1 ? i / Classes / (own - 1.0) : 0, random);
        return [x1 + (noise * random.Normal()), x2 + (noise * random.Normal()), label];
    }
}
