using System.Collections.Immutable;
using System.Runtime.InteropServices;
using Calculus.Checkpoints;

namespace Calculus.Optimization;

/// <summary>One column of a record: it grows by doubling, up to the most that can come.</summary>
/// <typeparam name="T">What it holds.</typeparam>
/// <param name="most">The most entries.</param>
internal sealed class Column<T>(int most)
{
    private const int First = 64;

    private T[] _entries = new T[Math.Min(First, most)];

    /// <summary>How many entries there are.</summary>
    public int Count { get; private set; }

    /// <summary>The last entry.</summary>
    public T Last => _entries[Count - 1];

    /// <summary>Adds an entry.</summary>
    public void Add(T entry)
    {
        if (Count == _entries.Length) Array.Resize(ref _entries, (int)Math.Max(Count + 1, Math.Min(most, 2L * Count)));
        _entries[Count++] = entry;
    }

    /// <summary>Names all entries.</summary>
    /// <param name="snapshot">Where the state is written to or read from.</param>
    /// <param name="entry">Exchanges one.</param>
    public void Exchange(Snapshot snapshot, Func<Snapshot, T, T> entry)
    {
        var count = snapshot.Count(Count);
        if (snapshot.IsReading)
        {
            if (count > most) throw new SnapshotException("The state has more points than are kept.");
            (_entries, Count) = (new T[Math.Max(count, Math.Min(First, most))], count);
        }

        for (var i = 0; i < count; i++) _entries[i] = entry(snapshot, _entries[i]);
    }

    /// <summary>The entries; nothing is added afterwards.</summary>
    public ImmutableArray<T> Close()
    {
        if (Count < _entries.Length) Array.Resize(ref _entries, Count);
        return ImmutableCollectionsMarshal.AsImmutableArray(_entries);
    }
}
