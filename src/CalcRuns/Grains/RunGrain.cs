using CalcRuns.Cluster;
using CalcRuns.Stores;
using Microsoft.Extensions.Logging;
using Orleans.Storage;

namespace CalcRuns.Grains;

/// <summary>
/// One run. Its state is written before anybody is told of it, and with the tag of the state that it follows: an activation on a machine that was thought
/// dead cannot write any more, and ends itself.
/// </summary>
[RunPlacement]
internal sealed partial class RunGrain(
    [PersistentState("order", RunGrain.Store)] IPersistentState<Kept<RunOrder>> order,
    [PersistentState("run", RunGrain.Store)] IPersistentState<RunState> run,
    [PersistentState("result", RunGrain.Store)] IPersistentState<Kept<RunResult>> result,
    IRunStore store,
    IWorkshop workshop,
    RunSettings settings,
    LocalRuns local,
    Tiling tiling,
    TimeProvider time,
    ILogger<RunGrain> log) : Grain, IRunGrain, ILocalWork
{
    /// <summary>The name of the store among those that grains may have.</summary>
    public const string Store = "runs";

    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(10), s_moment = TimeSpan.FromMilliseconds(50);

    private TaskCompletionSource _news = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private Task _work = Task.CompletedTask;
    private IAttempt? _attempt;
    private long _told;
    private bool _isComputed;
    private bool _begins;
    private volatile bool _leaves;

    private string Id => this.GetPrimaryKeyString();

    private bool Exists => run.RecordExists && run.State.Events.Count > 0 && _told > 0;

    private bool IsOpen => Exists && !run.State.Latest.IsLast;

    /// <summary>The last event that everybody may know of.</summary>
    private RunEvent Told => run.State.Events.FindLast(told => told.Id <= _told)!;

    /// <inheritdoc/>
    public override async Task OnActivateAsync(CancellationToken cancellationToken)
    {
        await EndIfUnreadable();
        Publish();
        if (IsOpen) _work = Work();
    }

    /// <inheritdoc/>
    public override async Task OnDeactivateAsync(DeactivationReason reason, CancellationToken cancellationToken)
    {
        Abandon();
        await Task.WhenAny(_work, Task.Delay(Timeout.Infinite, cancellationToken));
        _news.TrySetResult();
    }

    /// <inheritdoc/>
    public void Abandon()
    {
        _leaves = true;
        _attempt?.PutDown();
        _tiles.Wake();
        _news.TrySetResult();
    }

    /// <inheritdoc/>
    public async Task<Acceptance> Begin(RunOrder asked)
    {
        ArgumentNullException.ThrowIfNull(asked);
        // Where nobody knows any more what was asked for, the run says so.
        if (Exists) return order.State.Value is not { } known || IsSame(known, asked) ? Acceptance.Known : Acceptance.Other;
        _begins = true;
        try
        {
            var entered = await store.Enter(Id, asked.Owner, asked.MostOfOwner, settings.InAll);
            if (entered is not Acceptance.Begun) return entered;
            order.State.Value = asked;
            await order.WriteStateAsync();
            run.State = new();
            run.State.Tell(new() { Id = 0, Status = RunStatus.Queued, Share = 0 });
            await run.WriteStateAsync();
        }
        catch
        {
            // What is in memory may not be what was written.
            DeactivateOnIdle();
            throw;
        }
        finally
        {
            _begins = false;
        }

        Publish();
        _work = Work();
        return Acceptance.Begun;
    }

    /// <inheritdoc/>
    public Task<bool> Move()
    {
        if (!IsOpen || _isComputed) return Task.FromResult(false);
        Abandon();
        DeactivateOnIdle();
        return Task.FromResult(true);
    }

    /// <inheritdoc/>
    public async Task Wake()
    {
        var isAbsent = await IsAbsent();
        if (!IsOpen) await store.Leave(Id, isAbsent ? null : run.State.Ended);
    }

    /// <inheritdoc/>
    public async Task<RunView?> Look() => await IsAbsent() ? null : new RunView(order.State.Value?.Kind, Told, order.State.Value?.Asked, Told.IsLast ? run.State.Ended : null);

    /// <inheritdoc/>
    public async Task<RunResult?> Result() => !await IsAbsent() && Told.IsLast ? result.State.Value : null;

    /// <inheritdoc/>
    public async Task<RunNews?> NewsAfter(long after)
    {
        if (Exists && _told <= after && !Told.IsLast) await (_leaves ? Task.Delay(s_moment, time) : Task.WhenAny(_news.Task, Task.Delay(s_patience, time)));
        if (await IsAbsent()) return null;
        var isWhole = after >= run.State.Events[0].Id - 1;
        return new(isWhole ? [.. run.State.Events.Where(told => told.Id > after && told.Id <= _told)] : [Told], isWhole);
    }

    /// <inheritdoc/>
    public async Task Cancel(bool isOver)
    {
        if (IsOpen)
        {
            run.State.IsCancelled = true;
            _attempt?.PutDown();
            _tiles.Wake();
            await _work;
        }
        else if (Exists && isOver)
        {
            await store.Forget(Id);
            _told = 0;
            DeactivateOnIdle();
        }
    }

    // Nobody is told that there is no run which the store knows of: while a machine stood still and the others took it for dead, it may have begun on another one.
    private async Task<bool> IsAbsent()
    {
        if (Exists) return false;
        if (!_begins) DeactivateOnIdle();
        var kept = new GrainState<RunState>();
        await store.ReadStateAsync("run", this.GetGrainId(), kept);
        return kept.RecordExists ? throw new InconsistentStateException($"The run {Id} was begun elsewhere.") : true;
    }

    private static bool IsSame(RunOrder known, RunOrder asked) =>
        string.Equals(known.Kind, asked.Kind, StringComparison.Ordinal) && known.Request.AsSpan().SequenceEqual(asked.Request);

    // Whoever waits for news gets what was written by now.
    private void Publish()
    {
        if (run.RecordExists && run.State.Events.Count > 0) _told = run.State.Latest.Id;
        var waiting = _news;
        _news = new(TaskCreationOptions.RunContinuationsAsynchronously);
        waiting.TrySetResult();
    }
}
