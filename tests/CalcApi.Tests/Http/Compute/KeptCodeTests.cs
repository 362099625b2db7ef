using System.Diagnostics.Metrics;
using System.Globalization;
using System.Net;
using CalcApi.Http.Compute;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace CalcApi.Tests.Http.Compute;

/// <summary>Whoever moves a slider asks for one structure with other numbers: its code is made once.</summary>
public sealed class KeptCodeTests(Api service)
{
    [Fact]
    public async Task A_coefficient_that_changes_needs_no_new_code()
    {
        await using var host = service.WithWebHostBuilder(static builder => builder.WithoutWarmUp());
        using var client = host.CreateClient();
        foreach (var (coefficient, expected) in Enumerable.Range(1, 12).Select(static k => (string.Create(CultureInfo.InvariantCulture, $"{k}.25"), k + 2.25)))
        {
            var reply = await client.Ask("sample", $$"""{ "function": "f(x, y) = a*sin(x)^2*exp(y) + 2", "data": { "a": {{coefficient}} }, "window": { "x": [0, 1.5707963267948966], "y": [0, 1] }, "resolution": 256 }""");
            Assert.True(reply.Status is HttpStatusCode.OK, reply.Text);
            Assert.Contains(expected.ToString(CultureInfo.InvariantCulture), reply.Text, StringComparison.Ordinal);
        }

        var metrics = await client.GetStringAsync(new Uri("/metrics", UriKind.Relative), TestContext.Current.CancellationToken);
        Assert.Matches("calcapi_kept_code_total\\{[^}]*met=\"true\"[^}]*\\} [1-9]", metrics);
    }

    [Fact]
    public void Code_takes_no_more_room_than_it_may()
    {
        using var services = new ServiceCollection().AddMetrics().BuildServiceProvider();
        using var kept = Kept(services, 10_000);
        kept.Keep("small", "code", 4_000);
        kept.Keep("large", "code", 9_000);
        Assert.Equal("code", kept.Find("small"));
        Assert.Null(kept.Find("large"));
        using var none = Kept(services, 0);
        none.Keep("small", "code", 10);
        Assert.Null(none.Find("small"));
    }

    private static KeptCode Kept(ServiceProvider services, long bytes) => new(
        new ConfigurationBuilder().AddInMemoryCollection([new("Code:KeptBytes", bytes.ToString(CultureInfo.InvariantCulture))]).Build(), services.GetRequiredService<IMeterFactory>());
}
