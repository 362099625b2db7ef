using System.Net;
using System.Text;
using CalcApi.Http.Compute;
using CalcApi.Http.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace CalcApi.Tests.Http.Hosting;

/// <summary>What is refused before anything is done for it is refused like everything else.</summary>
public sealed class SheddingTests
{
    private const string Origin = "https://notebook.example";

    [Theory]
    [InlineData("/api/v1/derivative")]
    [InlineData("/api/v1/descent/stream")]
    public async Task A_refusal_at_the_door_says_what_a_later_one_says(string address)
    {
        using var busy = Busy();
        // In another spelling the address is known to routing alone.
        var (early, late) = (await Ask(busy.Client, address), await Ask(busy.Client, address.ToUpperInvariant()));
        Assert.Equal(HttpStatusCode.ServiceUnavailable, early.Status);
        Assert.Equal(WithoutNumbers(late.Text), WithoutNumbers(early.Text));
        Assert.Equal(late.ContentType, early.ContentType);
        Assert.Equal(Names(late), Names(early), StringComparer.Ordinal);
        foreach (var (name, values) in late.Headers)
            if (name is not "Date")
                Assert.Equal(values, early.Headers.GetValues(name), StringComparer.Ordinal);
        early.IsProblem(503, "busy");
        Assert.True(early.Json.GetProperty("retryAfterMilliseconds").GetInt32() > 0);
    }

    [Fact]
    public void It_is_refused_before_it_has_a_route_or_a_body()
    {
        using var busy = Busy();
        var http = new DefaultHttpContext { RequestServices = busy.Services, Request = { Method = "POST", Path = "/api/v1/derivative" }, Connection = { RemoteIpAddress = IPAddress.Parse("203.0.113.1") } };
        Assert.True(busy.Services.GetRequiredService<Shedding>().IsRefused(http));
        Assert.Equal(503, http.Response.StatusCode);
        http.Request.Path = "/api/v1/limits";
        Assert.False(busy.Services.GetRequiredService<Shedding>().IsRefused(http));
    }

    [Fact]
    public async Task A_page_of_another_site_may_read_it()
    {
        using var busy = Busy();
        using var request = Question("/api/v1/derivative");
        request.Headers.Add("Origin", Origin);
        using var response = await busy.Client.SendAsync(request, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, response.StatusCode);
        Assert.Equal(Origin, Assert.Single(response.Headers.GetValues("Access-Control-Allow-Origin")));
    }

    [Fact]
    public async Task What_asks_nothing_is_answered()
    {
        using var busy = Busy();
        Assert.Equal(HttpStatusCode.OK, (await busy.Client.Send(HttpMethod.Get, "/health/live")).Status);
        Assert.Equal(HttpStatusCode.OK, (await busy.Client.Send(HttpMethod.Get, "/api/v1/limits")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await busy.Client.Send(HttpMethod.Post, "/api/v1/nothing")).Status);
    }

    private static Full Busy() => new();

    private static HttpRequestMessage Question(string address) =>
        new(HttpMethod.Post, address) { Content = new StringContent("""{ "function": "x^2", "point": 1 }""", Encoding.UTF8, "application/json") };

    private static async Task<Reply> Ask(HttpClient client, string address)
    {
        using var request = Question(address);
        using var response = await client.SendAsync(request, TestContext.Current.CancellationToken);
        return new(response.StatusCode, response.Content.Headers.ContentType?.ToString(), response.Headers, await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    private static string WithoutNumbers(string text) => string.Concat(text.Where(static c => !char.IsAsciiDigit(c)));

    private static IEnumerable<string> Names(Reply reply) => reply.Headers.Select(static header => header.Key).Order(StringComparer.Ordinal);

    /// <summary>A service with one slot that is taken, and one place to wait that is taken too.</summary>
    private sealed class Full : IDisposable
    {
        private readonly WebApplicationFactory<Program> _service;
        private readonly Compute.Finish _finish = new();
        private readonly Task<int>[] _taken;

        public Full()
        {
            _service = new WebApplicationFactory<Program>().WithWebHostBuilder(static host => host.WithoutWarmUp()
                .UseSetting("Logging:LogLevel:Default", "Warning")
                .UseSetting("Cors:Origins:0", Origin)
                .UseSetting("Limits:QuickSlots", "1")
                .UseSetting("Limits:Queue", "1")
                .UseSetting("Limits:LightMilliseconds", "600000"));
            _service.UseKestrel(static options => options.Listen(IPAddress.Loopback, 0));
            _service.StartServer();
            Client = _service.CreateClient();
            var admission = _service.Services.GetRequiredService<Admission>();
            // The service's own questions are never given up.
            var own = new Asker(IPAddress.None, new("/somewhere", 6));
            _taken =
            [
                admission.Run(
                    Work.Quick,
                    own,
                    _ =>
                    {
                        _finish.Wait();
                        return 1;
                    },
                    CancellationToken.None),
                admission.Run(Work.Quick, own, static _ => 2, CancellationToken.None),
            ];
            Assert.DoesNotContain(_taken, static task => task.IsCompleted);
        }

        public HttpClient Client { get; }

        public IServiceProvider Services => _service.Services;

        public void Dispose()
        {
            _finish.Set();
            Task.WhenAll(_taken).GetAwaiter().GetResult();
            _finish.Dispose();
            Client.Dispose();
            _service.Dispose();
        }
    }
}
