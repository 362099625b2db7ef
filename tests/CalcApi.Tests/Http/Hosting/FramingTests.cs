using System.Net;
using System.Net.Sockets;
using System.Text;
using Microsoft.AspNetCore.Mvc.Testing;
using Xunit;

namespace CalcApi.Tests.Http.Hosting;

/// <summary>Requests as bytes: what two readers could read in two ways is refused, and nothing after it is read.</summary>
public sealed class FramingTests
{
    private const string Body = """{"function":"x"}""";
    private const string Chunks = $"10\r\n{Body}\r\n0\r\n\r\n";
    private const string Next = "GET /health/live HTTP/1.1\r\nHost: h\r\nConnection: close\r\n\r\n";

    [Fact]
    public async Task Nothing_is_hidden_in_a_body()
    {
        using var host = new WebApplicationFactory<Program>().WithWebHostBuilder(static host => host.WithoutWarmUp().UseSetting("Logging:LogLevel:Default", "Warning"));
        host.UseKestrel(static options => options.Listen(IPAddress.Loopback, 0));
        host.StartServer();
        using var client = host.CreateClient();
        var port = client.BaseAddress!.Port;
        Assert.Equal(["200", "200"], Statuses(await Send(port, Post("Content-Length: 16\r\n", Body))));
        Assert.Equal(["200", "200"], Statuses(await Send(port, Post("Transfer-Encoding: chunked\r\n", Chunks))));

        foreach (var (headers, body) in ((string, string)[])
        [
            ("Content-Length: 16\r\nTransfer-Encoding: chunked\r\n", Chunks),
            ("Transfer-Encoding: chunked\r\nContent-Length: 5\r\n", Chunks),
            ("Transfer-Encoding: gzip, chunked\r\n", Chunks),
            ("Transfer-Encoding: chunked, identity\r\n", Chunks),
            ("Transfer-Encoding: chunked\r\nTransfer-Encoding: identity\r\n", Chunks),
            ("Transfer-Encoding: xchunked\r\n", Chunks),
            ("Transfer-Encoding : chunked\r\n", Chunks),
            ("Transfer-Encoding: chunked\r\nX-Content-Length: 16\r\n", Chunks),
            ("Content-Length: 16\r\nContent-Length: 16\r\n", Body),
            ("Content-Length: 16\r\nContent-Length: 3\r\n", Body),
            ("Content-Length: 16, 16\r\n", Body),
            ("Content-Length: -1\r\n", Body),
            ("Content-Length: 0x10\r\n", Body),
            ("Content-Length: 16\r\nX-Folded: a\r\n b\r\n", Body),
            ("Content-Length: 16\r\nX-Return: a\rb\r\n", Body),
            ("Content-Length: 16\r\nX-Zero: a\0b\r\n", Body),
            ("Content-Length: 16\r\nHost: elsewhere\r\n", Body),
            ("Content-Length: 16\r\nX-Long: " + new string('a', 20_000) + "\r\n", Body),
        ])
        {
            var statuses = Statuses(await Send(port, Post(headers, body)));
            Assert.True(statuses is ["400" or "431"], $"{headers[..Math.Min(80, headers.Length)]} was answered {string.Join(", ", statuses)}");
        }

        Assert.Equal(["400"], Statuses(await Send(port, Post("Transfer-Encoding: chunked\r\n", Chunks).Replace("HTTP/1.1\r\nHost", "HTTP/1.0\r\nHost", StringComparison.Ordinal))));
        Assert.Equal(["400"], Statuses(await Send(port, "POST http://elsewhere/api/v1/parse HTTP/1.1\r\nHost: h\r\n\r\n")));
        Assert.Equal(["404", "200"], Statuses(await Send(port, "TRACE / HTTP/1.1\r\nHost: h\r\nX-Secret: 1\r\n\r\n")));
        Assert.Equal(["404", "200"], Statuses(await Send(port, "GET /..%2fappsettings.json HTTP/1.1\r\nHost: h\r\n\r\n")));
    }

    private static string Post(string headers, string body) => $"POST /api/v1/parse HTTP/1.1\r\nHost: h\r\nContent-Type: application/json\r\n{headers}\r\n{body}";

    private static string[] Statuses(string answers) => [.. answers.Split("HTTP/1.1 ", StringSplitOptions.None).Skip(1).Select(static answer => answer[..3])];

    // The request, and another one after it on the same connection.
    private static async Task<string> Send(int port, string request)
    {
        using var socket = new TcpClient();
        await socket.ConnectAsync(IPAddress.Loopback, port);
        var stream = socket.GetStream();
        var answer = new MemoryStream();
        try
        {
            await stream.WriteAsync(Encoding.Latin1.GetBytes(request + Next));
            await stream.CopyToAsync(answer);
        }
        catch (IOException)
        {
            // A connection that is cut while more is sent is reset; what was answered has come.
        }

        return Encoding.UTF8.GetString(answer.ToArray());
    }
}
