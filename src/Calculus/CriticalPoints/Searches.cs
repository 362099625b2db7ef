using Calculus.Budgets;
using Calculus.Checkpoints;

namespace Calculus.CriticalPoints;

/// <summary>
/// The searches of an analysis in the order in which it makes them. What lies between two searches is done again where an analysis is taken up; a search
/// that had come to its end gives what it found at once, and the one under way goes on with what was left of it.
/// </summary>
/// <param name="budget">Pays for the searches; has the places where they can be put down.</param>
internal sealed class Searches(Budget budget) : IResumable
{
    // The states of searches that are over, and of the one that an earlier attempt was putting down.
    private readonly List<byte[]> _over = [];
    private byte[]? _under;
    private int _next;
    private ISearch? _running;

    /// <inheritdoc/>
    public Progress Progress => new(_running?.Share, [new("searches", _over.Count), .. _running?.Reached ?? []]);

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
        while (search.Advance()) checkpoints.Pass(this);
        _over.Add(Snapshot.Of(new State(search, budget)));
        _running = null;
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
