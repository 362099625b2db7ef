namespace Calculus.Learning.DataSets;

/// <summary>The data sets that have a name.</summary>
internal static class NamedDataSets
{
    /// <summary>All of them, the simplest first.</summary>
    public static IReadOnlyList<DataSetDefinition> All { get; } =
    [
        new AdvertisingDataSet(), new LineDataSet(), new ParabolaDataSet(), new BlobsDataSet(), new XorDataSet(), new CirclesDataSet(), new MoonsDataSet(), new SpiralsDataSet(),
    ];

    /// <summary>The data set of a name; null where there is none.</summary>
    public static DataSetDefinition? Find(string name) => All.FirstOrDefault(definition => string.Equals(definition.Name, name, StringComparison.Ordinal));
}
