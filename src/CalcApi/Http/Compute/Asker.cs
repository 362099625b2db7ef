using System.Net;
using CalcApi.Http.Hosting;

namespace CalcApi.Http.Compute;

/// <summary>Who asks for work, and for which kind.</summary>
/// <param name="Address">The IPv4 address or the IPv6 network; what comes from within this process has none.</param>
/// <param name="Route">The route, whose questions cost about the same as one another until they prove long.</param>
internal readonly record struct Asker(IPAddress Address, string Route)
{
    /// <summary>The asker of a request.</summary>
    public static Asker Of(HttpContext http, string route) =>
        new(http.Connection.RemoteIpAddress is { } address ? AddressRateLimit.Network(address) : IPAddress.None, route);
}
