using System.Text.Json.Nodes;

namespace CalcApi.Tests.Train;

/// <summary>Bodies of requests for training.</summary>
internal static class Lesson
{
    /// <summary>A short training with other members in place of its own.</summary>
    public static string With(params (string Member, string Json)[] members)
    {
        var body = JsonNode.Parse("""{ "model": { "name": "linear" }, "dataset": { "name": "line", "n": 20 }, "optimizer": { "name": "sgd", "lr": 0.1 }, "steps": 5 }""")!.AsObject();
        foreach (var (member, json) in members) body[member] = JsonNode.Parse(json);
        return body.ToJsonString();
    }

    /// <summary>The texts of a CSV with rows of 20 features and one of three classes, of which lines separate most.</summary>
    public static string Csv(int rows)
    {
        var (state, lines) = (12345u, new List<string> { string.Join(',', Enumerable.Range(1, 20).Select(static i => $"f{i}")) + ",kind" });
        for (var row = 0; row < rows; row++)
        {
            var label = row % 3;
            var entries = Enumerable.Range(0, 20).Select(i =>
            {
                state = (state * 1664525u) + 1013904223u;
                return ((state >> 8) / 16777216.0) + (i % 3 == label ? 0.4 : 0);
            });
            lines.Add(string.Join(',', entries.Select(static entry => entry.ToString("R", System.Globalization.CultureInfo.InvariantCulture))) + (label switch { 0 => ",red", 1 => ",green", _ => ",blue" }));
        }

        return string.Join('\n', lines);
    }
}
