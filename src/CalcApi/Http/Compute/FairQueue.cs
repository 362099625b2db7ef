using System.Diagnostics.CodeAnalysis;

namespace CalcApi.Http.Compute;

/// <summary>Things that wait, each with what it is expected to cost. The caller holds a lock.</summary>
/// <typeparam name="TItem">What waits.</typeparam>
internal interface IWaiting<TItem>
{
    /// <summary>How many wait.</summary>
    int Count { get; }

    /// <summary>Puts an item in its place.</summary>
    void Add(TItem item, double cost);

    /// <summary>Takes the item whose turn it is.</summary>
    /// <returns>False when nothing waits.</returns>
    bool TryTake([MaybeNullWhen(false)] out TItem item, out double cost);
}

/// <summary>First come, first served.</summary>
/// <typeparam name="TItem">What waits.</typeparam>
internal sealed class OrderOfArrival<TItem> : IWaiting<TItem>
{
    private readonly Queue<(TItem Item, double Cost)> _items = new();

    /// <inheritdoc/>
    public int Count => _items.Count;

    /// <inheritdoc/>
    public void Add(TItem item, double cost) => _items.Enqueue((item, cost));

    /// <inheritdoc/>
    public bool TryTake([MaybeNullWhen(false)] out TItem item, out double cost)
    {
        var any = _items.TryDequeue(out var next);
        (item, cost) = next;
        return any;
    }
}

/// <summary>
/// An order that is fair between those who have things waiting, however many each of them has: start-time fair queueing (Goyal, Vin and Cheng,
/// <i>Start-time fair queueing</i>, IEEE/ACM Transactions on Networking 5, 1997). Each item starts, on a clock of the queue's own, when the one before
/// it of the same owner ends; what starts first is taken first, and the clock shows the start of what was taken last.
/// </summary>
/// <typeparam name="TOwner">Between whom it is fair.</typeparam>
/// <typeparam name="TItem">What waits.</typeparam>
/// <param name="owner">Whose an item is.</param>
/// <param name="within">The order among the things of one owner.</param>
internal sealed class FairQueue<TOwner, TItem>(Func<TItem, TOwner> owner, Func<IWaiting<TItem>> within) : IWaiting<TItem>
    where TOwner : notnull
{
    // Above this many, owners who have nothing waiting and are owed nothing are forgotten.
    private const int MostOwners = 4_096;

    private readonly Dictionary<TOwner, Flow> _flows = [];
    private readonly PriorityQueue<Flow, (double Start, long Order)> _next = new();
    private double _now;
    private long _order;

    /// <inheritdoc/>
    public int Count { get; private set; }

    /// <inheritdoc/>
    public void Add(TItem item, double cost)
    {
        var key = owner(item);
        if (!_flows.TryGetValue(key, out var flow))
        {
            if (_flows.Count >= MostOwners) Forget();
            _flows.Add(key, flow = new(within()));
        }

        Count++;
        flow.Items.Add(item, cost);
        if (flow.Items.Count == 1) Queue(flow);
    }

    /// <inheritdoc/>
    public bool TryTake([MaybeNullWhen(false)] out TItem item, out double cost)
    {
        if (!_next.TryDequeue(out var flow, out var place))
        {
            // Nobody is owed anything any more.
            _flows.Clear();
            (item, cost, _now) = (default, 0, 0);
            return false;
        }

        flow.Items.TryTake(out item!, out cost);
        Count--;
        _now = place.Start;
        flow.End = place.Start + cost;
        if (flow.Items.Count > 0) Queue(flow);
        return true;
    }

    private void Queue(Flow flow) => _next.Enqueue(flow, (Math.Max(_now, flow.End), _order++));

    private void Forget()
    {
        foreach (var (key, flow) in _flows)
            if (flow.Items.Count == 0 && flow.End <= _now)
                _flows.Remove(key);
    }

    private sealed class Flow(IWaiting<TItem> items)
    {
        public IWaiting<TItem> Items => items;

        public double End { get; set; }
    }
}
