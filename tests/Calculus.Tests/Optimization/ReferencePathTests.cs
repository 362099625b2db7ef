using System.Globalization;
using System.Runtime.CompilerServices;
using Calculus.Optimization;
using Xunit;

namespace Calculus.Tests.Optimization;

/// <summary>The paths that <c>tests/references/optimizers.py</c> wrote: PyTorch's own, and those of rules written from documentation and papers.</summary>
public sealed class ReferencePathTests
{
    public static TheoryData<string> Optimizers => [.. Rows().Select(static row => row.Name).Distinct(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Optimizers))]
    public void Goes_where_the_reference_goes(string name)
    {
        foreach (var row in Rows().Where(row => string.Equals(row.Name, name, StringComparison.Ordinal)))
        {
            var trajectory = Running.Descend(Terrain.Named(row.Problem), StartOf(row.Problem), row.Optimizer, row.Settings, new DescentOptions(200), dialect: row.Dialect);
            foreach (var (step, expected) in row.Points)
            {
                // PyTorch goes on where nothing changes any more.
                var at = trajectory.Stop is { Reason: StopReasons.Stationary, Step: var last } ? Math.Min(step, last) : step;
                var found = trajectory.Points.Select(column => column[at]).ToArray();
                var scale = expected.Max(Math.Abs);
                Assert.All(expected.Zip(found), pair => Assert.True(
                    Math.Abs(pair.First - pair.Second) <= 1e-10 * scale,
                    $"{row.Name} {row.Settings} on {row.Problem}, step {step}: {string.Join(", ", found)} instead of {string.Join(", ", expected)}"));
            }
        }
    }

    // Where the path of some settings is chaotic the table leaves its later points out; there must be others that it does not.
    [Fact]
    public void Has_two_hundred_steps_of_every_parameter_of_every_dialect_on_every_problem()
    {
        var whole = Rows().Where(static row => row.Points.Any(static point => point.Step == 200)).ToList();
        var missing =
            from definition in Calculus.Optimization.Optimizers.Own.All
            where definition is not (Calculus.Optimization.FirstOrder.GradientDescent or Calculus.Optimization.FirstOrder.Momentum or Calculus.Optimization.FirstOrder.Nesterov)
                && definition.Start(Running.Parameters(""), 1) is Calculus.Optimization.FirstOrder.FirstOrderOptimizer
            from dialect in definition.Dialects.Select(static each => each.Name).Prepend(DialectNames.PyTorch)
            from parameter in definition.ParametersIn(dialect)
            from problem in (string[])["rosenbrock", "quadratic", "logistic"]
            where !whole.Any(row => (row.Name, row.Problem).Equals(($"{dialect} {definition.Name}", problem)) && row.Settings.Contains($"{parameter.Name}=", StringComparison.Ordinal))
            select $"{dialect} {definition.Name} {parameter.Name} {problem}";

        Assert.Equal("", string.Join("; ", missing));
    }

    private static double[] StartOf(string problem) => problem switch
    {
        "rosenbrock" => [-1.2, 1],
        "quadratic" => [-3, 2],
        _ => [0.3, -0.2, 0.1],
    };

    private static IEnumerable<Row> Rows()
    {
        var lines = File.ReadLines(Path.Combine(Folder(), "../../references/optimizers.tsv")).Select(static line => line.Split('\t')).ToList();
        var steps = lines[0].Skip(5).Select(static step => int.Parse(step, CultureInfo.InvariantCulture)).ToArray();
        foreach (var cells in lines.Skip(1))
        {
            yield return new(cells[1].Length == 0 ? DialectNames.PyTorch : cells[1], cells[2], cells[3], cells[4],
                [.. steps.Zip(cells.Skip(5)).Where(static pair => pair.Second.Length > 0).Select(static pair =>
                    (pair.First, pair.Second.Split(',').Select(static number => double.Parse(number, CultureInfo.InvariantCulture)).ToArray()))]);
        }
    }

    private static string Folder([CallerFilePath] string path = "") => Path.GetDirectoryName(path)!;

    private sealed record Row(string Dialect, string Optimizer, string Settings, string Problem, IReadOnlyList<(int Step, double[] Point)> Points)
    {
        public string Name => $"{Dialect} {Optimizer}";
    }
}
