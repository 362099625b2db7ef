namespace Calculus.Budgets;

/// <summary>
/// The bytes that are allocated while this runs, whether they are still in use or not. Other limits count work exactly and end a question
/// first; this one holds whatever they overlook.
/// </summary>
internal sealed class Allocation
{
    private bool _runs;
    private int _thread;
    private long _start, _counted, _last;

    /// <summary>The bytes so far.</summary>
    public long Bytes
    {
        get
        {
            if (!_runs) return _counted;
            // On another thread counting goes on from what was last seen.
            if (_thread != Environment.CurrentManagedThreadId) (_counted, _thread, _start) = (_last, Environment.CurrentManagedThreadId, GC.GetAllocatedBytesForCurrentThread());
            return _last = _counted + GC.GetAllocatedBytesForCurrentThread() - _start;
        }
    }

    /// <summary>Counts from now on.</summary>
    public void Resume() => (_runs, _thread, _start, _last) = (true, Environment.CurrentManagedThreadId, GC.GetAllocatedBytesForCurrentThread(), _counted);

    /// <summary>Counts no longer.</summary>
    public void Pause() => (_counted, _runs) = (Bytes, false);
}
