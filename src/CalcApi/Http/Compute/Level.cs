using System.Net;

namespace CalcApi.Http.Compute;

/// <summary>
/// One of the levels through which work passes: all of it begins at the first, and what is not done after its share of time goes on at the next,
/// which has slots of its own. The caller holds a lock.
/// </summary>
/// <param name="slots">How much runs at the same time.</param>
/// <param name="share">How long work runs at this level.</param>
/// <param name="longest">How long work may be expected to wait for a slot, at most.</param>
/// <param name="mostWaiting">How many may wait.</param>
/// <param name="patience">How much of that holds now; null where all of it always does.</param>
internal sealed class Level(int slots, TimeSpan share, TimeSpan longest, int mostWaiting, Patience? patience = null)
{
    // The weight of the latest time in a mean: about the last twenty count.
    private const double Weight = 0.05;

    // However slow the machine, as many questions as this may be before one at each slot. They are counted: a sum of expected times would be compared
    // with another expectation than the one that it was made of.
    private const int MostBefore = 70;

    // Fair between addresses, and within an address between classes: who sends heavy questions does not hold up his own light ones.
    private readonly FairQueue<IPAddress, Job> _waiting = new(
        static job => job.Asker.Address,
        static () => new FairQueue<QuestionClass, Job>(static job => job.Asker.Class, static () => new OrderOfArrival<Job>()));

    private readonly Dictionary<QuestionClass, double> _means = [];
    private readonly Dictionary<Asker, (double Cost, int Count)> _rows = [];
    private readonly Dictionary<IPAddress, int> _classes = [];
    private double _all;

    /// <summary>How long work runs at this level.</summary>
    public TimeSpan Share => share;

    /// <summary>How long work may be expected to wait, at most.</summary>
    public TimeSpan Longest => longest;

    /// <summary>How much runs.</summary>
    public int Running { get; private set; }

    /// <summary>How many wait.</summary>
    public int Waiting { get; private set; }

    /// <summary>True when one more may run at once.</summary>
    public bool HasSlot => Running < slots && Waiting == 0;

    /// <summary>True where work of its class usually ends well within its share, so that one that does not was held up by something else.</summary>
    public bool IsUsuallyShort(Asker asker) => Mean(asker) < share.TotalMilliseconds / 2;

    /// <summary>True when one more would not wait too long. The service's own questions, by which it warms up, may wait.</summary>
    public bool HasRoomFor(Asker asker) => HasSlot || asker.Address.Equals(IPAddress.None) || HasRoomFor(asker, patience?.Share ?? 1);

    /// <summary>True when one more would not wait too long, were nobody refused.</summary>
    public bool HasRoomInCalm(Asker asker) => HasSlot || HasRoomFor(asker, 1);

    /// <summary>Somebody came, and was taken in or refused.</summary>
    public void Came(bool isRefused) => patience?.Came(isRefused);

    /// <summary>
    /// How long one that comes now would wait. All who wait are served by turns, so it waits for what stands before it in its own row as many times as
    /// there are rows, and never for more than there is.
    /// </summary>
    public TimeSpan PredictedWait(Asker asker)
    {
        if (HasSlot) return TimeSpan.Zero;
        var own = _rows.GetValueOrDefault(asker).Cost + Mean(asker);
        return TimeSpan.FromMilliseconds(Math.Min(own * RowsFor(asker), _all) / slots);
    }

    /// <summary>Work runs here from now on.</summary>
    public void Enter() => Running++;

    /// <summary>Work ended here, or goes on elsewhere.</summary>
    /// <param name="job">The work.</param>
    /// <param name="spent">How long it ran here.</param>
    public void Leave(Job job, TimeSpan spent)
    {
        Running--;
        var mean = Mean(job.Asker);
        _means[job.Asker.Class] = mean + (Weight * (spent.TotalMilliseconds - mean));
    }

    /// <summary>Work waits for a slot.</summary>
    public void Wait(Job job)
    {
        var asker = job.Asker;
        job.Expected = Mean(asker);
        Waiting++;
        _all += job.Expected;
        var row = _rows.GetValueOrDefault(asker);
        if (row.Count == 0) _classes[asker.Address] = _classes.GetValueOrDefault(asker.Address) + 1;
        _rows[asker] = (row.Cost + job.Expected, row.Count + 1);
        _waiting.Add(job, job.Expected);
    }

    /// <summary>Work waits no longer: it has a slot, or was given up.</summary>
    public void WaitsNoLonger(Job job)
    {
        if (--Waiting == 0)
        {
            // Sums of rounded numbers begin anew.
            _all = 0;
            _rows.Clear();
            _classes.Clear();
            return;
        }

        var asker = job.Asker;
        _all -= job.Expected;
        var row = _rows[asker];
        if (row.Count > 1)
        {
            _rows[asker] = (row.Cost - job.Expected, row.Count - 1);
            return;
        }

        _rows.Remove(asker);
        if (--_classes[asker.Address] == 0) _classes.Remove(asker.Address);
    }

    /// <summary>Takes the work whose turn it is, where a slot is free.</summary>
    /// <returns>Null when nothing may begin.</returns>
    public Job? Next()
    {
        while (Running < slots && _waiting.TryTake(out var job, out _))
        {
            // What was given up stays in the queue until its turn comes.
            if (!job.Waits) continue;
            WaitsNoLonger(job);
            Enter();
            return job;
        }

        return null;
    }

    private bool HasRoomFor(Asker asker, double patience)
    {
        if (Waiting >= mostWaiting) return false;
        var before = Math.Min((_rows.GetValueOrDefault(asker).Count + 1L) * RowsFor(asker), Waiting);
        return before <= MostBefore * patience * slots || PredictedWait(asker) <= longest * patience;
    }

    // Who takes turns with one that comes now.
    private long RowsFor(Asker asker) => (long)Math.Max(1, _classes.Count) * Math.Max(1, _classes.GetValueOrDefault(asker.Address));

    private double Mean(Asker asker) => _means.GetValueOrDefault(asker.Class, 1);
}
