using Microsoft.Data.Sqlite;

namespace CalcRuns.Stores;

/// <summary>
/// The one thread that speaks to the file. All that has come by the time it is free is done in one transaction, so that many writers wait for one
/// synchronisation of the disk and not for one each.
/// </summary>
internal sealed class CommitQueue : IDisposable
{
    private const int MostAtOnce = 64;

    private readonly SqliteConnection _connection;
    private readonly Queue<Errand> _waiting = new();
    private readonly Thread _thread;
    private bool _isEnding;

    /// <summary>Starts the thread.</summary>
    /// <param name="connection">The connection, which nobody else uses from now on.</param>
    public CommitQueue(SqliteConnection connection)
    {
        _connection = connection;
        _thread = new Thread(Loop) { IsBackground = true, Name = "run store" };
        _thread.Start();
    }

    /// <summary>Does something in a transaction; done once it is on the disk.</summary>
    /// <typeparam name="T">What comes of it.</typeparam>
    /// <param name="work">What is to be done; it may be done twice, where something that shared its transaction failed.</param>
    public Task<T> Do<T>(Func<Transaction, T> work)
    {
        var errand = new Errand<T>(work);
        lock (_waiting)
        {
            ObjectDisposedException.ThrowIf(_isEnding, this);
            _waiting.Enqueue(errand);
            Monitor.Pulse(_waiting);
        }

        return errand.Done;
    }

    /// <summary>Does what has come, and ends.</summary>
    public void Dispose()
    {
        lock (_waiting)
        {
            _isEnding = true;
            Monitor.Pulse(_waiting);
        }

        _thread.Join();
    }

    private void Loop()
    {
        while (Next() is { Count: > 0 } errands)
        {
            if (Commit(errands) is null)
            {
                foreach (var errand in errands) errand.Succeed();
                continue;
            }

            // One of them may be to blame; the others shall not suffer for it.
            foreach (var errand in errands)
            {
                if (Commit([errand]) is { } fault) errand.Fail(fault);
                else errand.Succeed();
            }
        }
    }

    private List<Errand> Next()
    {
        lock (_waiting)
        {
            while (_waiting.Count == 0 && !_isEnding) Monitor.Wait(_waiting);
            var next = new List<Errand>();
            while (next.Count < MostAtOnce && _waiting.TryDequeue(out var errand)) next.Add(errand);
            return next;
        }
    }

    private Exception? Commit(List<Errand> errands)
    {
        try
        {
            using var transaction = _connection.BeginTransaction();
            using (var sql = new Transaction(_connection, transaction))
            {
                foreach (var errand in errands) errand.Run(sql);
            }

            transaction.Commit();
            return null;
        }
        catch (Exception fault)
        {
            return fault;
        }
    }

    /// <summary>Something to be done.</summary>
    private abstract class Errand
    {
        public abstract void Run(Transaction sql);

        public abstract void Succeed();

        public abstract void Fail(Exception fault);
    }

    private sealed class Errand<T>(Func<Transaction, T> work) : Errand
    {
        private readonly TaskCompletionSource<T> _done = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private T? _result;

        public Task<T> Done => _done.Task;

        public override void Run(Transaction sql) => _result = work(sql);

        public override void Succeed() => _done.SetResult(_result!);

        public override void Fail(Exception fault) => _done.SetException(fault);
    }
}
