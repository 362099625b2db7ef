using Calculus.Optimization;
using Xunit;

namespace Calculus.Tests.Optimization.LineSearches;

/// <summary>Each step of a rule that searches along a line fulfils the strong Wolfe conditions, as far as values can be told apart.</summary>
public sealed class WolfeTests
{
    public static TheoryData<string, string, double, double> Cases()
    {
        var cases = new TheoryData<string, string, double, double>();
        string[] functions =
        [
            "(1 - x)^2 + 100(y - x^2)^2", "(x^2 + y - 11)^2 + (x + y^2 - 7)^2", "exp(x/2) + exp(-x) + y^2*(1 + x^2)", "log(1 + x^2) + sqrt(1 + y^2)", "x^4 - x*y + y^4 + sin(3x)",
            "cosh(x - y) + (x + 2y)^2/50",
        ];
        foreach (var optimizer in new[] { "steepest_descent", "conjugate_gradient", "bfgs", "lbfgs", "newton" })
        {
            foreach (var function in functions)
            {
                cases.Add(function, optimizer, 1e-4, 0.9);
                cases.Add(function, optimizer, 0.1, 0.2);
                cases.Add(function, optimizer, 1e-4, 1e-3);
            }
        }

        return cases;
    }

    [Theory, MemberData(nameof(Cases))]
    public void Every_step_brings_enough_and_leaves_little_slope(string function, string optimizer, double c1, double c2)
    {
        var study = Asked.Study(function);
        var objective = study.Objective();
        var (checks, random) = (0, new Random(7));
        for (var run = 0; run < 5; run++)
        {
            double[] start = [(random.NextDouble() * 4) - 2, (random.NextDouble() * 4) - 2];
            var trajectory = Asked.Descend(study, start, optimizer, FormattableString.Invariant($"c1={c1} c2={c2}"), 60);
            for (var k = 0; k + 1 < trajectory.Step.Length; k++)
            {
                var (from, to) = (At(trajectory, k), At(trajectory, k + 1));
                var (before, after) = (new double[2], new double[2]);
                var (value, next) = (objective.ValueAndGradient(from, before), objective.ValueAndGradient(to, after));
                double[] move = [to[0] - from[0], to[1] - from[1]];
                var slope = (before[0] * move[0]) + (before[1] * move[1]);
                // Where rounding decides, the conditions cannot be read off the values.
                if (-slope < 1e-9 * (Math.Abs(value) + 1e-6)) continue;
                Assert.True(next <= value + (c1 * slope) + (1e-13 * Math.Abs(value)), $"step {k} of {optimizer} from ({start[0]:R}, {start[1]:R}): {value:R} {next:R}, slope {slope:R}");
                Assert.True(Math.Abs((after[0] * move[0]) + (after[1] * move[1])) <= -c2 * slope * (1 + 1e-6), $"step {k} of {optimizer}: slope {slope}");
                Assert.Equal(trajectory.Value[k + 1], next);
                Assert.True(trajectory.LearningRate[k + 1] > 0);
                checks++;
            }
        }

        Assert.True(checks >= 5, $"Only {checks} steps were checked.");
    }

    [Theory]
    [InlineData("bfgs", "c1=0.4 c2=0.4", "optimizer.c1", "'c1' must be below 'c2'")]
    [InlineData("lbfgs", "history_size=0", "optimizer.history_size", "a whole number of at least 1 and below 101, but is 0")]
    [InlineData("lbfgs", "history_size=2.5", "optimizer.history_size", "but is 2.5")]
    [InlineData("newton", "lr=0.1", "optimizer.lr", "has no parameter 'lr'; it has c1, c2, maximize.")]
    [InlineData("levenberg_marquardt", "damping=0", "optimizer.damping", "but is 0")]
    public void Refuses_what_is_not_allowed(string optimizer, string parameters, string field, string said)
    {
        var refusal = Assert.Throws<DescentException>(() => Optimizers.Own.Named(optimizer).Start(Running.Parameters(parameters), 2));
        Assert.Equal(field, refusal.Field);
        Assert.Contains(said, refusal.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("newton", 513)]
    [InlineData("bfgs", 1001)]
    [InlineData("gauss_newton", 513)]
    [InlineData("levenberg_marquardt", 513)]
    public void Refuses_more_coordinates_than_its_matrix_can_have(string optimizer, int dimension)
    {
        var refusal = Assert.Throws<DescentException>(() => Optimizers.Own.Named(optimizer).Start(Running.Parameters(""), dimension));
        Assert.Contains($"at most {dimension - 1} coordinates", refusal.Message, StringComparison.Ordinal);
        Assert.NotNull(Optimizers.Own.Named(optimizer).Start(Running.Parameters(""), dimension - 1));
    }

    [Fact]
    public void Refuses_boxes_and_clipped_gradients()
    {
        foreach (var definition in Optimizers.Own.All.Where(static each => !each.AllowsBox && !each.TakesSumOfSquares))
        {
            Assert.Equal("box", Refused(definition.Name, new DescentOptions(3) { Box = new([-1, -1], [1, 1]) }));
            Assert.Equal("clip", Refused(definition.Name, new DescentOptions(3) { Clip = new(1) }));
        }

        Assert.Equal(5, Optimizers.Own.All.Count(static each => !each.AllowsBox && !each.TakesSumOfSquares));
        Assert.Equal("optimizer.name", Assert.Throws<DescentException>(() => Running.Descend(Terrain.Named("x^2+10y^2"), [1, 1], "levenberg_marquardt", "", new DescentOptions(3))).Field);
    }

    private static string Refused(string optimizer, DescentOptions options) =>
        Assert.Throws<DescentException>(() => Running.Descend(Terrain.Named("x^2+10y^2"), [1, 1], optimizer, "", options)).Field;

    private static double[] At(Trajectory trajectory, int k) => [.. trajectory.Points.Select(column => column[k])];
}
