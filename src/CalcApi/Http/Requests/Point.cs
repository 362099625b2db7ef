namespace CalcApi.Http.Requests;

/// <summary>A point: a number for each variable by its name, or a bare number where there is one variable.</summary>
public sealed record Point
{
    /// <summary>The bare value, where no names were given.</summary>
    public Value? Bare { get; init; }

    /// <summary>The values by name; empty where the point is a bare value.</summary>
    public IReadOnlyDictionary<string, Value> Named { get; init; } = new Dictionary<string, Value>(StringComparer.Ordinal);
}
