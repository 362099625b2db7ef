using System.Net;
using CalcApi.Http.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Xunit;

namespace CalcApi.Tests.Http;

public sealed class SecurityTests(Api service)
{
    [Theory]
    [InlineData("/")]
    [InlineData("/health/live")]
    [InlineData("/nothing")]
    [InlineData("/api/v1/limits")]
    [InlineData("/api/v1/evaluate")]
    public async Task Lets_a_browser_load_only_what_comes_from_here(string address)
    {
        var reply = await service.Client.Send(HttpMethod.Get, address);
        var policy = Assert.Single(reply.Headers.GetValues("Content-Security-Policy"));
        Assert.StartsWith("default-src 'none'; script-src 'self'; style-src 'self';", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
        Assert.Equal("nosniff", Assert.Single(reply.Headers.GetValues("X-Content-Type-Options")));
        Assert.Equal("no-referrer", Assert.Single(reply.Headers.GetValues("Referrer-Policy")));
        Assert.Equal("same-origin", Assert.Single(reply.Headers.GetValues("Cross-Origin-Resource-Policy")));
        Assert.Equal(address is "/health/live" || reply.Status != HttpStatusCode.OK, reply.Headers.CacheControl?.NoStore ?? false);
        Assert.False(reply.Headers.Contains("Server"));
    }

    [Fact]
    public async Task Runs_no_foreign_script_in_the_documents_page()
    {
        var reply = await service.Client.Send(HttpMethod.Get, "/swagger/index.html");
        Assert.Equal(HttpStatusCode.OK, reply.Status);
        Assert.Contains("script-src 'self';", Assert.Single(reply.Headers.GetValues("Content-Security-Policy")), StringComparison.Ordinal);

        var script = await service.Client.Send(HttpMethod.Get, "/swagger/index.js");
        Assert.Contains("\"queryConfigEnabled\":false", script.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("203.0.113.7", "203.0.113.7")]
    [InlineData("::ffff:203.0.113.7", "203.0.113.7")]
    [InlineData("2001:db8:1:2:3:4:5:6", "2001:db8:1:2::")]
    public void Counts_a_household_as_one_address(string address, string network) =>
        Assert.Equal(IPAddress.Parse(network), AddressRateLimit.Network(IPAddress.Parse(address)));

    [Fact]
    public async Task Tells_an_address_that_asks_too_much_when_to_come_back()
    {
        using var busy = new WebApplicationFactory<Program>().WithWebHostBuilder(host => host.WithoutWarmUp()
            .UseSetting("Logging:LogLevel:Default", "Warning")
            .UseSetting("RateLimit:Loopback", "true")
            .UseSetting("Limits:AddressBurst", "3")
            .UseSetting("Limits:AddressRequestsPerSecond", "1"));
        busy.UseKestrel(static options => options.Listen(IPAddress.Loopback, 0));
        busy.StartServer();
        using var client = busy.CreateClient();

        var replies = new List<Reply>();
        for (var i = 0; i < 12; i++) replies.Add(await client.Send(HttpMethod.Get, "/api/v1/limits"));

        Assert.Equal(HttpStatusCode.OK, replies[0].Status);
        // Whether the service lives is answered always.
        Assert.Equal(HttpStatusCode.OK, (await client.Send(HttpMethod.Get, "/health/live")).Status);
        var refused = replies.First(reply => reply.Status != HttpStatusCode.OK).IsProblem(429, "too-many-requests");
        Assert.Equal(TimeSpan.FromSeconds(1), refused.Headers.RetryAfter!.Delta);
    }
}
