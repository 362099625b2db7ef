using System.Text.Json;

namespace CalcApi.Mcp;

/// <summary>A tool as an assistant sees it. Schemas are written by hand, since those that are made of types are refused by some clients.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Title">Its name for people.</param>
/// <param name="Route">The route that it asks, below /api/v1.</param>
/// <param name="Sentence">When to use it, and what comes back.</param>
/// <param name="Input">The schema of its arguments.</param>
/// <param name="Output">The schema of its answer: an object none of whose members is required.</param>
internal sealed record ToolDescription(string Name, string Title, string Route, string Sentence, JsonElement Input, JsonElement Output)
{
    /// <summary>Members of the route's answer that are left out.</summary>
    public IReadOnlyList<string> LeftOut { get; init; } = [];

    /// <summary>Members of the question that are added where they are missing.</summary>
    public Func<IReadOnlyDictionary<string, JsonElement>, IReadOnlyDictionary<string, JsonElement>>? Defaults { get; init; }
}
