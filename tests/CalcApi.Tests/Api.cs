using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using CalcApi.Health;
using CalcApi.Tests;
using CalcApi.Tests.Runs;
using Calculus.Budgets;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Xunit;

[assembly: AssemblyFixture(typeof(Api))]

namespace CalcApi.Tests;

/// <summary>The one service that all tests ask.</summary>
public sealed class Api : WebApplicationFactory<Program>, IAsyncLifetime
{
    private readonly Lazy<HttpClient> _client;
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("runs");

    public Api() => _client = new(CreateClient);

    public HttpClient Client => _client.Value;

    /// <summary>Waits until the service is ready, as its users do: code that has never run allocates more than a quick question may.</summary>
    public async ValueTask InitializeAsync()
    {
        _ = Client;
        await RunsApi.Opened(this);
        await Services.GetRequiredService<WarmUp>().ExecuteTask!;
    }

    /// <inheritdoc/>
    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        if (_folder.Exists) _folder.Delete(recursive: true);
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder) => builder
        .UseSetting("Logging:LogLevel:Default", "Warning")
        // Tests ask at the same time; none of them is about the queue.
        .UseSetting("Limits:QueuePerSlot", "1000")
        .UseSetting("Runs:Enabled", "true")
        .UseSetting("Runs:Folder", _folder.FullName)
        .UseSetting("Limits:QueueMilliseconds", "60000")
        // Where nobody is told of a mistake, it is thrown: what the service would survive fails a test.
        .ConfigureTestServices(static services => services.RemoveAll<IFaultObserver>())
        // A busy machine decides no test: wall time only backs up the budgets, which count work.
        .UseSetting("Limits:QuickSeconds", "600")
        .UseSetting("Limits:RunSeconds", "600");

    /// <summary>Posts a body to a route under /api/v1.</summary>
    public Task<Reply> Ask(string route, string body) => Client.Ask(route, body);

    public Task<Reply> Ask(string route, object body) => Client.Ask(route, JsonSerializer.Serialize(body));

    /// <summary>The answer's body; if there is only a problem, the test fails with it.</summary>
    public async Task<JsonElement> Answer(string route, string body)
    {
        var reply = await Ask(route, body);
        Assert.True(reply.Status == HttpStatusCode.OK, $"{route} {body} gave {(int)reply.Status}: {reply.Text}");
        return reply.Json;
    }
}

/// <summary>What came back.</summary>
public sealed record Reply(HttpStatusCode Status, string? ContentType, HttpResponseHeaders Headers, string Text)
{
    public JsonElement Json => JsonDocument.Parse(Text).RootElement;

    /// <summary>The last part of the problem's type.</summary>
    public string Type => Json.GetProperty("type").GetString()!["/api/v1/problems/".Length..];

    public IReadOnlyList<string> Fields => Json.TryGetProperty("errors", out var errors) ? [.. errors.EnumerateObject().Select(error => error.Name)] : [];

    /// <summary>Every refusal is a complete problem.</summary>
    public Reply IsProblem(int status, string type)
    {
        Assert.True((int)Status == status, $"{status} was expected, not {(int)Status}: {Text}");
        Assert.Equal("application/problem+json", ContentType);
        Assert.Equal(type, Type);
        Assert.Equal(status, Json.GetProperty("status").GetInt32());
        Assert.NotEmpty(Json.GetProperty("title").GetString()!);
        Assert.NotEmpty(Json.GetProperty("detail").GetString()!);
        return this;
    }
}

public static class Asking
{
    public static async Task<Reply> Ask(this HttpClient client, string route, string body)
    {
        using var content = new StringContent(body, Encoding.UTF8, "application/json");
        return await client.Send(HttpMethod.Post, $"/api/v1/{route}", content);
    }

    public static async Task<Reply> Send(this HttpClient client, HttpMethod method, string address, HttpContent? content = null)
    {
        using var request = new HttpRequestMessage(method, address) { Content = content };
        using var response = await client.SendAsync(request);
        return new(response.StatusCode, response.Content.Headers.ContentType?.MediaType, response.Headers, await response.Content.ReadAsStringAsync());
    }
}
