using System.Globalization;
using System.Text.Json;

namespace CalcApi.Http.Requests;

/// <summary>A side of a box: from and to for a variable with all its entries, or for each of its entries.</summary>
/// <param name="Pairs">One pair, or one for each entry in order, a matrix row by row.</param>
/// <param name="IsEach">Whether there is one for each entry.</param>
public sealed record BoxSide(IReadOnlyList<(double From, double To)> Pairs, bool IsEach)
{
    /// <summary>Each pair with where it stands in the request.</summary>
    /// <param name="path">Where the side stands.</param>
    public IEnumerable<(string Path, double From, double To)> Placed(string path) =>
        Pairs.Select((pair, i) => (IsEach ? string.Create(CultureInfo.InvariantCulture, $"{path}[{i}]") : path, pair.From, pair.To));

    /// <summary>Reads a side: [from, to], or a list of such pairs. A refused one is recorded with its path, and null is returned.</summary>
    internal static object? Read(JsonElement element, string path, Refusals refusals)
    {
        const string expected = "A side of the box must be [from, to], or for a vector a list of such pairs, one for each entry.";
        if (element.ValueKind != JsonValueKind.Array || element.GetArrayLength() == 0)
        {
            refusals.Shape(path, expected);
            return null;
        }

        if (element[0].ValueKind != JsonValueKind.Array) return Pair(element, path) is { } pair ? new BoxSide([pair], IsEach: false) : null;
        var pairs = new List<(double From, double To)>();
        foreach (var (entry, i) in element.EnumerateArray().Select(static (entry, i) => (entry, i)))
            if (Pair(entry, string.Create(CultureInfo.InvariantCulture, $"{path}[{i}]")) is { } read)
                pairs.Add(read);
        return pairs.Count == element.GetArrayLength() ? new BoxSide(pairs, IsEach: true) : null;

        (double From, double To)? Pair(JsonElement ends, string place)
        {
            if (ends.ValueKind != JsonValueKind.Array || ends.GetArrayLength() != 2) refusals.Shape(place, expected);
            else if (FieldReader.Number(ends[0], $"{place}[0]", refusals) is double from && FieldReader.Number(ends[1], $"{place}[1]", refusals) is double to) return (from, to);
            return null;
        }
    }
}
