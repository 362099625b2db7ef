namespace CalcApi.Http.Requests;

/// <summary>A point as a request gives it: values by name, or a bare value where there is one variable.</summary>
public sealed record Point
{
    /// <summary>The bare value, where no names were given.</summary>
    public Value? Bare { get; init; }

    /// <summary>The values by name; empty where the point is a bare value.</summary>
    public IReadOnlyDictionary<string, Value> Named { get; init; } = new Dictionary<string, Value>(StringComparer.Ordinal);
}
