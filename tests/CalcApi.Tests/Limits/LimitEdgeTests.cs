using System.Globalization;
using System.Net;
using System.Text.Json;
using CalcApi.Http;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Xunit;

namespace CalcApi.Tests.Limits;

/// <summary>Every limit of the table at one less than its maximum, at it and at one more, over HTTP.</summary>
public sealed class LimitEdgeTests : IClassFixture<LimitEdgeTests.MovableLimits>
{
    private readonly MovableLimits _service;

    public LimitEdgeTests(MovableLimits service) => _service = service;

    public static TheoryData<string> Bounding => [.. LimitRows.All.Keys];

    [Fact]
    public async Task Every_limit_that_is_shown_has_a_row()
    {
        var shown = JsonDocument.Parse(await _service.Client.GetStringAsync(new Uri("/api/v1/limits", UriKind.Relative), TestContext.Current.CancellationToken)).RootElement.GetProperty("limits")
            .EnumerateArray().Select(static limit => limit.Text("name")).Order(StringComparer.Ordinal);
        Assert.Equal(shown, LimitRows.All.Keys.Concat(LimitRows.OfLoad.Keys).Select(JsonNamingPolicy.CamelCase.ConvertName).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void What_bounds_the_load_is_held_by_the_tests_that_are_named() => Architecture.Violations.None(
        LimitRows.OfLoad.Where(static row => !Architecture.Repository.Lines($"tests/CalcApi.Tests/{row.Value}").Any(line => line.Contains(row.Key, StringComparison.Ordinal))).Select(static row => $"{row.Key} is not in {row.Value}"));

    [Theory, MemberData(nameof(Bounding))]
    public async Task Holds_at_its_edge(string limit)
    {
        var row = LimitRows.All[limit];
        if (row.OfSize is { } ofSize)
        {
            var maximum = _service.Move(limit, row.At);
            foreach (var size in (long[])[maximum - row.Step, maximum]) await Within(row, ofSize(size));
            await Beyond(row, limit, ofSize(maximum + row.Step), maximum, maximum + row.Step);
            return;
        }

        // What the question takes: the least maximum that it is answered at.
        var (least, most) = (0L, _service.Move(limit, null));
        while (most - least > (row.IsMeasured ? least / 4 + 1_000 : 1))
        {
            var middle = least + ((most - least) / 2);
            _service.Move(limit, middle);
            if (IsWithin(row, await _service.Client.Ask(row.Route, row.Body))) most = middle;
            else least = middle;
        }

        foreach (var maximum in row.IsMeasured ? (long[])[4 * most] : [most + 1, most])
        {
            _service.Move(limit, maximum);
            await Within(row, row.Body);
        }

        var under = row.IsMeasured ? Math.Max(1, least / 4) : least;
        if (under == 0) Assert.Fail($"{limit} of 1 is no edge of this question.");
        _service.Move(limit, under);
        await Beyond(row, limit, row.Body, under, null);
    }

    [Fact]
    public async Task A_run_ends_with_what_it_has_when_its_seconds_are_over()
    {
        _service.Move(nameof(ServiceLimits.RunSeconds), 1);
        var reply = await _service.Client.Ask("descent", """{ "function": "sum(i = 1..2000, sin(i*x)) + 1e7*x", "start": 1, "optimizer": { "name": "sgd", "lr": 1e-14 }, "steps": 1000000, "record": { "limit": 1 } }""");
        Assert.Equal("budget", reply.Json.GetProperty("stop").Text("reason"));
        Assert.Contains("1 seconds", reply.Json.GetProperty("stop").Text("message"), StringComparison.Ordinal);
    }

    private static bool IsWithin(LimitRow row, Reply reply) => reply.Status is HttpStatusCode.OK && (row.Note is null || !reply.Json.NoteCodes().Contains(row.Note, StringComparer.Ordinal));

    private async Task Within(LimitRow row, string body)
    {
        var reply = await _service.Client.Ask(row.Route, body);
        // A body that is deep enough for its limit may still mean nothing.
        Assert.True(IsWithin(row, reply) || (row.Place is null && reply.Status is HttpStatusCode.BadRequest && reply.Type is "shape"), $"{reply.Status}: {reply.Text}");
    }

    private async Task Beyond(LimitRow row, string limit, string body, long maximum, long? asked)
    {
        var reply = await _service.Client.Ask(row.Route, body);
        if (row.Note is { } note)
        {
            Assert.Equal(HttpStatusCode.OK, reply.Status);
            Assert.Contains(note, reply.Json.NoteCodes(), StringComparer.Ordinal);
            return;
        }

        var problem = reply.Json;
        Assert.Equal("application/problem+json", reply.ContentType);
        Assert.Equal(row.Status, (int)reply.Status);
        Assert.Equal((JsonNamingPolicy.CamelCase.ConvertName(limit), maximum), (problem.Text("limit"), problem.GetProperty("maximum").GetInt64()));
        Assert.Contains(maximum.ToString(CultureInfo.InvariantCulture), problem.Text("detail"), StringComparison.Ordinal);
        if (row.TellsValue && asked is not null) Assert.Equal(asked, problem.GetProperty("value").GetInt64());
        else if (row.TellsValue) Assert.True(problem.GetProperty("value").GetInt64() > maximum);
        if (row.Place is not null) Assert.Contains(row.Place, reply.Fields, StringComparer.Ordinal);
    }

    /// <summary>A service whose limits are moved between its questions.</summary>
    public sealed class MovableLimits : IAsyncDisposable, IAsyncLifetime
    {
        private static readonly ServiceLimits s_defaults = new();
        private readonly Api _service = new();
        private readonly ServiceLimits _limits = Wide(new());
        private readonly Lazy<HttpClient> _client;

        public MovableLimits() => _client = new(() => _service.WithWebHostBuilder(host => host.WithoutWarmUp().UseSetting("Answers:KeptBytes", "0").ConfigureTestServices(services =>
        {
            services.RemoveAll<ServiceLimits>();
            services.AddSingleton(_limits);
        })).CreateClient());

        public HttpClient Client => _client.Value;

        // Code that runs for the first time allocates more.
        public async ValueTask InitializeAsync()
        {
            foreach (var row in LimitRows.All.Values.Where(static row => row.IsMeasured)) await Client.Ask(row.Route, row.Body);
        }

        /// <summary>Puts all limits back but one; that one gets a number, or its own again.</summary>
        public long Move(string name, long? maximum)
        {
            Wide(_limits);
            object holder = typeof(ServiceLimits).GetProperty(name) is null ? _limits.Library : _limits;
            var property = holder.GetType().GetProperty(name)!;
            var number = maximum ?? Convert.ToInt64(property.GetValue(ReferenceEquals(holder, _limits) ? s_defaults : s_defaults.Library), CultureInfo.InvariantCulture);
            property.SetValue(holder, Convert.ChangeType(number, property.PropertyType, CultureInfo.InvariantCulture));
            return number;
        }

        /// <inheritdoc/>
        public ValueTask DisposeAsync() => _service.DisposeAsync();

        private static ServiceLimits Wide(ServiceLimits limits)
        {
            foreach (var (property, number) in ServiceLimitsSettings.All(s_defaults))
            {
                object holder = property.DeclaringType == typeof(ServiceLimits) ? limits : limits.Library;
                property.SetValue(holder, Convert.ChangeType(property.Name is nameof(ServiceLimits.QuickSeconds) or nameof(ServiceLimits.RunSeconds) ? 600 : number, property.PropertyType, CultureInfo.InvariantCulture));
            }

            return limits;
        }
    }
}
