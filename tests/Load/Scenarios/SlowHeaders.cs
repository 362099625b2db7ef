using System.Net.Sockets;
using System.Text;

namespace Load.Scenarios;

/// <summary>A thousand connections that never finish their headers: light questions hardly notice, and the connections are cut.</summary>
internal static class SlowHeaders
{
    private const int Connections = 1_000;

    /// <summary>Runs it.</summary>
    public static async Task Run(Target service, Report report, bool isShort)
    {
        using var client = service.Client();
        var time = TimeSpan.FromSeconds(isShort ? 8 : 60);
        await Scenario.Closed(client, new(), 4, TimeSpan.FromSeconds(2), Questions.Light);
        var (idle, under) = (new Sample(), new Sample());
        await Scenario.Open(client, idle, 50, time, Questions.Light);

        var slow = new List<Socket>();
        for (var i = 0; i < Connections; i++)
        {
            var socket = await service.Connect();
            await socket.SendAsync(Encoding.ASCII.GetBytes("POST /api/v1/derivative HTTP/1.1\r\nHost: localhost\r\nX-Slow: "));
            slow.Add(socket);
        }

        await Scenario.Open(client, under, 50, time, Questions.Light);
        // The server gives headers ten seconds.
        await Task.Delay(TimeSpan.FromSeconds(Math.Max(0, 15 - time.TotalSeconds)));
        var open = slow.Count(static socket => !(socket.Poll(0, SelectMode.SelectRead) && socket.Available == 0) && socket.Connected && !Ended(socket));
        foreach (var socket in slow) socket.Dispose();
        report.Say("99th percentile without them", idle.Within(0.99), "ms");
        report.AtMost("99th percentile with them, in multiples", under.Within(0.99) / idle.Within(0.99), 2, "");
        report.AtMost("refused", under.Answered - under.Count(200) + under.Failed, 0, "");
        report.AtMost("slow connections still open after 15 s", open, 0, "");
    }

    // A refusal may have been written before the end.
    private static bool Ended(Socket socket)
    {
        var buffer = new byte[4_096];
        try
        {
            while (socket.Poll(0, SelectMode.SelectRead))
                if (socket.Receive(buffer) == 0)
                    return true;
            return false;
        }
        catch (SocketException)
        {
            return true;
        }
    }
}
