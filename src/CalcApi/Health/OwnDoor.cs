using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;
using CalcApi.Http.OpenApi;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace CalcApi.Health;

/// <summary>
/// Asks the service over a connection, as a visitor does: the first question that comes through the server costs several milliseconds more than
/// those after it, until what reads it, admits it and sends its answer is compiled. A client of the framework would take memory for good; a few
/// lines on a socket do.
/// </summary>
/// <param name="server">Where the service listens.</param>
internal sealed class OwnDoor(IServer server)
{
    // What is compiled at the first request is run by the next.
    private const int Times = 3;

    private const int AnswerRoom = 4_096;

    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(5);

    /// <summary>Asks a question over HTTP; where the service listens on nothing that can be asked so, nothing is.</summary>
    /// <param name="path">The route's address.</param>
    /// <param name="example">The question.</param>
    /// <param name="stop">Ends it.</param>
    /// <exception cref="SocketException">Nobody answers there.</exception>
    /// <exception cref="IOException">The connection ends early.</exception>
    /// <exception cref="OperationCanceledException">It takes too long, or the service stops.</exception>
    public async Task Ask(string path, RequestExample example, CancellationToken stop)
    {
        if (server.Features.Get<IServerAddressesFeature>()?.Addresses.Select(EndPointOf).FirstOrDefault(static each => each is not null) is not { } door) return;
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(stop);
        patience.CancelAfter(s_patience);
        using var client = new TcpClient();
        await client.ConnectAsync(door, patience.Token);
        await using var stream = client.GetStream();
        var question = Encoding.UTF8.GetBytes(string.Create(
            CultureInfo.InvariantCulture,
            $"POST {path} HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: {Encoding.UTF8.GetByteCount(example.Json)}\r\n\r\n{example.Json}"));
        var answer = new byte[AnswerRoom];
        for (var time = 0; time < Times; time++)
        {
            await stream.WriteAsync(question, patience.Token);
            // The answer's first bytes come when all of it was computed.
            if (await stream.ReadAsync(answer, patience.Token) == 0) throw new IOException("The connection was closed.");
            while (stream.DataAvailable) await stream.ReadExactlyAsync(answer.AsMemory(0, Math.Min(answer.Length, client.Available)), patience.Token);
        }
    }

    // An address of plain HTTP on this machine: one that stands for all of its addresses is asked at the loopback.
    private static IPEndPoint? EndPointOf(string address)
    {
        var bound = BindingAddress.Parse(address);
        if (!string.Equals(bound.Scheme, Uri.UriSchemeHttp, StringComparison.OrdinalIgnoreCase) || bound.IsUnixPipe || bound.IsNamedPipe || bound.Port == 0) return null;
        if (!IPAddress.TryParse(bound.Host.Trim('[', ']'), out var host)) return new IPEndPoint(IPAddress.Loopback, bound.Port);
        if (host.Equals(IPAddress.Any)) host = IPAddress.Loopback;
        if (host.Equals(IPAddress.IPv6Any)) host = IPAddress.IPv6Loopback;
        return new IPEndPoint(host, bound.Port);
    }
}
