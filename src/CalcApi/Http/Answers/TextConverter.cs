using System.Text.Json;
using System.Text.Json.Serialization;

namespace CalcApi.Http.Answers;

/// <summary>
/// Writes long texts piece by piece. The writer takes six times the room of a text in which something is escaped, as every backslash of
/// LaTeX is, and the pool that lends this room keeps it for long.
/// </summary>
internal sealed class TextConverter : JsonConverter<string>
{
    private const int Piece = 4_096;

    /// <inheritdoc/>
    public override string? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => reader.GetString();

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, string value, JsonSerializerOptions options)
    {
        if (value.Length <= Piece)
        {
            writer.WriteStringValue(value);
            return;
        }

        for (var start = 0; start < value.Length; start += Piece)
        {
            writer.WriteStringValueSegment(value.AsSpan(start, Math.Min(Piece, value.Length - start)), isFinalSegment: value.Length - start <= Piece);
        }
    }
}
