using Calculus.Binding;
using Calculus.Budgets;
using Calculus.Checkpoints;
using Calculus.Optimization;
using Calculus.Optimization.Maps;
using Calculus.Optimization.Races;
using Calculus.Tests.Optimization;
using Xunit;

namespace Calculus.Tests.Checkpoints;

/// <summary>Maps and races of which parts are done elsewhere end as those that are done in one go, to the last bit, and spend the same.</summary>
public sealed class DividedWorkTests
{
    private const int Cells = 56;

    private const string Valleys = "f(x, y) = (x^2 - 1)^2 + y^2 + sqrt(x + 2)";

    // On x = 0 both sides are examined, but only so often.
    private const string Seams = "f(x, y) = abs(x) + (y - 1)^2";

    [Theory]
    [InlineData(Valleys, 1)]
    [InlineData(Valleys, 3)]
    [InlineData(Valleys, 8)]
    [InlineData(Valleys, 40)]
    [InlineData("f(x, y) = abs(x - y/3) + y^4", 5)]
    [InlineData(Seams, 7)]
    public void A_map(string text, int size) => Same(checkpoints => Map(text, checkpoints), Cells, size, takesAll: text is not Seams);

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(5)]
    public void A_race(int size) => Same(static checkpoints => Race(checkpoints), 9, size, takesAll: true);

    [Fact]
    public void A_map_that_its_budget_does_not_pay_is_refused_at_the_same_place_with_the_same_words()
    {
        var spent = BitConverter.ToInt64(Map(Valleys, new Divided()).AsSpan()[..8]);
        var parts = Parts(static checkpoints => Map(Valleys, checkpoints), Cells, 6);
        foreach (var operations in (long[])[spent - 1, spent / 2, spent / 7])
        {
            var plain = Assert.Throws<LimitException>(() => Map(Valleys, new Divided(), operations));
            var divided = Assert.Throws<LimitException>(() => Map(Valleys, new Divided { Parts = parts }, operations));
            Assert.Equal((plain.Limit, plain.Maximum, plain.Message, plain.Asked), (divided.Limit, divided.Maximum, divided.Message, divided.Asked));
        }

        Assert.Equal(Map(Valleys, new Divided(), spent), Map(Valleys, new Divided { Parts = parts }, spent));
    }

    // What a diagnosis may spend depends on what is left, where that is little.
    [Theory]
    [InlineData(50_000_000)]
    [InlineData(1_000_000)]
    [InlineData(20_000)]
    public void A_race_whose_budget_is_short(long operations)
    {
        var parts = Parts(static checkpoints => Race(checkpoints), 9, 2);
        Assert.Equal(Outcome(new Divided()), Outcome(new Divided { Parts = parts }));

        object Outcome(Divided checkpoints)
        {
            try
            {
                return Convert.ToHexString(Race(checkpoints, operations));
            }
            catch (LimitException refused)
            {
                return (refused.Message, refused.Asked);
            }
        }
    }

    [Fact]
    public void A_part_of_another_version_or_of_other_items_is_done_anew()
    {
        var parts = Parts(static checkpoints => Map(Valleys, checkpoints), Cells, 10);
        (parts[10], parts[20]) = (parts[20], parts[10]);
        parts[30][0]++;
        var divided = new Divided { Parts = parts };

        Assert.Equal(Map(Valleys, new Divided()), Map(Valleys, divided));
        Assert.True(divided.Passed >= 30);
    }

    private static Dictionary<int, byte[]> Parts(Func<ICheckpoints, byte[]> run, int items, int size, int every = 0) =>
        Enumerable.Range(0, (items + size - 1) / size).Select(part => new Part(part * size, Math.Min(items, (part + 1) * size)))
            .ToDictionary(static part => part.From, part => Divided.Done(run, part, every));

    private static void Same(Func<ICheckpoints, byte[]> run, int items, int size, bool takesAll)
    {
        var expected = run(new Divided());
        foreach (var every in (int[])[0, 11])
        {
            var parts = Parts(run, items, size, every);
            var all = new Divided { Parts = parts };
            Assert.Equal(expected, run(all));
            Assert.Equal(takesAll, all.Passed == 0);

            // Some of them are missing, and whoever has the rest is put down in between.
            var some = parts.Where(static each => each.Key % 3 != 0).ToDictionary();
            var first = new Divided { Parts = some, After = 3 };
            Assert.Throws<PutDownException>(() => run(first));
            Assert.Equal(expected, run(new Divided { Parts = some, State = first.State }));
        }
    }

    private static byte[] Map(string text, ICheckpoints checkpoints, long operations = 20_000_000_000)
    {
        var study = StudyOf(text, checkpoints, operations);
        var map = new DescentMapRun(study.Objective(), Cells, static cell => new([-2.8 + (cell % 8 * 0.7), (cell / 8 * 0.5) - 1.5], Optimizers.Own.Named("momentum").Start(Running.Parameters("lr=0.02"), 2), null),
            new DescentOptions(60) { Stop = new(1e-3) }, study.Bound.Function.Graph.Budget).Run();
        return
        [
            .. BitConverter.GetBytes(study.Bound.Function.Graph.Budget.OperationsSpent), .. map.Ends.SelectMany(static end => end.Point.Append(end.Value)).SelectMany(BitConverter.GetBytes),
            .. map.End.Concat(map.Steps).SelectMany(BitConverter.GetBytes), .. map.Reason.Select(static reason => (byte)reason[0]),
        ];
    }

    private static byte[] Race(ICheckpoints checkpoints, long operations = 20_000_000_000)
    {
        var study = StudyOf("f(x, y) = (1 - x)^2 + 20*(y - x^2)^2 + abs(x)", checkpoints, operations);
        var budget = study.Bound.Function.Graph.Budget;
        string[] names = ["sgd", "adam", "newton"];
        var objectives = names.Select(_ => study.Objective()).ToList();
        List<Func<DescentRun>> entrants = [.. from start in (double[][])[[-1.2, 1], [0, 0], [2, -1]]
                                              from j in Enumerable.Range(0, names.Length)
                                              select (Func<DescentRun>)(() => new DescentRun(objectives[j], start,
                                                  Optimizers.Own.Named(names[j]).Start(Running.Parameters(j < 2 ? "lr=0.002" : ""), 2), new DescentOptions(40) { Record = new(2, 100, true) }, budget))];
        var finished = new RaceRun(entrants, objectives, budget).Run();
        return [.. Bits.Of(finished), .. BitConverter.GetBytes(budget.OperationsSpent), .. budget.Extras.LeftOut.SelectMany(System.Text.Encoding.UTF8.GetBytes)];
    }

    private static Study StudyOf(string text, ICheckpoints checkpoints, long operations) =>
        Study.Of(text, BindingContext.Empty, new Budget(new Limits { Operations = operations }) { Checkpoints = checkpoints });
}
