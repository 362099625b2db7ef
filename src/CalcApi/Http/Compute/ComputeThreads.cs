using System.Collections.Concurrent;

namespace CalcApi.Http.Compute;

/// <summary>
/// Threads of our own to compute on, so that long work never starves the pool that answers HTTP. There are as many as there was work at the same
/// time; who admits work bounds it.
/// </summary>
/// <param name="name">What they are called in a debugger.</param>
internal sealed class ComputeThreads(string name) : IDisposable
{
    private const int StackBytes = 16 * 1024 * 1024;

    private readonly BlockingCollection<Action> _work = [];
    private readonly List<Thread> _threads = [];
    private readonly Lock _lock = new();
    private int _free;

    /// <summary>Runs the work on one of the threads; its result or its exception is the task's.</summary>
    public Task<T> Run<T>(Func<T> work)
    {
        var done = new TaskCompletionSource<T>(TaskCreationOptions.RunContinuationsAsynchronously);
        if (Interlocked.Decrement(ref _free) < 0) Start();
        _work.Add(() =>
        {
            try
            {
                done.SetResult(work());
            }
            catch (Exception exception)
            {
                done.SetException(exception);
            }
        });
        return done.Task;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _work.CompleteAdding();
        lock (_lock)
            foreach (var thread in _threads)
                thread.Join();
        _work.Dispose();
    }

    private void Start()
    {
        Interlocked.Increment(ref _free);
        lock (_lock)
        {
            var thread = new Thread(Loop, StackBytes) { IsBackground = true, Name = $"{name} {_threads.Count}" };
            _threads.Add(thread);
            thread.Start();
        }
    }

    private void Loop()
    {
        foreach (var action in _work.GetConsumingEnumerable())
        {
            action();
            Interlocked.Increment(ref _free);
        }
    }
}
