using System.Net;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Console;
using Microsoft.Extensions.Options;
using Xunit;

namespace CalcApi.Tests.Http.Observability;

/// <summary>An operator sees how the service does, and nothing that its users wrote.</summary>
public sealed class TelemetryTests
{
    private const string Secret = "hunter";

    [Fact]
    public async Task Metrics_name_routes_and_never_what_was_asked()
    {
        using var service = Service();
        using var client = service.CreateClient();
        await client.Ask("derivative", $$"""{ "function": "{{Secret}}^2", "point": 3 }""");
        await client.Ask("derivative", $$"""{ "function": "{{Secret}}^" }""");
        await client.Send(HttpMethod.Get, $"/api/v1/derivative?function={Secret}");

        var metrics = await client.Send(HttpMethod.Get, "/metrics");
        Assert.Equal(HttpStatusCode.OK, metrics.Status);
        foreach (var name in (string[])["calcapi_compute_duration_seconds_bucket", "calcapi_wait_duration_seconds_sum", "calcapi_waiting", "calcapi_operations", "calcapi_budget_share_bucket", "http_server_request_duration_seconds", "dotnet_"])
            Assert.Contains(name, metrics.Text, StringComparison.Ordinal);
        Assert.Contains("route=\"/derivative\"", metrics.Text, StringComparison.Ordinal);
        foreach (var stage in (string[])["parse", "bind", "derive", "simplify", "print", "evaluate", "certify", "verify"])
            Assert.Matches($"calcapi_stage_duration_seconds_total\\{{[^}}]*stage=\"{stage}\"", metrics.Text);
        Assert.DoesNotContain(Secret, metrics.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Metrics_can_have_a_port_of_their_own()
    {
        using var service = Service(("Metrics:Port", "9"));
        using var client = service.CreateClient();
        Assert.Equal(HttpStatusCode.NotFound, (await client.Send(HttpMethod.Get, "/metrics")).Status);
    }

    [Fact]
    public async Task A_line_for_a_request_is_written_where_it_is_asked_for_and_names_the_route()
    {
        using var lines = new Lines();
        using var service = Service(lines, ("Logging:Requests", "true"), ("Logging:LogLevel:Default", "Information"));
        using var client = service.CreateClient();
        await client.Ask("derivative", $$"""{ "function": "{{Secret}}^2" }""");
        await client.Ask("derivative", $$"""{ "function": "{{Secret}}^" }""");
        await client.Send(new HttpMethod(Secret), $"/{Secret}?{Secret}");
        var written = lines.Of("CalcApi.Requests");
        Assert.Collection(
            written,
            static line => Assert.StartsWith("POST /api/v1/derivative 200 ", line, StringComparison.Ordinal),
            static line => Assert.StartsWith("POST /api/v1/derivative 422 ", line, StringComparison.Ordinal),
            static line => Assert.StartsWith("other none 404 ", line, StringComparison.Ordinal));
        Assert.DoesNotContain(lines.All, static line => line.Contains(Secret, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("json")]
    [InlineData("systemd")]
    public void The_log_has_the_form_that_is_set(string form)
    {
        using var service = Service(("Logging:Console:FormatterName", form));
        Assert.Equal(form, service.Services.GetRequiredService<IOptions<ConsoleLoggerOptions>>().Value.FormatterName);
    }

    [Theory]
    [InlineData("Warning")]
    [InlineData("Information")]
    public async Task Without_the_setting_a_request_writes_no_line(string level)
    {
        using var lines = new Lines();
        using var service = Service(lines, ("Logging:LogLevel:Default", level));
        using var client = service.CreateClient();
        await client.Ask("derivative", """{ "function": "x^2" }""");
        // Nor does what a client does wrong.
        await client.Ask("derivative", """{ "function": "x^" }""");
        await client.Ask("derivative", "{");
        await client.Ask("nothing", "{}");
        using var beyond = new HttpRequestMessage(HttpMethod.Get, "/index.html");
        beyond.Headers.TryAddWithoutValidation("Range", "bytes=99999999-");
        using var refused = await client.SendAsync(beyond, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.RequestedRangeNotSatisfiable, refused.StatusCode);
        Assert.Empty(lines.Of("CalcApi.Requests"));
        Assert.Empty(lines.OfRequests);
    }

    [Fact]
    public async Task Nor_does_it_where_the_settings_are_a_file_of_the_operators_own()
    {
        var folder = Directory.CreateTempSubdirectory();
        await File.WriteAllTextAsync(Path.Combine(folder.FullName, "appsettings.json"), """{ "Logging": { "LogLevel": { "Default": "Information" } } }""", TestContext.Current.CancellationToken);
        using var lines = new Lines();
        using var service = Service(lines, ("Logging:LogLevel:Default", "Information"), ("contentRoot", folder.FullName));
        using var client = service.CreateClient();
        await client.Ask("derivative", """{ "function": "x^2" }""");
        await client.Ask("derivative", """{ "function": "x^" }""");
        await client.Ask("nothing", "{}");
        Assert.Empty(lines.OfRequests);
        folder.Delete(recursive: true);
    }

    private static WebApplicationFactory<Program> Service(params (string Name, string Value)[] settings) => Service(null, settings);

    private static WebApplicationFactory<Program> Service(Lines? lines, params (string Name, string Value)[] settings) =>
        new WebApplicationFactory<Program>().WithWebHostBuilder(host =>
        {
            host.WithoutWarmUp().UseSetting("Logging:LogLevel:Default", "Warning");
            foreach (var (name, value) in settings) host.UseSetting(name, value);
            if (lines is not null) host.ConfigureServices(services => services.AddSingleton<ILoggerProvider>(lines));
        });

    private sealed class Lines : ILoggerProvider
    {
        private readonly List<(string Category, string Line)> _lines = [];

        public IReadOnlyList<string> All
        {
            get
            {
                lock (_lines) return [.. _lines.Where(static line => !line.Category.StartsWith("Microsoft.Hosting", StringComparison.Ordinal)).Select(static line => line.Line)];
            }
        }

        /// <summary>Without what the runs tell while they are opened.</summary>
        public IReadOnlyList<string> OfRequests
        {
            get
            {
                lock (_lines) return [.. _lines.Where(static line => line.Category.StartsWith("Microsoft.AspNetCore", StringComparison.Ordinal) || line.Category.StartsWith("CalcApi", StringComparison.Ordinal)).Select(static line => line.Line)];
            }
        }

        public IReadOnlyList<string> Of(string category)
        {
            lock (_lines) return [.. _lines.Where(line => string.Equals(line.Category, category, StringComparison.Ordinal)).Select(static line => line.Line)];
        }

        public ILogger CreateLogger(string categoryName) => new Written(this, categoryName);

        public void Dispose()
        {
            // Nothing is held.
        }

        private sealed class Written(Lines lines, string category) : ILogger
        {
            public IDisposable? BeginScope<TState>(TState state)
                where TState : notnull => null;

            public bool IsEnabled(LogLevel logLevel) => true;

            public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
            {
                lock (lines._lines) lines._lines.Add((category, formatter(state, exception)));
            }
        }
    }
}
