using System.Text.Json;
using System.Threading.Channels;
using CalcApi.Http.Problems;
using CalcRuns;
using Calculus.Checkpoints;

namespace CalcApi.Http.LongWork;

/// <summary>One attempt to compute a run, from a state to its end or to where it is put down.</summary>
/// <param name="workshop">Where it is computed.</param>
/// <param name="order">What is computed.</param>
/// <param name="state">What an earlier attempt had come to; empty where there was none.</param>
/// <param name="tile">The items that are computed and no others; null for all.</param>
/// <param name="tiles">What is computed elsewhere; null where nothing is.</param>
internal sealed class Attempt(Workshop workshop, RunOrder order, ReadOnlyMemory<byte> state, TileRange? tile, ITiles? tiles) : IAttempt, ICheckpoints, IDisposable
{
    // Passing costs next to nothing as long as nobody looks at the clock.
    private const int MostUnseen = 4_096;

    private static readonly TimeSpan s_turn = TimeSpan.FromSeconds(1), s_often = TimeSpan.FromMilliseconds(100), s_seldom = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan s_brief = TimeSpan.FromMilliseconds(0.5), s_long = TimeSpan.FromMilliseconds(2), s_patience = TimeSpan.FromSeconds(2);

    private readonly Channel<Waymark> _waymarks = Channel.CreateUnbounded<Waymark>();
    private readonly TaskCompletionSource<AttemptEnd> _end = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly CancellationTokenSource _stop = new();
    private readonly Lock _lock = new();
    private ReadOnlyMemory<byte> _state = state;
    private bool _hasTurn;
    private bool _isKept;
    private bool _isPutDown;
    private bool _isTile, _isWaiting;
    private long _began, _looked, _told;
    private double _share;
    private int _unseen, _between;
    private Waymark? _left;
    private IResumable? _work;

    /// <summary>What is computed.</summary>
    public RunOrder Order => order;

    /// <inheritdoc/>
    public ChannelReader<Waymark> Waymarks => _waymarks.Reader;

    /// <inheritdoc/>
    public Task<AttemptEnd> End => _end.Task;

    /// <inheritdoc/>
    public void Kept() => Volatile.Write(ref _isKept, true);

    /// <inheritdoc/>
    public void PutDown()
    {
        lock (_lock)
        {
            if (_isPutDown) return;
            Volatile.Write(ref _isPutDown, true);
            if (!_hasTurn) Close(new(null, false, null));
            // What passes no place at which it could be put down is ended, and goes on from the last one that was kept.
            else if (!_end.Task.IsCompleted) _stop.CancelAfter(s_patience);
        }
    }

    /// <summary>Takes its turn.</summary>
    /// <returns>False where it was put down while it waited.</returns>
    public bool TakesTurn()
    {
        lock (_lock) return _hasTurn = !_isPutDown;
    }

    /// <summary>Computes, on the thread of the caller.</summary>
    public void Compute()
    {
        _began = _looked = _told = workshop.Time.GetTimestamp();
        _waymarks.Writer.TryWrite(new(default, null, 0, []));
        AttemptEnd end;
        try
        {
            end = Ended();
        }
        catch (SnapshotException unreadable)
        {
            workshop.BeginsAnew(unreadable);
            _state = default;
            end = Ended();
        }

        lock (_lock) Close(end);
    }

    /// <inheritdoc/>
    public void Resume(IResumable work)
    {
        _work = work;
        if (tile is { } range) ((IDivisible)work).Restrict(new(range.From, range.To));
        if (!_state.IsEmpty) Snapshot.Restore(work, _state);
        _share = work.Progress.Share ?? 0;
    }

    /// <inheritdoc/>
    public void Pass(IResumable work)
    {
        if (++_unseen < _between && !Volatile.Read(ref _isPutDown)) return;
        _unseen = 0;
        var now = workshop.Time.GetTimestamp();
        var since = workshop.Time.GetElapsedTime(_looked, now);
        _looked = now;
        if (since < s_brief) _between = Math.Min(MostUnseen, (2 * _between) + 1);
        else if (since > s_long) _between /= 2;

        var isOver = workshop.Time.GetElapsedTime(_began, now) > s_turn && workshop.SomebodyWaits;
        if (isOver || Volatile.Read(ref _isPutDown))
        {
            _left = MarkOf(work);
            throw new PutDownException();
        }

        if (!Volatile.Read(ref _isKept)) return;
        var untold = workshop.Time.GetElapsedTime(_told, now);
        if (untold < s_often) return;
        var share = work.Progress.Share ?? 0;
        if (untold < s_seldom && share - _share < 0.01) return;
        (_told, _share) = (now, share);
        Volatile.Write(ref _isKept, false);
        _waymarks.Writer.TryWrite(MarkOf(work));
    }

    /// <inheritdoc/>
    public byte[]? PartAt(IDivisible work)
    {
        if (tiles is null) return null;
        var part = tiles.At(work.Next, out _isWaiting);
        if (!_isWaiting) return part;
        _left = MarkOf(work);
        throw new PutDownException();
    }

    /// <inheritdoc/>
    public void HandOver(IDivisible work)
    {
        (_left, _isTile) = (MarkOf(work), true);
        throw new PutDownException();
    }

    private double Seconds => workshop.Time.GetElapsedTime(_began).TotalSeconds;

    private Waymark MarkOf(IResumable work)
    {
        var progress = work.Progress;
        return new(Snapshot.Of(work), progress.Share, Seconds, ReachedBy(progress)) { Items = work is IDivisible { Items: > 0 } items ? (items.Next, items.Items) : null };
    }

    private static IReadOnlyList<RunNumber> ReachedBy(Progress? progress) => [.. progress?.Reached.Select(static each => new RunNumber(each.Name, each.Value)) ?? []];

    private AttemptEnd Ended()
    {
        try
        {
            var kind = workshop.Kinds.Find(order.Kind) ?? throw Refuse.NotSupported("kind", $"There is no kind of run '{order.Kind}' any more.");
            using var request = JsonDocument.Parse(order.Request, new() { MaxDepth = workshop.Limits.JsonDepth });
            var answer = kind.Answer(request.RootElement, new(workshop.BudgetOf(this, _stop.Token), workshop.Limits));
            // A descent that was ended at once tells how far it came; nobody shall take that for its end.
            return _stop.IsCancellationRequested ? new(null, false, null) : new(new(StatusCodes.Status200OK, answer), false, new(default, 1, Seconds, ReachedBy(_work?.Progress)));
        }
        catch (PutDownException)
        {
            return new(null, false, _left) { IsTile = _isTile, IsWaiting = _isWaiting };
        }
        catch (OperationCanceledException) when (_stop.IsCancellationRequested)
        {
            return new(null, false, null);
        }
        catch (Exception fault) when (fault is not SnapshotException || _state.IsEmpty)
        {
            return new(workshop.ResultOf(fault), true, new(default, null, Seconds, ReachedBy(_work?.Progress)));
        }
    }

    /// <summary>Called by itself, once it has come to its end.</summary>
    public void Dispose() => _stop.Dispose();

    private void Close(AttemptEnd end)
    {
        _waymarks.Writer.TryComplete();
        if (_end.TrySetResult(end)) Dispose();
    }

    /// <summary>The run is put down, and taken up again later.</summary>
    private sealed class PutDownException : OperationCanceledException;
}
