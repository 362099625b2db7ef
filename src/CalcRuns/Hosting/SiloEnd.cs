using Microsoft.Extensions.Logging;

namespace CalcRuns.Hosting;

/// <summary>
/// What Orleans ends a process for, above all that the other machines take this one for dead. Only the runs are begun anew here: whoever asks quick questions
/// has nothing to do with it.
/// </summary>
/// <param name="log">The log.</param>
internal sealed partial class SiloEnd(ILogger log) : IFatalErrorHandler
{
    private readonly TaskCompletionSource _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Done once it cannot go on.</summary>
    public Task Ended => _ended.Task;

    /// <inheritdoc/>
    public bool IsUnexpected(Exception exception) => exception is not OperationCanceledException;

    /// <inheritdoc/>
    public void OnFatalException(object? sender = null, string? context = null, Exception? exception = null)
    {
        if (_ended.TrySetResult()) LogEnded(context, exception);
    }

    [LoggerMessage(LogLevel.Warning, "The runs of this machine begin anew: {Context}")]
    private partial void LogEnded(string? context, Exception? exception);
}
