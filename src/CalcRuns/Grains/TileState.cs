using CalcRuns.Stores;

namespace CalcRuns.Grains;

/// <summary>A tile as it is asked for.</summary>
/// <param name="Run">The run.</param>
/// <param name="Range">Its items.</param>
[GenerateSerializer, Immutable, Alias("CalcRuns.TileOrder")]
internal sealed record TileOrder([property: Id(0)] RunOrder Run, [property: Id(1)] TileRange Range);

/// <summary>How a tile stands.</summary>
/// <param name="Saves">How often it was saved.</param>
/// <param name="IsOver">Whether it has come to its end.</param>
/// <param name="IsRefused">Whether nothing came of it.</param>
/// <param name="Share">Which part of the work of its run is done in it.</param>
/// <param name="Items">How many of its items are done.</param>
[GenerateSerializer, Immutable, Alias("CalcRuns.TileView")]
internal sealed record TileView([property: Id(0)] long Saves, [property: Id(1)] bool IsOver, [property: Id(2)] bool IsRefused, [property: Id(3)] double Share, [property: Id(4)] int Items);

/// <summary>What is kept of a tile. As with a run, members are added, and none is given another meaning.</summary>
[GenerateSerializer, Alias("CalcRuns.TileState")]
internal sealed class TileState : IKeptState
{
    /// <summary>What is to be computed; null where it was not begun.</summary>
    [Id(0)]
    public TileOrder? Order { get; set; }

    /// <summary>Where it goes on, and at its end what came of it.</summary>
    [Id(1)]
    public byte[] State { get; set; } = [];

    /// <summary>How it stands.</summary>
    [Id(2)]
    public TileView View { get; set; } = new(0, false, false, 0, 0);

    /// <inheritdoc/>
    [field: NonSerialized]
    public Exception? Fault { get; set; }
}
