using CalcRuns.Cluster;
using CalcRuns.Stores;
using Microsoft.Extensions.Logging;
using Orleans.Storage;

namespace CalcRuns.Grains;

/// <summary>
/// A tile of a run. It goes on by itself once it was begun, and is saved as a run is; its run asks after it, wherever it is, until it has come to its end. When
/// the run is over its state is deleted, and whoever still computes it cannot write any more.
/// </summary>
[RunPlacement]
internal sealed partial class TileGrain(
    [PersistentState("tile", RunGrain.Store)] IPersistentState<TileState> tile,
    IWorkshop workshop,
    LocalRuns local,
    TimeProvider time,
    ILogger<TileGrain> log) : Grain, ITileGrain, ILocalWork
{
    private static readonly TimeSpan s_awake = TimeSpan.FromMinutes(10), s_pause = TimeSpan.FromSeconds(1), s_patience = TimeSpan.FromSeconds(5), s_moment = TimeSpan.FromMilliseconds(50);

    private TaskCompletionSource _news = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private Task _work = Task.CompletedTask;
    private IAttempt? _attempt;
    private TileView? _told;
    private bool _isComputed;
    private bool _isNeedless;
    private volatile bool _leaves;

    private string Id => this.GetPrimaryKeyString();

    private bool IsOpen => _told is { IsOver: false };

    /// <inheritdoc/>
    public override Task OnActivateAsync(CancellationToken cancellationToken)
    {
        // One that cannot be read counts as one that was not begun: its run begins it, in its place.
        if (tile.State.Fault is { } fault) LogUnreadable(Id, fault);
        else if (tile.RecordExists) Publish();
        if (IsOpen) _work = Work();
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public override async Task OnDeactivateAsync(DeactivationReason reason, CancellationToken cancellationToken)
    {
        Abandon();
        await Task.WhenAny(_work, Task.Delay(Timeout.Infinite, cancellationToken));
    }

    /// <inheritdoc/>
    public void Abandon()
    {
        _leaves = true;
        _attempt?.PutDown();
        _news.TrySetResult();
    }

    /// <inheritdoc/>
    public async Task Begin(TileOrder asked)
    {
        if (_told is not null || _leaves) return;
        try
        {
            tile.State = new() { Order = asked };
            await tile.WriteStateAsync();
        }
        catch
        {
            // What is in memory may not be what was written.
            DeactivateOnIdle();
            throw;
        }

        Publish();
        _work = Work();
    }

    /// <inheritdoc/>
    public async Task<TileView?> Follow(long after)
    {
        if (_told is { IsOver: false } told && told.Saves <= after) await (_leaves ? Task.Delay(s_moment, time) : Task.WhenAny(_news.Task, Task.Delay(s_patience, time)));
        return _told;
    }

    /// <inheritdoc/>
    public Task<byte[]?> Outcome() => Task.FromResult(_told is { IsOver: true, IsRefused: false } ? tile.State.State : null);

    /// <inheritdoc/>
    public async Task End()
    {
        _isNeedless = true;
        Abandon();
        await _work;
        await Forget();
        DeactivateOnIdle();
    }

    /// <inheritdoc/>
    public Task Wake() => Task.CompletedTask;

    /// <inheritdoc/>
    public Task<bool> Move()
    {
        if (!IsOpen || _isComputed) return Task.FromResult(false);
        Abandon();
        DeactivateOnIdle();
        return Task.FromResult(true);
    }

    private async Task Work()
    {
        local.Add(Id, this);
        try
        {
            var isAway = false;
            while (!_leaves && IsOpen)
            {
                try
                {
                    if (isAway) await Reread();
                    isAway = false;
                    if (!_leaves && IsOpen) await GoOn();
                }
                catch (StoreAwayException away)
                {
                    LogAway(Id, away);
                    isAway = true;
                }
            }
        }
        catch (InconsistentStateException superseded)
        {
            // It goes on elsewhere, or its run is over.
            LogSuperseded(Id, superseded);
            Abandon();
            DeactivateOnIdle();
        }
        catch (Exception ours)
        {
            // Its run computes these items itself, and meets the same.
            LogFault(Id, ours);
            _told = new(long.MaxValue, IsOver: true, IsRefused: true, 0, 0);
            _news.TrySetResult();
        }
        finally
        {
            local.Remove(Id, this);
        }
    }

    private async Task GoOn()
    {
        var order = tile.State.Order!;
        var attempt = _attempt = workshop.Begin(order.Run, tile.State.State, order.Range);
        AttemptEnd end;
        try
        {
            await foreach (var mark in attempt.Waymarks.ReadAllAsync())
            {
                if (!_isComputed) LogComputed(Id);
                _isComputed = true;
                if (!mark.State.IsEmpty) await Save(mark, isOver: false, isRefused: false);
                attempt.Kept();
                DelayDeactivation(s_awake);
            }
        }
        finally
        {
            // Never two attempts at once.
            attempt.PutDown();
            end = await attempt.End;
            (_attempt, _isComputed) = (null, false);
        }

        if (_isNeedless) return;
        if (end.Result is not null) await Save(null, isOver: true, isRefused: true);
        else if (end.Left is { } left) await Save(left, end.IsTile, isRefused: false);
    }

    private async Task Save(Waymark? mark, bool isOver, bool isRefused)
    {
        var (view, from) = (tile.State.View, tile.State.Order!.Range.From);
        tile.State.State = mark?.State.ToArray() ?? [];
        tile.State.View = new(view.Saves + 1, isOver, isRefused, mark?.Share ?? view.Share, mark?.Items is { } items ? items.Next - from : view.Items);
        await tile.WriteStateAsync();
        Publish();
    }

    // What was being written when the store went may be there or not.
    private async Task Reread()
    {
        await Task.Delay(s_pause, time);
        await tile.ReadStateAsync();
        if (tile is { RecordExists: true, State.Fault: null })
        {
            Publish();
            return;
        }

        Abandon();
        DeactivateOnIdle();
    }

    private async Task Forget()
    {
        try
        {
            if (tile.RecordExists) await tile.ClearStateAsync();
        }
        catch (InconsistentStateException superseded)
        {
            LogSuperseded(Id, superseded);
        }
    }

    private void Publish()
    {
        _told = tile.State.View;
        var waiting = _news;
        _news = new(TaskCreationOptions.RunContinuationsAsynchronously);
        waiting.TrySetResult();
    }

    [LoggerMessage(LogLevel.Debug, "The tile {Id} is computed here.")]
    private partial void LogComputed(string id);

    [LoggerMessage(LogLevel.Warning, "What was kept of the tile {Id} cannot be read; it begins anew.")]
    private partial void LogUnreadable(string id, Exception exception);

    [LoggerMessage(LogLevel.Debug, "The tile {Id} goes on elsewhere, or is not needed any more.")]
    private partial void LogSuperseded(string id, Exception exception);

    [LoggerMessage(LogLevel.Warning, "The store of runs cannot be used; the tile {Id} pauses.")]
    private partial void LogAway(string id, Exception exception);

    [LoggerMessage(LogLevel.Error, "The tile {Id} failed by a mistake of the service; its run computes it.")]
    private partial void LogFault(string id, Exception exception);
}
