using System.Diagnostics.Metrics;
using System.Net;
using CalcApi.Http.Compute;
using Calculus.Budgets;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Xunit;

namespace CalcApi.Tests.Http;

/// <summary>A mistake in something that stands beside an answer is logged and counted; the answer goes without it and says so.</summary>
public sealed class FaultTests(Api service)
{
    private const string Question = """{ "function": "f(x, y) = x^2*y + sin(x)/cos(x) + x/(x*y)", "point": { "x": 1, "y": 2 } }""";

    [Theory]
    [InlineData("hessian", "the identity sin(u)/cos(u) = tan(u)", "hessian")]
    [InlineData("gradient", "the identity a·u + b·u = (a+b)·u", "gradient")]
    [InlineData("gradient", "a shorter form", "gradient")]
    [InlineData("gradient", "the verification", "gradient")]
    [InlineData("gradient", "the conditions", "gradient")]
    [InlineData("hessian", "the eigenvalues and what follows from them", "value")]
    [InlineData("hessian", "the verification", "hessian")]
    [InlineData("descent", "the curvature at the end", "points")]
    [InlineData("descent", "the diagnosis", "points")]
    [InlineData("descent", "the walks around the end", "points")]
    [InlineData("descent", "the further steps", "points")]
    [InlineData("descent", "the rate to try", "points")]
    [InlineData("derivative", "the tangent", "value")]
    [InlineData("derivative", "the check of the steps", "steps")]
    [InlineData("derivative", "the steps", "value")]
    [InlineData("evaluate", "the note on what has no value", "value")]
    [InlineData("derivative", "the look at kinks", "value")]
    [InlineData("derivative", "the limits next to the point", "value")]
    [InlineData("evaluate", "the certainty of the numbers", "value")]
    [InlineData("taylor", "the certainty of the coefficients", "polynomial")]
    public async Task A_planted_mistake_leaves_an_answer_with_a_note(string route, string part, string kept)
    {
        var planted = new Planted(part);
        await using var host = service.WithWebHostBuilder(builder => builder.WithoutWarmUp().ConfigureTestServices(services => services.AddSingleton<IFaultObserver>(planted)));
        using var client = host.CreateClient();
        var reply = await client.Ask(route, route switch
        {
            "descent" => """{ "function": "x^2 + 3*y^2", "start": { "x": 1, "y": 1 }, "optimizer": { "name": "sgd" }, "steps": 5 }""",
            "derivative" => """{ "function": "x^3 + abs(x)", "point": 0, "steps": true }""",
            "evaluate" => """{ "function": "1/x", "point": 0 }""",
            "taylor" => """{ "function": "sin(x)", "point": 1, "order": 2 }""",
            _ => Question,
        });
        Assert.True(reply.Status == HttpStatusCode.OK, reply.Text);
        Assert.True(reply.Json.TryGetProperty(kept, out _));
        Assert.Contains(reply.Json.GetProperty("notes").EnumerateArray(), note =>
            note.Text("code") is "left-out" && string.Equals(note.Text("message"), $"Left out: {part}, because of an error in the service, which has been logged.", StringComparison.Ordinal));
        Assert.All(planted.Reported, each => Assert.Equal(part, each));
        Assert.NotEmpty(planted.Reported);
    }

    [Fact]
    public async Task Where_nobody_is_told_the_mistake_is_thrown()
    {
        // The service of the tests has no observer: what the product survives fails a test.
        Assert.Null(service.Services.GetService<IFaultObserver>());
        var faulty = new Extras(null);
        Assert.Throws<InvalidOperationException>(() => faulty.Try<int>("a part", static () => throw new InvalidOperationException(), 0));
        await service.Answer("evaluate", """{ "function": "x", "point": 1 }""");
    }

    [Fact]
    public void A_limit_is_no_mistake_and_a_cancellation_passes()
    {
        var planted = new Planted("nothing");
        var extras = new Extras(planted);
        Assert.Equal(7, extras.Try("a part", static () => throw new LimitException("graphNodes", 5, "Too much."), 7));
        Assert.Throws<LimitException>(() => extras.Contain("a part", static () => throw new LimitException("graphNodes", 5, "Too much."), 7));
        Assert.Throws<OperationCanceledException>(() => extras.Try("a part", static () => throw new OperationCanceledException(), 7));
        Assert.Equal(["Left out: a part. Too much."], extras.LeftOut);
        Assert.Empty(planted.Reported);
    }

    [Fact]
    public void A_mistake_is_logged_and_counted()
    {
        using var services = new ServiceCollection().AddMetrics().BuildServiceProvider();
        var meters = services.GetRequiredService<IMeterFactory>();
        var (log, counted) = (new Logged(), new List<string?>());
        using var listener = new MeterListener { InstrumentPublished = (instrument, listening) => { if (instrument.Name is "calcapi.faults" && ReferenceEquals(instrument.Meter.Scope, meters)) listening.EnableMeasurementEvents(instrument); } };
        listener.SetMeasurementEventCallback<long>((_, number, tags, _) => counted.Add($"{tags[0].Value} {number}"));
        listener.Start();
        new Faults(log, meters).Report("the tangent", new InvalidOperationException("Planted."));
        Assert.Equal(["the tangent 1"], counted);
        Assert.Equal(["An answer went without the tangent because of an error in the service."], log.Lines);
    }

    private sealed class Planted(string at) : IFaultObserver
    {
        public List<string> Reported { get; } = [];

        public void Enter(string part)
        {
            if (string.Equals(part, at, StringComparison.Ordinal)) throw new InvalidOperationException("Planted.");
        }

        public void Report(string part, Exception fault) => Reported.Add(part);
    }

    private sealed class Logged : ILogger<Faults>
    {
        public List<string> Lines { get; } = [];

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) => Lines.Add(formatter(state, exception));
    }
}
