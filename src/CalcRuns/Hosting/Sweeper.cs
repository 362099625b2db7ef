using System.Globalization;
using CalcRuns.Cluster;
using CalcRuns.Grains;
using CalcRuns.Stores;
using Microsoft.Extensions.Logging;

namespace CalcRuns.Hosting;

/// <summary>Wakes what is open and nobody has woken, and forgets what was kept long enough: now and then, and whenever a machine has come or gone. Each machine looks after its part.</summary>
internal sealed partial class Sweeper(RunSettings settings, IRunStore store, IGrainFactory grains, ILocalSiloDetails own, Watch watch, TimeProvider time, ILogger<Sweeper> log)
{
    private const int MostAtOnce = 32;

    private static readonly TimeSpan s_seldom = TimeSpan.FromSeconds(30), s_soon = TimeSpan.FromSeconds(3);

    /// <summary>Does so until it is stopped, or the machine has come to its end.</summary>
    public async Task Sweep(Task end, CancellationToken stopping)
    {
        while (!end.IsCompleted)
        {
            var silos = watch.Look();
            var isWhole = await Once(silos, stopping);
            // Whoever calls a machine that is just going may not reach it: soon after there is another look.
            using var pause = CancellationTokenSource.CreateLinkedTokenSource(stopping);
            await Task.WhenAny(end, watch.Change, Task.Delay(isWhole ? s_seldom : s_soon, time, pause.Token));
            await pause.CancelAsync();
            stopping.ThrowIfCancellationRequested();
        }
    }

    private async Task<bool> Once(IReadOnlyList<SiloAddress> silos, CancellationToken stopping)
    {
        try
        {
            var isWhole = true;
            foreach (var ids in Mine(await store.Open(), silos).Chunk(MostAtOnce))
            {
                stopping.ThrowIfCancellationRequested();
                isWhole &= !(await Task.WhenAll(ids.Select(id => Try(id, static run => run.Wake())))).Contains(false);
            }

            foreach (var id in Mine(await store.EndedBefore(time.GetUtcNow() - settings.Kept), silos))
            {
                stopping.ThrowIfCancellationRequested();
                isWhole &= await Try(id, static run => run.Cancel(isOver: true));
            }

            return isWhole;
        }
        catch (Exception failed) when (failed is not OperationCanceledException || !stopping.IsCancellationRequested)
        {
            LogFailed(failed);
            return false;
        }
    }

    private IEnumerable<string> Mine(IReadOnlyList<string> ids, IReadOnlyList<SiloAddress> silos)
    {
        var (count, mine) = (Math.Max(1, silos.Count), Math.Max(0, silos.ToList().IndexOf(own.SiloAddress)));
        return ids.Where(id => uint.Parse(id.AsSpan(0, 8), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture) % (uint)count == mine);
    }

    // One that cannot be reached keeps no other from being woken or forgotten.
    private async Task<bool> Try(string id, Func<IRunGrain, Task> ask)
    {
        try
        {
            await ask(grains.GetGrain<IRunGrain>(id));
            return true;
        }
        catch (Exception failed)
        {
            LogUnreached(id, failed);
            return false;
        }
    }

    [LoggerMessage(LogLevel.Warning, "The runs that are open could not be looked through; there is another look soon.")]
    private partial void LogFailed(Exception exception);

    [LoggerMessage(LogLevel.Information, "The run {Id} could not be reached; there is another try soon.")]
    private partial void LogUnreached(string id, Exception exception);
}
