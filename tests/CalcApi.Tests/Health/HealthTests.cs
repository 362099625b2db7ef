using System.Net;
using Xunit;

namespace CalcApi.Tests.Health;

public sealed class HealthTests(Api service)
{
    [Theory]
    [InlineData("/health/live", "live")]
    [InlineData("/health/ready", "ready")]
    public async Task Says_how_it_is(string address, string status)
    {
        var reply = await service.Client.Send(HttpMethod.Get, address);
        Assert.Equal((HttpStatusCode.OK, status), (reply.Status, reply.Json.GetProperty("status").GetString()));
    }
}
