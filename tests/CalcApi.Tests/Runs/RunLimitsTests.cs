using System.Net;
using CalcApi.Http;
using Xunit;

namespace CalcApi.Tests.Runs;

/// <summary>How many runs there may be.</summary>
public sealed class RunLimitsTests
{
    [Theory]
    [InlineData(nameof(ServiceLimits.RunsOfAddress), 429, "too-many-requests")]
    [InlineData(nameof(ServiceLimits.Runs), 503, "busy")]
    public async Task Beyond_the_limit_a_run_is_refused_until_another_is_over(string limit, int status, string type)
    {
        var folder = Directory.CreateTempSubdirectory("runs");
        await using (var service = RunsApi.With(folder.FullName, ("RateLimit:Loopback", "true"), ($"Limits:{limit}", "2")))
        {
            // Only over a real connection does a request have an address.
            service.UseKestrel(static options => options.Listen(IPAddress.Loopback, 0));
            service.StartServer();
            using var client = service.CreateClient();
            await RunsApi.Opened(service);
            await client.Begun("descent", Requests.Endless, "one");
            var (id, secret) = await client.Begun("descent", Requests.Endless);

            var refused = (await client.Begin("descent", Requests.Endless)).IsProblem(status, type);
            Assert.NotNull(refused.Headers.RetryAfter);
            await client.Begun("descent", Requests.Endless, "one");

            Assert.Equal(204, await client.Cancel(id, secret));
            await client.Begun("descent", Requests.Endless);
        }

        folder.Delete(recursive: true);
    }

    [Fact]
    public async Task Without_runs_their_routes_say_so_and_everything_else_is_answered()
    {
        await using var service = RunsApi.With("", ("Runs:Enabled", "false"));
        using var client = service.CreateClient();

        (await client.Begin("descent", Requests.Short)).IsProblem(422, "not-supported");
        Assert.Equal(200, (int)(await client.Ask("descent", Requests.Short)).Status);
    }
}
