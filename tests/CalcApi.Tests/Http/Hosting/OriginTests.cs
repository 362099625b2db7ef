using Microsoft.AspNetCore.Mvc.Testing;
using Xunit;

namespace CalcApi.Tests.Http.Hosting;

/// <summary>Which pages of other sites may read answers.</summary>
public sealed class OriginTests(Api service)
{
    private const string Allowed = "Access-Control-Allow-Origin";

    [Fact]
    public async Task Lets_no_other_origin_read_answers_where_nothing_is_set() =>
        Assert.Null(await AllowedFor(service.Client, "https://notebook.example"));

    [Theory]
    [InlineData("https://notebook.example", true)]
    [InlineData("https://elsewhere.example", false)]
    [InlineData("http://notebook.example", false)]
    [InlineData("null", false)]
    public async Task Lets_the_origins_read_that_the_operator_names(string origin, bool allowed)
    {
        using var open = new WebApplicationFactory<Program>().WithWebHostBuilder(static host => host.WithoutWarmUp()
            .UseSetting("Logging:LogLevel:Default", "Warning").UseSetting("Cors:Origins:0", "https://notebook.example"));
        using var client = open.CreateClient();
        Assert.Equal(allowed ? origin : null, await AllowedFor(client, origin));
    }

    [Theory]
    [InlineData("notebook.example")]
    [InlineData("*")]
    [InlineData("https://notebook.example/")]
    public void A_setting_that_is_no_origin_stops_the_start(string origin)
    {
        using var wrong = new WebApplicationFactory<Program>().WithWebHostBuilder(host => host.WithoutWarmUp().UseSetting("Cors:Origins:0", origin));
        Assert.Throws<InvalidOperationException>(wrong.CreateClient);
    }

    private static async Task<string?> AllowedFor(HttpClient client, string origin)
    {
        using var request = new HttpRequestMessage(HttpMethod.Options, "/api/v1/derivative");
        request.Headers.Add("Origin", origin);
        request.Headers.Add("Access-Control-Request-Method", "POST");
        request.Headers.Add("Access-Control-Request-Headers", "content-type");
        using var response = await client.SendAsync(request, TestContext.Current.CancellationToken);
        return response.Headers.TryGetValues(Allowed, out var values) ? Assert.Single(values) : null;
    }
}
