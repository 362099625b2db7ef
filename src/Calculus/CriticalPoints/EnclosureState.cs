using Calculus.Checkpoints;
using Calculus.Intervals;

namespace Calculus.CriticalPoints;

/// <summary>Ranges and boxes as parts of the state of a search.</summary>
internal static class EnclosureState
{
    /// <summary>Names all of a range.</summary>
    /// <param name="snapshot">Where the state is written to or read from.</param>
    /// <param name="range">The range.</param>
    public static Enclosure Exchanged(Snapshot snapshot, Enclosure range) => new(snapshot.Number(range.Lower), snapshot.Number(range.Upper), (Known)snapshot.Count((int)range.Known));

    /// <summary>Names all sides of a box.</summary>
    /// <param name="snapshot">Where the state is written to or read from.</param>
    /// <param name="box">The box; null where it is read.</param>
    public static Enclosure[] Exchanged(Snapshot snapshot, Enclosure[]? box)
    {
        List<Enclosure> sides = [.. box ?? []];
        snapshot.List(sides, Exchanged);
        return [.. sides];
    }

    /// <summary>Names all that waits in a queue, in its order.</summary>
    /// <param name="snapshot">Where the state is written to or read from.</param>
    /// <param name="queue">The queue.</param>
    /// <param name="item">Exchanges an item.</param>
    public static void Exchange<T>(Snapshot snapshot, Queue<T> queue, Func<Snapshot, T, T> item)
    {
        var items = snapshot.IsReading ? [] : queue.ToList();
        snapshot.List(items, item);
        if (!snapshot.IsReading) return;
        queue.Clear();
        foreach (var each in items) queue.Enqueue(each);
    }
}
