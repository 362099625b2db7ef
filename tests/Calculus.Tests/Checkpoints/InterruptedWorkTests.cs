using Calculus.Binding;
using Calculus.Budgets;
using Calculus.Checkpoints;
using Calculus.CriticalPoints;
using Calculus.Learning;
using Calculus.Optimization;
using Calculus.Optimization.Maps;
using Calculus.Optimization.Races;
using Calculus.Tests.Learning;
using Calculus.Tests.Optimization;
using Xunit;

namespace Calculus.Tests.Checkpoints;

/// <summary>Races, maps, trainings and searches that are put down anywhere and taken up elsewhere end as those that were not, to the last bit.</summary>
public sealed class InterruptedWorkTests
{
    [Fact]
    public void A_race_whose_descents_share_a_function() => Same(static checkpoints =>
    {
        var study = StudyOf("f(x, y) = (1 - x)^2 + 20*(y - x^2)^2 + abs(x)", checkpoints);
        string[] names = ["sgd", "adam", "newton"];
        var objectives = names.Select(_ => study.Objective()).ToList();
        List<Func<DescentRun>> entrants = [.. from start in (double[][])[[-1.2, 1], [0, 0], [2, -1]]
                                              from j in Enumerable.Range(0, names.Length)
                                              select (Func<DescentRun>)(() => new DescentRun(objectives[j], start,
                                                  Optimizers.Own.Named(names[j]).Start(Running.Parameters(j < 2 ? "lr=0.002" : ""), 2), new DescentOptions(40) { Record = new(2, 100, true) }, study.Bound.Function.Graph.Budget))];
        return Bits.Of(new RaceRun(entrants, objectives, study.Bound.Function.Graph.Budget).Run());
    });

    // Some cells begin where the function has no value, some converge, some do not come to rest.
    [Fact]
    public void A_map() => Same(static checkpoints =>
    {
        var study = StudyOf("f(x, y) = (x^2 - 1)^2 + y^2 + sqrt(x + 2)", checkpoints);
        var map = new DescentMapRun(study.Objective(), 56, static cell => new([-2.5 + (cell % 8 * 0.7), (cell / 8 * 0.5) - 1.5], Optimizers.Own.Named("momentum").Start(Running.Parameters("lr=0.02"), 2), null),
            new DescentOptions(60) { Stop = new(1e-3) }, study.Bound.Function.Graph.Budget).Run();
        Assert.Contains(-1, map.End);
        Assert.True(map.Ends.Length > 1);
        return [.. map.Ends.SelectMany(static end => end.Point.Append(end.Value)).SelectMany(BitConverter.GetBytes), .. map.End.Concat(map.Steps).SelectMany(BitConverter.GetBytes), .. map.Reason.Select(static reason => (byte)reason[0])];
    });

    [Theory]
    [InlineData("moons", "adam", 8, true)]
    [InlineData("blobs", "sgd", null, false)]
    [InlineData("parabola", "rprop", null, true)]
    public void A_training(string data, string optimizer, int? batch, bool draws) => Same(checkpoints =>
    {
        var budget = new Budget(new Limits { Operations = 20_000_000_000 }) { Checkpoints = checkpoints };
        var examples = Trained.Examples(data, 30);
        var network = Trained.Network(examples, "tanh", null, 3);
        var training = new Training(TrainingModel.Of(network), examples, Trained.Examples(data, 12, seed: 5), batch, 3, budget);
        var start = Initialization.Of(Initialization.Natural(network), network.Weights, 3);
        var descent = new DescentRun(training.Objective(), start, Trained.Optimizer(optimizer, start.Length, 0.05), new DescentOptions(70) { Record = new(5, 100, draws) }, budget);
        var run = new TrainingRun(training, descent, training.Score(budget.Besides()), 10, draws, budget, draws);
        run.Run();
        return [.. Bits.Of(run.End()), .. Bits.Of(run)];
    });

    [Theory]
    [InlineData("f(x) = x^3 - 3*x + abs(x - 1/3)", -3.0, 4.0)]
    [InlineData("f(x) = sin(x)*exp(-x/5)", -10.0, 10.0)]
    [InlineData("f(x) = x^4*(x - 1)^3/(x^2 - 2)", -3.0, 3.0)]
    [InlineData("f(x) = max(x^2, floor(x))", -2.0, 3.0)]
    [InlineData("f(x, y) = (x^2 + y - 11)^2 + (x + y^2 - 7)^2", -5.0, 5.0, -5.0, 5.0)]
    [InlineData("f(x, y) = sin(x)*cos(y) + abs(x)/4", -4.0, 4.0, -3.0, 3.0)]
    [InlineData("f(x, y) = (x + y)^2 + x^4", -1.0, 1.0, -1.0, 1.0)]
    public void A_search_for_critical_points(string text, params double[] box) => Same(checkpoints =>
    {
        var study = StudyOf(text, checkpoints, new Limits { Operations = 20_000_000_000, CriticalOperations = 400_000 });
        var found = study.CriticalPoints([.. box.Where(static (_, i) => i % 2 == 0)], [.. box.Where(static (_, i) => i % 2 == 1)]);
        return [.. System.Text.Json.JsonSerializer.SerializeToUtf8Bytes(found, s_all), .. BitConverter.GetBytes(study.Bound.Function.Graph.Budget.OperationsSpent)];
    });

    private static readonly System.Text.Json.JsonSerializerOptions s_all = new() { NumberHandling = System.Text.Json.Serialization.JsonNumberHandling.AllowNamedFloatingPointLiterals };

    private static Study StudyOf(string text, ICheckpoints checkpoints, Limits? limits = null) =>
        Study.Of(text, BindingContext.Empty, new Budget(limits ?? new Limits { Operations = 20_000_000_000 }) { Checkpoints = checkpoints });

    private static void Same(Func<ICheckpoints, byte[]> run)
    {
        var whole = new Interrupted(null, 0);
        var expected = run(whole);
        Assert.True(whole.Passed > 3, "There was nowhere to be put down.");
        Assert.Equal(expected, run(new Without()));
        var random = new Random(11);
        for (var round = 0; round < 4; round++)
        {
            int[] after = [.. Enumerable.Range(0, 1 + (2 * round)).Select(_ => 1 + random.Next(whole.Passed / (1 + round)))];
            Assert.Equal(expected, Interrupted.Run(run, after));
        }

        Assert.Equal(expected, Interrupted.Run(run, whole.Passed));
    }

    /// <summary>Looks at how far the work has come, and changes nothing.</summary>
    private sealed class Without : ICheckpoints
    {
        private double _share;

        public void Resume(IResumable work)
        {
        }

        public void Pass(IResumable work)
        {
            var progress = work.Progress;
            Assert.InRange(progress.Share ?? 0, 0, 1);
            if (work is not Searches { Items: 0 }) Assert.True(progress.Share >= _share, "The share went back.");
            _share = progress.Share ?? 0;
            Assert.NotEmpty(progress.Reached);
        }
    }
}
