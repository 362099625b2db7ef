using Calculus.Budgets;
using Calculus.Checkpoints;

namespace Calculus.Optimization;

/// <summary>Which items a divisible computation does itself, and how it comes by the others.</summary>
/// <param name="work">The computation.</param>
/// <param name="items">How many items there are.</param>
/// <param name="budget">Pays for it, and has paid for what comes before the first item.</param>
/// <param name="reserve">How much must be left of the budget, or else an item may come out otherwise.</param>
internal sealed class Division(IDivisible work, int items, Budget budget, long reserve = 0)
{
    private readonly long _before = budget.OperationsSpent;
    private Part _part = new(0, items);

    /// <summary>The first item that is done here.</summary>
    public int From => _part.From;

    /// <summary>How many are done here, or taken over.</summary>
    public int Count => _part.To - _part.From;

    /// <summary>Leaves no more to do than a part.</summary>
    public void Restrict(Part part)
    {
        if (part.From < 0 || part.To > items || part.From > part.To) throw new SnapshotException($"There are no items from {part.From} to {part.To}.");
        _part = part;
    }

    /// <summary>Takes over a part that begins with the next item, where somebody else has done it.</summary>
    public bool TryAppend()
    {
        if (budget.Checkpoints?.PartAt(work) is not { } state) return false;
        try
        {
            return Snapshot.Read(state, work.TryAppend);
        }
        catch (SnapshotException)
        {
            // Another version has done it in its own way.
            return false;
        }
    }

    /// <summary>What the budget pays for a part that was done elsewhere; null where it does not suffice.</summary>
    /// <param name="part">The state of the part, where the budget is next.</param>
    public Action? Pay(Snapshot part) => budget.Following(part, _before, reserve);

    /// <summary>Hands over what was done, where it is only a part.</summary>
    public void End()
    {
        if (Count < items) budget.Checkpoints!.HandOver(work);
    }
}
