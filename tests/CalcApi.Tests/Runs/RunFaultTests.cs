using System.Collections.Concurrent;
using System.Text;
using System.Threading.Channels;
using CalcRuns;
using CalcRuns.Cluster;
using CalcRuns.Hosting;
using CalcRuns.Stores;
using Microsoft.Extensions.Logging.Abstractions;
using Xunit;

namespace CalcApi.Tests.Runs;

/// <summary>A run whose store is away pauses and goes on; one that fails by a mistake of the service ends, and says so.</summary>
public sealed class RunFaultTests : IAsyncLifetime
{
    private static readonly Func<string, int, bool> s_late = static (state, count) => state is "run" && count == 1;

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("runs");
    private readonly Works _workshop = new();
    private Func<string, int, bool> _hides = static (_, _) => false;
    private Moody _store = null!;
    private RunsHost _host = null!;

    public async ValueTask InitializeAsync() => await Start();

    private async Task Start()
    {
        var settings = new RunSettings { Folder = _folder.FullName, InAll = 10, Kept = TimeSpan.FromHours(1), StoreOf = serializer => _store = new(new SqliteStore(_folder.FullName, serializer)) { Hides = _hides } };
        _host = new(settings, _workshop, TimeProvider.System, NullLoggerFactory.Instance);
        await _host.StartAsync(TestContext.Current.CancellationToken);
        while (_host.Desk is null) await Task.Delay(20, TestContext.Current.CancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        await Stop();
        _folder.Delete(recursive: true);
    }

    private async Task Stop()
    {
        await _host.StopAsync(CancellationToken.None);
        _host.Dispose();
    }

    [Fact]
    public async Task A_mistake_of_the_service_ends_the_run_with_its_reason_and_it_is_not_tried_again()
    {
        _workshop.Mistake = new InvalidOperationException("a mistake");
        var events = await Over(await Begun());

        Assert.Equal([RunStatus.Queued, RunStatus.Failed], events.Select(static told => told.Status));
        Assert.Equal(1, _workshop.Begun);
        Assert.Empty(await _store.Open());
    }

    [Fact]
    public async Task What_cannot_be_written_because_of_what_it_is_ends_the_run_too()
    {
        _store.Refusal = new ArgumentException("no such value can be written");
        _store.Refuses = static (state, count) => state is "result" && count == 1;
        var events = await Over(await Begun());

        Assert.Equal(RunStatus.Failed, events[^1].Status);
        Assert.Equal(1, _workshop.Begun);
    }

    [Theory]
    [InlineData("run")]
    [InlineData("result")]
    [InlineData("leave")]
    public async Task A_store_that_goes_away_at_any_moment_makes_the_run_pause_and_go_on_to_one_end(string moment)
    {
        _store.Refusal = new StoreAwayException(new IOException("away"));
        _store.Refuses = (state, count) => string.Equals(state, moment, StringComparison.Ordinal) && count == (moment is "run" ? 3 : 1);
        var id = await Begun();
        var events = await Over(id);
        while ((await _store.Open()).Count > 0) await Task.Delay(20, TestContext.Current.CancellationToken);

        Assert.Equal(RunStatus.Done, events[^1].Status);
        Assert.Single(events, static told => told.IsLast);
        Assert.Equal(Enumerable.Range(1, events.Count).Select(static each => (long)each), events.Select(static told => told.Id));
        Assert.Equal(events[^1].Id, (await _host.Desk!.Look(id))!.Latest.Id);
        Assert.Equal("42", Encoding.UTF8.GetString((await _host.Desk.Result(id))!.Answer));
    }

    [Fact]
    public async Task A_mistake_of_the_service_is_not_told_as_runs_that_are_away()
    {
        _store.Refusal = new StoreAwayException(new IOException("away"));
        _store.Refuses = static (state, _) => state is "enter";
        await Assert.ThrowsAsync<RunsAwayException>(Begun);

        _store.Refusal = new ArgumentException("a mistake");
        await Assert.ThrowsAsync<ArgumentException>(Begun);
    }

    [Fact]
    public async Task The_seconds_of_a_run_are_those_of_its_attempt_counted_once()
    {
        var events = await Over(await Begun());

        Assert.Equal((RunStatus.Done, 0.2), (events[^1].Status, Math.Round(events[^1].Seconds, 9)));
    }

    // As on a machine that stood still while the run began on another one.
    [Theory]
    [InlineData("how it stands")]
    [InlineData("what came of it")]
    [InlineData("its events")]
    public async Task A_run_that_the_store_knows_is_never_said_to_be_absent(string question)
    {
        var id = await Begun();
        await Over(id);
        await Stop();
        _hides = s_late;
        await Start();

        Assert.NotNull(question switch
        {
            "how it stands" => await _host.Desk!.Look(id),
            "what came of it" => await _host.Desk!.Result(id),
            _ => (object?)await _host.Desk!.NewsAfter(id, 0),
        });
    }

    [Fact(Timeout = 60_000)]
    public async Task A_run_that_the_store_knows_is_not_taken_from_the_list_of_those_that_are_open_as_if_it_had_never_begun()
    {
        var id = await Begun();
        await Over(id);
        while ((await _store.Open()).Count > 0) await Task.Delay(20, TestContext.Current.CancellationToken);
        await _store.Enter(id, "me", 1, 10);
        await Stop();
        _hides = s_late;
        await Start();
        while (_store.Left.IsEmpty) await Task.Delay(20, TestContext.Current.CancellationToken);

        Assert.NotNull(_store.Left.First());
    }

    // As where another machine writes a part between two readings.
    [Theory]
    [InlineData("order")]
    [InlineData("result")]
    public async Task A_part_that_was_written_while_the_run_was_read_is_not_missing(string part)
    {
        var id = await Begun();
        await Over(id);
        await Stop();
        _hides = (state, count) => string.Equals(state, part, StringComparison.Ordinal) && count == 1;
        await Start();

        Assert.Equal(RunStatus.Done, (await _host.Desk!.Look(id))!.Latest.Status);
        Assert.Equal("42", Encoding.UTF8.GetString((await _host.Desk.Result(id))!.Answer));
    }

    private async Task<string> Begun()
    {
        var begun = await _host.Desk!.Begin("kind", "{}"u8.ToArray(), null, "me", null);
        Assert.Equal(Acceptance.Begun, begun.Acceptance);
        return begun.Id;
    }

    private async Task<List<RunEvent>> Over(string id)
    {
        var events = new List<RunEvent>();
        while (events is not [.., { IsLast: true }]) events.AddRange((await _host.Desk!.NewsAfter(id, events.Count == 0 ? 0 : events[^1].Id))!.Events);
        return events;
    }

    /// <summary>Computes at once, or is mistaken.</summary>
    private sealed class Works : IWorkshop
    {
        private int _begun;

        public Exception? Mistake { get; set; }

        public int Begun => _begun;

        public int Slots => 1;

        public IAttempt Begin(RunOrder order, ReadOnlyMemory<byte> state, TileRange? tile = null, ITiles? tiles = null)
        {
            Interlocked.Increment(ref _begun);
            return Mistake is null ? new Attempt() : throw Mistake;
        }

        public RunResult ResultOf(Exception fault) => new(500, Encoding.UTF8.GetBytes("a mistake of the service"));
    }

    private sealed class Attempt : IAttempt
    {
        private readonly Channel<Waymark> _marks = Channel.CreateUnbounded<Waymark>();

        public Attempt()
        {
            _marks.Writer.TryWrite(new(default, null, 0, []));
            _marks.Writer.TryWrite(new(new byte[] { 1 }, 0.5, 0.1, [new("step", 1)]));
            _marks.Writer.Complete();
        }

        public ChannelReader<Waymark> Waymarks => _marks.Reader;

        public Task<AttemptEnd> End { get; } = Task.FromResult(new AttemptEnd(new(200, "42"u8.ToArray()), false, new(default, 1, 0.2, [new("step", 2)])));

        public void Kept()
        {
        }

        public void PutDown()
        {
        }
    }

    /// <summary>A store that now and then refuses.</summary>
    private sealed class Moody(SqliteStore store) : IRunStore, IDisposable
    {
        private readonly Dictionary<string, int> _counts = new(StringComparer.Ordinal), _reads = new(StringComparer.Ordinal);

        public Exception Refusal { get; set; } = new InvalidOperationException();

        /// <summary>Whether what is asked for the so many-th time is refused.</summary>
        public Func<string, int, bool> Refuses { get; set; } = static (_, _) => false;

        /// <summary>Whether what is read for the so many-th time seems not to be there yet.</summary>
        public required Func<string, int, bool> Hides { get; init; }

        public async Task ReadStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState)
        {
            if (!Hides(stateName, _reads[stateName] = _reads.GetValueOrDefault(stateName) + 1)) await store.ReadStateAsync(stateName, grainId, grainState);
        }

        public Task WriteStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState) => Try(stateName, () => store.WriteStateAsync(stateName, grainId, grainState));

        public Task ClearStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState) => store.ClearStateAsync(stateName, grainId, grainState);

        public async Task<Acceptance> Enter(string id, string owner, int mostOfOwner, int most)
        {
            await Try("enter", static () => Task.CompletedTask);
            return await store.Enter(id, owner, mostOfOwner, most);
        }

        /// <summary>When each run ended that was taken out of the list.</summary>
        public ConcurrentQueue<DateTimeOffset?> Left { get; } = new();

        public Task Leave(string id, DateTimeOffset? ended)
        {
            Left.Enqueue(ended);
            return Try("leave", () => store.Leave(id, ended));
        }

        public Task<IReadOnlyList<string>> Open() => store.Open();

        public Task<IReadOnlyList<string>> EndedBefore(DateTimeOffset moment) => store.EndedBefore(moment);

        public Task Forget(string id) => store.Forget(id);

        public Task<IReadOnlyDictionary<string, SiloLoad>> Exchange(string silo, SiloLoad mine) => store.Exchange(silo, mine);

        public Task<byte[]> Secret() => store.Secret();

        public void Dispose() => store.Dispose();

        // What is refused may have been done all the same: an answer that got lost.
        private async Task Try(string what, Func<Task> work)
        {
            var count = _counts[what] = _counts.GetValueOrDefault(what) + 1;
            if (!Refuses(what, count))
            {
                await work();
                return;
            }

            if (Refusal is StoreAwayException && count % 2 == 1) await work();
            throw Refusal;
        }
    }
}
