namespace CalcApi.Http.Hosting;

/// <summary>What one connection may cost before a request is read.</summary>
public static class KestrelSettings
{
    /// <summary>Sets the server's limits and hides its name.</summary>
    public static IWebHostBuilder UseServerLimits(this IWebHostBuilder host) => host.ConfigureKestrel((context, server) =>
    {
        server.AddServerHeader = false;
        server.Limits.MaxConcurrentConnections = 2_000;
        server.Limits.MaxConcurrentUpgradedConnections = 0;
        server.Limits.RequestHeadersTimeout = TimeSpan.FromSeconds(10);
        server.Limits.KeepAliveTimeout = TimeSpan.FromSeconds(60);
        // Longer than a query may be, so that one beyond that is refused with a word on it.
        server.Limits.MaxRequestLineSize = 16 * 1024;
        server.Limits.MaxRequestHeadersTotalSize = 16 * 1024;
        server.Limits.MaxRequestHeaderCount = 64;
        server.Limits.Http2.MaxStreamsPerConnection = 50;
        server.Limits.MaxRequestBodySize = ServiceLimitsSettings.From(context.Configuration.GetSection("Limits")).BodyBytes;
    });
}
