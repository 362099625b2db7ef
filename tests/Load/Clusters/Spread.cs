using System.Diagnostics;
using System.Globalization;
using CalcApi.Tests.Runs;
using StackExchange.Redis;

namespace Load.Clusters;

/// <summary>Looks again and again whether one of the services idles while another has more than twice its share of the runs.</summary>
internal sealed class Spread : IAsyncDisposable
{
    // What a service told longer ago than this is not true any more.
    private const int FreshSeconds = 3;

    private readonly CancellationTokenSource _end = new();
    private readonly Task _work;

    /// <summary>Begins to look.</summary>
    public Spread(Cluster cluster) => _work = Task.Run(() => Look(cluster.Redis.Address));

    /// <summary>The longest time for which that was so.</summary>
    public TimeSpan Longest { get; private set; }

    /// <summary>How often it looked.</summary>
    public int Looks { get; private set; }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync();
        await _work;
        _end.Dispose();
    }

    private static bool IsUneven(IReadOnlyList<(int Runs, int Slots)> loads)
    {
        var (runs, slots) = (loads.Sum(static load => load.Runs), loads.Sum(static load => load.Slots));
        return loads.Any(static load => load.Runs < load.Slots) && loads.Any(load => load.Runs > load.Slots && load.Runs > 2.0 * runs * load.Slots / slots);
    }

    private async Task Look(string address)
    {
        await using var redis = await ConnectionMultiplexer.ConnectAsync(address);
        long? since = null;
        while (!_end.IsCancellationRequested)
        {
            var now = (long)(double)await redis.GetDatabase().ScriptEvaluateAsync("return redis.call('TIME')[1]");
            var loads = (await redis.GetDatabase().HashGetAllAsync($"{{{Cluster.Name}}}:loads")).Select(static entry => ((string)entry.Value!).Split(' ').Select(static number => long.Parse(number, CultureInfo.InvariantCulture)).ToArray())
                .Where(told => told[0] >= now - FreshSeconds).Select(static told => ((int)told[1], (int)told[2])).ToList();
            Looks++;
            if (!IsUneven(loads)) since = null;
            else Longest = TimeSpan.FromTicks(Math.Max(Longest.Ticks, Stopwatch.GetElapsedTime(since ??= Stopwatch.GetTimestamp()).Ticks));
            await Task.Delay(250);
        }
    }
}
