using Orleans.Concurrency;

namespace CalcRuns.Grains;

/// <summary>A tile of a run, under the name of the run, a slash and its place. It is kept until its run is over.</summary>
[Alias("CalcRuns.ITileGrain")]
internal interface ITileGrain : IWorkGrain
{
    /// <summary>Between the name of the run and the place of the tile.</summary>
    public const char Slash = '/';

    /// <summary>Begins the tile, unless it was begun.</summary>
    /// <param name="asked">What is to be computed.</param>
    [Alias("Begin")]
    Task Begin(TileOrder asked);

    /// <summary>How it stands, as soon as it stands otherwise; null where it was not begun, or its run is over.</summary>
    /// <param name="after">How often it had been saved when it was last looked at.</param>
    [Alias("Follow"), AlwaysInterleave]
    Task<TileView?> Follow(long after);

    /// <summary>What came of it; null where nothing did.</summary>
    [Alias("Outcome"), AlwaysInterleave]
    Task<byte[]?> Outcome();

    /// <summary>Its run needs it no more.</summary>
    [Alias("End"), AlwaysInterleave]
    Task End();
}
