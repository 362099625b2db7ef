using System.Text.Json;

namespace CalcApi.Http.Requests;

/// <summary>One column of a data set: numbers or texts.</summary>
/// <param name="Numbers">The numbers; null where it is of texts.</param>
/// <param name="Texts">The texts; null where it is of numbers.</param>
public sealed record ColumnValues(double[]? Numbers, string[]? Texts)
{
    /// <summary>How many entries it has.</summary>
    public int Count => Numbers?.Length ?? Texts!.Length;
}

/// <summary>Reads columns of data sets.</summary>
internal static class ColumnReader
{
    /// <summary>An array of numbers, or an array of texts. A refused entry is recorded with its path, and null is returned.</summary>
    public static object? Read(JsonElement element, string path, Refusals refusals)
    {
        if (element.ValueKind != JsonValueKind.Array)
        {
            refusals.Shape(path, $"An array of numbers or of texts is expected, not {FieldReader.Kind(element)}.");
            return null;
        }

        var count = element.GetArrayLength();
        if (count == 0)
        {
            refusals.Value(path, "A column must have at least one entry.");
            return null;
        }

        var (index, numbers, texts) = (0, new double[count], new string[count]);
        var isText = element[0].ValueKind == JsonValueKind.String;
        foreach (var entry in element.EnumerateArray())
        {
            var place = $"{path}[{index}]";
            if (isText && FieldReader.Text(entry, place, refusals) is string text) texts[index++] = text;
            else if (!isText && FieldReader.Number(entry, place, refusals) is double number) numbers[index++] = number;
            else return null;
        }

        return isText ? new ColumnValues(null, texts) : new ColumnValues(numbers, null);
    }
}
