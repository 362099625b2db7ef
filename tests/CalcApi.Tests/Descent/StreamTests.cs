using System.Net;
using System.Net.ServerSentEvents;
using System.Text;
using System.Text.Json;
using Calculus.Optimization;
using Calculus.Optimization.FirstOrder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace CalcApi.Tests.Descent;

/// <summary>Descents told while they are walked.</summary>
public sealed class StreamTests(Api service)
{
    private const string Long = """{ "function": "(1 - x)^2 + 100(y - x^2)^2", "start": { "x": -1.2, "y": 1 }, "optimizer": { "name": "momentum", "lr": 0.0005 }, "steps": 10000 }""";

    [Fact]
    public async Task Ten_thousand_steps_come_in_order_without_a_gap_and_are_those_of_the_descent()
    {
        var events = await Read(service.Client, Long);
        var plain = await service.Answer("descent", Long);

        Assert.Equal("end", events[^1].Name);
        Assert.Equal(Enumerable.Range(0, 10_001), Steps(events));
        foreach (var column in (ReadOnlySpan<string>)["x", "y"])
            Assert.Equal(plain.GetProperty("points").Numbers(column).AsEnumerable(), [.. events.SkipLast(1).SelectMany(each => each.Data.GetProperty("points").Numbers(column))]);
        Assert.Equal(plain.Numbers("value").AsEnumerable(), [.. events.SkipLast(1).SelectMany(static each => each.Data.Numbers("value"))]);
        foreach (var member in (ReadOnlySpan<string>)["stop", "best", "evaluations", "diagnosis"])
            Assert.Equal(plain.GetProperty(member).GetRawText(), events[^1].Data.GetProperty(member).GetRawText());
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(4_321)]
    [InlineData(9_999)]
    [InlineData(10_000)]
    public async Task Whoever_comes_back_with_the_last_id_misses_nothing(int seen)
    {
        var events = await Read(service.Client, Long, seen);

        Assert.Equal(Enumerable.Range(seen + 1, 10_000 - seen), Steps(events));
        Assert.Equal("end", events[^1].Name);
        Assert.All(events.SkipLast(1), static each => Assert.Equal(each.Data.GetProperty("step").EnumerateArray().Last().GetRawText(), each.Id));
    }

    [Fact]
    public async Task Keeps_what_is_asked_for_and_the_last_step()
    {
        var events = await Read(service.Client, """{ "function": "x^2", "start": 3, "optimizer": { "name": "sgd", "lr": 0.01 }, "steps": 25, "record": { "every": 10 } }""");
        Assert.Equal([0, 10, 20, 25], Steps(events));
    }

    [Fact]
    public async Task Tells_of_a_divergence_with_the_path_so_far()
    {
        const string question = """{ "function": "x^4", "start": 3, "optimizer": { "name": "sgd", "lr": 1 }, "steps": 100 }""";
        var events = await Read(service.Client, question);
        Assert.Equal("diverged", events[^1].Data.GetProperty("stop").GetProperty("reason").GetString());
        Assert.Equal((await service.Answer("descent", question)).GetProperty("step").EnumerateArray().Select(static step => step.GetInt32()), Steps(events));
    }

    [Theory]
    [InlineData("""{ "function": "x^2 +", "start": 3, "optimizer": { "name": "sgd" }, "steps": 1 }""", null, 422, "formula")]
    [InlineData("""{ "function": "log(x)", "start": -3, "optimizer": { "name": "sgd" }, "steps": 1 }""", null, 422, "value")]
    [InlineData("""{ "function": "x^2", "start": 3, "optimizer": { "name": "sgd" }, "steps": 2000000 }""", null, 422, "limit")]
    [InlineData("""{ "function": "x^2", "start": 3, "optimizer": { "name": "sgd" } }""", null, 400, "shape")]
    [InlineData(Long, "yesterday", 400, "shape")]
    [InlineData(Long, "-5", 400, "shape")]
    public async Task What_cannot_begin_is_refused_as_anywhere(string body, string? lastId, int status, string type)
    {
        using var request = Ask(body, lastId);
        using var response = await service.Client.SendAsync(request, TestContext.Current.CancellationToken);
        Assert.Equal((HttpStatusCode)status, response.StatusCode);
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType!.MediaType);
        var problem = JsonDocument.Parse(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).RootElement;
        Assert.EndsWith(type, problem.GetProperty("type").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_work_stops_when_the_client_leaves()
    {
        var counting = new CountingDescent();
        await using var own = new Service(counting);
        using var client = own.CreateClient();
        using var leave = new CancellationTokenSource();
        using var request = Ask("""{ "function": "x^2 + y^2", "start": { "x": 1, "y": 1 }, "optimizer": { "name": "counting" }, "steps": 1000000, "record": { "every": 1000 } }""", null);
        var response = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, leave.Token);
        using var body = await response.Content.ReadAsStreamAsync(leave.Token);
        Assert.True(await body.ReadAsync(new byte[100], leave.Token) > 0);

        await leave.CancelAsync();
        response.Dispose();

        // There is one slot: another descent is answered as soon as the first one has ended, and not before.
        var next = await client.Ask("descent", """{ "function": "x^2", "start": 3, "optimizer": { "name": "sgd" }, "steps": 1 }""");
        Assert.Equal(HttpStatusCode.OK, next.Status);
        Assert.InRange(Interlocked.Read(ref counting.Steps), 1, 999_999);
    }

    [Fact]
    public async Task While_a_step_takes_long_heartbeats_keep_the_connection_open()
    {
        var counting = new CountingDescent { Gate = new ManualResetEventSlim() };
        await using var own = new Service(counting);
        using var client = own.CreateClient();
        using var request = Ask("""{ "function": "x^2", "start": 3, "optimizer": { "name": "counting" }, "steps": 3 }""", null);
        using var response = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, TestContext.Current.CancellationToken);
        var names = new List<string>();
        await foreach (var item in SseParser.Create(await response.Content.ReadAsStreamAsync(TestContext.Current.CancellationToken)).EnumerateAsync(TestContext.Current.CancellationToken))
        {
            names.Add(item.EventType);
            // The first step goes on once two heartbeats have come.
            if (names.Count(static name => name is "heartbeat") == 2) counting.Gate.Set();
        }

        Assert.Equal("step heartbeat heartbeat", string.Join(' ', names.Take(3)));
        // Heartbeats come a thousand times too soon here, and so perhaps one while the stream is closed.
        Assert.Equal("end", names.Last(static name => name is not "heartbeat"));
    }

    private static IEnumerable<int> Steps(List<Event> events) =>
        events.Where(static each => each.Name is "step").SelectMany(static each => each.Data.GetProperty("step").EnumerateArray().Select(static step => step.GetInt32()));

    private static HttpRequestMessage Ask(string body, string? lastId)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, "/api/v1/descent/stream") { Content = new StringContent(body, Encoding.UTF8, "application/json") };
        if (lastId is not null) request.Headers.Add("Last-Event-ID", lastId);
        return request;
    }

    internal static async Task<List<Event>> Read(HttpClient client, string body, int? seen = null)
    {
        using var request = Ask(body, seen?.ToString(System.Globalization.CultureInfo.InvariantCulture));
        using var response = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal("text/event-stream", response.Content.Headers.ContentType!.MediaType);
        var events = new List<Event>();
        await foreach (var item in SseParser.Create(await response.Content.ReadAsStreamAsync(TestContext.Current.CancellationToken)).EnumerateAsync(TestContext.Current.CancellationToken))
            events.Add(new(item.EventType, item.EventId, JsonDocument.Parse(item.Data).RootElement));
        return events;
    }

    internal sealed record Event(string Name, string? Id, JsonElement Data);

    private sealed class Service(CountingDescent counting) : WebApplicationFactory<Program>
    {
        protected override void ConfigureWebHost(IWebHostBuilder builder) => builder.WithoutWarmUp()
            .UseSetting("Logging:LogLevel:Default", "Warning")
            .UseSetting("Limits:RunSlots", "1")
            .UseSetting("Limits:QueueMilliseconds", "600000")
            .ConfigureTestServices(services => services.AddSingleton<TimeProvider>(new QuickTimers()).AddSingleton(new Optimizers([.. Optimizers.Own.All, counting])));
    }

    /// <summary>Timers that are a thousand times as quick.</summary>
    private sealed class QuickTimers : TimeProvider
    {
        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
            base.CreateTimer(callback, state, dueTime > TimeSpan.Zero ? dueTime / 1000 : dueTime, period);
    }

    /// <summary>Plain descent that counts its steps and takes its time: so long that it is under way when the client leaves.</summary>
    private sealed class CountingDescent : OptimizerDefinition
    {
        public long Steps;

        /// <summary>What every step waits for; null where it waits for nothing.</summary>
        public ManualResetEventSlim? Gate { get; init; }

        public override string Name => "counting";

        public override string Title => "Counting descent";

        public override string Sentence => "Counts.";

        public override Source Source { get; } = new("A test", 1999, "A made-up optimizer");

        public override string Latex => "x";

        public override IReadOnlyList<Parameter> Parameters { get; } = [new("lr", 1e-6, "The learning rate.")];

        protected override Optimizer Start(Settings settings, int dimension) => new Rule(settings, this);

        private sealed class Rule(Settings settings, CountingDescent counting) : FirstOrderOptimizer(settings)
        {
            public override double? StabilityFactor => null;

            public override void Step(Span<double> point, ReadOnlySpan<double> gradient)
            {
                counting.Gate?.Wait(TestContext.Current.CancellationToken);
                if (Interlocked.Increment(ref counting.Steps) % 1000 == 0) Thread.Sleep(10);
                for (var i = 0; i < point.Length; i++) point[i] -= LearningRate * gradient[i];
            }
        }
    }
}
