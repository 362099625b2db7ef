using System.Net;
using CalcApi.Http.Compute;
using Xunit;

namespace CalcApi.Tests.Http.Compute;

/// <summary>
/// The first level under load, on a clock of its own: two slots, questions of half a millisecond on average, some much longer. So many can be answered
/// that four thousand a second are all there is.
/// </summary>
public sealed class OverloadTests
{
    private const double Capacity = 4_000, Milliseconds = 0.5;

    private readonly ManualTime _time = new();
    private readonly Random _random = new(7);
    private readonly Level _level;
    private readonly PriorityQueue<(Job? Ends, int Client), double> _events = new();
    private readonly List<double> _answered = [];
    private readonly Dictionary<Job, (double Came, double Begun, int Client)> _jobs = [];
    private double _now;
    private int _refused;

    public OverloadTests() => _level = new(2, TimeSpan.FromMilliseconds(10), TimeSpan.FromMilliseconds(50), 2_000, new(_time));

    [Fact]
    public void Twice_as_many_as_can_be_answered_leave_the_answers_fast()
    {
        Open(Capacity / 4, 20);
        var idle = Within(0.99);
        Assert.Equal(0, _refused);
        _answered.Clear();
        Open(2 * Capacity, 120);
        Assert.InRange(_answered.Count / 120.0, 0.95 * Capacity, 1.05 * Capacity);
        Assert.InRange(Within(0.99), 0, 3 * idle);
        Assert.InRange(_refused / 120.0, 0.9 * Capacity, 1.1 * Capacity);
    }

    [Fact]
    public void A_little_less_than_can_be_answered_is_answered()
    {
        Open(0.8 * Capacity, 60);
        Assert.Equal(0, _refused);
    }

    [Fact]
    public void A_crowd_that_waits_for_its_answers_is_not_refused()
    {
        Crowd(64, 10);
        Assert.Equal(0, _refused);
        Assert.InRange(Within(0.99), 0, 3 * 64 * 1000 / Capacity);
    }

    [Fact]
    public void A_crowd_that_comes_in_an_overload_and_asks_again_at_once_is_let_in_soon_after_it()
    {
        Open(2 * Capacity, 3);
        Crowd(64, 20);
        _refused = 0;
        Crowd(64, 5);
        Assert.Equal(0, _refused);
    }

    private double Within(double share) => _answered.Order().ElementAt((int)(share * _answered.Count));

    // Questions at random times, whoever was answered.
    private void Open(double perSecond, double seconds)
    {
        var end = _now + (1000 * seconds);
        for (var next = _now; next < end; next += -Math.Log(1 - _random.NextDouble()) * 1000 / perSecond)
        {
            RunUntil(next, again: -1);
            Come(-1);
        }

        RunUntil(double.PositiveInfinity, again: -1);
    }

    // Clients that ask again as soon as they have their answer, and a millisecond after a refusal.
    private void Crowd(int clients, double seconds)
    {
        var end = _now + (1000 * seconds);
        for (var client = 0; client < clients; client++) _events.Enqueue((null, client), _now);
        RunUntil(end, again: end);
        RunUntil(double.PositiveInfinity, again: -1);
    }

    private void RunUntil(double end, double again)
    {
        while (_events.TryPeek(out var next, out var at) && at <= end)
        {
            _events.Dequeue();
            At(at);
            if (next.Ends is { } job) End(job, again);
            else if (_now < again) Come(next.Client);
        }

        if (double.IsFinite(end)) At(end);
    }

    private void At(double now)
    {
        _time.Pass(TimeSpan.FromMilliseconds(now - _now));
        _now = now;
    }

    private void Come(int client)
    {
        var job = new Job(null!, new(IPAddress.Loopback, new("/somewhere", 6)), Work.Quick, new());
        var takenIn = _level.HasRoomFor(job.Asker);
        _level.Came(isRefused: !takenIn);
        if (!takenIn)
        {
            _refused++;
            if (client >= 0) _events.Enqueue((null, client), _now + 1);
            return;
        }

        _jobs[job] = (_now, _now, client);
        if (_level.HasSlot)
        {
            _level.Enter();
            Begin(job);
        }
        else
        {
            job.Waits = true;
            _level.Wait(job);
        }
    }

    private void Begin(Job job)
    {
        job.Waits = false;
        _jobs[job] = _jobs[job] with { Begun = _now };
        _events.Enqueue((job, 0), _now + (-Math.Log(1 - _random.NextDouble()) * Milliseconds));
    }

    private void End(Job job, double again)
    {
        var (came, begun, client) = _jobs[job];
        _jobs.Remove(job);
        _answered.Add(_now - came);
        _level.Leave(job, TimeSpan.FromMilliseconds(_now - begun));
        while (_level.Next() is { } next) Begin(next);
        if (client >= 0 && _now < again) Come(client);
    }
}
