using System.Text.Json;
using System.Text.Json.Serialization;

namespace CalcApi.Http.Answers;

/// <summary>An answer that is JSON already.</summary>
/// <param name="Json">Its bytes.</param>
public sealed record WrittenAnswer(ReadOnlyMemory<byte> Json);

/// <summary>Writes it as it is.</summary>
internal sealed class WrittenAnswerConverter : JsonConverter<WrittenAnswer>
{
    /// <inheritdoc/>
    public override WrittenAnswer Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        throw new NotSupportedException("Answers are written, never read.");

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, WrittenAnswer value, JsonSerializerOptions options) =>
        writer.WriteRawValue(value.Json.Span, skipInputValidation: true);
}
