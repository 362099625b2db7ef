using Calculus.Budgets;
using Calculus.Optimization;
using Calculus.Optimization.Diagnoses;
using Xunit;

namespace Calculus.Tests.Optimization;

public sealed class DescentTests
{
    [Fact]
    public void Records_the_start_every_step_and_what_was_found_there()
    {
        var trajectory = Running.Descend("x^2", [3], "gradient_descent", "lr=0.1", 3);

        Assert.Equal("gradient_descent", trajectory.Optimizer);
        Assert.Equal([0, 1, 2, 3], trajectory.Step);
        Assert.Equal([3, 2.4, 1.92, 1.536], trajectory.Points[0]);
        Assert.Equal([9, 5.76, 3.6864, 2.359296], trajectory.Value);
        Assert.Equal([6, 4.8, 3.84, 3.072], trajectory.GradientNorm);
        Assert.Equal([0.1, 0.1, 0.1, 0.1], trajectory.LearningRate);
        Assert.Equal((3, 2.359296), (trajectory.Best.Step, trajectory.Best.Value));
        Assert.Equal(4, trajectory.Evaluations);
    }

    [Theory]
    [InlineData("x^2", "gradient_descent", "lr=0.1", 3.0, 10, StopReasons.Steps, 10)]
    [InlineData("x^2", "gradient_descent", "lr=0.1", 0.0, 10, StopReasons.Stationary, 0)]
    [InlineData("x^2", "gradient_descent", "lr=0", 3.0, 10, StopReasons.Stationary, 0)]
    [InlineData("x^2", "gradient_descent", "lr=0.5", 3.0, 10, StopReasons.Stationary, 1)]
    [InlineData("x^2", "gradient_descent", "lr=1.1", 3.0, 10_000, StopReasons.Diverged, 626)]
    [InlineData("x^2", "gradient_descent", "lr=1e300", 1e50, 10, StopReasons.Diverged, 0)]
    [InlineData("x^4", "sgd", "lr=1", 3.0, 100, StopReasons.Diverged, 4)]
    [InlineData("log", "sgd", "lr=1", 0.5, 100, StopReasons.Diverged, 1)]
    [InlineData("7", "adam", "lr=1", 0.5, 100, StopReasons.Stationary, 0)]
    [InlineData("x", "sgd", "lr=1", 0.5, 100, StopReasons.Steps, 100)]
    [InlineData("x^2", "sgd", "lr=0.1", 3.0, 0, StopReasons.Steps, 0)]
    public void Stops_for_the_right_reason(string terrain, string optimizer, string parameters, double start, int steps, string reason, int step)
    {
        var trajectory = Running.Descend(terrain, [start], optimizer, parameters, steps);

        Assert.Equal(reason, trajectory.Stop.Reason);
        Assert.Equal(step, trajectory.Stop.Step);
        Assert.Equal(step, trajectory.Step[^1]);
        Assert.All(trajectory.Points[0], static x => Assert.True(double.IsFinite(x)));
        Assert.All(trajectory.Value.SkipLast(1), static value => Assert.True(double.IsFinite(value)));
    }

    [Theory]
    [InlineData(0, "No step was asked for.")]
    [InlineData(1, "The one step was done.")]
    [InlineData(5, "All 5 steps were done.")]
    public void Says_how_many_steps_were_done(int steps, string said) =>
        Assert.Equal(said, Running.Descend("x^2", [3], "sgd", "lr=0.1", steps).Stop.Message);

    [Theory]
    [InlineData(1e-3, null, null, 3.0, 39, "gradient")]
    [InlineData(null, 1e-3, null, 3.0, 20, "value")]
    [InlineData(null, null, 1e-3, 3.0, 30, "step")]
    [InlineData(10.0, null, null, 3.0, 0, "gradient")]
    [InlineData(1e-3, 1e-3, null, 3.0, 20, "value")]
    public void Converges_within_the_tolerance_asked_for(double? gradient, double? value, double? step, double start, int steps, string said)
    {
        var trajectory = Running.Descend(Terrain.Named("x^2"), [start], "sgd", "lr=0.1",
            new DescentOptions(1000) { Stop = new(gradient, value, step) });

        Assert.Equal(StopReasons.Converged, trajectory.Stop.Reason);
        Assert.Equal(steps, trajectory.Stop.Step);
        Assert.Contains(said, trajectory.Stop.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1, 1000, 50, new[] { 0, 1, 2, 49, 50 }, 51)]
    [InlineData(10, 1000, 45, new[] { 0, 10, 20, 30, 40, 45 }, 6)]
    [InlineData(10, 3, 45, new[] { 0, 10, 20, 45 }, 4)]
    [InlineData(1, 1, 45, new[] { 0, 45 }, 2)]
    [InlineData(100, 5, 45, new[] { 0, 45 }, 2)]
    [InlineData(45, 5, 45, new[] { 0, 45 }, 2)]
    public void Thins_what_is_kept_and_not_what_is_computed(int every, int limit, int steps, int[] kept, int count)
    {
        var thinned = Running.Descend(Terrain.Named("rosenbrock"), [-1.2, 1], "adam", "lr=0.1",
            new DescentOptions(steps) { Record = new(every, limit) });
        var whole = Running.Descend("rosenbrock", [-1.2, 1], "adam", "lr=0.1", steps);

        Assert.Equal(count, thinned.Step.Length);
        Assert.Subset(thinned.Step.ToHashSet(), kept.ToHashSet());
        Assert.Equal(whole.Best.Step, thinned.Best.Step);
        Assert.Equal(whole.Evaluations, thinned.Evaluations);
        Assert.Equal(whole.Points[1][^1], thinned.Points[1][^1]);
        Assert.Equal(whole.Diagnosis, thinned.Diagnosis);
        for (var i = 0; i < thinned.Step.Length; i++) Assert.Equal(whole.Points[0][thinned.Step[i]], thinned.Points[0][i]);
    }

    [Fact]
    public void Keeps_each_of_the_first_twenty_thousand_points_and_the_last()
    {
        var trajectory = Running.Descend("rosenbrock", [-1.2, 1], "sgd", "lr=0.0001", 30_000);

        Assert.Equal(20_001, trajectory.Step.Length);
        Assert.Equal([19_999, 30_000], trajectory.Step[^2..]);
    }

    [Theory]
    [InlineData("sin", "lr=0.5 maximize=true", 0.5, 1.0, Verdicts.Rounding)]
    [InlineData("sin", "lr=0.5", 0.5, -1.0, Verdicts.Rounding)]
    [InlineData("exp(-x^2)", "lr=0.3 maximize=true", 1.0, 1.0, Verdicts.Converged)]
    [InlineData("-x^2", "lr=0.2 maximize=true", 1.0, 0.0, Verdicts.Converged)]
    [InlineData("x^2", "lr=0.1 maximize=true", 1.0, 1e100, Verdicts.Unbounded)]
    public void Climbs_where_asked_to(string terrain, string parameters, double start, double best, string verdict)
    {
        var trajectory = Running.Descend(terrain, [start], "sgd", parameters, 1000);

        Assert.Equal(best, Math.Min(trajectory.Value.Last(), 1e100), 1e-12);
        Assert.Equal(verdict, trajectory.Diagnosis!.Verdict);
    }

    [Fact]
    public void Finds_the_best_point_in_the_middle_of_a_run_that_gets_worse()
    {
        var trajectory = Running.Descend("x^2", [3], "nesterov", "lr=0.9", 200);
        var lowest = trajectory.Value.Min();

        Assert.Equal(lowest, trajectory.Best.Value);
        Assert.Equal(trajectory.Step[trajectory.Value.IndexOf(lowest)], trajectory.Best.Step);
        Assert.Equal(trajectory.Points[0][trajectory.Value.IndexOf(lowest)], trajectory.Best.Point[0]);
    }

    [Theory]
    [InlineData("log", -1.0)]
    [InlineData("log", 0.0)]
    [InlineData("x^2", double.NaN)]
    [InlineData("x^2", double.PositiveInfinity)]
    [InlineData("x^4", 1e200)]
    public void Refuses_to_start_where_the_function_has_no_finite_value(string terrain, double start)
    {
        var refusal = Assert.Throws<DescentException>(() => Running.Descend(terrain, [start], "sgd", "", 10));

        Assert.Equal("start", refusal.Field);
    }

    [Fact]
    public void Ends_at_once_when_it_is_called_off()
    {
        using var cancellation = new CancellationTokenSource();
        var terrain = new Terrain(1, static x => x[0] * x[0], static x => [2 * x[0]], static _ => new double[,] { { 2 } })
        {
            BeforeEvaluation = evaluation => { if (evaluation == 6) cancellation.Cancel(); },
        };

        var trajectory = Running.Descend(terrain, [3], "sgd", "lr=0.001", new DescentOptions(1_000_000), new Budget(new Limits(), cancellation.Token));

        Assert.Equal((StopReasons.Cancelled, 5), (trajectory.Stop.Reason, trajectory.Stop.Step));
        Assert.Equal(6, trajectory.Step.Length);
    }

    [Fact]
    public void Ends_with_the_trajectory_so_far_when_the_budget_is_spent()
    {
        var budget = new Budget(new Limits { Operations = 100 });

        var trajectory = Running.Descend(Terrain.Named("x^2"), [3], "sgd", "lr=0.001", new DescentOptions(1_000_000), budget);

        Assert.Equal((StopReasons.Budget, 100), (trajectory.Stop.Reason, trajectory.Stop.Step));
        Assert.Contains("100", trajectory.Stop.Message, StringComparison.Ordinal);
        Assert.Equal(101, trajectory.Step.Length);
    }

    [Fact]
    public void Keeps_its_point_when_the_objective_runs_out_of_budget_within_a_step()
    {
        var terrain = new Terrain(1, static x => x[0] * x[0], static x => [2 * x[0]], static _ => new double[,] { { 2 } })
        {
            BeforeEvaluation = static evaluation => { if (evaluation == 4) throw new LimitException("operations", 3, "This needs more than 3."); },
        };

        var trajectory = Running.Descend(terrain, [3], "gradient_descent", "lr=0.1", new DescentOptions(10));

        Assert.Equal((StopReasons.Budget, 2), (trajectory.Stop.Reason, trajectory.Stop.Step));
        Assert.Equal([3, 2.4, 1.92], trajectory.Points[0]);
    }
}
