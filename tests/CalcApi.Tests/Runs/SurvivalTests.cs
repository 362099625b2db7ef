using System.Net;
using Xunit;

namespace CalcApi.Tests.Runs;

/// <summary>Runs outlive the process, however it ends.</summary>
public sealed class SurvivalTests
{
    [Fact]
    public async Task A_run_whose_process_is_killed_ends_by_itself_after_the_next_start_with_the_same_result()
    {
        var folder = Directory.CreateTempSubdirectory("runs");
        var map = Requests.Map(60, 3_000);
        var kinds = new[] { ("train", Requests.Training), ("map", map), Requests.All.Select(static row => (row.Kind, row.Request)).First(), ("critical-points", Requests.All[4].Request) };
        string id;
        var others = new List<string>();
        long last;
        await using (var killed = await Start(folder))
        {
            await Opened(killed.Client);
            (id, _) = await killed.Client.Begun(kinds[0].Item1, kinds[0].Item2, "the one");
            foreach (var (kind, request) in kinds.Skip(1)) others.Add((await killed.Client.Begun(kind, request)).Id);
            last = (await killed.Client.Until(id, static run => run.GetProperty("progress").GetDouble() > 0.05)).GetProperty("event").GetInt64();
            // Tiles of the map are under way, where the machine is not so quick that it is done already.
            while (RunsApi.Tiles(folder.FullName) == 0 && (await killed.Client.Look(others[0])).Json.GetProperty("state").GetString() is not "done") await Task.Delay(10, TestContext.Current.CancellationToken);
            // Disposing of it kills it.
        }

        await using (var next = await Start(folder))
        {
            await Opened(next.Client);
            // Nobody has asked for it: its next event is one that the first process did not live to tell.
            var events = new List<(string Name, long Id)>();
            await foreach (var (name, number, _) in next.Client.Events(id, last)) events.Add((name, number));
            Assert.Equal(Enumerable.Range(1, events.Count).Select(each => last + each), events.Select(static each => each.Id));
            Assert.Equal("end", events[^1].Name);

            var plain = await next.Client.Ask("train", Requests.Training);
            Assert.Equal(plain.Text, (await next.Client.Result(id)).Text);
            Assert.Equal(id, (await next.Client.Begun(kinds[0].Item1, kinds[0].Item2, "the one")).Id);
            foreach (var (other, (route, request)) in others.Zip([("descent/map", map), (Requests.All[0].Route, Requests.All[0].Request), (Requests.All[4].Route, Requests.All[4].Request)]))
            {
                await next.Client.Over(other);
                Assert.Equal((await next.Client.Ask(route, request)).Text, (await next.Client.Result(other)).Text);
            }

            Assert.Equal(0, RunsApi.Tiles(folder.FullName));
        }

        folder.Delete(recursive: true);
    }

    // While one service has the folder another has no runs, and answers everything else; asked to end, the first saves what it has.
    [Fact]
    public async Task A_service_that_is_asked_to_end_saves_its_runs_and_the_next_goes_on_with_them()
    {
        var folder = Directory.CreateTempSubdirectory("runs");
        string id, secret;
        double seen;
        await using (var first = RunsApi.With(folder.FullName))
        {
            using var client = first.CreateClient();
            await RunsApi.Opened(first);
            (id, secret) = await client.Begun("descent", Requests.Endless);
            await using (var second = RunsApi.With(folder.FullName, ("Logging:LogLevel:Default", "None")))
            {
                using var other = second.CreateClient();
                await Task.Delay(300, TestContext.Current.CancellationToken);
                Assert.Equal(HttpStatusCode.ServiceUnavailable, (await other.Begin("descent", Requests.Short)).Status);
                Assert.Equal(HttpStatusCode.OK, (await other.Ask("derivative", """{ "function": "x^2" }""")).Status);
            }

            seen = (await client.Until(id, static run => run.GetProperty("progress").GetDouble() > 0)).GetProperty("progress").GetDouble();
        }

        await using (var next = RunsApi.With(folder.FullName))
        {
            using var client = next.CreateClient();
            await RunsApi.Opened(next);
            Assert.True((await client.Until(id, static run => run.GetProperty("state").GetString() is "running")).GetProperty("progress").GetDouble() > seen);
            Assert.Equal(204, await client.Cancel(id, secret));
        }

        folder.Delete(recursive: true);
    }

    private static Task<OwnProcess> Start(DirectoryInfo folder) => OwnProcess.Start(null, "env", "Runs__Enabled=true", $"Runs__Folder={folder.FullName}", "Limits__RunSlots=4", "Runs__TileSeconds=0.1");

    private static async Task Opened(HttpClient client)
    {
        while ((await client.Look(new string('0', 32))).Status == HttpStatusCode.ServiceUnavailable) await Task.Delay(50, TestContext.Current.CancellationToken);
    }
}
