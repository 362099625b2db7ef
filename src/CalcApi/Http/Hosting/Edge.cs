using CalcApi.Http.Observability;

namespace CalcApi.Http.Hosting;

/// <summary>What stands between the network and the routes: whose requests these are, how many, what is seen of them, and the way out.</summary>
internal static class Edge
{
    /// <summary>Registers it.</summary>
    public static IServiceCollection AddEdge(this IServiceCollection services, IConfiguration configuration) => services
        .AddProxies(configuration)
        .AddOrigins(configuration)
        .AddAddressRateLimit(configuration)
        .AddDraining()
        .AddSingleton<Shedding>()
        .AddLogForm(configuration)
        .AddTelemetry(configuration);

    /// <summary>Puts it before everything else.</summary>
    public static WebApplication UseEdge(this WebApplication app)
    {
        app.UseDraining();
        app.UseForwardedHeaders();
        app.UseTelemetry();
        app.UseRequestLog();
        app.UseShedding();
        app.UseSecurityHeaders();
        app.UseStrictFraming();
        return app;
    }
}
