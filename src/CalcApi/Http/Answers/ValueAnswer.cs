using System.Text.Json;
using System.Text.Json.Serialization;
using Calculus.Expressions;

namespace CalcApi.Http.Answers;

/// <summary>A number, a vector or a matrix of an answer: a number, an array of numbers, an array of rows.</summary>
/// <param name="Number">The number, of a scalar.</param>
/// <param name="Array">The array; null for a scalar.</param>
public readonly record struct ValueAnswer(double Number, ArrayValue? Array)
{
    /// <summary>A number as it is answered.</summary>
    public static implicit operator ValueAnswer(double number) => new(number, null);

    /// <summary>A value as it is answered.</summary>
    public static implicit operator ValueAnswer(ArrayValue value) => value.Shape.IsScalar ? new(value.Number, null) : new(0, value);

    /// <summary>A value as it is answered; null for none.</summary>
    public static ValueAnswer? OrNull(ArrayValue? value) => value is null ? (ValueAnswer?)null : (ValueAnswer)value;

    /// <summary>A matrix as it is answered.</summary>
    public static ValueAnswer Matrix(int rows, int columns, double[] entries) => new ArrayValue(new Shape(rows, columns), entries);
}

/// <summary>Writes a value row by row.</summary>
internal sealed class ValueAnswerConverter : JsonConverter<ValueAnswer>
{
    /// <inheritdoc/>
    public override ValueAnswer Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        throw new NotSupportedException("Answers are written, never read.");

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, ValueAnswer value, JsonSerializerOptions options)
    {
        if (value.Array is { } array) Write(writer, array);
        else NumberConverter.Write(writer, value.Number);
    }

    /// <summary>Writes one value: an axis with places opens a bracket before its first and closes it behind its last.</summary>
    public static void Write(Utf8JsonWriter writer, ArrayValue value)
    {
        var (shape, entries) = (value.Shape, value.Entries);
        if (entries.Length == 0)
        {
            writer.WriteStartArray();
            writer.WriteEndArray();
            return;
        }

        for (var i = 0; i < entries.Length; i++)
        {
            for (long axis = shape.Rank - 1, size = 1; axis >= 0; axis--)
            {
                size *= shape[(int)axis].Length;
                if (i % size == 0) writer.WriteStartArray();
            }

            NumberConverter.Write(writer, entries[i]);
            for (long axis = shape.Rank - 1, size = 1; axis >= 0; axis--)
            {
                size *= shape[(int)axis].Length;
                if ((i + 1) % size == 0) writer.WriteEndArray();
            }
        }
    }
}
