using CalcRuns.Grains;
using CalcRuns.Stores;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace CalcRuns.Hosting;

/// <summary>
/// Opens the runs beside everything else, so that nobody waits for them who does not want any: where the store is away the service answers quick questions all
/// the same, and this tries again. What was open when the process ended goes on by itself.
/// </summary>
public sealed partial class RunsHost(RunSettings settings, IWorkshop workshop, TimeProvider time, ILoggerFactory logs) : BackgroundService
{
    private const int MostWokenAtOnce = 32;

    private static readonly TimeSpan s_again = TimeSpan.FromSeconds(5), s_sweep = TimeSpan.FromSeconds(30);

    private readonly ILogger _log = logs.CreateLogger<RunsHost>();

    /// <summary>The runs; null while they cannot be used.</summary>
    public RunDesk? Desk { get; private set; }

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // Whoever starts the service does not wait for this.
        await Task.Yield();
        var isTold = false;
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await Serve(stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception away)
            {
                // Once is enough to be told.
                if (!isTold) LogAway(settings.Folder, away);
                isTold = true;
                await Task.Delay(s_again, time, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    private async Task Serve(CancellationToken stopping)
    {
        var silo = Silo.Build(settings, workshop, time, logs);
        try
        {
            // The folder is locked before anything else: two processes must not share it.
            var store = silo.Services.GetRequiredService<IRunStore>();
            var grains = silo.Services.GetRequiredService<IGrainFactory>();
            await silo.StartAsync(stopping);
            Desk = await RunDesk.Of(grains, store, time);
            LogOpen(settings.Folder);
            while (true)
            {
                await Sweep(store, grains, stopping);
                await Task.Delay(s_sweep, time, stopping);
            }
        }
        finally
        {
            Desk = null;
            // Each run is put down and saved. A host that is asked to hurry would not save them.
            await silo.StopAsync(CancellationToken.None);
            if (silo is IAsyncDisposable disposable) await disposable.DisposeAsync();
            else silo.Dispose();
        }
    }

    // Wakes what is open and nobody has woken, and forgets what was kept long enough.
    private async Task Sweep(IRunStore store, IGrainFactory grains, CancellationToken stopping)
    {
        try
        {
            foreach (var ids in (await store.Open()).Chunk(MostWokenAtOnce))
            {
                stopping.ThrowIfCancellationRequested();
                await Task.WhenAll(ids.Select(id => grains.GetGrain<IRunGrain>(id).Wake()));
            }

            foreach (var id in await store.EndedBefore(time.GetUtcNow() - settings.Kept))
            {
                stopping.ThrowIfCancellationRequested();
                await grains.GetGrain<IRunGrain>(id).Cancel();
            }
        }
        catch (Exception failed) when (failed is not OperationCanceledException)
        {
            LogSweep(failed);
        }
    }

    [LoggerMessage(LogLevel.Information, "Runs are kept in {Folder}.")]
    private partial void LogOpen(string folder);

    [LoggerMessage(LogLevel.Error, "Runs cannot be kept in {Folder}: there are none until they can.")]
    private partial void LogAway(string folder, Exception exception);

    [LoggerMessage(LogLevel.Warning, "Not all runs that are open could be woken; the next look will find them.")]
    private partial void LogSweep(Exception exception);
}
