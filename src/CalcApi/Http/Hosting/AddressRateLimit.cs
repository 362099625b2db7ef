using System.Net;
using System.Threading.RateLimiting;
using CalcApi.Http.Compute;
using CalcApi.Http.Problems;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.Options;

namespace CalcApi.Http.Hosting;

/// <summary>
/// How many questions one address may send. Requests from this machine are not counted, unless <c>RateLimit:Loopback</c> is true; the page's files and
/// the health of the service cost nothing that is worth counting.
/// </summary>
public static class AddressRateLimit
{
    /// <summary>Sets the limiter up.</summary>
    public static IServiceCollection AddAddressRateLimit(this IServiceCollection services, IConfiguration configuration)
    {
        var policy = new AddressPolicy(configuration);
        return services.AddSingleton(policy).AddSingleton<AddressTimes>().AddRateLimiter(options =>
        {
            options.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
            options.GlobalLimiter = PartitionedRateLimiter.Create<HttpContext, IPAddress>(http => Partition(http, policy));
            options.OnRejected = static (context, _) => new(context.HttpContext.WriteProblem(
                new(ProblemTypes.TooManyRequests, ProblemTypes.TooManyRequests.Meaning) { RetryAfterMilliseconds = 1000 }));
        });
    }

    /// <summary>Counts a request as several, each of which is a question of its own.</summary>
    /// <param name="http">The request, which counts as one already.</param>
    /// <param name="more">As how many more it counts; as all that an address may send at once, where that is less.</param>
    /// <returns>Why it is refused; null where it is not.</returns>
    internal static Problem? Count(HttpContext http, int more)
    {
        var services = http.RequestServices;
        if (http.Connection.RemoteIpAddress is not { } address || services.GetRequiredService<IOptions<RateLimiterOptions>>().Value.GlobalLimiter is not { } limiter) return null;
        var burst = (long)services.GetRequiredService<ServiceLimits>().AddressBurst * services.GetRequiredService<AddressPolicy>().People(Network(address));
        using var lease = limiter.AttemptAcquire(http, (int)Math.Min(more, burst - 1));
        if (lease.IsAcquired) return null;
        var wait = lease.TryGetMetadata(MetadataName.RetryAfter, out var known) ? known : TimeSpan.FromSeconds(1);
        return new(ProblemTypes.TooManyRequests, "Each question of a batch counts as one request of its address, and these are more than it may send now.")
        {
            RetryAfterMilliseconds = (int)Math.Clamp(wait.TotalMilliseconds, 1, 3_600_000),
        };
    }

    private static RateLimitPartition<IPAddress> Partition(HttpContext http, AddressPolicy policy)
    {
        // A connection without an address comes from within this process.
        if (!IsCounted(http.Request.Path) || http.Connection.RemoteIpAddress is not { } address || !policy.Counts(address))
            return RateLimitPartition.GetNoLimiter(IPAddress.None);

        var limits = http.RequestServices.GetRequiredService<ServiceLimits>();
        var network = Network(address);
        var people = policy.People(network);
        return RateLimitPartition.GetTokenBucketLimiter(network, _ => new()
        {
            TokenLimit = limits.AddressBurst * people,
            TokensPerPeriod = limits.AddressRequestsPerSecond * people,
            ReplenishmentPeriod = TimeSpan.FromSeconds(1),
            QueueLimit = 0,
        });
    }

    private static bool IsCounted(PathString path) => path.StartsWithSegments("/api", StringComparison.OrdinalIgnoreCase) || path.StartsWithSegments("/mcp", StringComparison.OrdinalIgnoreCase);

    /// <summary>An IPv4 address, or the /64 network of an IPv6 address: one household has all of it.</summary>
    internal static IPAddress Network(IPAddress address)
    {
        if (IPAddress.IsLoopback(address)) return IPAddress.Loopback;
        if (address.IsIPv4MappedToIPv6) return address.MapToIPv4();
        var bytes = address.GetAddressBytes();
        if (bytes.Length == 4) return address;

        Array.Clear(bytes, 8, 8);
        return new(bytes);
    }
}
