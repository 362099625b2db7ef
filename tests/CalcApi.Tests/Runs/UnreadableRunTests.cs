using System.Text;
using System.Threading.Channels;
using CalcRuns;
using CalcRuns.Cluster;
using CalcRuns.Hosting;
using CalcRuns.Stores;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging.Abstractions;
using StackExchange.Redis;
using Xunit;

namespace CalcApi.Tests.Runs;

/// <summary>A run of which what was kept cannot be read has failed and says so, whichever store it was in, and nobody else suffers for it.</summary>
public sealed class UnreadableRunTests : IAsyncLifetime
{
    private const string Name = "test";

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("runs");
    private readonly Works _workshop = new();
    private IRunStore _store = null!;
    private RedisServer? _server;
    private ConnectionMultiplexer? _redis;
    private RunsHost? _host;

    private RunDesk Desk => _host!.Desk!;

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public async ValueTask DisposeAsync()
    {
        await Stop();
        if (_redis is not null) await _redis.DisposeAsync();
        if (_server is not null) await _server.DisposeAsync();
        _folder.Delete(recursive: true);
    }

    [Theory]
    [InlineData("sqlite")]
    [InlineData("redis")]
    public async Task It_has_failed_and_says_why_and_the_others_go_on(string store)
    {
        if (store is "redis")
        {
            _server = await RedisServer.Start();
            _redis = await ConnectionMultiplexer.ConnectAsync(Clustering.RedisOf(new() { Redis = _server.Address, Name = Name }));
        }

        await Start();
        var runs = new List<Begun>();
        foreach (var kind in (string[])["long", "long", "long", "long", "short"]) runs.Add(await Begin(kind));
        var seen = new List<long>();
        foreach (var (run, status) in runs.Select(static (run, which) => (run, which < 4 ? RunStatus.Running : RunStatus.Done))) seen.Add(await Until(run.Id, status));
        Assert.Equal(Acceptance.Begun, (await Begin("long")).Acceptance);
        Assert.Equal(Acceptance.TooManyOfOwner, (await Begin("long")).Acceptance);
        await Stop();

        await Change(runs[0].Id, "run", static bytes => bytes[^1] ^= 1);
        await Change(runs[1].Id, "run", static bytes => bytes[0]++);
        await Change(runs[2].Id, "order", static bytes => bytes.AsSpan().Clear());
        await Change(runs[4].Id, "result", static bytes => bytes[^1]++);
        _workshop.IsQuick = true;
        await Start();

        // Nobody has asked for them, and none is open any more.
        while ((await _store.Open()).Count > 0) await Task.Delay(20, TestContext.Current.CancellationToken);
        Assert.Equal("42", Encoding.UTF8.GetString((await Desk.Result(runs[3].Id))!.Answer));
        for (var again = 0; again < 2; again++)
        {
            var ids = new List<long>();
            foreach (var which in (int[])[0, 1, 2, 4])
            {
                var (id, last) = (runs[which].Id, (await Desk.Look(runs[which].Id))!.Latest);
                Assert.Equal((RunStatus.Failed, Works.Reason), (last.Status, last.Reason));
                // A reader who comes back is told, once.
                Assert.Equal(last, Assert.Single((await Desk.NewsAfter(id, seen[which]))!.Events), Same);
                Assert.Equal(last, (await Desk.NewsAfter(id, 0))!.Events[^1], Same);
                Assert.True(last.Id > seen[which]);
                Assert.Equal((410, Works.Reason), ((await Desk.Result(id))!.Code, (await Desk.Result(id))!.Reason));
                ids.Add(last.Id);
            }

            // It stays so.
            await Stop();
            await Start();
            if (again == 0) seen = [ids[0] - 1, ids[1] - 1, ids[2] - 1, 0, ids[3] - 1];
            else Assert.Equal(ids, [seen[0] + 1, seen[1] + 1, seen[2] + 1, seen[4] + 1]);
        }

        Assert.Null((await Desk.Look(runs[2].Id))!.Kind);
        Assert.Equal("long", (await Desk.Look(runs[0].Id))!.Kind);
        for (var each = 0; each < 5; each++) Assert.Equal(Acceptance.Begun, (await Begin("long")).Acceptance);
        Assert.True(await Desk.Cancel(runs[0].Id, runs[0].Secret));
        Assert.Null(await Desk.Look(runs[0].Id));
    }

    private static bool Same(RunEvent one, RunEvent other) => (one.Id, one.Status, one.Reason) == (other.Id, other.Status, other.Reason);

    private async Task Start()
    {
        var settings = new RunSettings { Folder = _folder.FullName, InAll = 10, Kept = TimeSpan.FromHours(1), StoreOf = serializer => _store = _redis is null ? new SqliteStore(_folder.FullName, serializer) : new RedisStore(_redis, Name, serializer) };
        _host = new(settings, _workshop, TimeProvider.System, NullLoggerFactory.Instance);
        await _host.StartAsync(TestContext.Current.CancellationToken);
        while (_host.Desk is null) await Task.Delay(20, TestContext.Current.CancellationToken);
    }

    private async Task Stop()
    {
        if (_host is not { } host) return;
        await host.StopAsync(CancellationToken.None);
        host.Dispose();
        _host = null;
    }

    private Task<Begun> Begin(string kind) => Desk.Begin(kind, "{}"u8.ToArray(), null, "me", 5);

    private async Task<long> Until(string id, RunStatus status)
    {
        while (true)
        {
            var latest = (await Desk.Look(id))!.Latest;
            if (latest.Status == status) return latest.Id;
            await Task.Delay(20, TestContext.Current.CancellationToken);
        }
    }

    // Without anybody who could tell.
    private async Task Change(string id, string state, Action<byte[]> change)
    {
        if (_redis is not null)
        {
            var key = $"{{{Name}}}:run:{id}";
            var kept = (byte[])(await _redis.GetDatabase().HashGetAsync(key, state))!;
            change(kept);
            await _redis.GetDatabase().HashSetAsync(key, state, kept);
            return;
        }

        await using var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = Path.Combine(_folder.FullName, "runs.db"), Pooling = false }.ToString());
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        await using var command = connection.CreateCommand();
        command.CommandText = "SELECT data FROM states WHERE id = $id AND name = $name";
        command.Parameters.AddWithValue("$id", id);
        command.Parameters.AddWithValue("$name", state);
        var bytes = (byte[])(await command.ExecuteScalarAsync(TestContext.Current.CancellationToken))!;
        change(bytes);
        command.CommandText = "UPDATE states SET data = $data WHERE id = $id AND name = $name";
        command.Parameters.AddWithValue("$data", bytes);
        Assert.Equal(1, await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken));
    }

    /// <summary>Computes what is short at once, and everything once it is quick.</summary>
    private sealed class Works : IWorkshop
    {
        public const string Reason = "it cannot be read";

        public bool IsQuick { get; set; }

        public int Slots => 10;

        public IAttempt Begin(RunOrder order, ReadOnlyMemory<byte> state, TileRange? tile = null, ITiles? tiles = null) => new Attempt(IsQuick || order.Kind is "short");

        public RunResult ResultOf(Exception fault) => fault is UnreadableRunException ? new(410, []) { Reason = Reason } : new(500, []);
    }

    private sealed class Attempt : IAttempt
    {
        private readonly Channel<Waymark> _marks = Channel.CreateUnbounded<Waymark>();
        private readonly TaskCompletionSource<AttemptEnd> _end = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public Attempt(bool isQuick)
        {
            _marks.Writer.TryWrite(new(default, null, 0, []));
            _marks.Writer.TryWrite(new(new byte[] { 1 }, 0.5, 0.1, [new("step", 1)]));
            if (isQuick) Close(new(new(200, "42"u8.ToArray()), false, new(default, 1, 0.2, [new("step", 2)])));
        }

        public ChannelReader<Waymark> Waymarks => _marks.Reader;

        public Task<AttemptEnd> End => _end.Task;

        public void Kept()
        {
        }

        public void PutDown() => Close(new(null, false, null));

        private void Close(AttemptEnd end)
        {
            _marks.Writer.TryComplete();
            _end.TrySetResult(end);
        }
    }
}
