using Microsoft.AspNetCore.HttpOverrides;
using IPNetwork = System.Net.IPNetwork;

namespace CalcApi.Http.Hosting;

/// <summary>
/// Whose word is taken for where a request came from. Nobody's by default: a header that anyone may write would let anyone be another address.
/// <c>Proxies:0</c>, <c>Proxies:1</c>, … name the networks, such as 10.0.0.0/8, that the operator's own proxies stand in.
/// </summary>
internal static class Proxies
{
    /// <summary>Reads the networks.</summary>
    /// <exception cref="InvalidOperationException">A setting is not a network.</exception>
    public static IServiceCollection AddProxies(this IServiceCollection services, IConfiguration configuration)
    {
        IPNetwork[] networks = [.. configuration.GetSection("Proxies").GetChildren().Select(static entry => IPNetwork.TryParse(entry.Value, out var network)
            ? network
            : throw new InvalidOperationException($"The setting {entry.Path} is not a network, such as 10.0.0.0/8."))];
        return services.Configure<ForwardedHeadersOptions>(options =>
        {
            options.KnownIPNetworks.Clear();
            options.KnownProxies.Clear();
            options.ForwardLimit = 1;
            options.ForwardedHeaders = networks.Length == 0 ? ForwardedHeaders.None : ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto;
            foreach (var network in networks) options.KnownIPNetworks.Add(network);
        });
    }
}
