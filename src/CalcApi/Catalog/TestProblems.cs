using System.Text.Json;

namespace CalcApi.Catalog;

/// <summary>A test problem as the file <c>problems.json</c> has it.</summary>
/// <param name="Number">Its number in the paper.</param>
/// <param name="Name">What it is called.</param>
/// <param name="Sentence">What makes it hard.</param>
/// <param name="Function">The definition, a sum of squares.</param>
/// <param name="Data">Measurements, by name; null where there are none.</param>
/// <param name="Start">The standard start.</param>
/// <param name="Residuals">How many squares are added.</param>
/// <param name="ValueAtStart">The function at the standard start.</param>
/// <param name="KnownValues">The function at its lowest point and at others where methods are known to end, rising.</param>
/// <param name="Window">What to look at, for two variables that are numbers; null for others.</param>
internal sealed record TestProblem(
    int Number,
    string Name,
    string Sentence,
    string Function,
    JsonElement? Data,
    JsonElement Start,
    int Residuals,
    double ValueAtStart,
    IReadOnlyList<double> KnownValues,
    IReadOnlyDictionary<string, IReadOnlyList<double>>? Window)
{
    /// <summary>The question that goes with it: a descent from the standard start, without the function.</summary>
    public string Question => $$"""{ {{(Data is { } data ? $"\"data\": {data.GetRawText()}, " : "")}}"start": {{Start.GetRawText()}}, "optimizer": { "name": "bfgs" }, "steps": 1000 }""";
}

/// <summary>
/// The problems of J. Moré, B. Garbow and K. Hillstrom, <em>Testing Unconstrained Optimization Software</em>, ACM Transactions on Mathematical
/// Software 7 (1981).
/// </summary>
internal static class TestProblems
{
    /// <summary>All of them, by number.</summary>
    public static IReadOnlyList<TestProblem> All { get; } = Read();

    private static IReadOnlyList<TestProblem> Read()
    {
        using var file = typeof(TestProblems).Assembly.GetManifestResourceStream("problems.json") ?? throw new InvalidOperationException("The assembly lacks problems.json.");
        return JsonSerializer.Deserialize<IReadOnlyList<TestProblem>>(file, JsonSerializerOptions.Web)!;
    }
}
