using System.Net;
using System.Threading.RateLimiting;
using CalcApi.Http.Problems;

namespace CalcApi.Http.Hosting;

/// <summary>How many requests one address may send. Requests from this machine are not counted, unless <c>RateLimit:Loopback</c> is true.</summary>
public static class AddressRateLimit
{
    /// <summary>Sets the limiter up.</summary>
    public static IServiceCollection AddAddressRateLimit(this IServiceCollection services, IConfiguration configuration)
    {
        var countsLoopback = configuration.GetValue("RateLimit:Loopback", defaultValue: false);
        return services.AddRateLimiter(options =>
        {
            options.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
            options.GlobalLimiter = PartitionedRateLimiter.Create<HttpContext, IPAddress>(http => Partition(http, countsLoopback));
            options.OnRejected = static (context, _) => new(context.HttpContext.WriteProblem(
                new(ProblemTypes.TooManyRequests, ProblemTypes.TooManyRequests.Meaning) { RetryAfterSeconds = 1 }));
        });
    }

    private static RateLimitPartition<IPAddress> Partition(HttpContext http, bool countsLoopback)
    {
        // A connection without an address comes from within this process.
        if (http.Connection.RemoteIpAddress is not { } address || (!countsLoopback && IPAddress.IsLoopback(address)))
            return RateLimitPartition.GetNoLimiter(IPAddress.None);

        var limits = http.RequestServices.GetRequiredService<ServiceLimits>();
        return RateLimitPartition.GetTokenBucketLimiter(Network(address), _ => new()
        {
            TokenLimit = limits.AddressBurst,
            TokensPerPeriod = limits.AddressRequestsPerSecond,
            ReplenishmentPeriod = TimeSpan.FromSeconds(1),
            QueueLimit = 0,
        });
    }

    /// <summary>An IPv4 address, or the /64 network of an IPv6 address: one household has all of it.</summary>
    internal static IPAddress Network(IPAddress address)
    {
        if (address.IsIPv4MappedToIPv6) return address.MapToIPv4();
        var bytes = address.GetAddressBytes();
        if (bytes.Length == 4) return address;

        Array.Clear(bytes, 8, 8);
        return new(bytes);
    }
}
