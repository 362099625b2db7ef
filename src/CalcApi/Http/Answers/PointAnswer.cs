using System.Text.Json;
using System.Text.Json.Serialization;
using Calculus.Expressions;

namespace CalcApi.Http.Answers;

/// <summary>A point or a vector of an answer: a value for each variable, by the variable's name.</summary>
public sealed class PointAnswer
{
    private readonly double[] _coordinates;
    private readonly Layout? _layout;

    /// <summary>A point of numbers.</summary>
    /// <param name="variables">The names, shared by all points of an answer.</param>
    /// <param name="numbers">The numbers, in the order of the names.</param>
    public PointAnswer(IReadOnlyList<string> variables, double[] numbers) => (Variables, _coordinates) = (variables, numbers);

    /// <summary>A point of values of any shape.</summary>
    /// <param name="variables">The names, shared by all points of an answer.</param>
    /// <param name="layout">How the coordinates of the values lie.</param>
    /// <param name="coordinates">The coordinates.</param>
    public PointAnswer(IReadOnlyList<string> variables, Layout layout, double[] coordinates) => (Variables, _layout, _coordinates) = (variables, layout, coordinates);

    /// <summary>The names.</summary>
    public IReadOnlyList<string> Variables { get; }

    /// <summary>Writes the value of one variable.</summary>
    internal void WriteValue(Utf8JsonWriter writer, int variable)
    {
        if (_layout is null || _layout.ShapeOf(variable).IsScalar) NumberConverter.Write(writer, _coordinates[_layout?.Offset(variable) ?? variable]);
        else ValueAnswerConverter.Write(writer, _layout.Value(variable, _coordinates));
    }
}

/// <summary>Writes a point as an object from name to value.</summary>
internal sealed class PointAnswerConverter : JsonConverter<PointAnswer>
{
    /// <inheritdoc/>
    public override PointAnswer Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        throw new NotSupportedException("Answers are written, never read.");

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, PointAnswer value, JsonSerializerOptions options)
    {
        writer.WriteStartObject();
        for (var i = 0; i < value.Variables.Count; i++)
        {
            writer.WritePropertyName(value.Variables[i]);
            value.WriteValue(writer, i);
        }

        writer.WriteEndObject();
    }
}
