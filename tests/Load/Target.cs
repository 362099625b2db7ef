using System.Net.Sockets;
using CalcApi.Tests;

namespace Load;

/// <summary>The published service under load.</summary>
/// <param name="process">Its process.</param>
internal sealed class Target(OwnProcess process) : IAsyncDisposable
{
    /// <summary>Its memory, in mebibytes.</summary>
    public double ResidentMebibytes => process.Resident / 1048576.0;

    /// <summary>The processor time that it has taken.</summary>
    public TimeSpan ProcessorTime => process.ProcessorTime;

    /// <summary>Starts it and waits until it is ready.</summary>
    /// <param name="folder">Where it was published to.</param>
    /// <param name="isApart">Whether it has the first core to itself, and this program the others.</param>
    public static async Task<Target> Start(string folder, bool isApart) => new(await OwnProcess.Start(folder, isApart ? ["taskset", "-c", "0"] : []));

    /// <summary>A client of it, with as many connections as there are questions at the same time.</summary>
    public HttpClient Client() => new(new SocketsHttpHandler { UseProxy = false, MaxConnectionsPerServer = 4_096 }) { BaseAddress = process.Address, Timeout = process.Client.Timeout };

    /// <summary>A connection to it.</summary>
    public async Task<Socket> Connect()
    {
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        await socket.ConnectAsync(process.Address.Host, process.Address.Port);
        return socket;
    }

    /// <summary>Asks it to end, as an operator's tools do.</summary>
    /// <returns>Its exit code, once it has ended.</returns>
    public Task<int> Terminate() => process.Terminate();

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => process.DisposeAsync();
}
