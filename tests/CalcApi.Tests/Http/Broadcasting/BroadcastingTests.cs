using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.RegularExpressions;
using Xunit;

namespace CalcApi.Tests.Http.Broadcasting;

/// <summary>Arrays of different shapes combine as they do in NumPy; the values beside which ours are laid are NumPy's.</summary>
public sealed class BroadcastingTests(Api service)
{
    public static TheoryData<string, string> Values => [.. Table().Skip(1).Select(static line => line.Split('\t')).Select(static row => (row[0], row[1]))];

    [Theory, MemberData(nameof(Values))]
    public async Task The_value_is_that_of_NumPy(string function, string value)
    {
        var answer = await service.Answer("evaluate", $$"""{ "function": {{JsonSerializer.Serialize(function)}}, "data": {{DataOf(function)}} }""");
        var expected = JsonDocument.Parse(value).RootElement;
        Assert.Equal(Lengths(expected), Lengths(answer.GetProperty("value")));
        Answers.Close(Entries(expected), Entries(answer.GetProperty("value")), 1e-12);
    }

    [Theory]
    [InlineData("X + c", "A 4 × 3 matrix and a vector of 4 cannot be added.")]
    [InlineData("X .* s", "A 4 × 3 matrix and a vector of 2 cannot be multiplied entry by entry.")]
    [InlineData("X - S", "A 4 × 3 matrix and a 2 × 2 matrix cannot be added.")]
    [InlineData("max(X, c)", "A 4 × 3 matrix and a vector of 4 cannot be combined entry by entry.")]
    [InlineData("C - c", "A 4 × 1 matrix and a vector of 4 cannot be added.")]
    [InlineData("mse(X, b)", "'mse' needs arrays of the same shape, but these are a 4 × 3 matrix and a vector of 3.")]
    [InlineData("cross_entropy(X, c)", "'cross_entropy' needs class labels from 0 to 2 (entry 2 is -2), but this is a vector of 4.")]
    public async Task A_refusal_names_both_shapes(string function, string message)
    {
        var reply = await service.Ask("evaluate", $$"""{ "function": {{JsonSerializer.Serialize(function)}}, "data": {{DataOf(function)}} }""");
        Assert.Equal(message, reply.IsProblem(422, "formula").Json.Text("detail"));
    }

    // Data that a function does not use are refused.
    private static string DataOf(string function)
    {
        var names = Regex.Matches(function, "[A-Za-z_]+", RegexOptions.NonBacktracking).Select(static match => match.Value).ToHashSet(StringComparer.Ordinal);
        using var data = JsonDocument.Parse(Table().First());
        return $"{{ {string.Join(", ", data.RootElement.EnumerateObject().Where(entry => names.Contains(entry.Name)).Select(static entry => $"\"{entry.Name}\": {entry.Value.GetRawText()}"))} }}";
    }

    private static int[] Lengths(JsonElement value)
    {
        var lengths = new List<int>();
        for (; value.ValueKind == JsonValueKind.Array; value = value[0]) lengths.Add(value.GetArrayLength());
        return [.. lengths];
    }

    private static double[] Entries(JsonElement value)
    {
        var (entries, open) = (new List<double>(), new Stack<JsonElement>([value]));
        while (open.TryPop(out var next))
        {
            if (next.ValueKind == JsonValueKind.Array) foreach (var each in next.EnumerateArray().Reverse()) open.Push(each);
            else entries.Add(next.Number());
        }

        return [.. entries];
    }

    private static IEnumerable<string> Table([CallerFilePath] string file = "") => File.ReadLines(Path.Combine(Path.GetDirectoryName(file)!, "../../../references/broadcasting.tsv"));
}
