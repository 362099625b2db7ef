using Calculus.Budgets;
using Calculus.Checkpoints;

namespace Calculus.CriticalPoints;

/// <summary>
/// The searches of an analysis in the order in which it makes them. What lies between two searches is done again where an analysis is taken up; a search
/// that had come to its end gives what it found at once, and the one under way goes on with what was left of it. Its tiles, where it has any, can be done
/// elsewhere.
/// </summary>
/// <param name="budget">Pays for the searches; has the places where they can be put down.</param>
internal sealed class Searches(Budget budget) : IDivisible
{
    // The states of searches that are over, and of the one that an earlier attempt was putting down.
    private readonly List<byte[]> _over = [];
    private byte[]? _under;
    private int _next;
    private ISearch? _running;

    /// <inheritdoc/>
    public Progress Progress => new(_running?.Share, _running is TiledSearch { Tiles: > 0 } tiled ? tiled.Reached : [new("searches", _over.Count), .. _running?.Reached ?? []]);

    /// <inheritdoc/>
    public int Items => (_running as TiledSearch)?.Tiles ?? 0;

    /// <inheritdoc/>
    public int Next => (_running as TiledSearch)?.Next ?? 0;

    /// <summary>The tiles that are searched and no others; null for all.</summary>
    public Part? Part { get; private set; }

    /// <inheritdoc/>
    public void Restrict(Part part) => Part = part;

    /// <summary>Takes up what an earlier attempt left.</summary>
    public void Resume() => budget.Checkpoints?.Resume(this);

    /// <summary>Makes a search, or what is left of it.</summary>
    /// <param name="search">The search, at its start.</param>
    public void Run(ISearch search)
    {
        if (budget.Checkpoints is not { } checkpoints)
        {
            while (search.Advance())
            {
            }

            return;
        }

        var place = _next++;
        if (place < _over.Count)
        {
            Snapshot.Restore(new State(search, budget), _over[place]);
            return;
        }

        if (_under is { } left) Snapshot.Restore(new State(search, budget), left);
        (_under, _running) = (null, search);
        while (HasTakenOver(search, checkpoints) || search.Advance()) checkpoints.Pass(this);
        if (Part is not null && Items > 0) checkpoints.HandOver(this);
        _over.Add(Snapshot.Of(new State(search, budget)));
        _running = null;
    }

    /// <inheritdoc/>
    public bool TryAppend(Snapshot part)
    {
        ArgumentNullException.ThrowIfNull(part);
        List<byte[]> over = [];
        part.List(over, static (each, _) => each.Bytes(default).ToArray());
        if (over.Count != _over.Count) return false;
        return Snapshot.Read(part.Bytes(default), ((TiledSearch)_running!).TryAppend);
    }

    private bool HasTakenOver(ISearch search, ICheckpoints checkpoints)
    {
        if (search is not TiledSearch { IsBetweenTiles: true } || checkpoints.PartAt(this) is not { } state) return false;
        try
        {
            return Snapshot.Read(state, TryAppend);
        }
        catch (SnapshotException)
        {
            // Another version has done it in its own way.
            return false;
        }
    }

    /// <inheritdoc/>
    public void Exchange(Snapshot snapshot)
    {
        snapshot.List(_over, static (each, state) => each.Bytes(state ?? default(ReadOnlyMemory<byte>)).ToArray());
        var under = snapshot.IsReading ? null : Snapshot.Of(new State(_running!, budget));
        _under = snapshot.Bytes(under ?? default(ReadOnlyMemory<byte>)).ToArray();
        if (!snapshot.IsReading) _under = null;
    }

    /// <summary>A search with what it and everything before it has cost.</summary>
    private sealed class State(ISearch search, Budget budget) : IResumable
    {
        public Progress Progress => new(search.Share, search.Reached);

        public void Exchange(Snapshot snapshot)
        {
            search.Exchange(snapshot);
            budget.Exchange(snapshot);
        }
    }
}

/// <summary>A search that goes on piece by piece.</summary>
internal interface ISearch
{
    /// <summary>Which part of what is searched is decided; null where nobody can tell.</summary>
    double? Share { get; }

    /// <summary>What was found so far.</summary>
    IReadOnlyList<Reached> Reached { get; }

    /// <summary>Looks at one more piece.</summary>
    /// <returns>True while there are others.</returns>
    bool Advance();

    /// <summary>Names what is found, what is open and what may still be spent.</summary>
    /// <param name="snapshot">Where the state is written to or read from.</param>
    void Exchange(Snapshot snapshot);
}
