using CalcRuns.Stores;
using Orleans.Storage;

namespace CalcRuns;

/// <summary>Where runs are kept, and how many there may be.</summary>
public sealed record RunSettings
{
    /// <summary>The folder of the store of one machine.</summary>
    public required string Folder { get; init; }

    /// <summary>How machines share their runs; null where there is one machine.</summary>
    public ClusterSettings? Cluster { get; init; }

    /// <summary>How long a tile is computed, about, where the tiles of a run are computed side by side.</summary>
    public TimeSpan Tile { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>Another store, for tests; null for the one that is set.</summary>
    internal Func<IGrainStorageSerializer, IRunStore>? StoreOf { get; init; }

    /// <summary>Where they are kept, for messages: no address of a store may tell its password.</summary>
    internal string Place => Cluster is null ? Folder : "Redis";

    /// <summary>How many runs there may be at the same time.</summary>
    public required int InAll { get; init; }

    /// <summary>How long results are kept.</summary>
    public required TimeSpan Kept { get; init; }
}
