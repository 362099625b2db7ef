using System.Text.Json;
using System.Text.Json.Serialization;

namespace CalcApi.Http.Answers;

/// <summary>A double in an answer: a JSON number, or a string where JSON has no number for it.</summary>
internal sealed class NumberConverter : JsonConverter<double>
{
    /// <inheritdoc/>
    public override double Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        throw new NotSupportedException("Answers are written, never read.");

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, double value, JsonSerializerOptions options) => Write(writer, value);

    /// <summary>Writes one number.</summary>
    public static void Write(Utf8JsonWriter writer, double value)
    {
        if (double.IsFinite(value)) writer.WriteNumberValue(value + 0.0); // −0 is 0 to a reader
        else if (double.IsNaN(value)) writer.WriteStringValue("NaN"u8);
        else writer.WriteStringValue(value > 0 ? "Infinity"u8 : "-Infinity"u8);
    }
}
