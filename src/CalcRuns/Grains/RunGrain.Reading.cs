using Microsoft.Extensions.Logging;

namespace CalcRuns.Grains;

/// <summary>
/// What becomes of it where what was kept of it cannot be read: it has failed, and says so. It does not begin anew, since nobody knows any more whether it
/// was over, or cancelled.
/// </summary>
internal sealed partial class RunGrain
{
    // Of a run that goes on the order is needed, and of one that is over what came of it.
    private Exception? WhyUnreadable() => run.State.Fault ?? run.State.Latest switch
    {
        { IsLast: false } => Missing(order.State.Fault, order.State.Value),
        { Status: RunStatus.Done or RunStatus.Failed } => Missing(result.State.Fault, result.State.Value),
        _ => null,
    };

    private static Exception? Missing(Exception? fault, object? value) => value is null ? fault ?? new FormatException("A part of the run is missing.") : null;

    // Before anybody is told of the run: where this cannot be written, whoever asks next tries again.
    private async Task EndIfUnreadable()
    {
        if (!run.RecordExists || WhyUnreadable() is null) return;
        // While this was read the run may have gone on elsewhere. What it needs is written before it, so that it is there for whoever reads it after it.
        await order.ReadStateAsync();
        await result.ReadStateAsync();
        if (WhyUnreadable() is not { } cause) return;
        var fault = new UnreadableRunException(cause);
        LogUnreadable(Id, fault);
        var answer = workshop.ResultOf(fault);
        // The numbers of its events are lost, perhaps: this one is beyond them all.
        var next = run.State.Fault is null ? run.State.Latest with { Id = run.State.Latest.Id + 1 } : new RunEvent { Id = time.GetUtcNow().ToUnixTimeMilliseconds(), Status = RunStatus.Failed };
        var told = run.State.Fault is null && !run.State.Latest.IsLast ? run.State.Events : [];
        run.State = new() { Ended = time.GetUtcNow(), Seconds = next.Seconds, Events = [.. told, next with { Status = RunStatus.Failed, Reason = answer.Reason }] };
        await run.WriteStateAsync();
        result.State = new() { Value = answer };
        await result.WriteStateAsync();
        await store.Leave(Id, run.State.Ended);
    }

    [LoggerMessage(LogLevel.Error, "The run {Id} has failed.")]
    private partial void LogUnreadable(string id, Exception exception);
}
