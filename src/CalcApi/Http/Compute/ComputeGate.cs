using CalcApi.Http.Problems;
using Calculus.Budgets;

namespace CalcApi.Http.Compute;

/// <summary>
/// Admits as much work as there are slots. A few requests wait for a short while; the rest are told at once that the
/// service is busy, which keeps it fast for those it serves.
/// </summary>
internal sealed class ComputeGate : IDisposable
{
    private readonly SemaphoreSlim _free;
    private readonly ComputeThreads _threads;
    private readonly int _queue;
    private readonly TimeSpan _patience;
    private readonly int _seconds;
    private readonly string _limit;
    private int _waiting;

    /// <summary>Makes a gate.</summary>
    /// <param name="slots">How much is computed at the same time.</param>
    /// <param name="limits">How many may wait, and for how long.</param>
    /// <param name="seconds">The wall time of one computation.</param>
    /// <param name="limit">The name of that limit.</param>
    public ComputeGate(int slots, ServiceLimits limits, int seconds, string limit)
    {
        _free = new(slots, slots);
        _threads = new(slots, "compute");
        _queue = slots * limits.QueuePerSlot;
        _patience = TimeSpan.FromMilliseconds(limits.QueueMilliseconds);
        _seconds = seconds;
        _limit = limit;
    }

    /// <summary>True while one more request would be let in or wait.</summary>
    public bool HasRoom => Volatile.Read(ref _waiting) < _queue;

    /// <summary>Runs the work on a thread of its own once there is a slot.</summary>
    /// <param name="work">The work; it watches the token that it is given.</param>
    /// <param name="left">Cancelled when the client leaves.</param>
    /// <exception cref="RefusalException">The service is busy.</exception>
    /// <exception cref="LimitException">The work took longer than it may.</exception>
    /// <exception cref="OperationCanceledException">The client left.</exception>
    public async Task<T> Run<T>(Func<CancellationToken, T> work, CancellationToken left)
    {
        await Enter(left);
        try
        {
            using var end = CancellationTokenSource.CreateLinkedTokenSource(left);
            end.CancelAfter(TimeSpan.FromSeconds(_seconds));
            var token = end.Token;
            return await _threads.Run(() => work(token));
        }
        catch (OperationCanceledException) when (!left.IsCancellationRequested)
        {
            throw new LimitException(_limit, _seconds, $"This takes longer than {_seconds} seconds.");
        }
        finally
        {
            _free.Release();
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _threads.Dispose();
        _free.Dispose();
    }

    private async Task Enter(CancellationToken left)
    {
        if (_free.Wait(0, CancellationToken.None)) return;

        try
        {
            if (Interlocked.Increment(ref _waiting) > _queue || !await _free.WaitAsync(_patience, left))
                throw new RefusalException(new(ProblemTypes.Busy, ProblemTypes.Busy.Meaning) { RetryAfterSeconds = 1 });
        }
        finally
        {
            Interlocked.Decrement(ref _waiting);
        }
    }
}
