using System.Globalization;
using CalcRuns.Cluster;
using Xunit;

namespace CalcApi.Tests.Runs;

/// <summary>Who gives runs to whom.</summary>
public sealed class SharesTests
{
    [Theory]
    [InlineData("30 0 0", "1 1 1")]
    [InlineData("20 20 0", "1 1 1")]
    [InlineData("2 0", "1 1")]
    [InlineData("2 1 0", "1 1 1")]
    [InlineData("500 500 500 0", "2 2 2 8")]
    [InlineData("1000 0 0 0 0 0 0 0", "1 2 3 4 5 6 7 8")]
    [InlineData("7 0 0 0 90", "4 4 4 4 4")]
    public void After_a_few_rounds_nobody_idles_while_another_holds_more_than_twice_its_share(string runs, string slots)
    {
        var loads = Loads(runs, slots);
        double total = loads.Values.Sum(static each => each.Runs), places = loads.Values.Sum(static each => each.Slots);
        for (var round = 0; round < 5; round++) loads = After(loads);

        Assert.Equal(total, loads.Values.Sum(static each => each.Runs));
        var somebodyIdles = loads.Values.Any(static each => each.Runs < each.Slots);
        Assert.False(somebodyIdles && loads.Values.Any(static each => each.Runs > each.Slots), "Somebody waits while another idles.");
        Assert.All(loads.Values, load => Assert.InRange(load.Runs, 0, Math.Max(load.Slots, (1.25 * total * load.Slots / places) + 2)));
        Assert.Equal(loads, After(loads));
    }

    [Fact]
    public void What_is_even_stays()
    {
        Assert.Empty(Shares.Given("0", Loads("10 11 12", "1 1 1")));
        Assert.Empty(Shares.Given("0", Loads("1 0", "1 1")));
        Assert.Empty(Shares.Given("0", Loads("5", "1")));
        Assert.Empty(Shares.Given("unknown", Loads("5 0", "1 1")));
    }

    [Fact]
    public void A_run_begins_where_there_is_the_least_to_do()
    {
        var loads = new Loads();
        loads.Learn(Loads("4 0 2", "2 1 2"));
        string[] silos = ["0", "1", "2"];
        var begun = Enumerable.Range(0, 6).Select(_ => loads.Lightest(silos)).ToList();

        Assert.Equal(1, begun[0]);
        // What was begun counts at once: none takes all.
        Assert.All(silos, (_, silo) => Assert.InRange(begun.Count(each => each == silo), silo == 0 ? 0 : 1, 4));
    }

    private static Dictionary<string, SiloLoad> Loads(string runs, string slots) =>
        runs.Split(' ').Zip(slots.Split(' ')).Select(static (pair, each) => (Silo: $"{each}", Load: new SiloLoad(int.Parse(pair.First, CultureInfo.InvariantCulture), int.Parse(pair.Second, CultureInfo.InvariantCulture))))
            .ToDictionary(static each => each.Silo, static each => each.Load, StringComparer.Ordinal);

    private static Dictionary<string, SiloLoad> After(Dictionary<string, SiloLoad> loads)
    {
        var next = new Dictionary<string, SiloLoad>(loads, StringComparer.Ordinal);
        foreach (var silo in loads.Keys)
        {
            foreach (var (to, runs) in Shares.Given(silo, loads))
            {
                next[silo] = next[silo] with { Runs = next[silo].Runs - runs };
                next[to] = next[to] with { Runs = next[to].Runs + runs };
            }
        }

        return next;
    }
}
