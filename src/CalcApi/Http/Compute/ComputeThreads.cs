namespace CalcApi.Http.Compute;

/// <summary>
/// Threads of our own to compute on, so that long work never starves the pool that answers HTTP. There are as many as there was work at the same
/// time; who admits work bounds it.
/// </summary>
/// <param name="name">What they are called in a debugger.</param>
internal sealed class ComputeThreads(string name) : IDisposable
{
    private const int StackBytes = 16 * 1024 * 1024;

    // A thread without work sleeps at once: to look out for work costs more than to be woken.
    private readonly Queue<Action> _work = new();
    private readonly List<Thread> _threads = [];
    private int _free;
    private bool _isEnding;

    /// <summary>Runs the work on one of the threads; its result or its exception is the task's.</summary>
    public Task<T> Run<T>(Func<T> work)
    {
        var done = new TaskCompletionSource<T>(TaskCreationOptions.RunContinuationsAsynchronously);
        lock (_work)
        {
            ObjectDisposedException.ThrowIf(_isEnding, this);
            _work.Enqueue(() =>
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
            if (_free < _work.Count) Start();
            else Monitor.Pulse(_work);
        }

        return done.Task;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        lock (_work)
        {
            _isEnding = true;
            Monitor.PulseAll(_work);
        }

        foreach (var thread in _threads) thread.Join();
    }

    private void Start()
    {
        var thread = new Thread(Loop, StackBytes) { IsBackground = true, Name = $"{name} {_threads.Count}" };
        _threads.Add(thread);
        thread.Start();
    }

    private void Loop()
    {
        while (Next() is { } action) action();
    }

    private Action? Next()
    {
        lock (_work)
        {
            _free++;
            Action? next;
            while (!_work.TryDequeue(out next) && !_isEnding) Monitor.Wait(_work);
            _free--;
            return next;
        }
    }
}
