using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace CalcApi.BrowserTests;

/// <summary>The service as it is published, as a process of its own; the build puts it beside the tests.</summary>
public sealed class PublishedProcess : IAsyncDisposable
{
    private static readonly string s_folder = Path.Combine(AppContext.BaseDirectory, "published");

    private readonly Process _process;

    private PublishedProcess(Process process, Uri address) => (_process, Address) = (process, address);

    /// <summary>Where the page is.</summary>
    public Uri Address { get; }

    /// <summary>Starts it and waits until it is ready.</summary>
    /// <param name="port">Where it listens.</param>
    /// <param name="settings">Settings that are not the usual ones.</param>
    public static async Task<PublishedProcess> StartAsync(int port, params (string Name, string Value)[] settings)
    {
        var address = new Uri($"http://127.0.0.1:{port}/");
        var start = new ProcessStartInfo("dotnet", [Path.Combine(s_folder, "CalcApi.dll"), "--urls", address.AbsoluteUri])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            WorkingDirectory = s_folder,
            Environment = { ["ASPNETCORE_ENVIRONMENT"] = "Production", ["Logging__LogLevel__Default"] = "Warning" },
        };
        // Two services do not keep their runs in one folder.
        start.Environment["Runs__Folder"] = Path.Combine(s_folder, ".runs", address.Port.ToString(CultureInfo.InvariantCulture));
        foreach (var (name, value) in settings) start.Environment[name.Replace(":", "__", StringComparison.Ordinal)] = value;
        var process = Process.Start(start) ?? throw new InvalidOperationException("The service could not be started.");
        process.OutputDataReceived += static (_, line) => Console.WriteLine(line.Data);
        process.BeginOutputReadLine();
        using var client = new HttpClient { BaseAddress = address };
        for (var look = 0; look < 900 && !process.HasExited; look++)
        {
            try
            {
                using var answer = await client.GetAsync(new Uri("health/ready", UriKind.Relative), CancellationToken.None);
                if (answer.StatusCode == HttpStatusCode.OK) return new PublishedProcess(process, address);
            }
            catch (HttpRequestException)
            {
                // It does not listen yet.
            }

            await Task.Delay(100, CancellationToken.None);
        }

        process.Kill();
        throw new InvalidOperationException("The published service was not ready within a minute and a half.");
    }

    /// <summary>A port that nobody listens at.</summary>
    public static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited) _process.Kill();
        await _process.WaitForExitAsync(CancellationToken.None);
        _process.Dispose();
    }
}
