using Calculus.Budgets;
using Calculus.Checkpoints;
using Calculus.Expressions;
using Calculus.Optimization;
using Calculus.Tests.Optimization;
using Xunit;

namespace Calculus.Tests.Checkpoints;

/// <summary>A descent that is put down anywhere and taken up elsewhere ends as one that was not, to the last bit.</summary>
public sealed class InterruptedDescentTests
{
    // A valley with a kink along its way, so that paths touch seams too.
    private const string Valley = "f(x, y) = (1 - x)^2 + 30*(y - x^2)^2 + abs(x + y)/10";
    private const string Squares = "f(a, b) = (1 - a)^2 + 100*(b - a^2)^2 + (a*b - 1)^2";

    // Parameters that make a rule remember more than it does by itself.
    private static readonly Dictionary<string, string[]> s_variants = new(StringComparer.Ordinal)
    {
        ["sgd"] = ["momentum=0.9", "momentum=0.9 nesterov=true", "momentum=0.5 dampening=0.3 weight_decay=0.01", "maximize=true lr=0.0001"],
        ["adam"] = ["amsgrad=true", "weight_decay=0.1 decoupled_weight_decay=true"],
        ["adamw"] = ["amsgrad=true"],
        ["rmsprop"] = ["centered=true", "momentum=0.9", "centered=true momentum=0.5"],
        ["adagrad"] = ["lr_decay=0.1 initial_accumulator_value=0.5"],
        ["asgd"] = ["t0=5 lambd=0.01"],
        ["nadam"] = ["momentum_decay=0.01"],
        ["lbfgs"] = ["history_size=3"],
    };

    public static TheoryData<string, string, string> Rules =>
        [.. from definition in Optimizers.Own.All
            from dialect in definition.Dialects.Select(static each => each.Name).Prepend(DialectNames.PyTorch)
            from parameters in dialect is DialectNames.PyTorch && s_variants.TryGetValue(definition.Name, out var more) ? (string[])["", .. more] : [""]
            select (definition.Name, dialect, parameters)];

    [Theory, MemberData(nameof(Rules))]
    public void By_every_rule(string name, string dialect, string parameters)
    {
        var definition = Optimizers.Own.Named(name);
        var (text, start) = definition.TakesSumOfSquares ? (Squares, new[] { -1.2, 2 }) : (Valley, [-1.2, 1]);
        var options = new DescentOptions(120) { Record = new(3, 30, Internals: true) };

        Same(checkpoints =>
        {
            var study = StudyOf(text, checkpoints);
            var optimizer = definition.Start(Running.Parameters(parameters), 2, dialect);
            return Descent.Run(definition.TakesSumOfSquares ? study.SumOfSquares() : study.Objective(), start, optimizer, options, study.Bound.Function.Graph.Budget);
        });
    }

    public static TheoryData<string> Schedules => [.. ScheduleList.Own.All.Select(static each => each.Name)];

    [Theory, MemberData(nameof(Schedules))]
    public void By_every_schedule(string name) => Same(checkpoints =>
    {
        var study = StudyOf(Valley, checkpoints);
        var optimizer = Optimizers.Own.Named("adam").Start(Running.Parameters("lr=0.1"), 2);
        var schedule = ScheduleList.Own.All.Single(each => string.Equals(each.Name, name, StringComparison.Ordinal)).Start(new Dictionary<string, ParameterValue>(StringComparer.Ordinal), optimizer);
        return Descent.Run(study.Objective(), [-1.2, 1], optimizer, new DescentOptions(150) { Schedule = schedule }, study.Bound.Function.Graph.Budget);
    });

    [Theory]
    [InlineData(1e-3, null, null)]
    [InlineData(null, 1e-6, null)]
    [InlineData(null, null, 1e-3)]
    public void In_a_box_with_clipped_gradients_until_it_is_near(double? gradient, double? value, double? step) => Same(checkpoints =>
    {
        var study = StudyOf(Valley, checkpoints);
        var options = new DescentOptions(400) { Box = new([-2, -1], [0.5, 2]), Clip = new(5, null), Stop = new(gradient, value, step), Record = new(1, 20) };
        return Descent.Run(study.Objective(), [-1.2, 1], Optimizers.Own.Named("rmsprop").Start(Running.Parameters(""), 2), options, study.Bound.Function.Graph.Budget);
    });

    [Fact]
    public void With_batches_of_rows() => Same(static checkpoints =>
    {
        var rows = Enumerable.Range(0, 23).ToArray();
        var study = StudyOf("loss(w, b) = mean((X*w + b - y).^2)", checkpoints, new Dictionary<string, ArrayValue>(StringComparer.Ordinal)
        {
            ["X"] = new(new Shape(23), [.. rows.Select(static row => row / 7.0)]),
            ["y"] = new(new Shape(23), [.. rows.Select(static row => (row % 5) - 1.0)]),
        });
        return Descent.Run(RowBatches.Of(study, 4, 11).Objective(), [0, 0], Optimizers.Own.Named("adam").Start(Running.Parameters("lr=0.05"), 2), new DescentOptions(90), study.Bound.Function.Graph.Budget);
    });

    [Theory]
    [InlineData("f(x, y) = x^2 + 2*y^2", "sgd", "lr=1.3", null)]
    [InlineData("f(x, y) = x^4 + (x*y - 1)^2", "bfgs", "", 37L)]
    public void That_diverges_or_spends_its_evaluations(string text, string optimizer, string parameters, long? evaluations) => Same(checkpoints =>
    {
        var study = StudyOf(text, checkpoints);
        return Descent.Run(study.Objective(), [1.5, -3], Optimizers.Own.Named(optimizer).Start(Running.Parameters(parameters), 2), new DescentOptions(1_000) { Evaluations = evaluations }, study.Bound.Function.Graph.Budget);
    });

    // Each attempt reads the function anew, as another machine would.
    private static Study StudyOf(string text, ICheckpoints checkpoints, IReadOnlyDictionary<string, ArrayValue>? data = null) =>
        Calculus.Study.Of(text, Optimization.Asked.Context(data), new Budget(new Limits { Operations = 2_000_000_000 }) { Checkpoints = checkpoints });

    private static void Same(Func<ICheckpoints, Trajectory> descend)
    {
        var whole = new Interrupted(null, 0);
        var expected = descend(whole);
        Assert.True(whole.Passed > 2, "There was nowhere to be put down.");
        var random = new Random(7);
        var bits = Bits.Of(expected);
        for (var round = 0; round < 3; round++)
        {
            int[] after = [.. Enumerable.Range(0, 1 + (2 * round)).Select(_ => 1 + random.Next(whole.Passed / (1 + round)))];
            Assert.Equal(bits, Bits.Of(Interrupted.Run(descend, after)));
        }

        Assert.Equal(bits, Bits.Of(Interrupted.Run(descend, whole.Passed)));
    }
}
