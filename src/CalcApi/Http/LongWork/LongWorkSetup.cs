using CalcRuns;
using CalcRuns.Hosting;

namespace CalcApi.Http.LongWork;

/// <summary>Where runs stand in the host.</summary>
internal static class LongWorkSetup
{
    /// <summary>The folder of the store where nothing is said, below the service's own.</summary>
    public const string DefaultFolder = ".runs";

    /// <summary>Registers what computes runs and what keeps them, unless <c>Runs:Enabled</c> is false.</summary>
    public static IServiceCollection AddLongWork(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton<RunKinds>();
        if (!configuration.GetValue("Runs:Enabled", defaultValue: true)) return services;
        return services
            .AddSingleton<RunMeters>()
            .AddSingleton<Workshop>()
            .AddSingleton(static provider => new RunsHost(
                SettingsOf(provider), provider.GetRequiredService<Workshop>(), provider.GetRequiredService<TimeProvider>(), provider.GetRequiredService<ILoggerFactory>()))
            .AddHostedService(static provider => provider.GetRequiredService<RunsHost>());
    }

    private static ClusterSettings? ClusterOf(IConfigurationSection runs)
    {
        if (Given("Redis") is not { } redis) return null;
        string?[] tls = [Given("Cluster:Certificate"), Given("Cluster:Key"), Given("Cluster:Authority")];
        if (tls.Contains(null) && tls.Any(static each => each is not null))
            throw new InvalidOperationException("Runs:Cluster:Certificate, Runs:Cluster:Key and Runs:Cluster:Authority go together: without one of them the others protect nothing.");
        return new()
        {
            Redis = redis,
            Name = Given("Cluster:Name") ?? "calcapi",
            Address = Given("Cluster:Address"),
            Port = runs.GetValue("Cluster:Port", ClusterSettings.DefaultPort),
            Tls = tls is [{ } certificate, { } key, { } authority] ? new(certificate, key, authority) : null,
            IsKubernetes = runs.GetValue("Cluster:Kubernetes", defaultValue: false),
        };

        string? Given(string name) => runs[name] is { Length: > 0 } value ? value : null;
    }

    private static RunSettings SettingsOf(IServiceProvider provider)
    {
        var limits = provider.GetRequiredService<ServiceLimits>();
        var runs = provider.GetRequiredService<IConfiguration>().GetSection("Runs");
        var folder = runs["Folder"] is { Length: > 0 } named ? named : DefaultFolder;
        return new()
        {
            Folder = Path.GetFullPath(folder, provider.GetRequiredService<IHostEnvironment>().ContentRootPath),
            Cluster = ClusterOf(runs),
            InAll = limits.Runs,
            Kept = TimeSpan.FromHours(limits.RunHours),
            Tile = TimeSpan.FromSeconds(Math.Max(0.01, runs.GetValue("TileSeconds", defaultValue: 2.0))),
        };
    }
}
