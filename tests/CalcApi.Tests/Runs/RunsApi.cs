using System.Net.ServerSentEvents;
using System.Text.Json;
using CalcRuns.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace CalcApi.Tests.Runs;

/// <summary>Services that have runs.</summary>
internal static class RunsApi
{
    /// <summary>A service with runs in a folder, and other settings.</summary>
    public static WebApplicationFactory<Program> With(string folder, params (string Name, string Value)[] settings) => new WebApplicationFactory<Program>().WithWebHostBuilder(builder =>
    {
        builder.WithoutWarmUp().UseSetting("Runs:Enabled", "true").UseSetting("Runs:Folder", folder).UseSetting("Logging:LogLevel:Default", "Warning")
            .UseSetting("Limits:QueuePerSlot", "1000").UseSetting("Limits:RunSeconds", "600").UseSetting("Limits:QuickSeconds", "600").UseSetting("Limits:QueueMilliseconds", "60000");
        foreach (var (name, value) in settings) builder.UseSetting(name, value);
    });

    /// <summary>How many tiles are kept in a folder, whoever uses it.</summary>
    public static long Tiles(string folder)
    {
        using var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = Path.Combine(folder, "runs.db"), Pooling = false }.ToString());
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT count(*) FROM states WHERE name LIKE 'tile/%'";
        return (long)command.ExecuteScalar()!;
    }

    /// <summary>Waits until there are runs.</summary>
    public static async Task Opened(WebApplicationFactory<Program> service)
    {
        var host = service.Services.GetRequiredService<RunsHost>();
        while (host.Desk is null) await Task.Delay(20, TestContext.Current.CancellationToken);
    }
}

/// <summary>Runs, as clients ask for them.</summary>
internal static class Asked
{
    /// <summary>Posts a run.</summary>
    public static async Task<Reply> Begin(this HttpClient client, string kind, string request, string? key = null)
    {
        using var message = new HttpRequestMessage(HttpMethod.Post, "/api/v1/runs") { Content = new StringContent($$"""{ "kind": "{{kind}}", "request": {{request}} }""", System.Text.Encoding.UTF8, "application/json") };
        if (key is not null) message.Headers.Add("Idempotency-Key", key);
        using var response = await client.SendAsync(message, TestContext.Current.CancellationToken);
        return new(response.StatusCode, response.Content.Headers.ContentType?.MediaType, response.Headers, await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    /// <summary>The id and the secret of a run that was begun.</summary>
    public static async Task<(string Id, string Secret)> Begun(this HttpClient client, string kind, string request, string? key = null)
    {
        var reply = await client.Begin(kind, request, key);
        Assert.True((int)reply.Status == 202, reply.Text);
        return (reply.Json.GetProperty("id").GetString()!, reply.Json.GetProperty("secret").GetString()!);
    }

    /// <summary>How a run stands.</summary>
    public static Task<Reply> Look(this HttpClient client, string id) => client.Send(HttpMethod.Get, $"/api/v1/runs/{id}");

    /// <summary>Waits until something holds of a run.</summary>
    public static async Task<JsonElement> Until(this HttpClient client, string id, Func<JsonElement, bool> holds)
    {
        while (true)
        {
            var reply = await client.Look(id);
            if ((int)reply.Status == 200 && holds(reply.Json)) return reply.Json;
            Assert.True((int)reply.Status is 200 or 503, reply.Text);
            // What is over changes no more.
            Assert.False((int)reply.Status == 200 && reply.Json.TryGetProperty("ended", out _), reply.Text);
            await Task.Delay(20, TestContext.Current.CancellationToken);
        }
    }

    /// <summary>Waits until a run is over.</summary>
    public static Task<JsonElement> Over(this HttpClient client, string id) => client.Until(id, static run => run.GetProperty("state").GetString() is not ("queued" or "running"));

    /// <summary>What came of a run.</summary>
    public static Task<Reply> Result(this HttpClient client, string id) => client.Send(HttpMethod.Get, $"/api/v1/runs/{id}/result");

    /// <summary>Sends the secret of a run to cancel it.</summary>
    public static async Task<int> Cancel(this HttpClient client, string id, string? secret)
    {
        using var message = new HttpRequestMessage(HttpMethod.Delete, $"/api/v1/runs/{id}");
        if (secret is not null) message.Headers.Add("Run-Secret", secret);
        using var response = await client.SendAsync(message, TestContext.Current.CancellationToken);
        return (int)response.StatusCode;
    }

    /// <summary>The events of a run as they come, heartbeats apart.</summary>
    public static async IAsyncEnumerable<(string Name, long Id, JsonElement Data)> Events(this HttpClient client, string id, long? after = null)
    {
        using var message = new HttpRequestMessage(HttpMethod.Get, $"/api/v1/runs/{id}/events");
        if (after is { } last) message.Headers.Add("Last-Event-ID", last.ToString(System.Globalization.CultureInfo.InvariantCulture));
        using var response = await client.SendAsync(message, HttpCompletionOption.ResponseHeadersRead, TestContext.Current.CancellationToken);
        Assert.Equal("text/event-stream", response.Content.Headers.ContentType?.MediaType);
        await using var body = await response.Content.ReadAsStreamAsync(TestContext.Current.CancellationToken);
        await foreach (var item in SseParser.Create(body).EnumerateAsync(TestContext.Current.CancellationToken))
        {
            if (item.EventType is not "heartbeat") yield return (item.EventType, long.Parse(item.EventId!, System.Globalization.CultureInfo.InvariantCulture), JsonDocument.Parse(item.Data).RootElement);
        }
    }
}
