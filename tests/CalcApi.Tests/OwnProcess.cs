using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;

namespace CalcApi.Tests;

/// <summary>The service as it ships: a process of its own with the settings that it has by default, on a free port of this machine.</summary>
internal sealed partial class OwnProcess : IAsyncDisposable
{
    private static readonly TimeSpan s_patience = TimeSpan.FromMinutes(2);

    private readonly Process _process;

    private OwnProcess(Process process, Uri address) => (_process, Client) = (process, new HttpClient { BaseAddress = address, Timeout = s_patience });

    /// <summary>Asks it.</summary>
    public HttpClient Client { get; }

    /// <summary>The memory that it occupies now, in bytes.</summary>
    public long Resident
    {
        get
        {
            _process.Refresh();
            return _process.WorkingSet64;
        }
    }

    /// <summary>The most memory that it ever occupied, in bytes.</summary>
    public long Peak
    {
        get
        {
            _process.Refresh();
            return _process.PeakWorkingSet64;
        }
    }

    /// <summary>The processor time that it has taken so far.</summary>
    public TimeSpan ProcessorTime
    {
        get
        {
            _process.Refresh();
            return _process.TotalProcessorTime;
        }
    }

    /// <summary>Starts it and waits until it is ready.</summary>
    public static async Task<OwnProcess> Start()
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "CalcApi.dll"), "--urls", "http://127.0.0.1:0"])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            WorkingDirectory = AppContext.BaseDirectory,
        };
        var process = Process.Start(start)!;
        var address = new TaskCompletionSource<Uri>(TaskCreationOptions.RunContinuationsAsynchronously);
        process.OutputDataReceived += (_, line) =>
        {
            if (line.Data is null) address.TrySetException(new InvalidOperationException("the service ended before it listened"));
            else if (Listening().Match(line.Data) is { Success: true } match) address.TrySetResult(new(match.Groups["address"].Value));
        };
        process.BeginOutputReadLine();
        var service = new OwnProcess(process, await address.Task.WaitAsync(s_patience));
        try
        {
            using var late = new CancellationTokenSource(s_patience);
            while (!(await service.Client.GetAsync(new Uri("/health/ready", UriKind.Relative), late.Token)).IsSuccessStatusCode) await Task.Delay(100, late.Token);
            return service;
        }
        catch
        {
            await service.DisposeAsync();
            throw;
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync();
        _process.Dispose();
    }

    /// <summary>In mebibytes, for messages.</summary>
    public static string Mebibytes(long bytes) => string.Create(CultureInfo.InvariantCulture, $"{bytes / 1048576.0:F0} MiB");

    [GeneratedRegex(@"Now listening on: (?<address>http://\S+)", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Listening();
}
