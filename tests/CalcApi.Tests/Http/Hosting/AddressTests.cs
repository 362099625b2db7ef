using System.Net;
using Microsoft.AspNetCore.Mvc.Testing;
using Xunit;

namespace CalcApi.Tests.Http.Hosting;

/// <summary>Whose word is taken for where a request comes from.</summary>
public sealed class AddressTests
{
    [Theory]
    [InlineData(null)]
    [InlineData("10.0.0.0/8")]
    public async Task Takes_nobodys_word_for_an_address_but_that_of_named_proxies(string? proxies)
    {
        using var service = Counting(proxies);
        Assert.Contains(HttpStatusCode.TooManyRequests, await Claim(service, static i => $"198.51.100.{i}"));
    }

    [Fact]
    public async Task Counts_the_addresses_that_a_named_proxy_names()
    {
        using var service = Counting("127.0.0.0/8");
        Assert.All(await Claim(service, static i => $"198.51.100.{i}"), static status => Assert.Equal(HttpStatusCode.OK, status));
        // The last address is the proxy's word; those before it are what anybody wrote.
        Assert.Contains(HttpStatusCode.TooManyRequests, await Claim(service, static i => $"203.0.113.{i}, 198.51.100.99"));
    }

    [Fact]
    public async Task A_school_behind_one_address_asks_as_often_as_all_its_people()
    {
        using var service = Counting(null, ("RateLimit:Shared:0:Network", "127.0.0.0/8"), ("RateLimit:Shared:0:People", "10"));
        Assert.All(await Claim(service, static _ => ""), static status => Assert.Equal(HttpStatusCode.OK, status));
    }

    private static async Task<List<HttpStatusCode>> Claim(WebApplicationFactory<Program> service, Func<int, string> address)
    {
        using var client = service.CreateClient();
        var statuses = new List<HttpStatusCode>();
        for (var i = 0; i < 12; i++)
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, "/api/v1/limits");
            request.Headers.Add("X-Forwarded-For", address(i));
            using var response = await client.SendAsync(request, TestContext.Current.CancellationToken);
            statuses.Add(response.StatusCode);
        }

        return statuses;
    }

    private static WebApplicationFactory<Program> Counting(string? proxies, params (string Name, string Value)[] settings)
    {
        var service = new WebApplicationFactory<Program>().WithWebHostBuilder(host =>
        {
            host.WithoutWarmUp()
                .UseSetting("Logging:LogLevel:Default", "Warning")
                .UseSetting("RateLimit:Loopback", "true")
                .UseSetting("Limits:AddressBurst", "3")
                .UseSetting("Limits:AddressRequestsPerSecond", "1");
            if (proxies is not null) host.UseSetting("Proxies:0", proxies);
            foreach (var (name, value) in settings) host.UseSetting(name, value);
        });
        service.UseKestrel(static options => options.Listen(IPAddress.Loopback, 0));
        service.StartServer();
        return service;
    }
}
