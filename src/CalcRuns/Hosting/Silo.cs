using CalcRuns.Grains;
using CalcRuns.Stores;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Orleans.Configuration;
using Orleans.Serialization;
using Orleans.Storage;

namespace CalcRuns.Hosting;

/// <summary>Orleans, as one host within the process that has nothing in common with the one that answers requests but the log.</summary>
internal static class Silo
{
    private const string Name = "calcapi";

    /// <summary>Builds it for one machine, with its store in a folder.</summary>
    public static IHost Build(RunSettings settings, IWorkshop workshop, TimeProvider time, ILoggerFactory logs)
    {
        var builder = Host.CreateEmptyApplicationBuilder(new());
        builder.UseOrleans(static silo => silo
            .UseLocalhostClustering(FreePort.Find(), gatewayPort: 0, serviceId: Name, clusterId: Name)
            .Configure<GrainCollectionOptions>(static options => (options.CollectionQuantum, options.CollectionAge) = (TimeSpan.FromSeconds(30), TimeSpan.FromMinutes(2))));
        builder.Services
            .AddSingleton(logs)
            .AddSingleton<IHostLifetime, NoLifetime>()
            .AddSingleton(settings)
            .AddSingleton(workshop)
            .AddSingleton(time)
            .AddSingleton<IRunStore>(static services => new SqliteStore(services.GetRequiredService<RunSettings>().Folder, new OrleansGrainStorageSerializer(services.GetRequiredService<Serializer>())))
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
