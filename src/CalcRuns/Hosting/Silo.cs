using CalcRuns.Cluster;
using CalcRuns.Grains;
using CalcRuns.Stores;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Orleans.Configuration;
using Orleans.Serialization;
using Orleans.Storage;
using StackExchange.Redis;

namespace CalcRuns.Hosting;

/// <summary>Orleans, as one host within the process that has nothing in common with the one that answers requests but the log.</summary>
internal static class Silo
{
    private const string Name = "calcapi";

    /// <summary>Builds it.</summary>
    /// <param name="settings">Where runs are kept.</param>
    /// <param name="redis">The common store of several machines; null where there is one machine, with its store in a folder.</param>
    /// <param name="workshop">Who computes.</param>
    /// <param name="time">The clock.</param>
    /// <param name="logs">The log.</param>
    /// <param name="end">Is told where the other machines take this one for dead.</param>
    public static IHost Build(RunSettings settings, IConnectionMultiplexer? redis, IWorkshop workshop, TimeProvider time, ILoggerFactory logs, SiloEnd end)
    {
        var builder = Host.CreateEmptyApplicationBuilder(new());
        builder.UseOrleans(silo =>
        {
            if (settings.Cluster is { } cluster) silo.UseCluster(cluster);
            else silo.UseLocalhostClustering(FreePort.Find(), gatewayPort: 0, serviceId: Name, clusterId: Name);
            silo.Configure<GrainCollectionOptions>(static options => (options.CollectionQuantum, options.CollectionAge) = (TimeSpan.FromSeconds(30), TimeSpan.FromMinutes(2)));
            silo.Services.AddPlacementDirector<RunPlacement, RunPlacementDirector>();
        });
        builder.Services
            .AddSingleton(logs)
            .AddSingleton<IHostLifetime, NoLifetime>()
            .AddSingleton<IFatalErrorHandler>(end)
            .AddSingleton(settings)
            .AddSingleton(workshop)
            .AddSingleton(time)
            .AddSingleton<LocalRuns>()
            .AddSingleton<Loads>()
            .AddSingleton<Tiling>()
            .AddSingleton<Spreader>()
            .AddSingleton<Watch>()
            .AddSingleton<IRunStore>(services =>
            {
                var serializer = new OrleansGrainStorageSerializer(services.GetRequiredService<Serializer>());
                return settings.StoreOf is { } other ? other(serializer) : redis is null ? new SqliteStore(settings.Folder, serializer) : new RedisStore(redis, settings.Cluster!.Name, serializer);
            })
            .AddKeyedSingleton<IGrainStorage>(RunGrain.Store, static (services, _) => services.GetRequiredService<IRunStore>());
        return builder.Build();
    }

    /// <summary>The process has an end of its own: this host hears of no signal.</summary>
    private sealed class NoLifetime : IHostLifetime
    {
        public Task WaitForStartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }
}
