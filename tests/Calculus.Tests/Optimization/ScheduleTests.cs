using System.Globalization;
using System.Runtime.CompilerServices;
using Calculus.Optimization;
using Xunit;

namespace Calculus.Tests.Optimization;

public sealed class ScheduleTests
{
    public static TheoryData<string, string> Schedules => [.. Rows().Select(static row => (row.Name, row.Settings))];

    // Forty steps from the rate 0.5, as tests/references/optimizers.py had PyTorch's lr_scheduler compute them.
    [Theory]
    [MemberData(nameof(Schedules))]
    public void Has_the_rates_of_PyTorch(string name, string settings)
    {
        var climbs = settings.Contains("maximize", StringComparison.Ordinal);
        var schedule = ScheduleList.Own.Named(name).Start(Running.Parameters(settings.Replace("maximize=true", "", StringComparison.Ordinal)), Sgd(climbs ? "lr=0.5 maximize=true" : "lr=0.5"));
        var expected = Rows().Single(row => (row.Name, row.Settings).Equals((name, settings))).Rates;

        for (var step = 0; step < expected.Length; step++)
        {
            var rate = schedule.Rate(0.5, step, 40, Values[step]);
            Assert.True(Math.Abs(rate - expected[step]) <= 1e-14, $"{name} {settings}, step {step}: {rate:R} instead of {expected[step]:R}");
        }
    }

    [Fact]
    public void Every_parameter_of_every_schedule_is_in_the_references()
    {
        var missing =
            from definition in ScheduleList.Own.All
            from parameter in definition.Parameters
            where !Rows().Any(row => string.Equals(row.Name, definition.Name, StringComparison.Ordinal) && row.Settings.Contains($"{parameter.Name}=", StringComparison.Ordinal))
            select $"{definition.Name} {parameter.Name}";

        Assert.Empty(missing);
    }

    [Theory]
    [InlineData("one_cycle", "total_steps=10", 10, 2e-6)]
    [InlineData("one_cycle", "total_steps=10", 1000, 2e-6)]
    [InlineData("one_cycle", "pct_start=0", 0, 0.4992293365159483)]
    [InlineData("one_cycle", "pct_start=1", 39, 0.5)]
    [InlineData("one_cycle", "pct_start=0.025", 0, 0.5)]
    [InlineData("one_cycle", "total_steps=1", 0, 2e-6)]
    [InlineData("cosine", "", 40, 0)]
    [InlineData("cosine", "T_max=10", 20, 0.5)]
    [InlineData("warmup_cosine", "warmup_steps=0", 0, 0.5)]
    [InlineData("warmup_cosine", "warmup_steps=100", 99, 0.49666666666666665)]
    [InlineData("warmup_cosine", "warmup_steps=100", 100, 0.5)]
    [InlineData("step", "step_size=1 gamma=0", 1, 0)]
    [InlineData("exponential", "gamma=1", 1_000_000, 0.5)]
    [InlineData("exponential", "", 1_000_000, 0)]
    public void Has_a_rate_at_the_edges(string name, string settings, int step, double expected)
    {
        var rate = ScheduleList.Own.Named(name).Start(Running.Parameters(settings), Sgd("lr=0.5")).Rate(0.5, step, 40, 1);

        Assert.Equal(expected, rate, 1e-15);
    }

    [Theory]
    [InlineData("cosines", "", "sgd", "optimizer.schedule.name", "constant, inverse_time, plateau, step, cosine, warmup_cosine, one_cycle, exponential")]
    [InlineData("cosine", "gamma=1", "sgd", "optimizer.schedule.gamma", "The schedule 'cosine' has no parameter 'gamma'; it has T_max, eta_min.")]
    [InlineData("cosine", "T_max=-1", "sgd", "optimizer.schedule.T_max", "a whole number of at least 0, but is -1")]
    [InlineData("cosine", "T_max=1.5", "sgd", "optimizer.schedule.T_max", "a whole number of at least 0, but is 1.5")]
    [InlineData("plateau", "factor=1", "sgd", "optimizer.schedule.factor", "a number of at least 0 and below 1")]
    [InlineData("plateau", "threshold_mode=some", "sgd", "optimizer.schedule.threshold_mode", "\"rel\" or \"abs\", but is \"some\"")]
    [InlineData("plateau", "threshold_mode=1", "sgd", "optimizer.schedule.threshold_mode", "\"rel\" or \"abs\", but is 1")]
    [InlineData("warmup_cosine", "start_factor=0", "sgd", "optimizer.schedule.start_factor", "a number above 0 and at most 1")]
    [InlineData("one_cycle", "pct_start=1.1", "sgd", "optimizer.schedule.pct_start", "a number of at least 0 and at most 1")]
    [InlineData("step", "step_size=0", "sgd", "optimizer.schedule.step_size", "a whole number of at least 1")]
    [InlineData("cosine", "", "rprop", "optimizer.schedule", "finds the lengths of its steps by itself")]
    public void Refuses_what_is_not_allowed_and_says_what_is(string name, string settings, string optimizer, string field, string said)
    {
        var refusal = Assert.Throws<DescentException>(() =>
            ScheduleList.Own.Named(name).Start(Running.Parameters(settings), Optimizers.Own.Named(optimizer).Start(Running.Parameters(""), 1)));

        Assert.Equal(field, refusal.Field);
        Assert.Contains(said, refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_descent_steps_with_the_rate_that_its_trajectory_shows()
    {
        var trajectory = Descend("inverse_time", "decay_steps=1", "sgd", "lr=0.25", 4);

        Assert.Equal([0.25, 0.125, 0.25 / 3, 0.0625, 0.05], trajectory.LearningRate);
        for (var step = 1; step <= 4; step++)
            Assert.Equal(trajectory.Points[0][step - 1] * (1 - (2 * trajectory.LearningRate[step - 1])), trajectory.Points[0][step], 1e-15);
    }

    [Fact]
    public void A_rate_that_comes_back_from_zero_does_not_end_the_descent()
    {
        var trajectory = Descend("cosine", "T_max=3", "sgd", "lr=0.25", 6);

        Assert.Equal((StopReasons.Steps, 0.0), (trajectory.Stop.Reason, trajectory.LearningRate[3]));
        Assert.Equal(trajectory.Points[0][3], trajectory.Points[0][4]);
        Assert.True(trajectory.Points[0][5] < trajectory.Points[0][4]);
    }

    // Keras keeps steps in its momentum and PyTorch gradients, so that only a rate that changes tells them apart.
    [Theory]
    [InlineData("constant", true)]
    [InlineData("exponential", false)]
    public void The_form_of_momentum_matters_only_while_the_rate_changes(string schedule, bool same)
    {
        var (pytorch, keras) = (Descend(schedule, "", "momentum", "lr=0.01", 50), Descend(schedule, "", "momentum", "lr=0.01", 50, DialectNames.Keras));

        Assert.Equal(same, Math.Abs(pytorch.Points[0][50] - keras.Points[0][50]) < 1e-13);
    }

    private static Trajectory Descend(string schedule, string settings, string optimizer, string parameters, int steps, string dialect = DialectNames.PyTorch)
    {
        var started = Optimizers.Own.Named(optimizer).Start(Running.Parameters(parameters), 1, dialect);
        return Descent.Run(Terrain.Named("x^2"), [3], started, new DescentOptions(steps) { Schedule = ScheduleList.Own.Named(schedule).Start(Running.Parameters(settings), started) },
            new Calculus.Budgets.Budget(new Calculus.Budgets.Limits(), TestContext.Current.CancellationToken));
    }

    private static Optimizer Sgd(string parameters) => Optimizers.Own.Named("sgd").Start(Running.Parameters(parameters), 1);

    private static double[] Values => Table().Single(static cells => cells[0] is "values")[3].Split(',').Select(Number).ToArray();

    private static IEnumerable<(string Name, string Settings, double[] Rates)> Rows() =>
        Table().Where(static cells => cells[0] is not "values").Select(static cells => (cells[1], cells[2], cells[3].Split(',').Select(Number).ToArray()));

    private static IEnumerable<string[]> Table() =>
        File.ReadLines(Path.Combine(Folder(), "../../references/schedules.tsv")).Skip(1).Select(static line => line.Split('\t'));

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);

    private static string Folder([CallerFilePath] string path = "") => Path.GetDirectoryName(path)!;
}
