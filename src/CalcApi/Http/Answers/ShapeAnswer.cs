using System.Text.Json;
using System.Text.Json.Serialization;
using Calculus.Expressions;

namespace CalcApi.Http.Answers;

/// <summary>A shape as it is answered.</summary>
public static class ShapeAnswer
{
    /// <summary>The lengths of the axes: numbers, or letters where lengths are letters.</summary>
    public static IReadOnlyList<LengthAnswer> Of(Shape shape) =>
        [.. shape.Dimensions.ToArray().Select(static length => new LengthAnswer(length))];
}

/// <summary>The length of an axis: a number, or a letter.</summary>
/// <param name="Length">The length.</param>
public readonly record struct LengthAnswer(Dimension Length);

/// <summary>Writes a length as a number or as a text.</summary>
internal sealed class LengthAnswerConverter : JsonConverter<LengthAnswer>
{
    /// <inheritdoc/>
    public override LengthAnswer Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        throw new NotSupportedException("Answers are written, never read.");

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, LengthAnswer value, JsonSerializerOptions options)
    {
        if (value.Length.Name is { } letter) writer.WriteStringValue(letter);
        else writer.WriteNumberValue(value.Length.Length);
    }
}
