using System.Globalization;
using System.Text.Json;
using Calculus.Expressions;

namespace CalcApi.Http.Requests;

/// <summary>Reads the plain values of a request. A refused value is recorded with its path, and null is returned.</summary>
internal static class FieldReader
{
    public static object? Text(JsonElement element, string path, Refusals refusals)
    {
        if (element.ValueKind == JsonValueKind.String) return element.GetString();
        refusals.Shape(path, $"A text is expected, not {Kind(element)}.");
        return null;
    }

    public static object? Flag(JsonElement element, string path, Refusals refusals)
    {
        if (element.ValueKind is JsonValueKind.True or JsonValueKind.False) return element.GetBoolean();
        refusals.Shape(path, $"true or false is expected, not {Kind(element)}.");
        return null;
    }

    /// <summary>A finite double. JSON has no NaN or infinity, but 1e999 is well formed and has no double.</summary>
    public static object? Number(JsonElement element, string path, Refusals refusals)
    {
        if (element.ValueKind != JsonValueKind.Number)
        {
            refusals.Shape(path, $"A number is expected, not {Kind(element)}.");
            return null;
        }

        if (element.TryGetDouble(out var number) && double.IsFinite(number)) return number;
        refusals.Value(path, "The number is too large for a double.");
        return null;
    }

    /// <summary>
    /// A number without a fraction, however it is written: 2, 2.0 and 2e0 are the same number. One beyond 32 bits is refused, but read as the
    /// farthest there is, so that the limit which it exceeds can be named.
    /// </summary>
    public static object? WholeNumber(JsonElement element, string path, Refusals refusals)
    {
        if (Number(element, path, refusals) is not double number) return null;
        if (number != Math.Truncate(number))
        {
            refusals.Shape(path, "A whole number is expected.");
        }
        else if (number is < int.MinValue or > int.MaxValue)
        {
            refusals.Beyond(path, number);
            return number < 0 ? int.MinValue : int.MaxValue;
        }
        else
        {
            return (int)number;
        }

        return null;
    }

    /// <summary>A number, an array of numbers, or an array of equally long arrays of numbers.</summary>
    public static object? Value(JsonElement element, string path, Refusals refusals)
    {
        if (element.ValueKind != JsonValueKind.Array) return Number(element, path, refusals) is double x ? Requests.Value.Scalar(x) with { Decimals = DecimalsOf([element]) } : null;

        var rows = element.GetArrayLength();
        if (rows == 0)
        {
            refusals.Value(path, "An array must have at least one number.");
            return null;
        }

        if (element[0].ValueKind != JsonValueKind.Array)
            return Numbers(element, path, refusals) is { } vector ? new Value(ArrayValue.Of(vector)) { Decimals = DecimalsOf(element.EnumerateArray()) } : null;

        var columns = element[0].GetArrayLength();
        var matrix = new double[rows][];
        var row = 0;
        foreach (var entries in element.EnumerateArray())
        {
            var rowPath = $"{path}[{row}]";
            if (entries.ValueKind != JsonValueKind.Array || entries.GetArrayLength() != columns)
            {
                refusals.Shape(rowPath, $"The rows of a matrix must have the same length; the first has {columns} {(columns == 1 ? "number" : "numbers")}.");
                return null;
            }

            if (Numbers(entries, rowPath, refusals) is not { } numbers) return null;
            matrix[row++] = numbers;
        }

        if (columns > 0) return new Value(ArrayValue.Of(matrix)) { Decimals = DecimalsOf(element.EnumerateArray().SelectMany(static entries => entries.EnumerateArray())) };
        refusals.Value(path, "A matrix must have at least one column.");
        return null;
    }

    /// <summary>The lengths of the axes of an array: none for a number, one for a vector, two for a matrix; a letter where only formulas are asked for.</summary>
    public static object? Lengths(JsonElement element, string path, Refusals refusals)
    {
        if (element.ValueKind != JsonValueKind.Array)
        {
            refusals.Shape(path, $"A list of lengths, such as [3] or [\"n\", \"d\"], is expected, not {Kind(element)}.");
            return null;
        }

        if (element.GetArrayLength() > 2)
        {
            refusals.Value(path, "A name stands for a number, a vector or a matrix: at most two lengths.");
            return null;
        }

        var lengths = new List<Dimension>();
        foreach (var entry in element.EnumerateArray())
        {
            if (entry.ValueKind == JsonValueKind.String)
            {
                var name = entry.GetString()!;
                if (name.Length is > 0 and <= 64 && char.IsAsciiLetter(name[0]) && name.All(static letter => char.IsAsciiLetterOrDigit(letter) || letter == '_')) lengths.Add(new Dimension(0, name));
                else refusals.Value(path, "A length without a value must be a name such as n.");
            }
            else if (WholeNumber(entry, path, refusals) is int length)
            {
                if (length is >= 1 and <= 1_000_000) lengths.Add(length);
                else refusals.Value(path, "A length must lie between 1 and 1000000.");
            }
        }

        return lengths.Count == element.GetArrayLength() ? new Lengths(new Shape([.. lengths])) : null;
    }

    /// <summary>A value, or an object from names to values.</summary>
    public static object? Point(JsonElement element, string path, Refusals refusals)
    {
        if (element.ValueKind != JsonValueKind.Object) return Value(element, path, refusals) is Value bare ? new Point { Bare = bare } : null;

        var named = new Dictionary<string, Value>(StringComparer.Ordinal);
        foreach (var member in element.EnumerateObject())
            if (Value(member.Value, $"{path}.{Quoted.Cut(member.Name)}", refusals) is Value value)
                named[member.Name] = value;
        return new Point { Named = named };
    }

    /// <summary>A whole number, or an object from names to whole numbers.</summary>
    public static object? Resolution(JsonElement element, string path, Refusals refusals)
    {
        if (element.ValueKind != JsonValueKind.Object) return WholeNumber(element, path, refusals) is int all ? new Resolution { All = all } : null;

        var named = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var member in element.EnumerateObject())
            if (WholeNumber(member.Value, $"{path}.{Quoted.Cut(member.Name)}", refusals) is int count)
                named[member.Name] = count;
        return new Resolution { Named = named };
    }

    /// <summary>A value or a text, or an object from names to values and texts.</summary>
    public static object? Claims(JsonElement element, string path, Refusals refusals)
    {
        if (element.ValueKind != JsonValueKind.Object) return Claimed(element, path, refusals) is { } bare ? new Claims { Bare = bare } : null;

        var named = new Dictionary<string, ClaimedValue>(StringComparer.Ordinal);
        foreach (var member in element.EnumerateObject())
            if (Claimed(member.Value, $"{path}.{Quoted.Cut(member.Name)}", refusals) is { } claimed)
                named[member.Name] = claimed;
        return new Claims { Named = named };
    }

    private static ClaimedValue? Claimed(JsonElement element, string path, Refusals refusals)
    {
        if (element.ValueKind == JsonValueKind.String) return new ClaimedValue(double.NaN, element.GetString());
        if (element.ValueKind == JsonValueKind.Number) return Number(element, path, refusals) is double number ? new ClaimedValue(number, null) : null;
        if (element.ValueKind == JsonValueKind.Array) return Value(element, path, refusals) is Value value ? new ClaimedValue(double.NaN, null, value.Array) : null;
        refusals.Shape(path, $"A number, an array of numbers or a formula as text is expected, not {Kind(element)}.");
        return null;
    }

    /// <summary>What a JSON value is, for a message.</summary>
    public static string Kind(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Array => "an array",
        JsonValueKind.Object => "an object",
        JsonValueKind.String => "a text",
        JsonValueKind.Number => "a number",
        JsonValueKind.Null => "null",
        _ => element.ValueKind == JsonValueKind.True ? "true" : "false",
    };

    private static double[]? Numbers(JsonElement array, string path, Refusals refusals)
    {
        var numbers = new double[array.GetArrayLength()];
        var index = 0;
        foreach (var entry in array.EnumerateArray())
        {
            if (Number(entry, $"{path}[{index}]", refusals) is not double number) return null;
            numbers[index++] = number;
        }

        return numbers;
    }

    // Two decimals of at most fifteen digits never read as the same double.
    private static Dictionary<int, Rational> DecimalsOf(IEnumerable<JsonElement> numbers)
    {
        const int longest = 15, longestText = 1_000, longestExponent = 400;
        Dictionary<int, Rational> decimals = [];
        foreach (var (element, entry) in numbers.Select(static (number, entry) => (number, entry)))
        {
            var text = element.GetRawText();
            if (text.Length is <= longest or > longestText) continue;
            var parts = text.Replace('E', 'e').Replace("e+", "e", StringComparison.Ordinal).Split('e');
            // The digits of a number that is 0 to a double matter no more.
            if (element.GetDouble() == 0 || (parts.Length > 1 && (parts[1].Length > 4 || Math.Abs(int.Parse(parts[1], CultureInfo.InvariantCulture)) > longestExponent))) continue;
            var written = Rational.Parse(string.Join('e', parts));
            if (written != Rational.FromDecimal(element.GetDouble())) decimals[entry] = written;
        }

        return decimals;
    }
}
