using Calculus.Checkpoints;
using Calculus.Intervals;

namespace Calculus.CriticalPoints;

/// <summary>
/// A search of a box of which parts can be done elsewhere. It begins as one search. Where that is not over soon, the boxes that are open are divided among tiles: each
/// is searched by itself, with its share of what may be spent, and knows no zeros but those that were found before all of them. So it comes to the same wherever
/// and whenever it is searched. What tiles leave open is searched in the end with what they have not spent.
/// </summary>
/// <param name="formulas">The function.</param>
/// <param name="whole">The box.</param>
/// <param name="allowance">Pays for it; where it ends, what is left is undecided.</param>
internal sealed class TiledSearch(BoxFormulas formulas, Enclosure[] whole, Allowance allowance) : ISearch
{
    private const int MostTiles = 64;

    // It is divided once this part of what may be spent is spent; what is over sooner is not worth it.
    private const int Beginning = 50;

    private readonly BoxSearch _all = New(formulas, whole, allowance, [whole], []);
    private readonly List<(BoxFindings Findings, long Spent)> _outcomes = [];
    private readonly long _most = allowance.Left.Operations;
    private Part? _part = allowance.Searches.Part;
    private List<Enclosure[]> _boxes = [];
    private List<(Enclosure[] Wide, Enclosure[] Narrow)> _known = [];
    private (long Operations, int Points) _share, _rest;
    private BoxSearch? _tile;

    /// <summary>How many tiles there are; 0 where it is not divided, or not yet.</summary>
    public int Tiles => Math.Min(MostTiles, _boxes.Count);

    /// <summary>The tile at which it stands.</summary>
    public int Next { get; private set; }

    /// <summary>Whether it stands at the start of a tile.</summary>
    public bool IsBetweenTiles => _tile is null && Next < End;

    /// <inheritdoc/>
    public double? Share => (_part is null ? _all.Findings.Done : _outcomes.Sum(static outcome => outcome.Findings.Done)) + (_tile?.Findings.Done ?? 0) is var share && double.IsFinite(share) ? Math.Clamp(share, 0, 1) : null;

    /// <inheritdoc/>
    public IReadOnlyList<Reached> Reached
    {
        get
        {
            var points = PointsOf(_all) + (_tile is null ? 0 : PointsOf(_tile));
            var boxes = _all.Findings.Open.Count + (_tile?.Findings.Open.Count ?? 0) + _boxes.Count - PlaceOf(Math.Min(Tiles, _tile is null ? Next : Next + 1));
            Reached[] reached = [new("points", points), new("boxesLeft", boxes)];
            return Tiles > 0 ? [new("tiles", Next), .. reached] : reached;
        }
    }

    private int End => Math.Min(Tiles, _part?.To ?? int.MaxValue);

    /// <summary>Searches all of it.</summary>
    /// <returns>The search with all that was found.</returns>
    /// <exception cref="OperationCanceledException">The request was cancelled, or the part that was asked for is done.</exception>
    public BoxSearch Run()
    {
        allowance.Searches.Run(this);
        return _all;
    }

    /// <inheritdoc/>
    public bool Advance()
    {
        if (Next < End) AdvanceTile();
        else if (_part is not null && Tiles > 0) return false;
        else AdvanceAll();
        return Next < End || (_all.Findings.Open.Count > 0 && (_part is null || Tiles == 0));
    }

    private void AdvanceAll()
    {
        var open = _all.Findings.Open;
        if (open.Count == 0) return;
        if (allowance.IsSpent) _all.GiveUp(open.Dequeue());
        else _all.Look();
        if (Tiles == 0 && open.Count >= MostTiles && !allowance.IsSpent && allowance.Left.Operations <= _most - (_most / Beginning)) Divide();
    }

    private void Divide()
    {
        _boxes = [.. _all.Findings.Open];
        _known = [.. _all.Findings.Zeros];
        _all.Findings.Open.Clear();
        _share = (allowance.Left.Operations / Tiles, allowance.Left.Points);
        if (_part is not { } part) return;
        if (part.From < 0 || part.To > Tiles || part.From >= part.To) throw new SnapshotException($"There are no tiles from {part.From} to {part.To}.");
        Next = part.From;
    }

    private void AdvanceTile()
    {
        if (_tile is null)
        {
            // Nothing of it would count any more.
            if (_part is null && allowance.IsSpent)
            {
                GiveUpTile();
                return;
            }

            (_rest, allowance.Left) = (allowance.Left, _share);
            _tile = New(formulas, whole, allowance, BoxesOf(Next), _known);
        }

        if (!allowance.IsSpent) _tile.Look();
        if (_tile.Findings.Open.Count > 0 && !allowance.IsSpent) return;
        var outcome = (_tile.Findings, _share.Operations - allowance.Left.Operations);
        (allowance.Left, _tile) = (_rest, null);
        if (_part is null)
        {
            Merge(outcome);
            return;
        }

        _outcomes.Add(outcome);
        Next++;
    }

    // What came of the next tile, here or elsewhere.
    private void Merge((BoxFindings Findings, long Spent) outcome)
    {
        allowance.Spend(outcome.Spent);
        foreach (var zero in outcome.Findings.Zeros)
        {
            if (allowance.Left.Points <= 0)
            {
                GiveUpTile();
                return;
            }

            _all.Add(zero);
        }

        _all.Findings.AddBoxes(outcome.Findings);
        Next++;
    }

    private void GiveUpTile()
    {
        foreach (var box in BoxesOf(Next)) _all.GiveUp(box);
        Next++;
    }

    private IReadOnlyList<Enclosure[]> BoxesOf(int tile) => _boxes[PlaceOf(tile)..PlaceOf(tile + 1)];

    private int PlaceOf(int tile) => Tiles == 0 ? 0 : (int)((long)_boxes.Count * tile / Tiles);

    /// <inheritdoc/>
    public void Exchange(Snapshot snapshot)
    {
        _all.Findings.Exchange(snapshot);
        allowance.Exchange(snapshot);
        snapshot.List(_boxes, EnclosureState.Exchanged);
        if (_boxes.Count == 0) return;
        snapshot.Mark(_part?.From ?? 0);
        Next = snapshot.Count(Next);
        var known = snapshot.Count(_known.Count);
        if (snapshot.IsReading) _known = _all.Findings.Zeros[..known];
        _share = (snapshot.Long(_share.Operations), snapshot.Count(_share.Points));
        snapshot.List(_outcomes, static (each, outcome) => (BoxFindings.Exchanged(each, outcome.Findings), each.Long(outcome.Spent)));
        if (!snapshot.Flag(_tile is not null)) return;
        _rest = (snapshot.Long(_rest.Operations), snapshot.Count(_rest.Points));
        if (snapshot.IsReading) _tile = New(formulas, whole, allowance, [], _known);
        _tile!.Findings.Exchange(snapshot);
    }

    /// <summary>Takes over the next tiles, where somebody else has searched them.</summary>
    /// <param name="part">The state of a search of these tiles alone.</param>
    /// <returns>False where they would have come out otherwise here, or what may be spent does not suffice for any of them; nothing is changed then.</returns>
    public bool TryAppend(Snapshot part)
    {
        ArgumentNullException.ThrowIfNull(part);
        var left = allowance.Left;
        var other = new TiledSearch(formulas, whole, allowance) { _part = new(Next, Tiles) };
        try
        {
            other.Exchange(part);
        }
        finally
        {
            allowance.Left = left;
        }

        if (other._boxes.Count != _boxes.Count || other._share != _share || other._tile is not null || other._outcomes.Count > Tiles - Next) return false;
        var before = Next;
        foreach (var outcome in other._outcomes)
        {
            if (allowance.IsSpent) GiveUpTile();
            else if (allowance.TryRepay(outcome.Spent)) Merge(outcome);
            else break;
        }

        return Next > before;
    }

    private static BoxSearch New(BoxFormulas formulas, Enclosure[] whole, Allowance allowance, IEnumerable<Enclosure[]> boxes, IReadOnlyList<(Enclosure[] Wide, Enclosure[] Narrow)> known)
    {
        var search = new BoxSearch(formulas, whole, allowance) { Before = known };
        foreach (var box in boxes) search.Findings.Open.Enqueue(box);
        return search;
    }

    private static int PointsOf(BoxSearch search) => search.Findings.Zeros.Count(static zero => zero.Narrow.Length > 0);
}
