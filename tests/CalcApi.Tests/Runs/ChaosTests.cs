using System.Globalization;
using System.Text.RegularExpressions;
using CalcRuns.Grains;
using CalcRuns.Stores;
using Orleans.Storage;
using StackExchange.Redis;
using Xunit;

namespace CalcApi.Tests.Runs;

/// <summary>Three services share their runs, and each of them comes to grief, and their store too.</summary>
[Trait("Length", "long")]
public sealed partial class ChaosTests(ITestOutputHelper output)
{
    private const int Runs = 200;

    private static readonly TimeSpan s_late = TimeSpan.FromMinutes(6);

    private readonly OrleansGrainStorageSerializer _serializer = StateSerializer.New();

    [Fact]
    public async Task No_run_is_lost_doubled_or_wrong_whoever_is_killed_or_stopped()
    {
        using var give = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        give.CancelAfter(s_late);
        var began = TimeProvider.System.GetTimestamp();
        void Tell(string what) => output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{TimeProvider.System.GetElapsedTime(began).TotalSeconds:F1} s: {what}"));

        await using var cluster = await Cluster.Start(3, null, "Limits__RunSlots=1", "Runs__TileSeconds=0.1", "Logging__LogLevel__CalcRuns.Grains.TileGrain=Debug", "Limits__RunSeconds=600", "Limits__QueueMilliseconds=60000", "Limits__QueuePerSlot=1000", "Logging__LogLevel__Default=Warning", "Logging__LogLevel__Microsoft.Hosting.Lifetime=Information");
        Tell("three services");
        var rows = Rows();
        var expected = await Task.WhenAll(rows.Select((row, which) => cluster[which % 2]!.Client.Ask(row.Route, row.Request)));
        Tell("what each kind answers");

        // While nobody else is there, whoever has nothing to do computes tiles of the first runs. The first that is killed computes one at that moment: it is
        // stopped, and only then is looked whether the tile is under way. A quick machine may be done with it, and with the run, or see no need to divide it:
        // each further run lasts longer.
        var ledger = new Ledger(cluster, give.Token);
        await using var redis = await ConnectionMultiplexer.ConnectAsync(cluster.Redis.Address);
        List<Task> runs = [];
        string? tile = null;
        var victim = 0;
        while (tile is null)
        {
            Assert.True(runs.Count < 8, "No tile was under way where it was looked for.");
            var map = Requests.Map(100, 2_000 + (1_000 * runs.Count));
            runs.Add(ledger.Run($"run {runs.Count}", "map", map, (await cluster[2]!.Client.Ask("descent/map", map)).Text));
            while (!runs[^1].IsCompleted && tile is null)
            {
                await Task.Delay(10, give.Token);
                for (var which = 0; which < cluster.Count && tile is null; which++) (victim, tile) = (which, await StoppedWith(cluster[which]!, redis.GetDatabase()));
            }
        }

        var divided = runs.Count - 1;
        Assert.False(runs[divided].IsCompleted);
        Tell($"tile {tile} of run {divided} is under way where the service stands still");
        // A part of the others for each misfortune, so that it meets some.
        void Begin(int count) => runs.AddRange(Enumerable.Range(runs.Count, count - runs.Count).Select(which => ledger.Run($"run {which}", rows[which % rows.Count].Kind, rows[which % rows.Count].Request, expected[which % rows.Count].Text)));
        async Task Until(int over)
        {
            while (ledger.Over < over && !runs.TrueForAll(static run => run.IsCompleted)) await Task.Delay(50, give.Token);
            Tell($"{ledger.Over} are over");
        }

        Begin(Runs / 3);
        await cluster.Kill(victim);
        await cluster.Return(victim);
        Tell("it was killed, and has come back");
        await Until(Runs / 10);

        Begin(2 * Runs / 3);
        var stopped = cluster[(victim + 1) % cluster.Count]!;
        await stopped.Signal("STOP");
        var stop = Task.Delay(TimeSpan.FromSeconds(15), give.Token);
        await Task.Delay(TimeSpan.FromSeconds(3), give.Token);
        await cluster.Redis.Kill();
        await Task.Delay(TimeSpan.FromSeconds(1), give.Token);
        await cluster.Redis.Return();
        await stop;
        await stopped.Signal("CONT");
        Tell("one was stopped, and the store was killed, and both have come back");

        await Until(Runs / 2);
        Begin(Runs);
        await Until(ledger.Over + 10);
        Tell($"the tile was computed again by {Enumerable.Range(0, cluster.Count).Count(which => cluster[which]!.Lines.Any(line => line.Contains($"The tile {tile} is", StringComparison.Ordinal)))} services");
        await cluster.Kill((victim + 2) % cluster.Count);
        Tell("another was killed");
        try
        {
            await Task.WhenAll(runs);
        }
        catch (OperationCanceledException)
        {
            Assert.Fail(string.Join('\n', ledger.Faults.Take(10).Concat(ledger.Waiting).Concat(Enumerable.Range(0, cluster.Count).SelectMany(which => MistakesOf(cluster[which])))));
        }

        Tell($"all are over; {ledger.Told.Events} events, {ledger.Told.Resumed} streams taken up again, {ledger.Told.Late} answers too early");

        Assert.True(ledger.Faults.Count == 0, string.Join('\n', ledger.Faults.Take(10).Concat(Enumerable.Range(0, cluster.Count).SelectMany(which => MistakesOf(cluster[which])))));
        Assert.Equal(Runs, ledger.Ids.Values.Distinct(StringComparer.Ordinal).Count());
        // Whoever was taken for dead has begun anew, and never stopped to answer quick questions.
        Assert.Contains(stopped.Lines, static line => line.Contains("begin anew", StringComparison.Ordinal));
        Assert.Equal(System.Net.HttpStatusCode.OK, (await stopped.Client.Ask("derivative", """{ "function": "x^2" }""")).Status);
        Assert.StartsWith(ledger.Ids[$"run {divided}"], tile, StringComparison.Ordinal);
        // A run is told to be over before it is taken out of the list of those that are open.
        while (await redis.GetDatabase().SortedSetLengthAsync($"{{{Cluster.Name}}}:open") > 0) await Task.Delay(50, give.Token);
        var kept = redis.GetServers()[0].Keys(pattern: $"*{Cluster.Name}*:run:*").Count();
        Assert.Equal(Runs, kept);
        Assert.DoesNotContain(await redis.GetDatabase().HashKeysAsync($"{{{Cluster.Name}}}:run:{ledger.Ids[$"run {divided}"]}"), static state => ((string)state!).StartsWith("tile", StringComparison.Ordinal));
    }

    // What a service says of its first mistakes, where it made any.
    private static IEnumerable<string> MistakesOf(OwnProcess? service) => (service?.Lines ?? []).Index().Where(static line => line.Item.StartsWith("fail: CalcApi", StringComparison.Ordinal)).Take(3)
        .SelectMany(line => service!.Lines.Skip(line.Index).Take(12));

    // The tile that a service computes; where it does, the service stands still afterwards.
    private async Task<string?> StoppedWith(OwnProcess service, IDatabase store)
    {
        if (service.Lines.Select(static line => Computed().Match(line)).LastOrDefault(static match => match.Success) is not { } last) return null;
        var (run, place) = (last.Groups["run"].Value, last.Groups["place"].Value);
        async Task<bool> IsUnderWay() =>
            (byte[]?)await store.HashGetAsync($"{{{Cluster.Name}}}:run:{run}", $"tile/{place}") is { } kept && StoredForm.Read<TileState>(_serializer, kept) is { Fault: null, View.IsOver: false };
        if (!await IsUnderWay()) return null;
        await service.Signal("STOP");
        if (await IsUnderWay()) return $"{run}/{place}";
        await service.Signal("CONT");
        return null;
    }

    [GeneratedRegex("The tile (?<run>[0-9a-f]+)/(?<place>[0-9]+) is computed here", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Computed();

    // Of all kinds, some of them refused, and some that last for a second or two.
    private static List<(string Kind, string Route, string Request)> Rows() =>
    [
        .. Requests.All,
        ("train", "train", Requests.Training),
        ("descent", "descent", """{ "function": "(1 - x)^2 + 100(y - x^2)^2", "start": { "x": -1.2, "y": 1 }, "optimizer": { "name": "sgd", "lr": 0.0001 }, "steps": 1000000, "record": { "every": 10000 } }"""),
        ("map", "descent/map", """{ "function": "(x^2 + y - 11)^2 + (x + y^2 - 7)^2", "axes": [{ "coordinate": "x", "from": -5, "to": 5, "resolution": 40 }, { "coordinate": "y", "from": -5, "to": 5, "resolution": 40 }], "optimizer": { "name": "sgd", "lr": 0.0001 }, "steps": 1000 }"""),
    ];
}
