using CalcRuns.Cluster;
using CalcRuns.Grains;
using CalcRuns.Stores;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using StackExchange.Redis;

namespace CalcRuns.Hosting;

/// <summary>
/// Opens the runs beside everything else, so that nobody waits for them who does not want any: where the store is away the service answers quick questions all
/// the same, and this tries again. What was open when the process ended goes on by itself.
/// </summary>
public sealed partial class RunsHost(RunSettings settings, IWorkshop workshop, TimeProvider time, ILoggerFactory logs) : BackgroundService
{
    private static readonly TimeSpan s_again = TimeSpan.FromSeconds(5), s_farewell = TimeSpan.FromSeconds(5);

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
                if (!isTold) LogAway(settings.Place, away);
                isTold = true;
                await Task.Delay(s_again, time, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    private async Task Serve(CancellationToken stopping)
    {
        await using var redis = settings.Cluster is { } cluster ? await ConnectionMultiplexer.ConnectAsync(Clustering.RedisOf(cluster)) : null;
        var end = new SiloEnd(_log);
        var silo = Silo.Build(settings, redis, workshop, time, logs, end);
        using var leaving = CancellationTokenSource.CreateLinkedTokenSource(stopping);
        var spreading = Task.CompletedTask;
        try
        {
            // The folder is locked before anything else: two processes must not share it.
            var store = silo.Services.GetRequiredService<IRunStore>();
            var grains = silo.Services.GetRequiredService<IGrainFactory>();
            if (store is RedisStore common && await common.IsSynchronised() is false) LogUnsynchronised();
            await silo.StartAsync(stopping);
            Desk = await RunDesk.Of(grains, store, time);
            LogOpen(settings.Place);
            if (redis is not null) spreading = silo.Services.GetRequiredService<Spreader>().Spread(leaving.Token);
            await ActivatorUtilities.CreateInstance<Sweeper>(silo.Services).Sweep(end.Ended, stopping);
        }
        finally
        {
            Desk = null;
            await leaving.CancelAsync();
            await spreading;
            await Stop(silo, end.Ended.IsCompleted);
        }
    }

    // Each run is put down and saved. A host that is asked to hurry would not save them; one that the others take for dead has nothing to save.
    private async Task Stop(IHost silo, bool isDead)
    {
        var local = silo.Services.GetRequiredService<LocalRuns>();
        if (isDead) local.Abandon();
        using var patience = new CancellationTokenSource(isDead ? s_farewell : Timeout.InfiniteTimeSpan, time);
        try
        {
            await silo.StopAsync(patience.Token);
        }
        catch (Exception fault) when (isDead)
        {
            LogFarewell(fault);
        }

        local.Abandon();
        if (silo is IAsyncDisposable disposable) await disposable.DisposeAsync();
        else silo.Dispose();
    }

    [LoggerMessage(LogLevel.Information, "Runs are kept in {Place}.")]
    private partial void LogOpen(string place);

    [LoggerMessage(LogLevel.Error, "Runs cannot be kept in {Place}: there are none until they can.")]
    private partial void LogAway(string place, Exception exception);

    [LoggerMessage(LogLevel.Warning, "Redis does not synchronise its file at each write (appendonly yes, appendfsync always): what was acknowledged may be lost with it.")]
    private partial void LogUnsynchronised();

    [LoggerMessage(LogLevel.Debug, "The runs of this machine did not end in order.")]
    private partial void LogFarewell(Exception exception);
}
