using CalcApi.Http.Problems;
using Calculus.Budgets;

namespace CalcApi.Http.Compute;

/// <summary>A piece of work on its way through the levels. All but <see cref="Rest"/> and <see cref="Turn"/> belongs to the holder of the admission's lock.</summary>
/// <param name="admission">Who admitted it.</param>
/// <param name="asker">Who asked.</param>
/// <param name="kind">Quick or run.</param>
/// <param name="end">Ends the work.</param>
internal sealed class Job(Admission admission, Asker asker, Work kind, CancellationTokenSource end) : IPace, IDisposable
{
    private readonly ManualResetEventSlim _goesOn = new();
    private long _until = long.MaxValue;

    /// <summary>Who asked.</summary>
    public Asker Asker => asker;

    /// <summary>Quick or run.</summary>
    public Work Kind => kind;

    /// <summary>Done once the work has its first slot; cancelled when it was given up.</summary>
    public TaskCompletionSource Turn { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>The number of its level.</summary>
    public int Level { get; set; }

    /// <summary>True while it waits for a slot.</summary>
    public bool Waits { get; set; }

    /// <summary>True while it has a slot.</summary>
    public bool Runs { get; private set; }

    /// <summary>What it was expected to cost when it began to wait, in milliseconds.</summary>
    public double Expected { get; set; }

    /// <summary>Since when it waits, or runs at its level, as a time stamp.</summary>
    public long Since { get; set; }

    /// <summary>How long it ran, at all levels.</summary>
    public TimeSpan Spent { get; private set; }

    /// <summary>How long it waited, at all levels.</summary>
    public TimeSpan Waited { get; set; }

    /// <summary>What it may spend, once it has begun.</summary>
    public Budget? Budget { get; set; }

    /// <summary>What its time is spent on, once it has begun.</summary>
    public StageClock? Clock { get; set; }

    /// <summary>Why it was ended before its time; null where it was not.</summary>
    public Problem? Refusal { get; private set; }

    /// <summary>It has a slot from now on.</summary>
    /// <param name="now">The time stamp.</param>
    /// <param name="until">When its share of time at this level is over.</param>
    public void Begin(long now, long until)
    {
        (Waits, Runs, Since) = (false, true, now);
        Volatile.Write(ref _until, until);
        Turn.TrySetResult();
        _goesOn.Set();
    }

    /// <summary>How often it was given more time than its share.</summary>
    public int Graces { get; private set; }

    /// <summary>Gives it more time where it is.</summary>
    /// <param name="until">When that is over.</param>
    public void GiveGrace(long until)
    {
        Graces++;
        Volatile.Write(ref _until, until);
    }

    /// <summary>It has no slot any more.</summary>
    /// <param name="spent">How long it had one.</param>
    public void Pause(TimeSpan spent)
    {
        Runs = false;
        Spent += spent;
        _goesOn.Reset();
    }

    /// <summary>Ends the work, because there is no room for it.</summary>
    public void Refuse(Problem problem)
    {
        Refusal = problem;
        end.Cancel();
    }

    /// <summary>Waits for a slot.</summary>
    /// <returns>False where it did not come in time, or nobody waits for the answer any more.</returns>
    public bool WaitToGoOn(TimeSpan longest)
    {
        var stage = Clock?.Set(null);
        try
        {
            return _goesOn.Wait(longest, end.Token);
        }
        catch (OperationCanceledException)
        {
            return false;
        }
        finally
        {
            Clock?.Set(stage);
        }
    }

    /// <inheritdoc/>
    public void Rest()
    {
        if (admission.Now >= Volatile.Read(ref _until)) admission.MoveOn(this);
    }

    /// <inheritdoc/>
    public void Dispose() => _goesOn.Dispose();
}
