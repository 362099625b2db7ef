using Calculus.Budgets;
using Calculus.Optimization;
using Calculus.Optimization.FirstOrder;
using Xunit;

namespace Calculus.Tests.Optimization;

/// <summary>What holds for every first-order optimizer in every dialect.</summary>
public sealed class EveryOptimizerTests
{
    public static TheoryData<string, string> All =>
        [.. from definition in Optimizers.Own.All
            where definition.Start(Running.Parameters(""), 1) is FirstOrderOptimizer
            from dialect in definition.Dialects.Select(static each => each.Name).Prepend(DialectNames.PyTorch)
            select (definition.Name, dialect)];

    [Theory]
    [MemberData(nameof(All))]
    public void Its_updates_lead_from_point_to_point(string name, string dialect)
    {
        var trajectory = Running.Descend(Terrain.Named("rosenbrock"), [-1.2, 1], name, "lr=0.0005", new DescentOptions(30) { Record = new(Internals: true) }, dialect: dialect);

        var updates = trajectory.Internals["update"];
        Assert.All(trajectory.Internals.Values, rows => Assert.Equal(trajectory.Step.Length, rows.Length));
        for (var step = 1; step < trajectory.Step.Length; step++)
        {
            for (var i = 0; i < 2; i++) Assert.Equal(trajectory.Points[i][step], trajectory.Points[i][step - 1] + updates[step][i]);
            var (dx, dy) = (trajectory.Points[0][step] - trajectory.Points[0][step - 1], trajectory.Points[1][step] - trajectory.Points[1][step - 1]);
            Assert.Equal(Math.Sqrt((dx * dx) + (dy * dy)), trajectory.Internals["step_length"][step][0], 1e-15);
        }
    }

    [Theory]
    [MemberData(nameof(All))]
    public void Curvature_along_a_step_of_a_bowl_lies_between_its_curvatures(string name, string dialect)
    {
        var trajectory = Running.Descend(Terrain.Bowl(2, 20), [4, -1], name, "lr=0.01", new DescentOptions(10) { Record = new(Internals: true) }, dialect: dialect);

        Assert.Equal(0, trajectory.Internals["step_length"][0][0]);
        Assert.Equal(double.NaN, trajectory.Internals["curvature"][0][0]);
        Assert.All(trajectory.Internals["curvature"].Skip(1), static row => Assert.InRange(row[0], 2 - 1e-6, 20 + 1e-6));
    }

    [Theory]
    [MemberData(nameof(All))]
    public void Is_the_same_every_time_and_with_thinned_records(string name, string dialect)
    {
        var whole = Run(new DescentOptions(60) { Record = new(Internals: true) });
        var thinned = Run(new DescentOptions(60) { Record = new(7, 1000, true) });

        for (var place = 0; place < thinned.Step.Length; place++)
        {
            Assert.Equal(whole.Points[1][thinned.Step[place]], thinned.Points[1][place]);
            foreach (var (internalName, rows) in thinned.Internals) Assert.Equal(whole.Internals[internalName][thinned.Step[place]].AsEnumerable(), rows[place]);
        }

        Trajectory Run(DescentOptions options) => Running.Descend(Terrain.Named("rosenbrock"), [-1.2, 1], name, "lr=0.0003", options, dialect: dialect);
    }

    // At the ends of its range each parameter may make a bad descent, but never an exception.
    [Theory]
    [MemberData(nameof(All))]
    public void Takes_the_ends_of_every_range(string name, string dialect)
    {
        var definition = Optimizers.Own.Named(name);
        foreach (var parameter in definition.ParametersIn(dialect))
        {
            foreach (var value in Ends(parameter))
            {
                Optimizer optimizer;
                try
                {
                    optimizer = definition.Start(new Dictionary<string, ParameterValue>(StringComparer.Ordinal) { [parameter.Name] = value }, 2, dialect);
                }
                catch (DescentException refusal)
                {
                    Assert.StartsWith("optimizer.", refusal.Field, StringComparison.Ordinal);
                    continue;
                }

                foreach (var terrain in (string[])["rosenbrock", "x^2-y^2", "x^2+10y^2"])
                {
                    var fresh = definition.Start(new Dictionary<string, ParameterValue>(StringComparer.Ordinal) { [parameter.Name] = value }, 2, dialect);
                    var trajectory = Descent.Run(Terrain.Named(terrain), [1e-3, -2], fresh, new DescentOptions(40), new Budget(new Limits(), TestContext.Current.CancellationToken));
                    Assert.All(trajectory.Points, static column => Assert.All(column, static entry => Assert.True(double.IsFinite(entry))));
                }

                Assert.Equal(name, optimizer.Name);
            }
        }
    }

    [Fact]
    public void Says_at_which_rate_it_is_stable_only_where_that_is_exact()
    {
        Assert.Equal(2, Start("sgd", "", DialectNames.Keras).StabilityFactor);
        Assert.Null(Start("sgd", "weight_decay=0.1", DialectNames.Keras).StabilityFactor);
        Assert.Equal(2, Start("sgd", "weight_decay=0.1", DialectNames.PyTorch).StabilityFactor);
        Assert.Equal(0.1, Start("sgd", "weight_decay=0.1", DialectNames.PyTorch).WeightDecay);
        Assert.Equal(0, Start("adamw", "weight_decay=0.1", DialectNames.PyTorch).WeightDecay);
        Assert.Equal(0.1, Start("adam", "weight_decay=0.1", DialectNames.PyTorch).WeightDecay);
        Assert.Equal(0, Start("adam", "weight_decay=0.1 decoupled_weight_decay=true", DialectNames.PyTorch).WeightDecay);
        Assert.Equal(2 * 1.9, Start("momentum", "", DialectNames.Keras).StabilityFactor);
        Assert.Equal(2 * 1.9 / 2.8, Start("nesterov", "", DialectNames.Optax).StabilityFactor!.Value, 1e-15);
    }

    // After each turn of the slope the coordinate waits for a step, which must not be taken for the end.
    [Fact]
    public void Rprop_goes_on_after_a_step_in_which_it_waits()
    {
        var trajectory = Running.Descend("x^2", [3], "rprop", "lr=1", 200);

        Assert.True(trajectory.Step.Length > 30);
        Assert.True(Math.Abs(trajectory.Points[0][^1]) < 1e-5);
    }

    private static IEnumerable<ParameterValue> Ends(Parameter parameter)
    {
        double[] numbers = [parameter.Minimum, parameter.Maximum, Math.BitIncrement(parameter.Above), Math.BitDecrement(parameter.Below), 0, 1, 1e-300, 1e300, double.MaxValue, -1e300];
        var allowed = numbers.Where(each => double.IsFinite(each) && each >= parameter.Minimum && each > parameter.Above && each <= parameter.Maximum && each < parameter.Below).Distinct().ToList();
        return parameter.Default switch
        {
            ParameterValue.Flag => [true, false],
            ParameterValue.Numbers => allowed.SelectMany(first => allowed.Select(second => (ParameterValue)new[] { first, second })),
            _ => allowed.Select(static each => (ParameterValue)each),
        };
    }

    private static Optimizer Start(string name, string parameters, string dialect) => Optimizers.Own.Named(name).Start(Running.Parameters(parameters), 1, dialect);
}
