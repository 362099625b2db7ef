using System.Diagnostics.CodeAnalysis;

namespace Calculus.Expressions;

/// <summary>
/// Where the nodes of a graph stand, by their hashes: a table of places with open addressing, since each node holds its own hash and is
/// never taken out. Half of the room of a dictionary, which matters where every question makes a graph.
/// </summary>
/// <param name="nodes">The nodes in order; one that is added has just become the last of them.</param>
internal sealed class HashIndex(List<Expression> nodes)
{
    private const int SmallestTable = 64;

    // Places counted from 1; 0 is a free slot. At least half of the slots are free.
    private int[] _slots = new int[SmallestTable];

    /// <summary>The node of a hash.</summary>
    public bool TryGetValue(UInt128 hash, [NotNullWhen(true)] out Expression? node)
    {
        var mask = _slots.Length - 1;
        // The number that the runtime makes of a hash differs from process to process, so that nobody can write nodes that meet in one slot.
        for (var slot = hash.GetHashCode() & mask; _slots[slot] != 0; slot = (slot + 1) & mask)
        {
            node = nodes[_slots[slot] - 1];
            if (node.Hash == hash) return true;
        }

        node = null;
        return false;
    }

    /// <summary>Adds the last of the nodes, whose hash no other has.</summary>
    public void AddLast()
    {
        if (2 * nodes.Count > _slots.Length)
        {
            _slots = new int[2 * _slots.Length];
            for (var place = 0; place < nodes.Count - 1; place++) Put(place);
        }

        Put(nodes.Count - 1);
    }

    private void Put(int place)
    {
        var mask = _slots.Length - 1;
        var slot = nodes[place].Hash.GetHashCode() & mask;
        while (_slots[slot] != 0) slot = (slot + 1) & mask;
        _slots[slot] = place + 1;
    }
}
