namespace Calculus.Checkpoints;

/// <summary>A computation of items one after another, of which each comes out the same whatever was done before it, as long as the budget suffices: parts of it can be done elsewhere.</summary>
internal interface IDivisible : IResumable
{
    /// <summary>How many items there are; 0 where that is not known yet.</summary>
    int Items { get; }

    /// <summary>The item at which it stands.</summary>
    int Next { get; }

    /// <summary>Leaves it no more to do than a part of its items. Only at its start.</summary>
    /// <param name="part">The part.</param>
    void Restrict(Part part);

    /// <summary>Takes over the items from the next on that were done elsewhere, as if they had been done here.</summary>
    /// <param name="part">The state of a computation that has done them and no others.</param>
    /// <returns>False where they would have come out otherwise here, or not at all; nothing is changed then.</returns>
    bool TryAppend(Snapshot part);
}

/// <summary>Some of the items of a computation.</summary>
/// <param name="From">The first.</param>
/// <param name="To">The one after the last.</param>
internal readonly record struct Part(int From, int To);
