using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.Json;
using Calculus.Expressions;
using Calculus.Optimization;
using Calculus.Optimization.Diagnoses;
using Xunit;

namespace Calculus.Tests.Optimization.LeastSquares;

/// <summary>
/// The problems of Moré, Garbow and Hillstrom (<em>Testing Unconstrained Optimization Software</em>, ACM Transactions on Mathematical Software 7, 1981), as
/// the service lists them, from their standard starts. Values at starts and minima are compared with <c>tests/references/mgh.py</c>.
/// </summary>
public sealed class TestProblemTests
{
    // To 8 digits; a minimum of 0 has none, and counts as found below this.
    private const double Digits = 1e-8;
    private const double Zero = 1e-11;

    // Where a run ends at a known point that is not the lowest one, and why. No run ends anywhere else.
    private static readonly Dictionary<(int Number, string Optimizer), string> s_higher = new()
    {
        [(2, "bfgs")] = "the valley from the standard start leads to the local minimum",
        [(2, "lbfgs")] = "the valley from the standard start leads to the local minimum",
        [(2, "levenberg_marquardt")] = "the valley from the standard start leads to the local minimum",
        [(18, "bfgs")] = "the start has x1 = x5 and x3 = x6, as the gradient then always has: the lowest such point is a saddle",
        [(18, "lbfgs")] = "the start has x1 = x5 and x3 = x6, as the gradient then always has: the lowest such point is a saddle",
        [(26, "bfgs")] = "a local minimum is next to the standard start",
        [(26, "lbfgs")] = "a local minimum is next to the standard start",
        [(26, "levenberg_marquardt")] = "a local minimum is next to the standard start",
    };

    // Where the gradient does not come below 1e-8, and why; the value has its 8 digits all the same.
    private static readonly Dictionary<(int Number, string Optimizer), string> s_blunt = new()
    {
        [(10, "bfgs")] = "the curvature reaches 1e9 and more: rounding of the point alone makes a gradient of that size",
        [(10, "lbfgs")] = "the curvature reaches 1e9 and more: rounding of the point alone makes a gradient of that size",
        [(10, "levenberg_marquardt")] = "the curvature reaches 1e9 and more: rounding of the point alone makes a gradient of that size",
        [(6, "levenberg_marquardt")] = "the residuals do not vanish: without their curvature the last steps are too short to be seen in the value",
        [(17, "lbfgs")] = "the residuals do not vanish, and the last values differ by rounding alone",
        [(16, "levenberg_marquardt")] = "the residuals do not vanish: without their curvature the last steps are too short to be seen in the value",
    };

    public static TheoryData<int> Numbers => [.. Enumerable.Range(1, 35)];

    [Theory, MemberData(nameof(Numbers))]
    public void The_list_has_the_values_of_the_reference(int number)
    {
        var problem = Problem.Of(number);
        var cells = File.ReadLines(Path.Combine(Folder(), "../../../references/mgh.tsv")).Select(static line => line.Split('\t')).Single(cells => string.Equals(cells[0], number.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal));
        Assert.Equal(cells[1], problem.Name);
        Assert.Equal(int.Parse(cells[2], CultureInfo.InvariantCulture), problem.Start.Length);
        Assert.Equal(int.Parse(cells[3], CultureInfo.InvariantCulture), problem.Residuals);
        Assert.Equal(double.Parse(cells[4], CultureInfo.InvariantCulture), problem.ValueAtStart);
        Assert.Equal(cells[5].Split(' ').Select(static value => double.Parse(value, CultureInfo.InvariantCulture)).Order(), problem.KnownValues);
    }

    [Theory, MemberData(nameof(Numbers))]
    public void The_definition_has_the_known_value_at_the_start_and_the_known_number_of_squares(int number)
    {
        var problem = Problem.Of(number);
        var value = problem.Study().Objective().Value(problem.Start);
        Assert.Equal(problem.ValueAtStart, value, 1e-12 * problem.ValueAtStart);
        // Squares that never change may be counted as one.
        Assert.InRange(problem.Study().SumOfSquares().Residuals, problem.Residuals - (number is 34 ? 1 : number is 32 ? 9 : 0), problem.Residuals);
    }

    [Theory, MemberData(nameof(Numbers))]
    public void Bfgs_reaches_a_known_minimum(int number) => Reaches(number, "bfgs");

    [Theory, MemberData(nameof(Numbers))]
    public void Lbfgs_reaches_a_known_minimum(int number) => Reaches(number, "lbfgs");

    [Theory, MemberData(nameof(Numbers))]
    public void Levenberg_and_Marquardt_reach_a_known_minimum(int number) => Reaches(number, "levenberg_marquardt");

    private static void Reaches(int number, string optimizer)
    {
        var problem = Problem.Of(number);
        var trajectory = Asked.Descend(problem.Study(), problem.Start, optimizer, "", 2000);
        var end = trajectory.Value[^1];
        var told = $"{problem.Name} by {optimizer}: {end:R}, gradient {trajectory.GradientNorm[^1]:R}, {trajectory.Stop}";

        var reached = problem.KnownValues.ToList().FindIndex(known => known == 0 ? end <= Zero : Math.Abs(end - known) <= Digits * known);
        Assert.True(s_higher.ContainsKey((number, optimizer)) ? reached > 0 : reached == 0, told);
        Assert.True(s_blunt.ContainsKey((number, optimizer)) != trajectory.Stop.Reason is StopReasons.Converged, told);
        Assert.Null(trajectory.Diagnosis!.SuggestedRate);
        var isSaddle = s_higher.TryGetValue((number, optimizer), out var why) && why.EndsWith("saddle", StringComparison.Ordinal);
        Assert.True(isSaddle ? trajectory.Diagnosis.Verdict is Verdicts.Saddle : trajectory.Diagnosis.Verdict is Verdicts.Converged or Verdicts.Rounding, $"{told} {trajectory.Diagnosis}");
    }

    private static string Folder([CallerFilePath] string path = "") => Path.GetDirectoryName(path)!;

    private sealed record Problem(
        string Name, string Function, IReadOnlyDictionary<string, ArrayValue> Data, IReadOnlyDictionary<string, Shape> Lengths, double[] Start,
        int Residuals, double ValueAtStart, IReadOnlyList<double> KnownValues)
    {
        public static Problem Of(int number)
        {
            using var file = JsonDocument.Parse(File.ReadAllText(Path.Combine(Folder(), "../../../../src/CalcApi/Catalog/problems.json")));
            var entry = file.RootElement.EnumerateArray().Single(each => each.GetProperty("number").GetInt32() == number);
            var start = entry.GetProperty("start").EnumerateObject().ToList();
            return new(
                entry.GetProperty("name").GetString()!,
                entry.GetProperty("function").GetString()!,
                entry.TryGetProperty("data", out var data) ? data.EnumerateObject().ToDictionary(static each => each.Name, static each => ArrayValue.Of(Entries(each.Value)), StringComparer.Ordinal) : new(StringComparer.Ordinal),
                start.Where(static each => each.Value.ValueKind == JsonValueKind.Array).ToDictionary(static each => each.Name, static each => new Shape(each.Value.GetArrayLength()), StringComparer.Ordinal),
                [.. start.SelectMany(static each => Entries(each.Value))],
                entry.GetProperty("residuals").GetInt32(),
                entry.GetProperty("valueAtStart").GetDouble(),
                Entries(entry.GetProperty("knownValues")));
        }

        public Study Study() => Asked.Study(Function, Data, Lengths);

        private static double[] Entries(JsonElement value) =>
            value.ValueKind == JsonValueKind.Array ? [.. value.EnumerateArray().Select(static each => each.GetDouble())] : [value.GetDouble()];
    }
}
