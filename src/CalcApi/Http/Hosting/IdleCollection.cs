namespace CalcApi.Http.Hosting;

/// <summary>
/// Gives memory back once the service is at rest. The runtime collects garbage while more is made; after a dear question nobody makes
/// more, and the process would keep what the question needed.
/// </summary>
internal sealed class IdleCollection : BackgroundService
{
    // A collection is worth its pause after this much was allocated, and harmless where less than this is.
    private const long Worthwhile = 32 * 1024 * 1024, AtRest = 4 * 1024 * 1024;

    private static readonly TimeSpan s_interval = TimeSpan.FromSeconds(5);

    /// <summary>Gives back what is no longer needed.</summary>
    public static void Collect() => GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(s_interval);
        var (collected, before) = (GC.GetTotalAllocatedBytes(), 0L);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            var allocated = GC.GetTotalAllocatedBytes();
            if (allocated - collected > Worthwhile && allocated - before < AtRest)
            {
                Collect();
                collected = allocated;
            }

            before = allocated;
        }
    }
}
