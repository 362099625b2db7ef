using System.Net;
using System.Net.Sockets;

namespace CalcRuns.Hosting;

/// <summary>A port of this machine that nobody uses.</summary>
internal static class FreePort
{
    /// <summary>Finds one.</summary>
    public static int Find()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
