using Calculus.Optimization;
using Calculus.Optimization.Diagnoses;
using Xunit;

namespace Calculus.Tests.Optimization.LineSearches;

/// <summary>Saddles, kinks, barriers, levels and falls without end: each ends, and says truly why.</summary>
public sealed class HardFunctionTests
{
    private static readonly string[] s_all = ["steepest_descent", "conjugate_gradient", "bfgs", "lbfgs", "newton"];

    public static TheoryData<string> Every => [.. s_all];

    [Theory, MemberData(nameof(Every))]
    public void Keeps_away_from_where_there_is_no_value(string optimizer)
    {
        Near("x - log(x)", [1e-3], [1], optimizer);
        Near("x - log(x)", [50], [1], optimizer);
        Near("-sqrt(1 - x^2 - y^2) + x/2", [-0.9, 0.3], [-0.4472135954999579, 0], optimizer);
        Near("x*log(x) + y^2/x + 1/y^2", [0.1, 3], null, optimizer);
        Near("x^x", [2], [1 / Math.E], optimizer);
    }

    [Theory, MemberData(nameof(Every))]
    public void A_fall_without_end_is_told(string optimizer)
    {
        foreach (var (function, start) in new[] { ("-x", 1.0), ("x^3", 1.0), ("x^3", -1.0), ("-x^2", 0.5), ("x - exp(x)", 1.0), ("-x^4 + x^2", 3.0), ("3x + sin(x)", 0.0) })
        {
            var trajectory = Asked.Descend(function, [start], optimizer, "", 300);
            // x^3 has a level spot on the way, where a rule may stop as at any point without slope.
            if (function is "x^3" && start > 0 && trajectory.Stop.Reason is StopReasons.Converged) continue;
            Assert.True(trajectory.Stop.Reason is StopReasons.Diverged, $"{function}: {trajectory.Stop}");
            Assert.True(trajectory.Diagnosis!.Verdict is Verdicts.Diverging or Verdicts.Unbounded, $"{function}: {trajectory.Diagnosis}");
            Assert.Null(trajectory.Diagnosis.SuggestedRate);
            Assert.True(trajectory.Evaluations < 500, $"{function}: {trajectory.Evaluations} evaluations");
        }
    }

    [Theory, MemberData(nameof(Every))]
    public void Logarithms_fall_to_the_edge_of_their_domain(string optimizer)
    {
        var trajectory = Asked.Descend("log(x)", [0.5], optimizer, "", 2000);
        Assert.True(trajectory.Points[0][^1] is >= 0 and < 1e-10, $"{trajectory.Points[0][^1]}: {trajectory.Stop}");
        Assert.NotEqual(StopReasons.Converged, trajectory.Stop.Reason, StringComparer.Ordinal);
    }

    [Theory, MemberData(nameof(Every))]
    public void At_kinks_it_ends_near_the_lowest_point_or_says_why_it_does_not(string optimizer)
    {
        foreach (var (function, start) in new (string, double[])[] { ("abs(x)", [3.7]), ("abs(x) + 2abs(y - 1)", [2.3, -1.1]), ("max(x^2 + y, 3 - y)", [2.3, 0.4]), ("max(x, -2x, 3x - 5)", [4.2]), ("abs(x) + 1", [0.3]) })
        {
            var trajectory = Asked.Descend(function, start, optimizer, "", 500);
            var lowest = function is "max(x^2 + y, 3 - y)" ? 1.5 : function is "abs(x) + 1" ? 1 : 0;
            Assert.True(trajectory.Stop.Reason is StopReasons.Converged or StopReasons.Stationary or StopReasons.Steps, $"{function}: {trajectory.Stop}");
            if (trajectory.Best.Value > lowest + 1e-6 && trajectory.Stop.Reason is not StopReasons.Steps)
                Assert.True(trajectory.Stop.Message.Contains("kink", StringComparison.Ordinal) || trajectory.Stop.Message.Contains("rounding", StringComparison.Ordinal), $"{function}: {trajectory.Best.Value} {trajectory.Stop}");
            Assert.True(trajectory.Value[^1] <= trajectory.Value[0]);
        }
    }

    // From (1, 1) the gradient of this function leads along a groove that its convention at the kink does not see.
    [Fact]
    public void Says_that_a_kink_is_in_the_way()
    {
        var trajectory = Asked.Descend("f(x, y) = 5 + if(x > 1, 3(x - 1), -x + 1) + y^2*0", [1, 1], "steepest_descent", "", 50);
        Assert.Equal(StopReasons.Stationary, trajectory.Stop.Reason);
        Assert.Contains("kink", trajectory.Stop.Message, StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(Every))]
    public void A_function_without_a_bottom_is_told_though_a_step_leaves_every_bound(string optimizer)
    {
        foreach (var function in (string[])["-1.94x", "-x^2", "x^3 - 3x", "x - 0.9*sin(x)"])
        {
            var trajectory = Asked.Descend(function, [-2.8], optimizer);
            Assert.True(trajectory.Diagnosis!.Verdict is Verdicts.Unbounded, $"{function}: {trajectory.Stop} {trajectory.Diagnosis}");
        }
    }

    // The slope of the first point is 1e-14 of that of the start: a step that promises as much as the first one leads over the hill.
    [Theory, MemberData(nameof(Every))]
    public void A_slope_that_has_all_but_vanished_leads_out_of_no_valley(string optimizer)
    {
        var trajectory = Running.Descend(Asked.Study("0.5x^3 - 2.95x").Objective(), [-0.72], optimizer, "", new DescentOptions(200));
        Assert.Equal(Math.Sqrt(2.95 / 1.5), trajectory.Points[0][^1], 1e-6);
    }

    [Theory, MemberData(nameof(Every))]
    public void Level_ground_is_told(string optimizer)
    {
        var level = Asked.Descend("f(x) = 7 + 0*x", [2], optimizer, "", 20);
        Assert.Equal((StopReasons.Converged, 0), (level.Stop.Reason, level.Stop.Step));

        var asked = Running.Descend(Terrain.Named("7"), [2], optimizer, "", new DescentOptions(20));
        Assert.Equal((StopReasons.Stationary, "The gradient is 0, so that no direction leads on."), (asked.Stop.Reason, asked.Stop.Message));
        Assert.Equal(Verdicts.Flat, asked.Diagnosis!.Verdict);
    }

    [Theory, MemberData(nameof(Every))]
    public void Goes_as_low_as_rounding_lets_it_where_no_tolerance_is_set(string optimizer)
    {
        var trajectory = Running.Descend(Asked.Study("(1 - x)^2 + 100(y - x^2)^2 + 5").Objective(), [-1.2, 1], optimizer, "", new DescentOptions(20_000));
        Assert.Equal(StopReasons.Stationary, trajectory.Stop.Reason);
        // Steepest descent creeps: a step that gains less than rounding shows comes long before the bottom.
        Assert.Equal(5, trajectory.Best.Value, optimizer is "steepest_descent" ? 1e-9 : 1e-13);
    }

    [Fact]
    public void Newton_leaves_a_saddle_and_says_what_it_added_to_the_curvature()
    {
        var objective = Asked.Study("x^2 - y^2 + y^4").Objective();
        var options = Asked.Options("newton", 50) with { Record = new(Internals: true) };
        var trajectory = Running.Descend(objective, [1, 1e-3], "newton", "", options);
        Assert.Equal(-0.25, trajectory.Value[^1], 1e-12);
        Assert.Equal(Verdicts.Converged, trajectory.Diagnosis!.Verdict);
        var added = trajectory.Internals["E"].Select(static row => row[0]).ToList();
        Assert.True(added[1] > 3.9, string.Join(' ', added)); // -2 became 2
        Assert.Equal(0, added[^1]);
    }

    [Fact]
    public void On_a_saddle_without_slope_it_stops_and_the_diagnosis_says_so()
    {
        var trajectory = Asked.Descend("x^2 - y^2 + y^4", [1, 0], "newton");
        Assert.Equal(Verdicts.Saddle, trajectory.Diagnosis!.Verdict);
        Assert.Null(trajectory.Diagnosis.SuggestedRate);
    }

    [Theory, MemberData(nameof(Every))]
    public void A_spent_budget_ends_it_in_the_middle_of_a_search(string optimizer)
    {
        var budget = new Calculus.Budgets.Budget(new Calculus.Budgets.Limits { Operations = 60 }, TestContext.Current.CancellationToken);
        var trajectory = Running.Descend(Terrain.Named("rosenbrock"), [-1.2, 1], optimizer, "", new DescentOptions(500), budget);
        Assert.Equal(StopReasons.Budget, trajectory.Stop.Reason);
    }

    private static void Near(string function, double[] start, double[]? lowest, string optimizer)
    {
        var trajectory = Asked.Descend(function, start, optimizer, "", 3000);
        Assert.True(trajectory.Stop.Reason is StopReasons.Converged or StopReasons.Stationary, $"{function}: {trajectory.Stop}");
        Assert.All(trajectory.Value, static value => Assert.True(double.IsFinite(value)));
        Assert.True(trajectory.GradientNorm[^1] < 1e-6, $"{function}: {trajectory.GradientNorm[^1]} {trajectory.Stop}");
        for (var i = 0; i < (lowest?.Length ?? 0); i++) Assert.Equal(lowest![i], trajectory.Points[i][^1], 1e-6);
    }
}
