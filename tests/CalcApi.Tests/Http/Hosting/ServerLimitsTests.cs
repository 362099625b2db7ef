using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Xunit;

namespace CalcApi.Tests.Http.Hosting;

/// <summary>What a connection may cost before a request is read.</summary>
public sealed class ServerLimitsTests(Api service)
{
    [Fact]
    public void Connections_that_are_slow_or_many_are_bounded()
    {
        var server = service.Services.GetRequiredService<IOptions<KestrelServerOptions>>().Value;
        var limits = server.Limits;
        Assert.False(server.AddServerHeader);
        Assert.InRange(limits.MaxConcurrentConnections ?? long.MaxValue, 1, 10_000);
        Assert.Equal(0, limits.MaxConcurrentUpgradedConnections);
        Assert.InRange(limits.RequestHeadersTimeout, TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(10));
        Assert.InRange(limits.KeepAliveTimeout, TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(60));
        Assert.InRange(limits.MaxRequestHeadersTotalSize, 1, 16 * 1024);
        Assert.InRange(limits.MaxRequestHeaderCount, 1, 64);
        Assert.InRange(limits.MaxRequestLineSize, 1, 16 * 1024);
        Assert.InRange(limits.Http2.MaxStreamsPerConnection, 1, 50);
        // Bodies and answers that crawl are cut.
        Assert.InRange(limits.MinRequestBodyDataRate?.BytesPerSecond ?? 0, 100, 10_000);
        Assert.InRange(limits.MinResponseDataRate?.BytesPerSecond ?? 0, 100, 10_000);
        Assert.Equal(1_048_576, limits.MaxRequestBodySize);
    }
}
