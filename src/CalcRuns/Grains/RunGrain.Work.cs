using CalcRuns.Stores;
using Microsoft.Extensions.Logging;
using Orleans.Storage;

namespace CalcRuns.Grains;

/// <summary>How it goes on, from its state to its end.</summary>
internal sealed partial class RunGrain
{
    private static readonly TimeSpan s_awake = TimeSpan.FromMinutes(10), s_pause = TimeSpan.FromSeconds(1);

    private async Task Work()
    {
        local.Add(Id, this);
        try
        {
            await WorkOn();
        }
        finally
        {
            local.Remove(Id, this);
        }
    }

    private async Task WorkOn()
    {
        var isAway = false;
        Exception? fault = null;
        while (!_leaves)
        {
            try
            {
                if (isAway) await Reread();
                isAway = false;
                if (fault is null ? await GoOn() : await End(RunStatus.Failed, workshop.ResultOf(fault), null)) return;
            }
            catch (InconsistentStateException superseded)
            {
                // The run goes on elsewhere, and this is not it any more.
                LogSuperseded(Id, superseded);
                Abandon();
                DeactivateOnIdle();
            }
            catch (StoreAwayException away)
            {
                // The run pauses, and goes on from what the store has.
                LogAway(Id, away);
                isAway = true;
            }
            catch (Exception ours) when (fault is null)
            {
                // Another try would come to the same.
                LogFault(Id, ours);
                fault = ours;
            }
            catch (Exception ours)
            {
                // Not even that can be written: whoever wakes it next tries anew.
                LogFault(Id, ours);
                Abandon();
                DeactivateOnIdle();
            }
        }
    }

    // True once the run is over.
    private async Task<bool> GoOn()
    {
        if (run.State.Latest.IsLast) return await Leave();
        if (run.State.IsCancelled) return await End(RunStatus.Cancelled, null, null);
        FollowBegun();
        var attempt = _attempt = workshop.Begin(order.State.Value!, run.State.State, tiles: _tiles);
        var before = run.State.Seconds;
        AttemptEnd end;
        try
        {
            var (coming, news) = (attempt.Waymarks.WaitToReadAsync().AsTask(), _tiles.News);
            while (true)
            {
                await Task.WhenAny(coming, news);
                news = _tiles.News;
                if (!coming.IsCompleted)
                {
                    await Spread();
                    continue;
                }

                if (!await coming) break;
                if (attempt.Waymarks.TryRead(out var mark)) await Keep(mark, before);
                attempt.Kept();
                coming = attempt.Waymarks.WaitToReadAsync().AsTask();
            }
        }
        finally
        {
            // Never two attempts at once.
            attempt.PutDown();
            end = await attempt.End;
            (_attempt, _isComputed) = (null, false);
        }

        if (run.State.IsCancelled) return await End(RunStatus.Cancelled, null, null);
        if (end.Result is { } answer)
        {
            // The end counts the whole attempt, of which the last of its marks has counted a part.
            run.State.Seconds = before;
            return await End(end.IsFailure ? RunStatus.Failed : RunStatus.Done, answer, end.Left);
        }

        if (end.Left is not { } left) return false;
        Tell(left, before, run.State.Latest.Status);
        await run.WriteStateAsync();
        Publish();
        if (end.IsWaiting) await Gather(left);
        return false;
    }

    private async Task Keep(Waymark mark, double before)
    {
        _isComputed = true;
        Tell(mark, before, RunStatus.Running);
        _front = mark.Items ?? _front;
        Divide();
        await run.WriteStateAsync();
        FollowBegun();
        Publish();
        DelayDeactivation(s_awake);
    }

    private void Tell(Waymark mark, double before, RunStatus status)
    {
        if (!mark.State.IsEmpty) (run.State.State, run.State.Seconds) = (mark.State.ToArray(), before + mark.Seconds);
        var isTold = mark.Reached.Count > 0 || mark.Share is not null;
        var (share, reached) = WithTiles(mark);
        run.State.Tell(run.State.Latest with
        {
            Status = status,
            Share = isTold ? share : run.State.Latest.Share,
            Seconds = before + mark.Seconds,
            Reached = isTold ? reached : run.State.Latest.Reached,
        });
    }

    private async Task<bool> End(RunStatus status, RunResult? answer, Waymark? end)
    {
        if (answer is not null)
        {
            result.State.Value = answer;
            await result.WriteStateAsync();
        }

        var (latest, needless) = (run.State.Latest, TilesUnderWay());
        (run.State.State, run.State.Bounds, run.State.FirstBegun) = ([], [], 0);
        run.State.Ended = time.GetUtcNow();
        run.State.Seconds += end?.Seconds ?? 0;
        run.State.Tell(latest with
        {
            Status = status,
            Share = status == RunStatus.Done ? 1 : latest.Share,
            Seconds = end is null ? latest.Seconds : run.State.Seconds,
            Reached = end is { Reached.Count: > 0 } ? end.Reached : latest.Reached,
            Reason = status == RunStatus.Failed ? answer?.Reason : null,
        });
        await run.WriteStateAsync();
        Publish();
        // One that does not hear of it cannot go on: with the run its state is deleted.
        if (needless.Count > 0) await Task.WhenAny(Task.WhenAll(needless.Select(EndOf)), Task.Delay(s_pause, time));
        return await Leave();
    }

    private async Task<bool> Leave()
    {
        await store.Leave(Id, run.State.Ended);
        return true;
    }

    // What was being written when the store went may be there or not.
    private async Task Reread()
    {
        await Task.Delay(s_pause, time);
        var isCancelled = run.State.IsCancelled;
        await run.ReadStateAsync();
        await result.ReadStateAsync();
        run.State.IsCancelled |= isCancelled;
        await EndIfUnreadable();
        Publish();
    }

    [LoggerMessage(LogLevel.Information, "The run {Id} goes on elsewhere.")]
    private partial void LogSuperseded(string id, Exception exception);

    [LoggerMessage(LogLevel.Warning, "The store of runs cannot be used; the run {Id} pauses.")]
    private partial void LogAway(string id, Exception exception);

    [LoggerMessage(LogLevel.Error, "The run {Id} failed by a mistake of the service.")]
    private partial void LogFault(string id, Exception exception);
}
