namespace CalcApi.Http.Compute;

/// <summary>
/// One of the levels through which work passes: all of it begins at the first, and what is not done after its share of time goes on at the next,
/// which has slots of its own. The caller holds a lock.
/// </summary>
/// <param name="slots">How much runs at the same time.</param>
/// <param name="share">How long work runs at this level.</param>
/// <param name="patience">How long work may be expected to wait for a slot.</param>
/// <param name="mostWaiting">How many may wait.</param>
internal sealed class Level(int slots, TimeSpan share, TimeSpan patience, int mostWaiting)
{
    // The weight of the latest time in a mean: about the last twenty count.
    private const double Weight = 0.05;

    private readonly FairQueue<Job> _waiting = new();
    private readonly Dictionary<string, double> _means = new(StringComparer.Ordinal);
    private double _expected;

    /// <summary>How long work runs at this level.</summary>
    public TimeSpan Share => share;

    /// <summary>How long work may be expected to wait.</summary>
    public TimeSpan Patience => patience;

    /// <summary>How much runs.</summary>
    public int Running { get; private set; }

    /// <summary>How many wait.</summary>
    public int Waiting { get; private set; }

    /// <summary>True when one more may run at once.</summary>
    public bool HasSlot => Running < slots && Waiting == 0;

    /// <summary>How long one that comes now would wait, from what work of its kind took before.</summary>
    public TimeSpan PredictedWait => HasSlot ? TimeSpan.Zero : TimeSpan.FromMilliseconds(_expected / slots);

    /// <summary>True when one more would not wait too long.</summary>
    public bool HasRoom => HasSlot || (Waiting < mostWaiting && PredictedWait <= patience);

    /// <summary>Work runs here from now on.</summary>
    public void Enter() => Running++;

    /// <summary>Work ended here, or goes on elsewhere.</summary>
    /// <param name="job">The work.</param>
    /// <param name="spent">How long it ran here.</param>
    public void Leave(Job job, TimeSpan spent)
    {
        Running--;
        var mean = Mean(job);
        _means[job.Asker.Route] = mean + (Weight * (spent.TotalMilliseconds - mean));
    }

    /// <summary>Work waits for a slot.</summary>
    public void Wait(Job job)
    {
        job.Expected = Mean(job);
        _expected += job.Expected;
        Waiting++;
        _waiting.Add(job.Asker.Address, job, job.Expected);
    }

    /// <summary>Work waits no longer: it has a slot, or was given up.</summary>
    public void WaitsNoLonger(Job job)
    {
        Waiting--;
        _expected = Waiting == 0 ? 0 : _expected - job.Expected;
    }

    /// <summary>Takes the work whose turn it is, where a slot is free.</summary>
    /// <returns>Null when nothing may begin.</returns>
    public Job? Next()
    {
        while (Running < slots && _waiting.TryTake(out var job))
        {
            // What was given up stays in the queue until its turn comes.
            if (!job.Waits) continue;
            WaitsNoLonger(job);
            Enter();
            return job;
        }

        return null;
    }

    private double Mean(Job job) => _means.GetValueOrDefault(job.Asker.Route, 1);
}
