using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;

namespace CalcApi.Tests;

/// <summary>
/// The service as it ships: a process of its own with the settings that it has by default, on a free port of this machine. The programs of
/// <c>tests/Load</c> start it in the same way.
/// </summary>
internal sealed partial class OwnProcess : IAsyncDisposable
{
    private static readonly TimeSpan s_patience = TimeSpan.FromMinutes(2);

    private readonly Process _process;
    private readonly ConcurrentQueue<string> _lines;

    private OwnProcess(Process process, ConcurrentQueue<string> lines, Uri address)
    {
        (_process, _lines, Address) = (process, lines, address);
        Client = new(new SocketsHttpHandler { UseProxy = false }) { BaseAddress = address, Timeout = s_patience };
    }

    /// <summary>Where it listens.</summary>
    public Uri Address { get; }

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
    /// <param name="folder">Where it was published to; the folder of this program where nothing is said.</param>
    /// <param name="before">A command that starts another, such as <c>taskset -c 0</c>.</param>
    public static async Task<OwnProcess> Start(string? folder = null, params string[] before)
    {
        var service = await Listens(folder, before);
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

    /// <summary>Starts it and waits until it listens: it answers, but has not run all its code yet.</summary>
    /// <param name="folder">Where it was published to; the folder of this program where nothing is said.</param>
    /// <param name="before">A command that starts another, such as <c>taskset -c 0</c>.</param>
    public static async Task<OwnProcess> Listens(string? folder = null, params string[] before)
    {
        var path = Path.GetFullPath(folder ?? AppContext.BaseDirectory);
        string[] command = [.. before, "dotnet", Path.Combine(path, "CalcApi.dll"), "--urls", "http://127.0.0.1:0"];
        var start = new ProcessStartInfo(command[0], command[1..]) { UseShellExecute = false, RedirectStandardOutput = true, WorkingDirectory = path };
        var process = Process.Start(start)!;
        var address = new TaskCompletionSource<Uri>(TaskCreationOptions.RunContinuationsAsynchronously);
        var lines = new ConcurrentQueue<string>();
        process.OutputDataReceived += (_, line) =>
        {
            if (line.Data is { } said) lines.Enqueue(said);
            if (line.Data is null) address.TrySetException(new InvalidOperationException("the service ended before it listened"));
            else if (Listening().Match(line.Data) is { Success: true } match) address.TrySetResult(new(match.Groups["address"].Value));
        };
        process.BeginOutputReadLine();
        try
        {
            return new OwnProcess(process, lines, await address.Task.WaitAsync(s_patience));
        }
        catch
        {
            process.Kill(entireProcessTree: true);
            throw;
        }
    }

    /// <summary>Asks it to end, as an operator's tools do.</summary>
    /// <returns>Its exit code, once it has ended.</returns>
    public async Task<int> Terminate()
    {
        await Signal("TERM");
        await _process.WaitForExitAsync();
        return _process.ExitCode;
    }

    /// <summary>Sends it a signal, such as STOP or CONT.</summary>
    public async Task Signal(string name)
    {
        using var kill = Process.Start("kill", ["-" + name, _process.Id.ToString(CultureInfo.InvariantCulture)]);
        await kill.WaitForExitAsync();
    }

    /// <summary>What it has said.</summary>
    public IReadOnlyCollection<string> Lines => _lines;

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        if (!_process.HasExited) _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync();
        _process.Dispose();
    }

    /// <summary>In mebibytes, for messages.</summary>
    public static string Mebibytes(long bytes) => string.Create(CultureInfo.InvariantCulture, $"{bytes / 1048576.0:F0} MiB");

    [GeneratedRegex(@"Now listening on: (?<address>http://\S+)", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Listening();
}
