using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace CalcApi.Tests.Runs;

/// <summary>A Redis of its own on a free port of this machine, which synchronises at each write; Debian's package <c>redis-server</c>.</summary>
internal sealed class RedisServer : IAsyncDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("redis");
    private readonly int _port;
    private Process? _process;

    private RedisServer(int port) => _port = port;

    /// <summary>How it is reached.</summary>
    public string Address => string.Create(CultureInfo.InvariantCulture, $"127.0.0.1:{_port}");

    /// <summary>Starts one.</summary>
    public static async Task<RedisServer> Start()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var server = new RedisServer(((IPEndPoint)listener.LocalEndpoint).Port);
        listener.Stop();
        await server.Return();
        return server;
    }

    /// <summary>Starts it again, with what it has on its disk.</summary>
    public async Task Return()
    {
        string[] options = ["--port", _port.ToString(CultureInfo.InvariantCulture), "--bind", "127.0.0.1", "--dir", _folder.FullName, "--appendonly", "yes", "--appendfsync", "always", "--save", "", "--logfile", Path.Combine(_folder.FullName, "log")];
        _process = Process.Start(new ProcessStartInfo("redis-server", options) { UseShellExecute = false })!;
        while (!await Answers()) await Task.Delay(20);
    }

    /// <summary>Kills it.</summary>
    public async Task Kill()
    {
        if (_process is null) return;
        if (!_process.HasExited) _process.Kill();
        await _process.WaitForExitAsync();
        _process.Dispose();
        _process = null;
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await Kill();
        _folder.Delete(recursive: true);
    }

    private async Task<bool> Answers()
    {
        try
        {
            using var client = new TcpClient();
            await client.ConnectAsync(IPAddress.Loopback, _port);
            await client.GetStream().WriteAsync("PING\r\n"u8.ToArray());
            var answer = new byte[5];
            return await client.GetStream().ReadAtLeastAsync(answer, 5, throwOnEndOfStream: false) == 5 && answer[0] == '+';
        }
        catch (SocketException)
        {
            return false;
        }
    }
}
