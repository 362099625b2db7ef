using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Calculus.Checkpoints;

namespace Calculus.Optimization;

/// <summary>One column of a record: it grows fourfold, up to the most that can come.</summary>
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
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Add(T entry)
    {
        var (entries, count) = (_entries, Count);
        if ((uint)count >= (uint)entries.Length) entries = Grow();
        entries[count] = entry;
        Count = count + 1;
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

    private T[] Grow()
    {
        var larger = GC.AllocateUninitializedArray<T>((int)Math.Max(Count + 1, Math.Min(most, 4L * Count)));
        _entries.CopyTo(larger, 0);
        return _entries = larger;
    }

    /// <summary>The entries; nothing is added afterwards.</summary>
    public ImmutableArray<T> Close()
    {
        if (Count < _entries.Length) Array.Resize(ref _entries, Count);
        return ImmutableCollectionsMarshal.AsImmutableArray(_entries);
    }
}
