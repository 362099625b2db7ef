namespace Calculus.Learning.DataSets;

/// <summary>Points near a curve y = f(x) over -1 to 1, evenly spaced.</summary>
internal abstract class CurveDataSet : DataSetDefinition
{
    /// <inheritdoc/>
    public override IReadOnlyList<string> Features => ["x"];

    /// <inheritdoc/>
    public override int Classes => 0;

    /// <inheritdoc/>
    public override double DefaultNoise => 0.1;

    /// <summary>The curve.</summary>
    protected abstract double Curve(double x);

    internal override double[] PointOf(int i, int points, double noise, RandomStream random)
    {
        var x = (2.0 * i / (points - 1)) - 1;
        return [x, Curve(x) + (noise * random.Normal())];
    }
}
