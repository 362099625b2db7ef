using System.Collections.Concurrent;
using System.Globalization;
using CalcApi.Http;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.Logging;
using Xunit;

namespace CalcApi.Tests.Runs;

/// <summary>Where somebody has nothing to do, tiles of a map, a race or a search are computed side by side, and nobody can tell by the answer.</summary>
/// <param name="service">Divides what is short already.</param>
public sealed class TilesTests(TiledService service) : IClassFixture<TiledService>
{
    private TiledService _service = service;

    // A quick machine is done with a short one before anybody else has begun.
    [Theory]
    [InlineData("map", "descent/map", new[] { 2_000, 4_000, 8_000 })]
    [InlineData("compare", "descent/compare", new[] { 400_000, 700_000, 1_000_000 })]
    [InlineData("critical-points", "critical-points", new[] { 8, 12, 16 })]
    public async Task A_run_that_was_divided_answers_what_its_route_does(string kind, string route, int[] sizes)
    {
        foreach (var size in sizes)
        {
            var request = kind is "map" ? Requests.Map(40, size) : kind is "compare" ? Requests.Race(size) : Requests.Search(size);
            var (id, _) = await _service.Client.Begun(kind, request);
            var over = await _service.Client.Over(id);

            Assert.Equal(("done", 1.0), (over.GetProperty("state").GetString(), over.GetProperty("progress").GetDouble()));
            await IsThatOf(route, request, id);
            if (WasDivided(id)) return;
        }

        Assert.Fail("Nothing was divided.");
    }

    [Fact]
    public async Task A_map_that_is_beyond_its_budget_is_refused_with_the_same_bytes()
    {
        var request = Requests.Map(200, 2_000);
        foreach (var operations in (long[])[100_000_000, 200_000_000, 400_000_000])
        {
            await using var poor = new TiledService { Operations = operations };
            _service = poor;
            await poor.InitializeAsync();
            var (id, _) = await _service.Client.Begun("map", request);
            Assert.Equal("failed", (await _service.Client.Over(id)).GetProperty("state").GetString());

            (await IsThatOf("descent/map", request, id)).IsProblem(422, "limit");
            if (WasDivided(id)) return;
        }

        Assert.Fail("Nothing was divided.");
    }

    [Fact]
    public async Task A_run_that_is_cancelled_takes_its_tiles_with_it()
    {
        var (id, secret) = await _service.Client.Begun("map", Requests.Map(100, 100_000));
        while (_service.Kept() == 0) await Task.Delay(10, TestContext.Current.CancellationToken);
        Assert.Equal(204, await _service.Client.Cancel(id, secret));

        Assert.Equal("cancelled", (await _service.Client.Look(id)).Json.GetProperty("state").GetString());
        // Whoever was computing one cannot write it any more.
        await Task.Delay(300, TestContext.Current.CancellationToken);
        Assert.Equal(0, _service.Kept());
    }

    private bool WasDivided(string id) => _service.Computed.Any(tile => tile.StartsWith(id + "/", StringComparison.Ordinal));

    private async Task<Reply> IsThatOf(string route, string request, string id)
    {
        var (result, plain) = (await _service.Client.Result(id), await _service.Client.Ask(route, request));

        Assert.Equal((plain.Status, plain.ContentType, plain.Text), (result.Status, result.ContentType, result.Text));
        Assert.Equal(0, _service.Kept());
        return result;
    }
}

/// <summary>A service that divides what is short already, and knows which tiles it has computed.</summary>
public sealed class TiledService : IAsyncLifetime
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("runs");
    private readonly Book _log = new();
    private WebApplicationFactory<Program> _service = null!;

    /// <summary>What a run may spend.</summary>
    public long Operations { get; init; } = new ServiceLimits().RunOperations;

    /// <summary>Asks it.</summary>
    public HttpClient Client { get; private set; } = null!;

    /// <summary>The tiles that it has computed.</summary>
    public IReadOnlyCollection<string> Computed => _log.Tiles;

    /// <summary>How many tiles are in its store.</summary>
    public long Kept() => RunsApi.Tiles(_folder.FullName);

    public async ValueTask InitializeAsync()
    {
        _service = RunsApi.With(_folder.FullName, ("Runs:TileSeconds", "0.03"), ("Limits:RunSlots", "3"), ("Limits:RunOperations", Operations.ToString(CultureInfo.InvariantCulture)), ("Logging:LogLevel:CalcRuns.Grains.TileGrain", "Debug"))
            .WithWebHostBuilder(builder => builder.ConfigureLogging(logging => logging.ClearProviders().AddProvider(_log)));
        Client = _service.CreateClient();
        await RunsApi.Opened(_service);
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await _service.DisposeAsync();
        _log.Dispose();
        _folder.Delete(recursive: true);
    }

    /// <summary>The tiles that are said to be computed.</summary>
    private sealed class Book : ILoggerProvider, ILogger
    {
        public ConcurrentQueue<string> Tiles { get; } = new();

        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            var line = formatter(state, exception);
            if (line.StartsWith("The tile ", StringComparison.Ordinal) && line.EndsWith(" is computed here.", StringComparison.Ordinal)) Tiles.Enqueue(line.Split(' ')[2]);
        }

        public void Dispose()
        {
        }
    }
}
