using System.Text.Json;
using System.Text.Json.Serialization;

namespace CalcApi.Http.Answers;

/// <summary>A point or a vector of an answer: one number for each variable, by the variable's name.</summary>
/// <param name="variables">The names, shared by all points of an answer.</param>
/// <param name="numbers">The numbers, in the order of the names.</param>
public sealed class PointAnswer(IReadOnlyList<string> variables, double[] numbers)
{
    /// <summary>The names.</summary>
    public IReadOnlyList<string> Variables { get; } = variables;

    /// <summary>The numbers, in the order of the names.</summary>
    public IReadOnlyList<double> Numbers { get; } = numbers;
}

/// <summary>Writes a point as an object from name to number.</summary>
internal sealed class PointAnswerConverter : JsonConverter<PointAnswer>
{
    /// <inheritdoc/>
    public override PointAnswer Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        throw new NotSupportedException("Answers are written, never read.");

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, PointAnswer value, JsonSerializerOptions options)
    {
        writer.WriteStartObject();
        for (var i = 0; i < value.Numbers.Count; i++)
        {
            writer.WritePropertyName(value.Variables[i]);
            NumberConverter.Write(writer, value.Numbers[i]);
        }

        writer.WriteEndObject();
    }
}
