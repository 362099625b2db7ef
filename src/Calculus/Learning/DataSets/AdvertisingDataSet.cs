namespace Calculus.Learning.DataSets;

/// <summary>Radio advertising and sales in four markets: the example of the ML Glossary's chapter on linear regression.</summary>
internal sealed class AdvertisingDataSet : DataSetDefinition
{
    /// <inheritdoc/>
    public override string Name => "advertising";

    /// <inheritdoc/>
    public override string Title => "Radio advertising";

    /// <inheritdoc/>
    public override string Sentence => "Money spent on radio advertising and what was sold, in four markets: a line with slope 0.0436 and intercept 15.53 fits best.";

    /// <inheritdoc/>
    public override string Latex => @"(37.8, 22.1),\ (39.3, 10.4),\ (45.9, 18.3),\ (41.3, 18.5)";

    /// <inheritdoc/>
    public override IReadOnlyList<string> Features => ["radio"];

    /// <inheritdoc/>
    public override string Target => "sales";

    /// <inheritdoc/>
    public override int Classes => 0;

    /// <inheritdoc/>
    public override int DefaultPoints => 4;

    /// <inheritdoc/>
    public override double DefaultNoise => 0;

    /// <inheritdoc/>
    public override bool IsMade => false;

    internal override double[] PointOf(int i, int points, double noise, RandomStream random) => i switch
    {
        0 => [37.8, 22.1],
        1 => [39.3, 10.4],
        2 => [45.9, 18.3],
        _ => [41.3, 18.5],
    };
}
