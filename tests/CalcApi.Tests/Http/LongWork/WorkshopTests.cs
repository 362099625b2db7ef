using System.Collections.Concurrent;
using System.Globalization;
using System.Text;
using System.Text.Json;
using CalcApi.Http.LongWork;
using CalcApi.Http.Problems;
using CalcRuns;
using Calculus.Checkpoints;
using Microsoft.Extensions.Logging.Abstractions;
using Xunit;

namespace CalcApi.Tests.Http.LongWork;

/// <summary>Runs are computed in turns that are fair between those who ask, and put down wherever they stand.</summary>
public sealed class WorkshopTests : IDisposable
{
    private readonly RunKinds _kinds = new();
    private readonly Workshop _workshop;
    private int _steps;

    public WorkshopTests()
    {
        _kinds.Add(new("count", static _ => { }, (request, computation) =>
        {
            var count = new Counting(request.GetProperty("to").GetInt32(), () => Interlocked.Increment(ref _steps));
            count.Run(computation.Budget.Checkpoints!);
            return Encoding.UTF8.GetBytes($"{count.At}");
        }));
        _workshop = new(_kinds, new() { RunSlots = 1 }, new(NullLogger<ExceptionProblems>.Instance), TimeProvider.System, NullLogger<Workshop>.Instance);
    }

    public void Dispose() => _workshop.Dispose();

    [Fact]
    public async Task An_attempt_tells_its_way_only_as_fast_as_it_is_kept_and_ends()
    {
        var attempt = _workshop.Begin(Order("one", 600), default);
        var marks = new List<Waymark>();
        await foreach (var mark in attempt.Waymarks.ReadAllAsync(TestContext.Current.CancellationToken))
        {
            marks.Add(mark);
            // Nothing more is told until this is kept.
            if (marks.Count == 2)
            {
                await Task.Delay(250, TestContext.Current.CancellationToken);
                Assert.False(attempt.Waymarks.TryPeek(out _));
            }

            attempt.Kept();
        }

        var end = await attempt.End;
        Assert.Equal("600", Encoding.UTF8.GetString(end.Result!.Answer));
        Assert.True(marks[0].State.IsEmpty);
        Assert.True(marks.Count > 1);
        Assert.Equal(marks.Skip(1).Select(static mark => mark.Share!.Value).Order(), marks.Skip(1).Select(static mark => mark.Share!.Value));
    }

    [Fact]
    public async Task What_is_put_down_goes_on_where_it_was()
    {
        var first = _workshop.Begin(Order("one", 100_000), default);
        await first.Waymarks.ReadAsync(TestContext.Current.CancellationToken);
        await Task.Delay(100, TestContext.Current.CancellationToken);
        first.PutDown();
        var left = (await first.End).Left!;
        Assert.InRange(left.Reached[0].Value, 1, 99_999);

        var second = _workshop.Begin(Order("one", 100_000), left.State);
        second.PutDown();
        var again = await second.End;
        Assert.True(again.Left is null || again.Left.Reached[0].Value >= left.Reached[0].Value);
    }

    [Fact]
    public async Task What_waits_is_put_down_at_once()
    {
        var running = _workshop.Begin(Order("one", 100_000), default);
        var waiting = _workshop.Begin(Order("two", 5), default);
        waiting.PutDown();

        Assert.Equal(new AttemptEnd(null, false, null), await waiting.End);
        running.PutDown();
        await running.End;
    }

    // Somebody with many runs and somebody with one: each has half of the time.
    [Fact]
    public async Task Turns_are_fair_between_those_who_ask()
    {
        var order = new ConcurrentQueue<string>();
        using var stop = new CancellationTokenSource();
        var runs = Enumerable.Range(0, 6).Select(each => Follow(Order(each < 5 ? "many" : "one", 100_000), order, stop.Token)).ToList();
        while (order.Count < 6) await Task.Delay(20, TestContext.Current.CancellationToken);
        await stop.CancelAsync();
        await Task.WhenAll(runs);

        Assert.InRange(order.Take(6).Count(static owner => string.Equals(owner, "one", StringComparison.Ordinal)), 2, 3);
    }

    [Fact]
    public async Task A_state_of_another_version_begins_anew()
    {
        var attempt = _workshop.Begin(Order("one", 3), new byte[] { 1, 2, 3 });

        Assert.Equal("3", Encoding.UTF8.GetString((await attempt.End).Result!.Answer));
    }

    [Fact]
    public async Task What_cannot_be_begun_anew_either_fails_and_is_not_tried_again()
    {
        var tries = 0;
        _kinds.Add(new("stubborn", static _ => { }, (_, _) => throw new SnapshotException(string.Create(CultureInfo.InvariantCulture, $"{++tries}"))));
        var end = await _workshop.Begin(Order("one", 3) with { Kind = "stubborn" }, new byte[] { 1, 2, 3 }).End;

        Assert.True(end is { IsFailure: true, Result: { Code: 500, Reason: not null } });
        Assert.Equal(2, tries);
        Assert.True((await _workshop.Begin(Order("one", 3) with { Kind = "stubborn" }, default).End).IsFailure);
        Assert.Equal(3, tries);
    }

    [Fact]
    public void A_run_that_cannot_be_read_is_told_so_in_words()
    {
        var told = _workshop.ResultOf(new UnreadableRunException(new FormatException("a secret of the store")));
        using var problem = JsonDocument.Parse(told.Answer);

        Assert.Equal((410, problem.RootElement.GetProperty("detail").GetString()), (told.Code, told.Reason));
        Assert.Contains("cannot go on", told.Reason, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", told.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_tile_is_waited_for_while_it_is_under_way_and_then_taken_over()
    {
        var tile = await _workshop.Begin(Order("one", 60), default, new(20, 60)).End;
        Assert.True(tile is { IsTile: true, Result: null, Left.Items: (60, 60) });
        Assert.Equal(40, _steps);

        var waiting = await _workshop.Begin(Order("one", 60), default, tiles: new Elsewhere(20, null)).End;
        Assert.True(waiting is { IsWaiting: true, Result: null, Left.Items: (20, 60) });
        var whole = await _workshop.Begin(Order("one", 60), waiting.Left!.State, tiles: new Elsewhere(20, tile.Left!.State.ToArray())).End;

        Assert.Equal("60", Encoding.UTF8.GetString(whole.Result!.Answer));
        Assert.Equal(60, _steps);
    }

    private async Task Follow(RunOrder asked, ConcurrentQueue<string> order, CancellationToken stop)
    {
        ReadOnlyMemory<byte> state = default;
        while (!stop.IsCancellationRequested)
        {
            var attempt = _workshop.Begin(asked, state);
            await using var stops = stop.Register(attempt.PutDown);
            await foreach (var mark in attempt.Waymarks.ReadAllAsync(CancellationToken.None))
            {
                if (mark.State.IsEmpty) order.Enqueue(asked.Owner);
                attempt.Kept();
            }

            if ((await attempt.End).Left is { } left) state = left.State;
        }
    }

    private static RunOrder Order(string owner, int to) =>
        new() { Kind = "count", Request = Encoding.UTF8.GetBytes($$"""{ "to": {{to}} }"""), Owner = owner, MostOfOwner = 1, Asked = DateTimeOffset.UnixEpoch };

    /// <summary>Counts, a millisecond a step.</summary>
    private sealed class Counting(int to, Action step) : IDivisible
    {
        private Part _part = new(0, to);

        public int At { get; private set; }

        public int Items => to;

        public int Next => At;

        public Progress Progress => new((double)At / to, [new("at", At)]);

        public void Run(ICheckpoints checkpoints)
        {
            checkpoints.Resume(this);
            while (At < _part.To)
            {
                if (checkpoints.PartAt(this) is { } part && Snapshot.Read(part, TryAppend)) continue;
                Thread.Sleep(1);
                step();
                At++;
                checkpoints.Pass(this);
            }

            if (At < to || _part.From > 0) checkpoints.HandOver(this);
        }

        public void Restrict(Part part) => (_part, At) = (part, part.From);

        public bool TryAppend(Snapshot part)
        {
            At = part.Count(0);
            return true;
        }

        public void Exchange(Snapshot snapshot) => At = snapshot.Count(At);
    }

    /// <summary>One tile that is computed elsewhere.</summary>
    private sealed class Elsewhere(int from, byte[]? outcome) : ITiles
    {
        public byte[]? At(int item, out bool isUnderWay)
        {
            isUnderWay = item == from && outcome is null;
            return item == from ? outcome : null;
        }
    }
}
