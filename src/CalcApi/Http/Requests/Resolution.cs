namespace CalcApi.Http.Requests;

/// <summary>How many samples along each axis: one number for all of them, or one for each variable by its name.</summary>
public sealed record Resolution
{
    /// <summary>The number for every axis, where one was given.</summary>
    public int? All { get; init; }

    /// <summary>The numbers by variable; empty where one number was given for all.</summary>
    public IReadOnlyDictionary<string, int> Named { get; init; } = new Dictionary<string, int>(StringComparer.Ordinal);

    /// <summary>Every number given.</summary>
    public IEnumerable<int> Counts => All is { } all ? [all] : Named.Values;
}
