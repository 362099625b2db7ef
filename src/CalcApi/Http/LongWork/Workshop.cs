using CalcApi.Http.Compute;
using CalcApi.Http.Problems;
using CalcRuns;
using Calculus.Budgets;

namespace CalcApi.Http.LongWork;

/// <summary>
/// Computes runs on threads of their own, as many at the same time as there are slots. Whoever has computed for a turn while others wait is put down and
/// waits again; turns are fair between those who ask, however many runs each of them has.
/// </summary>
/// <param name="kinds">What can be computed.</param>
/// <param name="limits">The slots, and what a run may spend.</param>
/// <param name="problems">What is told of a run that fails.</param>
/// <param name="time">The clock.</param>
/// <param name="log">Where runs are told of that begin anew.</param>
/// <param name="meters">Where is shown how many runs wait and are computed; nowhere where it is missing.</param>
/// <param name="faults">Is told of mistakes in what stands beside answers; where it is missing, as in tests, they are thrown.</param>
internal sealed partial class Workshop(RunKinds kinds, ServiceLimits limits, ExceptionProblems problems, TimeProvider time, ILogger<Workshop> log, RunMeters? meters = null, IFaultObserver? faults = null) : IWorkshop, IDisposable
{
    private readonly Lock _lock = new();
    private readonly ComputeThreads _threads = new("run");
    private readonly FairQueue<string, Attempt> _waiting = new(static attempt => attempt.Order.Owner, static () => new OrderOfArrival<Attempt>());
    private int _running;

    /// <summary>The kinds of runs.</summary>
    public RunKinds Kinds => kinds;

    /// <summary>The limits on what may be asked.</summary>
    public ServiceLimits Limits => limits;

    /// <summary>The clock.</summary>
    public TimeProvider Time => time;

    /// <summary>True while a run waits that could be computed if another were put down.</summary>
    public bool SomebodyWaits
    {
        get
        {
            lock (_lock) return _waiting.Count > 0;
        }
    }

    /// <inheritdoc/>
    public IAttempt Begin(RunOrder order, ReadOnlyMemory<byte> state, TileRange? tile = null, ITiles? tiles = null)
    {
        var attempt = new Attempt(this, order, state, tile, tiles);
        lock (_lock)
        {
            _waiting.Add(attempt, cost: 1);
        }

        // Once it has begun anything; it is the same each time.
        meters?.Observe(Counts);
        Fill();
        return attempt;
    }

    /// <summary>What a run may spend.</summary>
    /// <param name="attempt">The places where it can be put down.</param>
    /// <param name="end">Ends it at once.</param>
    public Budget BudgetOf(Attempt attempt, CancellationToken end) =>
        new(limits.Library with { Operations = limits.RunOperations, AllocatedBytes = limits.RunAllocatedBytes }, faults, end) { Checkpoints = attempt };

    /// <summary>What is told of a run that fails.</summary>
    public Problem ProblemOf(Exception fault) => problems.ProblemOf(fault);

    /// <inheritdoc/>
    public int Slots => limits.RunSlots;

    /// <inheritdoc/>
    public RunResult ResultOf(Exception fault)
    {
        var problem = ProblemOf(fault);
        return new(problem.Status, ProblemWriter.Bytes(problem)) { Reason = problem.Detail };
    }

    /// <summary>The state of a run was written by another version, so that it begins anew.</summary>
    public void BeginsAnew(Exception reason) => LogBeginsAnew(reason);

    /// <inheritdoc/>
    public void Dispose() => _threads.Dispose();

    private (int Waiting, int Computed) Counts()
    {
        lock (_lock) return (_waiting.Count, _running);
    }

    private void Fill()
    {
        lock (_lock)
        {
            while (_running < limits.RunSlots && _waiting.TryTake(out var next, out _))
            {
                if (!next.TakesTurn()) continue;
                _running++;
                _ = Compute(next);
            }
        }
    }

    private async Task Compute(Attempt attempt)
    {
        try
        {
            await _threads.Run(() =>
            {
                attempt.Compute();
                return true;
            });
            meters?.Ended(await attempt.End);
        }
        finally
        {
            lock (_lock) _running--;
            Fill();
        }
    }

    [LoggerMessage(LogLevel.Warning, "A run begins anew, since its state cannot be read.")]
    private partial void LogBeginsAnew(Exception exception);
}
