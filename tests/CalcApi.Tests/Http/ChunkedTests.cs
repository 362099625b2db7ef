using System.Net;
using System.Net.Sockets;
using System.Text;
using Microsoft.AspNetCore.Mvc.Testing;
using Xunit;

namespace CalcApi.Tests.Http;

/// <summary>Bodies in chunks whose sizes cannot be read.</summary>
public sealed class ChunkedTests
{
    [Fact]
    public async Task A_chunk_size_that_cannot_be_read_is_the_clients_mistake()
    {
        using var host = new WebApplicationFactory<Program>().WithWebHostBuilder(static host => host.WithoutWarmUp().UseSetting("Logging:LogLevel:Default", "Warning"));
        host.UseKestrel(static options => options.Listen(IPAddress.Loopback, 0));
        host.StartServer();
        using var client = host.CreateClient();
        const string body = """{"function":"x"}""";
        Assert.StartsWith("HTTP/1.1 200", await Send(client, $"{body.Length:x}\r\n{body}\r\n0\r\n\r\n"), StringComparison.Ordinal);
        foreach (var size in (string[])["ZZ", "-1", "FFFFFFFFFFFFFFFF", "7FFFFFFF0", "80000000", "fffffffff", "1;", "", "0x10", "10 10"])
        {
            var reply = await Send(client, $"{size}\r\n{body}\r\n0\r\n\r\n");
            Assert.StartsWith("HTTP/1.1 4", reply, StringComparison.Ordinal);
        }
    }

    private static async Task<string> Send(HttpClient client, string chunks)
    {
        using var socket = new TcpClient();
        await socket.ConnectAsync(IPAddress.Loopback, client.BaseAddress!.Port);
        var stream = socket.GetStream();
        await stream.WriteAsync(Encoding.ASCII.GetBytes($"POST /api/v1/parse HTTP/1.1\r\nHost: here\r\nContent-Type: application/json\r\nConnection: close\r\nTransfer-Encoding: chunked\r\n\r\n{chunks}"));
        using var reader = new StreamReader(stream);
        return await reader.ReadToEndAsync();
    }
}
