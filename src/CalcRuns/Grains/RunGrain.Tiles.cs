using Microsoft.Extensions.Logging;

namespace CalcRuns.Grains;

/// <summary>
/// Its tiles. The run itself is computed from its start on, always; where somebody would be idle otherwise, tiles of what is left are computed elsewhere, the
/// last first, and taken over when the run comes to where they begin. So nothing waits for them but what they have under way, and without them the run
/// ends all the same.
/// </summary>
internal sealed partial class RunGrain
{
    // A tile of which nothing was heard for so long is not waited for.
    private static readonly TimeSpan s_lost = TimeSpan.FromSeconds(30);

    private readonly Tiles _tiles = new();
    private (int Next, int Count)? _front;

    // Gives tiles away as long as somebody has nothing to do. Where they lie is decided once, so that whoever goes on with the run finds them.
    private bool Divide()
    {
        if (_front is not { } front) return false;
        var (state, next) = (run.State, front.Next);
        var (underWay, unseen) = _tiles.Open;
        var room = tiling.Room(underWay, unseen);
        if (state.Bounds.Length == 0 && room > 0)
        {
            state.Bounds = tiling.Bounds(next + 1, front.Count, state.Latest.SecondsLeft);
            state.FirstBegun = Math.Max(0, state.Bounds.Length - 1);
        }

        var before = state.FirstBegun;
        while (room-- > 0 && state.FirstBegun > 0 && IsFarFrom(next, state.FirstBegun - 1)) state.FirstBegun--;
        return state.FirstBegun < before;
    }

    // The run comes to what is near before anybody else could have done it.
    private bool IsFarFrom(int next, int place) => 2 * (run.State.Bounds[place] - next) >= run.State.Bounds[place + 1] - run.State.Bounds[place];

    private async Task Spread()
    {
        if (!Divide()) return;
        await run.WriteStateAsync();
        FollowBegun();
    }

    private void FollowBegun()
    {
        for (var place = run.State.FirstBegun; place < run.State.Bounds.Length - 1; place++)
        {
            var range = new TileRange(run.State.Bounds[place], run.State.Bounds[place + 1]);
            if (_tiles.TryAdd(range)) _ = Follow(TileOf(place), range);
        }
    }

    private ITileGrain TileOf(int place) => GrainFactory.GetGrain<ITileGrain>(string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{Id}{ITileGrain.Slash}{place}"));

    private async Task Follow(ITileGrain tile, TileRange range)
    {
        var (seen, heard) = (-1L, time.GetTimestamp());
        while (!_leaves && IsOpen)
        {
            try
            {
                if (await tile.Follow(seen) is { } view)
                {
                    var outcome = view is { IsOver: true, IsRefused: false } ? await tile.Outcome() : null;
                    _tiles.Tell(range, view with { IsRefused = view.IsOver && outcome is null }, outcome);
                    if (view.IsOver) return;
                    seen = view.Saves;
                }
                else
                {
                    await tile.Begin(new(order.State.Value!, range));
                }

                heard = time.GetTimestamp();
            }
            catch (Exception away)
            {
                // Its machine has gone, perhaps: the next that is asked goes on with it.
                LogTileAway(tile.GetPrimaryKeyString(), away);
                if (time.GetElapsedTime(heard) > s_lost)
                {
                    _tiles.Tell(range, new(seen, IsOver: true, IsRefused: true, 0, 0), null);
                    return;
                }

                await Task.Delay(s_pause / 2, time);
            }
        }

        if (!_leaves) await EndOf(tile);
    }

    // The run has come to where a tile begins that is under way: all that is left is under way then.
    private async Task Gather(Waymark left)
    {
        var (began, told) = (time.GetTimestamp(), time.GetTimestamp());
        var before = run.State.Seconds;
        while (!_leaves && !run.State.IsCancelled && _tiles.IsWorthWaiting(left.Items!.Value.Next))
        {
            await Task.WhenAny(_tiles.News, Task.Delay(s_pause, time));
            var (share, reached) = WithTiles(left);
            if (share - (run.State.Latest.Share ?? 0) < 0.01 && time.GetElapsedTime(told) < s_pause) continue;
            told = time.GetTimestamp();
            run.State.Seconds = before + time.GetElapsedTime(began).TotalSeconds;
            run.State.Tell(run.State.Latest with { Share = share, Seconds = run.State.Seconds, Reached = reached });
            await run.WriteStateAsync();
            Publish();
            DelayDeactivation(s_awake);
        }
    }

    // What is done in all of them adds up; a tile that began anew elsewhere does not set the run back.
    private (double? Share, IReadOnlyList<RunNumber> Reached) WithTiles(Waymark mark)
    {
        if (mark.Items is not { } items || mark.Reached is not [var first, ..] || run.State.Bounds.Length == 0) return (mark.Share, mark.Reached);
        var (share, done) = _tiles.DoneFrom(items.Next);
        return (Math.Max(run.State.Latest.Share ?? 0, Math.Min(1, (mark.Share ?? 0) + share)), [first with { Value = first.Value + done }, .. mark.Reached.Skip(1)]);
    }

    private List<ITileGrain> TilesUnderWay() =>
        [.. Enumerable.Range(run.State.FirstBegun, Math.Max(0, run.State.Bounds.Length - 1 - run.State.FirstBegun)).Where(place => _tiles.IsUnderWay(run.State.Bounds[place])).Select(TileOf)];

    private async Task EndOf(ITileGrain tile)
    {
        try
        {
            await tile.End();
        }
        catch (Exception away)
        {
            // What it had come to is deleted with the run: it cannot go on.
            LogTileAway(tile.GetPrimaryKeyString(), away);
        }
    }

    [LoggerMessage(LogLevel.Debug, "The tile {Id} cannot be reached.")]
    private partial void LogTileAway(string id, Exception exception);
}
