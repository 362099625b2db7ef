namespace CalcRuns;

/// <summary>Where runs are kept, and how many there may be.</summary>
public sealed record RunSettings
{
    /// <summary>The folder of the store.</summary>
    public required string Folder { get; init; }

    /// <summary>How many runs there may be at the same time.</summary>
    public required int InAll { get; init; }

    /// <summary>How long results are kept.</summary>
    public required TimeSpan Kept { get; init; }
}
