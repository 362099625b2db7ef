using System.Diagnostics.Metrics;
using System.Net;
using System.Text;
using CalcApi.Http.Answers;
using Calculus.Budgets;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace CalcApi.Tests.Http;

/// <summary>What is asked again and again is answered from memory, as it was answered before, and takes no more memory than it may.</summary>
public sealed class KeptAnswersTests(Api service)
{
    private const int PerEntry = 512;

    [Theory]
    [InlineData("derivative", """{ "function": "x^3 + kept_1*x", "data": { "kept_1": 2 }, "point": 2 }""")]
    [InlineData("gradient", """{ "function": "x^2*y + 17*kept_2", "data": { "kept_2": 2 }, "points": [{ "x": 1, "y": 2 }, { "x": 3, "y": 4 }] }""")]
    [InlineData("parse", """{ "function": "1/x + sqrt(kept_3)" }""")]
    public async Task The_same_question_has_the_same_answer_however_often_it_is_asked(string route, string body)
    {
        var first = await service.Ask(route, body);
        Assert.Equal(HttpStatusCode.OK, first.Status);
        for (var times = 2; times < 6; times++) Assert.Equal((first.Status, first.ContentType, first.Text), Of(await service.Ask(route, body)));
        var address = $"/api/v1/parse?function={Uri.EscapeDataString("x^2 + 3 kept_4")}";
        var linked = await service.Client.GetStringAsync(new Uri(address, UriKind.Relative), TestContext.Current.CancellationToken);
        for (var times = 2; times < 6; times++) Assert.Equal(linked, await service.Client.GetStringAsync(new Uri(address, UriKind.Relative), TestContext.Current.CancellationToken));

        static (HttpStatusCode, string?, string) Of(Reply reply) => (reply.Status, reply.ContentType, reply.Text);
    }

    [Theory]
    [InlineData(null, 2)]
    [InlineData("the tangent", 6)]
    public async Task Nothing_is_computed_for_a_question_whose_answer_is_kept_and_one_that_lacks_a_part_is_not(string? planted, int computed)
    {
        var parts = new Parts(planted);
        await using var host = service.WithWebHostBuilder(builder => builder.WithoutWarmUp().ConfigureTestServices(services => services.AddSingleton<IFaultObserver>(parts)));
        using var client = host.CreateClient();
        for (var times = 0; times < 6; times++) Assert.Equal(HttpStatusCode.OK, (await client.Ask("derivative", """{ "function": "sin(x)^2", "point": 1 }""")).Status);
        Assert.Equal(computed, parts.Tangents);
    }

    [Fact]
    public void An_answer_is_kept_from_the_second_time_on_for_its_route_and_its_bytes()
    {
        using var services = Services();
        using var kept = Kept(services, 100_000);
        var (question, answer) = (kept.Of("slope", Bytes("""{ "function": "x" }"""))!, Bytes("an answer"));
        kept.Keep(question, answer);
        Assert.Null(kept.Find(question));
        kept.Keep(question, answer);
        Assert.Equal(answer, kept.Find(question));
        Assert.Null(kept.Find(kept.Of("derivative", Bytes("""{ "function": "x" }"""))!));
        Assert.Null(kept.Find(kept.Of("slope", Bytes("""{ "function": "y" }"""))!));
        Assert.Null(kept.Of("slope", new byte[5_000]));
    }

    [Fact]
    public async Task What_is_kept_stays_within_its_bytes_and_what_was_asked_long_ago_makes_room()
    {
        const int most = 200_000, length = 1_000;
        using var services = Services();
        using var kept = Kept(services, most);
        var last = 0;
        for (var i = 0; i < 2_000; i++)
        {
            var question = kept.Of("slope", Bytes($"question {i}"))!;
            for (var times = 0; times < 2; times++) kept.Keep(question, new byte[length]);
            if (kept.Find(question) is not null) last = i;
            // Room is made beside the work.
            if (i % 100 == 99) await Task.Delay(1, TestContext.Current.CancellationToken);
        }

        var found = Enumerable.Range(0, 2_000).Count(i => kept.Find(kept.Of("slope", Bytes($"question {i}"))!) is not null);
        Assert.InRange(found, 1, most / (length + PerEntry));
        Assert.True(last > most / length, $"Nothing after question {last} was kept.");
    }

    [Fact]
    public void None_are_kept_where_they_may_take_no_room()
    {
        using var services = Services();
        using var kept = Kept(services, 0);
        Assert.Null(kept.Of("slope", Bytes("question")));
        Assert.Throws<InvalidOperationException>(() => Kept(services, -1));
    }

    private static byte[] Bytes(string text) => Encoding.UTF8.GetBytes(text);

    private static ServiceProvider Services() => new ServiceCollection().AddMetrics().BuildServiceProvider();

    private static KeptAnswers Kept(ServiceProvider services, long bytes) => new(
        new ConfigurationBuilder().AddInMemoryCollection([new("Answers:KeptBytes", bytes.ToString(System.Globalization.CultureInfo.InvariantCulture))]).Build(), services.GetRequiredService<IMeterFactory>());

    private sealed class Parts(string? planted) : IFaultObserver
    {
        public int Tangents { get; private set; }

        public void Enter(string part)
        {
            if (part is "the tangent") Tangents++;
            if (string.Equals(part, planted, StringComparison.Ordinal)) throw new InvalidOperationException("Planted.");
        }

        public void Report(string part, Exception fault)
        {
        }
    }
}
