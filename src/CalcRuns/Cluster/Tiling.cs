using CalcRuns.Grains;

namespace CalcRuns.Cluster;

/// <summary>Whether a run is worth dividing, where its tiles lie, and how many of them are computed at the same time.</summary>
internal sealed class Tiling(RunSettings settings, LocalRuns local, Loads loads, IWorkshop workshop, ILocalSiloDetails own)
{
    private const int Most = 64;

    /// <summary>How many tiles more a run may begin: as many as could be computed at once where nothing is, so that nobody waits for them.</summary>
    /// <param name="underWay">How many it has under way.</param>
    /// <param name="unseen">How many of these nobody counts yet.</param>
    public int Room(int underWay, int unseen)
    {
        var (free, slots) = loads.Room(own.SiloAddress.ToParsableString(), new(local.Count, workshop.Slots));
        return Math.Min(free - unseen, slots - 1 - underWay);
    }

    /// <summary>Where tiles of items begin, and where the last ends; none where they are not worth it.</summary>
    /// <param name="from">The first item that can be given away.</param>
    /// <param name="to">The one after the last.</param>
    /// <param name="seconds">How long they will be computed, about; null where nobody can tell.</param>
    public int[] Bounds(int from, int to, double? seconds)
    {
        var count = Math.Min(Math.Min(seconds / settings.Tile.TotalSeconds ?? 0, Most), to - from);
        return count < 2 ? [] : [.. Enumerable.Range(0, (int)count + 1).Select(place => from + (int)((long)(to - from) * place / (int)count))];
    }
}
