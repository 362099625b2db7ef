using System.Text.Json.Nodes;

namespace CalcApi.Mcp;

/// <summary>An answer in few words.</summary>
internal static class ShortAnswer
{
    /// <summary>Formulas as their text, the check as its verdict, notes as their sentences; empty lists and what a tool leaves out are missing.</summary>
    /// <param name="answer">The answer of a route; it is taken apart.</param>
    /// <param name="leftOut">Members of it that are left out.</param>
    public static JsonObject Of(JsonObject answer, IReadOnlyList<string> leftOut)
    {
        foreach (var name in leftOut) answer.Remove(name);
        if (answer["verification"] is JsonObject verification)
        {
            answer.Remove("verification");
            answer["verified"] = verification["verified"]?.DeepClone();
            if (verification["disagreement"] is { } disagreement) answer["disagreement"] = disagreement.DeepClone();
        }

        if (answer["notes"] is JsonArray notes)
        {
            answer.Remove("notes");
            if (notes.Count > 0) answer["notes"] = new JsonArray([.. notes.Select(static note => note!["message"]!.DeepClone())]);
        }

        Shorten(answer);
        return answer;
    }

    // As deep as the contract of the answer: whoever asks makes arrays of numbers at most, which hold no objects.
    private static void Shorten(JsonObject node)
    {
        foreach (var (name, value) in node.ToList())
        {
            if (value is JsonArray { Count: 0 }) node.Remove(name);
            else if (TextOf(value) is { } text) node[name] = text;
            else if (value is JsonObject inner) Shorten(inner);
            else if (value is JsonArray list && list[0] is JsonObject or JsonArray) Shorten(list);
        }
    }

    private static void Shorten(JsonArray list)
    {
        for (var i = 0; i < list.Count; i++)
        {
            if (TextOf(list[i]) is { } text) list[i] = text;
            else if (list[i] is JsonObject inner) Shorten(inner);
            else if (list[i] is JsonArray { Count: > 0 } row && row[0] is JsonObject) Shorten(row);
        }
    }

    private static string? TextOf(JsonNode? value) => value is JsonObject { Count: 3 } formula && formula["latex"] is JsonValue && formula["variables"] is JsonArray ? formula["text"]?.GetValue<string>() : null;
}
