using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Fuzz.Targets;

/// <summary>What requests are made of.</summary>
internal static partial class JsonPieces
{
    private static readonly JsonSerializerOptions s_plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Pieces of JSON, and the members that requests have.</summary>
    public static IReadOnlyList<string> All { get; } =
    [
        "{", "}", "[", "]", ",", ":", "\"", "null", "true", "false", "1", "0", "-1", "1e308", "1e999", "0.1", "[1, 2]", "[[1, 2], [3, 4]]", "[]", "{}", "\"x\"", "\"function\": \"x^2\"", "\"point\": 1", "\"points\": [1, 2]", "\"variable\": \"x\"",
        "\"order\": 2", "\"steps\": true", "\"verify\": false", "\"data\": {\"a\": 1}", "\"shapes\": {\"X\": [\"n\", 2]}", "\"variables\": [\"x\"]", "\"start\": {\"x\": 1}", "\"optimizer\": {\"name\": \"adam\", \"lr\": 0.1}", "\"name\": \"sgd\"",
        "\"record\": {\"every\": 2}", "\"stop\": {\"gradient\": 1e-6}", "\"box\": {\"x\": [-1, 1]}", "\"window\": {\"x\": [0, 1]}", "\"resolution\": 5", "\"claimed\": \"2*x\"", "\"direction\": [1, 0]", "\"language\": \"c\"", "\"from\": 1", "\"to\": 2",
        "\"of\": \"y\"", "\"radius\": 1", "\"axes\": [{\"coordinate\": \"x\", \"from\": 0, \"to\": 1}]", "\"model\": {\"name\": \"mlp\", \"layers\": [2]}", "\"dataset\": {\"name\": \"line\"}", "\"batch\": 2", "\"seed\": 3", "\"vector\": [1, 1]",
        "\\u0000", "\\ud800", "\\\"", " ", "\n", "\uFEFF", "2147483648", "9007199254740993", "1e-320", "0.30000000000000004", "\"schedule\": {\"name\": \"cosine\"}",
    ];

    /// <summary>The body of a request.</summary>
    public static string BodyOf(string request) => request[(request.IndexOf(' ', StringComparison.Ordinal) + 1)..];

    /// <summary>The examples of the service's own document.</summary>
    public static IEnumerable<string> Examples(HttpClient client)
    {
        using var document = JsonDocument.Parse(client.GetStringAsync(new Uri("/swagger/v1/swagger.json", UriKind.Relative)).GetAwaiter().GetResult());
        foreach (var path in document.RootElement.GetProperty("paths").EnumerateObject())
        {
            if (!path.Value.TryGetProperty("post", out var post) || !post.TryGetProperty("requestBody", out var body)) continue;
            foreach (var type in body.GetProperty("content").EnumerateObject())
            {
                if (!type.Value.TryGetProperty("examples", out var examples)) continue;
                foreach (var example in examples.EnumerateObject()) yield return $"{path.Name["/api/v1/".Length..]} {JsonSerializer.Serialize(example.Value.GetProperty("value"), s_plain)}";
            }
        }
    }

    /// <summary>A new request: half of the time its function alone is changed, so that it stays well-formed.</summary>
    public static string Change(Breeder breeder)
    {
        var request = breeder.Known();
        if (breeder.Below(2) == 0) return breeder.Change(request);
        var texts = Text().Matches(request);
        if (texts.Count == 0) return breeder.Change(request);
        var text = texts[breeder.Below(texts.Count)].Groups["text"];
        string written;
        try
        {
            written = JsonSerializer.Deserialize<string>($"\"{text.Value}\"")!;
        }
        catch (JsonException)
        {
            return breeder.Change(request);
        }

        var changed = breeder.ChangeFormula(written);
        return $"{request.AsSpan(0, text.Index)}{JsonSerializer.Serialize(changed, s_plain)[1..^1]}{request.AsSpan(text.Index + text.Length)}";
    }

    [GeneratedRegex("\"(?:function|claimed)\"\\s*:\\s*\"(?<text>(?:[^\"\\\\]|\\\\.)*)\"", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Text();
}
