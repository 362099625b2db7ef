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
            .AddSingleton<Workshop>()
            .AddSingleton(static provider => new RunsHost(
                SettingsOf(provider), provider.GetRequiredService<Workshop>(), provider.GetRequiredService<TimeProvider>(), provider.GetRequiredService<ILoggerFactory>()))
            .AddHostedService(static provider => provider.GetRequiredService<RunsHost>());
    }

    private static RunSettings SettingsOf(IServiceProvider provider)
    {
        var limits = provider.GetRequiredService<ServiceLimits>();
        var folder = provider.GetRequiredService<IConfiguration>()["Runs:Folder"] is { Length: > 0 } named ? named : DefaultFolder;
        return new()
        {
            Folder = Path.GetFullPath(folder, provider.GetRequiredService<IHostEnvironment>().ContentRootPath),
            InAll = limits.Runs,
            Kept = TimeSpan.FromHours(limits.RunHours),
        };
    }
}
