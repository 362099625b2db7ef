using System.Net;
using CalcApi.Http.Problems;
using Calculus.Budgets;

namespace CalcApi.Http.Compute;

/// <summary>
/// Admits work by the time it will have to wait. All work begins at the first level, where its share is short; what proves long goes on at the next,
/// with slots of its own, so that light questions never stand behind heavy ones (multi-level feedback queues: Corbató, Merwin-Daggett and Daley,
/// <i>An experimental time-sharing system</i>, 1962). Where the wait would be too long, the request is refused at once, which keeps the service fast
/// for those whom it serves.
/// </summary>
internal sealed partial class Admission : IDisposable
{
    // Work that has not polled for this many of its shares is counted as long work, wherever it is.
    private const int LateShares = 5;

    // Of light work that was held up.
    private const int MostGraces = 4;

    private static readonly TimeSpan SweepInterval = TimeSpan.FromMilliseconds(50);
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(1.5);

    // The pool has a thread for each core, and one of them goes on reading requests.
    private static readonly int s_mostHere = Math.Max(1, Environment.ProcessorCount - 1);

    private static readonly Asker s_anybody = new(IPAddress.Any, new("", 0));

    private readonly Lock _lock = new();
    private readonly ServiceLimits _limits;
    private readonly IFaultObserver? _faults;
    private readonly AddressTimes _addresses;
    private readonly ComputeMeters? _meters;
    private readonly ICodeStore? _codes;
    private readonly TimeProvider _time;
    private readonly ComputeThreads _threads = new("compute");
    private readonly Level[] _levels;
    private readonly HashSet<Job> _first = [];
    private readonly ITimer _sweep;
    private bool _isSweeping;
    private int _here;

    /// <summary>Makes the levels.</summary>
    /// <param name="limits">The slots and times.</param>
    /// <param name="addresses">What each address may spend.</param>
    /// <param name="time">The clock.</param>
    /// <param name="faults">Is told of mistakes in what stands beside answers; where it is missing, as in tests, they are thrown.</param>
    /// <param name="meters">Where times and refusals are counted.</param>
    /// <param name="codes">Where code is kept from one question to the next.</param>
    public Admission(ServiceLimits limits, AddressTimes addresses, TimeProvider time, IFaultObserver? faults = null, ComputeMeters? meters = null, ICodeStore? codes = null)
    {
        (_limits, _addresses, _time, _faults, _meters, _codes) = (limits, addresses, time, faults, meters, codes);
        var forever = TimeSpan.FromDays(1);
        var patience = TimeSpan.FromMilliseconds(limits.QueueMilliseconds);
        var longPatience = TimeSpan.FromMilliseconds(Math.Max(limits.QueueMilliseconds, limits.HeavyQueueMilliseconds));
        _levels =
        [
            new(limits.QuickSlots, TimeSpan.FromMilliseconds(limits.LightMilliseconds), patience, limits.Queue, new(time)),
            new(limits.HeavySlots, TimeSpan.FromSeconds(1), longPatience, limits.HeavySlots * limits.QueuePerSlot),
            // Long runs say little of one another: how many wait decides.
            new(limits.RunSlots, forever, TimeSpan.MaxValue, limits.RunSlots * limits.QueuePerSlot),
        ];
        _sweep = time.CreateTimer(_ => Sweep(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        meters?.Observe(() => Waiting);
    }

    /// <summary>The time stamp of now.</summary>
    public long Now => _time.GetTimestamp();

    /// <summary>True while the service can take one more question.</summary>
    public bool HasRoom
    {
        get
        {
            lock (_lock) return _levels[0].HasRoomInCalm(s_anybody);
        }
    }

    private int Waiting
    {
        get
        {
            lock (_lock) return _levels.Sum(static level => level.Waiting);
        }
    }

    /// <summary>
    /// Why a request is refused before anything of it is read: it would wait too long, or its address has spent what it may; null where it is not.
    /// Nothing is thrown, since under a flood most of what the service does is to refuse.
    /// </summary>
    /// <param name="asker">Who asks.</param>
    public Problem? RefusalOf(Asker asker)
    {
        if (_addresses.Debt(asker.Address) is { } debt)
            return new(ProblemTypes.TooManyRequests, "The questions of this address have taken more time to compute than one address may have.") { RetryAfterMilliseconds = Milliseconds(debt) };
        lock (_lock) return _levels[0].HasRoomFor(asker) ? null : Busy(_levels[0], asker);
    }

    /// <summary>
    /// Answers a question on a thread of our own, within the budget of its kind. A short quick one is answered on the thread that read it, as
    /// long as others of these are left: to wake another thread, and this one again, takes as long as many an answer.
    /// </summary>
    /// <param name="kind">Quick or run.</param>
    /// <param name="asker">Who asks.</param>
    /// <param name="answer">Computes the answer.</param>
    /// <param name="left">Cancelled when the client leaves.</param>
    /// <param name="isShort">Whether the question is so short that nothing in it can be deep.</param>
    /// <exception cref="RefusalException">The service is busy.</exception>
    /// <exception cref="LimitException">The work took longer than it may.</exception>
    /// <exception cref="OperationCanceledException">The client left.</exception>
    public async Task<T> Run<T>(Work kind, Asker asker, Func<Computation, T> answer, CancellationToken left, bool isShort = false)
    {
        using var end = CancellationTokenSource.CreateLinkedTokenSource(left);
        using var job = new Job(this, asker, kind, end);
        var (seconds, limit) = kind == Work.Quick ? (_limits.QuickSeconds, "quickSeconds") : (_limits.RunSeconds, "runSeconds");
        var library = kind == Work.Run ? _limits.Library with { Operations = _limits.RunOperations, AllocatedBytes = _limits.RunAllocatedBytes } : _limits.Library;

        await Enter(job, left);
        try
        {
            var isHere = isShort && kind == Work.Quick && Interlocked.Increment(ref _here) <= s_mostHere;
            try
            {
                return isHere ? Answer() : await _threads.Run(Answer);
            }
            finally
            {
                if (isShort && kind == Work.Quick) Interlocked.Decrement(ref _here);
            }
        }
        catch (OperationCanceledException) when (!left.IsCancellationRequested)
        {
            if (job.Refusal is { } refusal) throw new RefusalException(refusal);
            throw new LimitException(limit, seconds, $"This takes longer than {seconds} seconds.");
        }

        T Answer()
        {
            try
            {
                end.CancelAfter(TimeSpan.FromSeconds(seconds));
                job.Clock = _meters is null ? null : new StageClock(_time);
                job.Clock?.Set(kind == Work.Run ? Stage.Descend : Stage.Other);
                return answer(new(Begun(end.Token), _limits) { Anew = Begun });
            }
            finally
            {
                job.Clock?.Set(null);
                Leave(job);
            }
        }

        Budget Begun(CancellationToken token)
        {
            _meters?.Spent(job);
            return job.Budget = new Budget(library, _faults, token) { Pace = job, Stages = job.Clock, Codes = _codes };
        }
    }

    /// <summary>Takes work that has had its share to the next level, and waits there for a slot. Called on the computing thread.</summary>
    public void MoveOn(Job job)
    {
        Level next;
        lock (_lock)
        {
            if (!job.Runs) return;
            next = _levels[job.Level + 1];
            // Collections and other processes hold up light work too. It is not refused for that.
            if (job.Level == 0 && job.Graces < MostGraces && !next.HasRoomFor(job.Asker) && _levels[0].IsUsuallyShort(job.Asker))
            {
                job.GiveGrace(Now + Stamps(_levels[0].Share));
                return;
            }

            Release(job);
            job.Level++;
            if (next.HasSlot)
            {
                next.Enter();
                Begin(job);
                return;
            }

            if (!next.HasRoomFor(job.Asker))
            {
                job.Refuse(Busy(next, job.Asker));
                return;
            }

            Wait(job, next);
        }

        if (job.WaitToGoOn(next.Longest < LongestWait ? LongestWait : Timeout.InfiniteTimeSpan)) return;
        lock (_lock)
        {
            if (!job.Waits) return;
            GiveUp(job);
            job.Refuse(Busy(next, job.Asker));
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _sweep.Dispose();
        _threads.Dispose();
    }

    private long Stamps(TimeSpan time) => (long)(time.TotalSeconds * _time.TimestampFrequency);

    private static int Milliseconds(TimeSpan time) => (int)Math.Ceiling(Math.Clamp(time.TotalMilliseconds, 1, 3_600_000));

    private async Task Enter(Job job, CancellationToken left)
    {
        lock (_lock)
        {
            var first = _levels[0];
            if (first.HasSlot)
            {
                first.Came(isRefused: false);
                first.Enter();
                Begin(job);
                return;
            }

            if (!first.HasRoomFor(job.Asker)) throw new RefusalException(Busy(first, job.Asker));
            first.Came(isRefused: false);
            Wait(job, first);
            _first.Add(job);
            if (!_isSweeping) Rearm();
        }

        await using var leaves = left.Register(() =>
        {
            lock (_lock)
                if (job.Waits)
                    GiveUp(job);
            job.Turn.TrySetCanceled(left);
        });
        await job.Turn.Task;
    }

    private void Leave(Job job)
    {
        lock (_lock)
        {
            if (job.Runs) Release(job);
            _addresses.Charge(job.Asker.Address, job.Spent);
        }

        _meters?.Computed(job);
    }

    private void Wait(Job job, Level level)
    {
        (job.Waits, job.Since) = (true, Now);
        level.Wait(job);
    }

    private void GiveUp(Job job)
    {
        job.Waits = false;
        _first.Remove(job);
        _levels[job.Level].WaitsNoLonger(job);
    }

    private void Begin(Job job)
    {
        var share = job.Level switch
        {
            0 => _levels[0].Share,
            1 when job.Kind is not Work.Quick => _levels[1].Share,
            _ => _levels[^1].Share,
        };
        var now = Now;
        if (job.Waits) job.Waited += _time.GetElapsedTime(job.Since, now);
        job.Begin(now, now + Stamps(share));
        if (job.Level == 0) _first.Add(job);
    }

    private void Release(Job job)
    {
        var spent = _time.GetElapsedTime(job.Since);
        job.Pause(spent);
        _first.Remove(job);
        var level = _levels[job.Level];
        level.Leave(job, spent);
        while (level.Next() is { } next) Begin(next);
    }

    private Problem Busy(Level level, Asker asker)
    {
        _meters?.Shed(asker.Class.Route);
        level.Came(isRefused: true);
        var wait = level.Longest == TimeSpan.MaxValue ? TimeSpan.FromSeconds(5) : level.PredictedWait(asker);
        return new(ProblemTypes.Busy, ProblemTypes.Busy.Meaning) { RetryAfterMilliseconds = Milliseconds(wait) };
    }
}
