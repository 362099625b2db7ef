using System.Diagnostics;
using System.Net;
using System.Text.Json;
using CalcApi.Http;
using Calculus.Budgets;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Xunit;
using Library = Calculus.Budgets.Limits;

namespace CalcApi.Tests.Http;

/// <summary>
/// A budget that fails at its first poll, its second, its third and so on, in every way in which it can: the question is refused clearly, or
/// answered without what there was no budget for; and asked again it is answered as ever, byte for byte.
/// </summary>
public sealed class InjectionTests : IClassFixture<InjectionTests.FailingBudgets>
{
    private readonly FailingBudgets _service;

    public InjectionTests(FailingBudgets service) => _service = service;

    /// <summary>The ways to fail.</summary>
    public static TheoryData<string> Ways => ["a limit", "memory", "cancellation", "nodes"];

    [Theory, MemberData(nameof(Ways))]
    public async Task Every_route_survives_a_budget_that_fails_anywhere(string way)
    {
        var failures = new List<string>();
        var (asked, refused) = (0, 0);
        foreach (var (route, body) in await _service.Questions())
        {
            var expected = await _service.Client.Ask(route, body);
            Assert.True(expected.Status is HttpStatusCode.OK, $"{route} {body}: {expected.Text}");
            for (var (n, step) = (1, 1); ; n += step)
            {
                var (reply, wasReached) = await _service.Failing(way, n, () => _service.Client.Ask(route, body));
                if (!wasReached) break;
                asked++;
                if (reply.Status is not HttpStatusCode.OK) refused++;
                if (Fault(way, reply, expected) is { } fault) failures.Add($"{route}, {way} at {n}: {fault}");
                var again = await _service.Client.Ask(route, body);
                if (!string.Equals(Whole(again), Whole(expected), StringComparison.Ordinal)) failures.Add($"{route}, {way} at {n}: the same question is answered otherwise afterwards: {again.Text}");
                // All of the first ones, then fewer and fewer.
                if (n >= 4) step += Math.Max(1, n / 2);
            }
        }

        Architecture.Violations.None(failures);
        TestContext.Current.SendDiagnosticMessage("{0}: {1} questions failed, {2} of them were refused", way, asked, refused);
        Assert.True(asked > 50 && refused > 20, $"{asked} questions, {refused} refused");
    }

    // How many steps an event of a stream tells depends on how fast they come; its last event has the answer.
    private static string Whole(Reply reply) => reply.ContentType is "text/event-stream" ? reply.Text[reply.Text.LastIndexOf("event: ", StringComparison.Ordinal)..] : reply.Text;

    private static string? Fault(string way, Reply reply, Reply expected)
    {
        if (reply.Status is HttpStatusCode.OK)
        {
            if (reply.ContentType is "text/event-stream") return reply.Text.Contains("/problems/limit", StringComparison.Ordinal) || reply.Text.Length >= expected.Text.Length / 2 ? null : $"the stream ends without a word: {reply.Text}";
            using var answer = JsonDocument.Parse(reply.Text);
            return null;
        }

        if ((int)reply.Status != 422 || reply.ContentType is not "application/problem+json") return $"{(int)reply.Status} {reply.Text}";
        if (reply.Type is not "limit") return $"a limit is taken for something else: {reply.Text}";
        var limit = reply.Json.Text("limit");
        string[] allowed = way switch { "a limit" => ["injected"], "memory" => ["allocatedBytes", "runAllocatedBytes"], "cancellation" => ["quickSeconds", "runSeconds"], _ => ["graphNodes"] };
        return allowed.Contains(limit, StringComparer.Ordinal) ? null : $"another limit is named: {reply.Text}";
    }

    /// <summary>A service whose budgets fail on request.</summary>
    public sealed class FailingBudgets : IAsyncDisposable
    {
        private readonly Api _service = new();
        private readonly ServiceLimits _limits = new() { QuickSeconds = 600, RunSeconds = 600, QuickSlots = 1, LightMilliseconds = 60_000 };
        private readonly FailingClock _clock = new();
        private readonly Lazy<HttpClient> _client;

        public FailingBudgets() => _client = new(() => _service.WithWebHostBuilder(host => host.WithoutWarmUp().UseSetting("Answers:KeptBytes", "0").ConfigureTestServices(services =>
        {
            services.RemoveAll<ServiceLimits>();
            services.AddSingleton(_limits);
            services.RemoveAll<TimeProvider>();
            services.AddSingleton<TimeProvider>(_clock);
        })).CreateClient());

        public HttpClient Client => _client.Value;

        /// <summary>The first example of every route that answers questions; a run is only begun by its route, and computed later.</summary>
        public async Task<IReadOnlyList<(string Route, string Body)>> Questions()
        {
            using var document = JsonDocument.Parse(await Client.GetStringAsync(new Uri("/swagger/v1/swagger.json", UriKind.Relative)));
            return
            [
                .. from path in document.RootElement.GetProperty("paths").EnumerateObject()
                   where path.Value.TryGetProperty("post", out _) && path.Name is not "/api/v1/runs"
                   let content = path.Value.GetProperty("post").GetProperty("requestBody").GetProperty("content").EnumerateObject().First().Value
                   let example = content.GetProperty("examples").EnumerateObject().First().Value.GetProperty("value")
                   select (path.Name["/api/v1/".Length..], Quick(example.GetRawText())),
            ];
        }

        /// <summary>Asks while the budget fails for the n-th time that it could.</summary>
        public async Task<(Reply Reply, bool WasReached)> Failing(string way, int n, Func<Task<Reply>> ask)
        {
            if (way is "nodes")
            {
                typeof(Library).GetProperty(nameof(Library.GraphNodes))!.SetValue(_limits.Library, n);
                try
                {
                    var reply = await ask();
                    return (reply, n < 400 && reply.Text.Contains("graph", StringComparison.Ordinal));
                }
                finally
                {
                    typeof(Library).GetProperty(nameof(Library.GraphNodes))!.SetValue(_limits.Library, new Library().GraphNodes);
                }
            }

            _clock.Arm(n, way switch
            {
                "a limit" => static () => new LimitException("injected", 1, "This needs more than it may."),
                "memory" => static () => new LimitException("allocatedBytes", 1, "This needs more memory than it may."),
                _ => static () => new OperationCanceledException(),
            });
            var answered = await ask();
            return (answered, _clock.Disarm());
        }

        /// <inheritdoc/>
        public ValueTask DisposeAsync() => _service.DisposeAsync();

        // Long runs take as long without a fault as with one.
        private static string Quick(string body) => System.Text.RegularExpressions.Regex.Replace(body, "\"steps\": ?[0-9]{3,}", "\"steps\": 20", System.Text.RegularExpressions.RegexOptions.NonBacktracking);
    }

    // Every poll of a budget asks for the time, since its work may have had its share.
    private sealed class FailingClock : TimeProvider
    {
        private int _left = int.MaxValue;
        private Func<Exception>? _fault;

        public void Arm(int n, Func<Exception> fault) => (_left, _fault) = (n, fault);

        /// <summary>Whether it failed.</summary>
        public bool Disarm()
        {
            var failed = _left <= 0;
            (_left, _fault) = (int.MaxValue, null);
            return failed;
        }

        public override long GetTimestamp()
        {
            if (_fault is { } fault && new StackTrace(1, false).GetFrames().Take(4).Any(static frame => frame.GetMethod()?.Name is "Rest") && --_left == 0) throw fault();
            return base.GetTimestamp();
        }
    }
}
