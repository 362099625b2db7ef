using System.Text.Json;

namespace CalcApi.Tests;

/// <summary>What strangers send: the lines of hostile.jsonl.</summary>
/// <param name="Route">The route, below /api/v1.</param>
/// <param name="Body">The request's body.</param>
/// <param name="Allowed">The status codes that it may be answered with.</param>
internal sealed record Hostile(string Route, string Body, IReadOnlyList<int> Allowed)
{
    /// <summary>All of them, in the file's order.</summary>
    public static IReadOnlyList<Hostile> All() => [.. Architecture.Repository.Lines("tests/CalcApi.Tests/hostile.jsonl").Select(static line =>
    {
        var row = JsonDocument.Parse(line).RootElement;
        return new Hostile(row.GetProperty("route").GetString()!, Written(row.GetProperty("body")), [.. row.GetProperty("allowed").EnumerateArray().Select(static status => status.GetInt32())]);
    })];

    // A body is a text, or a list of texts and of [text, times].
    private static string Written(JsonElement body) => body.ValueKind == JsonValueKind.String
        ? body.GetString()!
        : string.Concat(body.EnumerateArray().Select(static part => part.ValueKind == JsonValueKind.String
            ? part.GetString()
            : string.Concat(Enumerable.Repeat(part[0].GetString(), part[1].GetInt32()))));
}
