using System.Net;

namespace CalcApi.Http.Compute;

/// <summary>
/// Work that waits, in an order that is fair between addresses whatever each of them sends: start-time fair queueing (Goyal, Vin and Cheng,
/// <i>Start-time fair queueing</i>, IEEE/ACM Transactions on Networking 5, 1997). Each piece of work starts, on a clock of the queue's own, when
/// the one before it from the same address ends; what starts first is taken first, and the clock shows the start of what was taken last.
/// The caller holds a lock.
/// </summary>
/// <typeparam name="TItem">What waits.</typeparam>
internal sealed class FairQueue<TItem>
{
    // Above this many, addresses that have had their turn are forgotten.
    private const int MostAddresses = 4_096;

    private readonly PriorityQueue<(TItem Item, double Start), (double Start, long Order)> _waiting = new();
    private readonly Dictionary<IPAddress, double> _ends = [];
    private double _now;
    private long _order;

    /// <summary>How many wait.</summary>
    public int Count => _waiting.Count;

    /// <summary>Puts an item in its place.</summary>
    /// <param name="address">Whose it is.</param>
    /// <param name="item">The item.</param>
    /// <param name="cost">What it is expected to cost, in any unit.</param>
    public void Add(IPAddress address, TItem item, double cost)
    {
        var start = Math.Max(_now, _ends.GetValueOrDefault(address));
        _ends[address] = start + cost;
        _waiting.Enqueue((item, start), (start, _order++));
        if (_ends.Count > MostAddresses) Forget();
    }

    /// <summary>Takes the item whose turn it is.</summary>
    /// <returns>False when nothing waits.</returns>
    public bool TryTake(out TItem item)
    {
        if (!_waiting.TryDequeue(out var next, out _))
        {
            item = default!;
            // Nobody is owed anything any more.
            _ends.Clear();
            _now = 0;
            return false;
        }

        (item, _now) = next;
        return true;
    }

    private void Forget()
    {
        foreach (var (address, end) in _ends)
            if (end <= _now)
                _ends.Remove(address);
    }
}
