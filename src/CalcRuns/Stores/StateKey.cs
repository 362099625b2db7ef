using CalcRuns.Grains;

namespace CalcRuns.Stores;

/// <summary>Where a state is kept: all that belongs to a run is found under its name, its tiles too.</summary>
/// <param name="Run">The run.</param>
/// <param name="State">The state.</param>
internal readonly record struct StateKey(string Run, string State)
{
    /// <summary>How the states of tiles begin.</summary>
    public const string OfTiles = "tile/";

    /// <summary>Where the state of a grain is kept.</summary>
    /// <param name="state">The state.</param>
    /// <param name="grain">The run, or a tile of it.</param>
    public static StateKey Of(string state, GrainId grain)
    {
        var key = grain.Key.ToString() ?? "";
        var slash = key.IndexOf(ITileGrain.Slash, StringComparison.Ordinal);
        return slash < 0 ? new(key, state) : new(key[..slash], state + key[slash..]);
    }
}
