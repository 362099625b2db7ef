using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Xunit;

namespace CalcApi.Tests.Http.Hosting;

/// <summary>Clients that leave: in the middle of what they send, while it is computed, while it is told. None of that is a fault of the service.</summary>
public sealed class LeavingTests
{
    private const string Long = """{"function":"(1 - x)^2 + 100*(y - x^2)^2","start":{"x":-1,"y":2},"steps":1000000}""";

    [Fact]
    public async Task A_client_that_leaves_is_no_fault()
    {
        using var lines = new Lines();
        using var host = new WebApplicationFactory<Program>().WithWebHostBuilder(host => host.WithoutWarmUp().UseSetting("Logging:LogLevel:Default", "Warning")
            .ConfigureServices(services => services.AddSingleton<ILoggerProvider>(lines)));
        host.UseKestrel(static options => options.Listen(IPAddress.Loopback, 0));
        host.StartServer();
        using var client = host.CreateClient();
        var port = client.BaseAddress!.Port;
        foreach (var reset in new[] { false, true })
            foreach (var (route, headers, body, wait) in ((string, string, string, int)[])
            [
                ("derivative", "Content-Length: 400", "", 20),
                ("derivative", "Content-Length: 400", """{"function": "x^""", 20),
                ("derivative", "Content-Length: 400", """{"function": "x^""", 0),
                ("derivative", "Content-Length: 90000", """{"function": "x^""", 20),
                ("derivative", "Transfer-Encoding: chunked", "", 20),
                ("derivative", "Transfer-Encoding: chunked", "5\r\n{\"fun", 20),
                ("descent", $"Content-Length: {Long.Length}", Long, 0),
                ("descent", $"Content-Length: {Long.Length}", Long, 100),
                ("descent/stream", $"Content-Length: {Long.Length}", Long, 100),
            ])
                await LeaveAsync(port, $"POST /api/v1/{route} HTTP/1.1\r\nHost: h\r\nContent-Type: application/json\r\n{headers}\r\n\r\n{body}", wait, reset);

        // Once it is answered that it lives, what has been left has been noticed.
        for (var look = 0; look < 5; look++)
        {
            using var answer = await client.GetAsync(new Uri("health/live", UriKind.Relative), TestContext.Current.CancellationToken);
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
            await Task.Delay(60, TestContext.Current.CancellationToken);
        }

        Assert.Empty(lines.Said);
    }

    private static async Task LeaveAsync(int port, string request, int wait, bool reset)
    {
        using var socket = new TcpClient();
        await socket.ConnectAsync(IPAddress.Loopback, port, TestContext.Current.CancellationToken);
        await socket.GetStream().WriteAsync(Encoding.Latin1.GetBytes(request), TestContext.Current.CancellationToken);
        await Task.Delay(wait, TestContext.Current.CancellationToken);
        if (reset) socket.Client.LingerState = new(enable: true, seconds: 0);
    }

    /// <summary>What the log says, warnings and worse.</summary>
    private sealed class Lines : ILoggerProvider, ILogger
    {
        private readonly ConcurrentQueue<string> _said = new();

        public IReadOnlyCollection<string> Said => _said;

        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Warning;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            if (IsEnabled(logLevel)) _said.Enqueue($"{logLevel} {eventId}: {formatter(state, exception)} {exception}");
        }

        public void Dispose()
        {
            // Nothing is held.
        }
    }
}
