using System.Net;
using CalcApi.Health;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace CalcApi.Tests.Health;

public sealed class HealthTests(Api service)
{
    [Theory]
    [InlineData("/health/live", "live")]
    [InlineData("/health/ready", "ready")]
    public async Task Says_how_it_is(string address, string status)
    {
        await WarmUpOf(service).ExecuteTask!;

        var reply = await service.Client.Send(HttpMethod.Get, address);
        Assert.Equal((HttpStatusCode.OK, status), (reply.Status, reply.Json.GetProperty("status").GetString()));
    }

    [Fact]
    public async Task Is_alive_but_not_ready_before_it_is_warm()
    {
        await using var cold = new ColdApi();
        using var client = cold.CreateClient();

        Assert.Equal(HttpStatusCode.OK, (await client.Send(HttpMethod.Get, "/health/live")).Status);
        var early = (await client.Send(HttpMethod.Get, "/health/ready")).IsProblem(503, "busy");
        Assert.Equal(TimeSpan.FromSeconds(1), early.Headers.RetryAfter?.Delta);

        await WarmUpOf(cold).StartAsync(TestContext.Current.CancellationToken);
        await WarmUpOf(cold).ExecuteTask!;
        Assert.Equal(HttpStatusCode.OK, (await client.Send(HttpMethod.Get, "/health/ready")).Status);
    }

    private static WarmUp WarmUpOf(Microsoft.AspNetCore.Mvc.Testing.WebApplicationFactory<Program> api) => api.Services.GetRequiredService<WarmUp>();
}
