namespace CalcRuns.Grains;

/// <summary>The tiles of a run that were begun elsewhere, as far as they are known here.</summary>
internal sealed class Tiles : ITiles
{
    private readonly Lock _lock = new();
    private readonly SortedDictionary<int, Tile> _tiles = [];
    private TaskCompletionSource _news = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Done once one stands otherwise than when this was asked.</summary>
    public Task News
    {
        get
        {
            lock (_lock) return _news.Task;
        }
    }

    /// <summary>How many are under way, and of how many of these nothing was heard yet.</summary>
    public (int UnderWay, int Unseen) Open
    {
        get
        {
            lock (_lock) return (_tiles.Values.Count(static tile => tile.IsUnderWay), _tiles.Values.Count(static tile => tile is { IsUnderWay: true, View: null }));
        }
    }

    /// <inheritdoc/>
    public byte[]? At(int item, out bool isUnderWay)
    {
        lock (_lock)
        {
            var tile = _tiles.GetValueOrDefault(item);
            isUnderWay = tile is { IsUnderWay: true };
            return tile?.Outcome;
        }
    }

    /// <summary>Whether the tile that begins with an item is under way.</summary>
    public bool IsUnderWay(int item) => At(item, out var isUnderWay) is null && isUnderWay;

    /// <summary>Whether, of all tiles from an item on, one is under way that could be taken over: none before it was refused.</summary>
    public bool IsWorthWaiting(int item)
    {
        lock (_lock) return _tiles.Where(each => each.Key >= item).Select(static each => each.Value).TakeWhile(static tile => !tile.IsRefused).Any(static tile => tile.IsUnderWay);
    }

    /// <summary>What is done in the tiles from an item on: which part of the work of the run, and how many items.</summary>
    public (double Share, int Items) DoneFrom(int item)
    {
        lock (_lock)
        {
            var ahead = _tiles.Where(each => each.Key >= item).Select(static each => each.Value.View).OfType<TileView>().ToList();
            return (ahead.Sum(static view => view.Share), ahead.Sum(static view => view.Items));
        }
    }

    /// <summary>A tile was begun.</summary>
    /// <param name="range">The tile.</param>
    /// <returns>False where that was known.</returns>
    public bool TryAdd(TileRange range)
    {
        lock (_lock) return _tiles.TryAdd(range.From, new());
    }

    /// <summary>A tile has told how it stands.</summary>
    /// <param name="range">The tile.</param>
    /// <param name="view">How it stands.</param>
    /// <param name="outcome">What came of it; null where nothing did yet.</param>
    public void Tell(TileRange range, TileView view, byte[]? outcome)
    {
        lock (_lock) _tiles[range.From] = new() { View = view, Outcome = outcome };
        Wake();
    }

    /// <summary>Wakes whoever waits for news.</summary>
    public void Wake()
    {
        lock (_lock)
        {
            _news.TrySetResult();
            _news = new(TaskCreationOptions.RunContinuationsAsynchronously);
        }
    }

    private sealed record Tile
    {
        public TileView? View { get; init; }

        public byte[]? Outcome { get; init; }

        public bool IsRefused => View is { IsRefused: true };

        public bool IsUnderWay => Outcome is null && !IsRefused;
    }
}
