using System.Collections.Concurrent;

namespace CalcApi.Http.Compute;

/// <summary>Threads of our own to compute on, so that long work never starves the pool that answers HTTP.</summary>
internal sealed class ComputeThreads : IDisposable
{
    private const int StackBytes = 16 * 1024 * 1024;

    private readonly BlockingCollection<Action> _work = [];
    private readonly List<Thread> _threads = [];

    /// <summary>Starts the threads.</summary>
    /// <param name="count">How many.</param>
    /// <param name="name">What they are called in a debugger.</param>
    public ComputeThreads(int count, string name)
    {
        for (var i = 0; i < count; i++)
        {
            var thread = new Thread(Loop, StackBytes) { IsBackground = true, Name = $"{name} {i}" };
            _threads.Add(thread);
            thread.Start();
        }
    }

    /// <summary>Runs the work on one of the threads; its result or its exception is the task's.</summary>
    public Task<T> Run<T>(Func<T> work)
    {
        var done = new TaskCompletionSource<T>(TaskCreationOptions.RunContinuationsAsynchronously);
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
        foreach (var thread in _threads) thread.Join();
        _work.Dispose();
    }

    private void Loop()
    {
        foreach (var action in _work.GetConsumingEnumerable()) action();
    }
}
