using CalcRuns.Grains;
using CalcRuns.Stores;
using Microsoft.Extensions.Logging;
using Orleans.Runtime.Placement;

namespace CalcRuns.Cluster;

/// <summary>Tells the other machines what there is to do here, and gives them runs of which there are too many here.</summary>
internal sealed partial class Spreader(IRunStore store, IGrainFactory grains, ILocalSiloDetails own, ISiloStatusOracle silos, LocalRuns local, Loads loads, IWorkshop workshop, TimeProvider time, ILogger<Spreader> log)
{
    private const int MostAtOnce = 200;

    private static readonly TimeSpan s_often = TimeSpan.FromSeconds(1);

    /// <summary>Does so until it is stopped.</summary>
    public async Task Spread(CancellationToken stopping)
    {
        while (!stopping.IsCancellationRequested)
        {
            try
            {
                await Once();
            }
            catch (Exception failed) when (failed is StoreAwayException or OrleansException or TimeoutException)
            {
                LogFailed(failed);
            }

            await Task.Delay(s_often, time, stopping).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task Once()
    {
        var mine = own.SiloAddress.ToParsableString();
        var active = silos.GetApproximateSiloStatuses(onlyActive: true).Keys.Select(static silo => silo.ToParsableString()).ToHashSet(StringComparer.Ordinal);
        var told = await store.Exchange(mine, new(local.Count, workshop.Slots));
        var known = told.Where(each => active.Contains(each.Key)).ToDictionary(StringComparer.Ordinal);
        loads.Learn(known);
        if (Shares.Given(mine, known) is not { Count: > 0 } given) return;
        using var left = local.Latest.Take(MostAtOnce).GetEnumerator();
        foreach (var (silo, runs) in given)
        {
            var moved = 0;
            while (moved < runs && left.MoveNext())
            {
                if (await Give(left.Current, SiloAddress.FromParsableString(silo))) moved++;
            }

            LogGiven(moved, silo);
        }
    }

    private async Task<bool> Give(string id, SiloAddress silo)
    {
        IWorkGrain run = id.Contains(ITileGrain.Slash, StringComparison.Ordinal) ? grains.GetGrain<ITileGrain>(id) : grains.GetGrain<IRunGrain>(id);
        if (!await run.Move()) return false;
        // Whoever calls it next wakes it; this call says where.
        RequestContext.Set(IPlacementDirector.PlacementHintKey, silo);
        try
        {
            await run.Wake();
        }
        finally
        {
            RequestContext.Remove(IPlacementDirector.PlacementHintKey);
        }

        return true;
    }

    [LoggerMessage(LogLevel.Information, "{Runs} runs go on at {Silo}, where there is less to do.")]
    private partial void LogGiven(int runs, string silo);

    [LoggerMessage(LogLevel.Debug, "Runs could not be spread at this moment.")]
    private partial void LogFailed(Exception exception);
}
