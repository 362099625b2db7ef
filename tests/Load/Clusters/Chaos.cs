using System.Diagnostics;
using CalcApi.Tests.Runs;
using StackExchange.Redis;

namespace Load.Clusters;

/// <summary>Three services that share their runs, thousands of them, and now and then one of the three is killed; then each is asked to end and started again under load.</summary>
internal static class Chaos
{
    private const int Abreast = 150;

    private static readonly (string Kind, string Route, string Request)[] s_rows =
    [
        ("descent", "descent", """{ "function": "(1 - x)^2 + 100(y - x^2)^2", "start": { "x": -1.2, "y": 1 }, "optimizer": { "name": "adam", "lr": 0.01 }, "steps": 2000, "record": { "every": 100 } }"""),
        ("map", "descent/map", """{ "function": "(x^2 + y - 11)^2 + (x + y^2 - 7)^2", "axes": [{ "coordinate": "x", "from": -5, "to": 5, "resolution": 8 }, { "coordinate": "y", "from": -5, "to": 5, "resolution": 8 }], "optimizer": { "name": "sgd", "lr": 0.01 }, "steps": 100 }"""),
        ("compare", "descent/compare", """{ "function": "(1 - x)^2 + 100(y - x^2)^2", "starts": [{ "x": -1.2, "y": 1 }], "optimizers": [{ "name": "sgd", "lr": 0.0005 }, { "name": "adam", "lr": 0.05 }], "steps": 1000, "record": { "every": 50 } }"""),
        ("train", "train", """{ "model": { "name": "linear" }, "dataset": { "name": "circles", "n": 40 }, "optimizer": { "name": "adam", "lr": 0.05 }, "steps": 100, "record": { "every": 10 }, "verify": false }"""),
        ("critical-points", "critical-points", """{ "function": "x^3 - 3x", "box": { "x": [-3, 3] } }"""),
    ];

    // One in a hundred lasts for seconds.
    private static readonly (string Kind, string Route, string Request) s_long =
        ("descent", "descent", """{ "function": "(1 - x)^2 + 100(y - x^2)^2", "start": { "x": -1.2, "y": 1 }, "optimizer": { "name": "sgd", "lr": 0.0001 }, "steps": 1000000, "record": { "every": 10000 } }""");

    /// <summary>Runs it.</summary>
    /// <param name="folder">Where the service was published to.</param>
    /// <param name="report">Its figures.</param>
    /// <param name="runs">How many runs.</param>
    /// <param name="kills">How many times one of the services is killed.</param>
    /// <param name="apart">The time between two of these.</param>
    public static async Task Run(string folder, Report report, int runs, int kills, TimeSpan apart)
    {
        await using var cluster = await Cluster.Start(3, folder, "Limits__RunSlots=1", "Limits__Runs=20000", "Logging__LogLevel__Default=Error", "Logging__LogLevel__Microsoft.Hosting.Lifetime=Information", "Shutdown__DrainSeconds=2");
        (string Kind, string Route, string Request)[] rows = [.. s_rows, s_long];
        var expected = new List<string>();
        foreach (var row in rows)
        {
            using var answer = await cluster[0]!.Client.PostAsync(new Uri($"/api/v1/{row.Route}", UriKind.Relative), Questions.Content(row.Request));
            expected.Add(await answer.Content.ReadAsStringAsync());
        }

        var ledger = new Ledger(cluster, CancellationToken.None);
        var start = Stopwatch.GetTimestamp();
        await using var spread = new Spread(cluster);
        var work = All(ledger, runs, which => which % 100 == 99 ? rows.Length - 1 : which % s_rows.Length, rows, expected, "chaos", apart * kills);
        var killed = 0;
        for (; killed < kills && !work.IsCompleted; killed++)
        {
            var early = (apart * (killed + 0.5)) - Stopwatch.GetElapsedTime(start);
            if (early > TimeSpan.Zero) await Task.WhenAny(work, Task.Delay(early));
            await cluster.Kill(killed % cluster.Count);
            await cluster.Return(killed % cluster.Count);
        }

        await work;
        var seconds = Stopwatch.GetElapsedTime(start).TotalSeconds;
        report.Say("runs", runs, "");
        report.Say("runs a second", runs / seconds, "1/s");
        report.Say("minutes", seconds / 60, "min");
        report.AtLeast("services killed", killed, kills, "");
        report.Say("events told", ledger.Told.Events, "");
        report.Say("streams taken up again", ledger.Told.Resumed, "");
        report.AtMost($"one idled while another had twice its share ({spread.Looks} looks)", spread.Longest.TotalSeconds, 10, "s");
        await Judge(cluster, ledger, report, runs);
        await Rolling(cluster, report, rows, expected);
    }

    private static async Task All(Ledger ledger, int runs, Func<int, int> rowOf, (string Kind, string Route, string Request)[] rows, List<string> expected, string name, TimeSpan over)
    {
        using var abreast = new SemaphoreSlim(Abreast);
        var start = Stopwatch.GetTimestamp();
        var all = new List<Task>();
        for (var i = 0; i < runs; i++)
        {
            // Spread over the time, so that each kill meets some.
            var early = (over * i / runs) - Stopwatch.GetElapsedTime(start);
            if (early > TimeSpan.Zero) await Task.Delay(early);
            await abreast.WaitAsync();
            var (which, row) = (i, rowOf(i));
            all.Add(Task.Run(async () =>
            {
                await ledger.Run($"{name} {which}", rows[row].Kind, rows[row].Request, expected[row]);
                abreast.Release();
            }));
        }

        await Task.WhenAll(all);
    }

    private static async Task Judge(Cluster cluster, Ledger ledger, Report report, int runs)
    {
        foreach (var fault in ledger.Faults.Take(10)) Console.WriteLine(fault);
        report.AtMost("acknowledged runs lost", runs - ledger.Over, 0, "");
        report.AtMost("runs doubled", runs - ledger.Ids.Values.Distinct(StringComparer.Ordinal).Count(), 0, "");
        report.AtMost("wrong results, gaps and doubles in streams", ledger.Faults.Count, 0, "");
        await using var redis = await ConnectionMultiplexer.ConnectAsync(cluster.Redis.Address + ",allowAdmin=true");
        var database = redis.GetDatabase();
        report.AtMost("runs left open", await database.SortedSetLengthAsync($"{{{Cluster.Name}}}:open"), 0, "");
        var info = (await redis.GetServers()[0].InfoAsync()).SelectMany(static group => group).ToDictionary(static pair => pair.Key, static pair => pair.Value, StringComparer.Ordinal);
        double Number(string name) => double.Parse(info[name], System.Globalization.CultureInfo.InvariantCulture);
        report.Say("the store: memory a run", Number("used_memory") / runs, "B");
        report.Say("the store: commands a run", Number("total_commands_processed") / runs, "");
        report.Say("the store: processor time a run", (Number("used_cpu_user") + Number("used_cpu_sys")) * 1e6 / runs, "µs");
    }

    // Whoever is asked to end answers what it has taken in; a proxy sends the rest to the others.
    private static async Task Rolling(Cluster cluster, Report report, (string Kind, string Route, string Request)[] rows, List<string> expected)
    {
        using var end = new CancellationTokenSource();
        var (ledger, broken, answered) = (new Ledger(cluster, CancellationToken.None), 0, 0);
        var clients = Enumerable.Range(0, 8).Select(_ => Task.Run(async () =>
        {
            for (var i = 0; !end.IsCancellationRequested; i++)
            {
                if (cluster[i % cluster.Count] is not { } service) continue;
                try
                {
                    using var answer = await service.Client.PostAsync(new Uri("/api/v1/derivative", UriKind.Relative), Questions.Content(Questions.Light(Scenarios.Scenario.Number()).Body));
                    if ((int)answer.StatusCode is 200) Interlocked.Increment(ref answered);
                    else if ((int)answer.StatusCode is not 503) Interlocked.Increment(ref broken);
                }
                catch (HttpRequestException refused) when (refused.HttpRequestError == HttpRequestError.ConnectionError)
                {
                    // Not taken in.
                    await Task.Delay(20);
                }
                catch (Exception failed) when (failed is HttpRequestException or ObjectDisposedException or OperationCanceledException)
                {
                    Interlocked.Increment(ref broken);
                }
            }
        })).ToArray();
        var work = All(ledger, 60, _ => rows.Length - 1, rows, expected, "rolling", TimeSpan.Zero);
        for (var which = 0; which < cluster.Count; which++)
        {
            await Task.Delay(TimeSpan.FromSeconds(2));
            await cluster.End(which);
            await cluster.Return(which);
        }

        await work;
        await end.CancelAsync();
        await Task.WhenAll(clients);
        foreach (var fault in ledger.Faults.Take(10)) Console.WriteLine(fault);
        report.Say("rolling restart: quick questions answered", answered, "");
        report.AtMost("rolling restart: requests taken in and not answered", broken, 0, "");
        report.AtMost("rolling restart: runs lost, wrong or set back", ledger.Faults.Count + 60 - ledger.Over, 0, "");
    }
}
