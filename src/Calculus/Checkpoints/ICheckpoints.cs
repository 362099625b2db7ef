namespace Calculus.Checkpoints;

/// <summary>
/// What a long computation meets on its way: it takes up what an earlier attempt left, and passes here wherever it could be put down.
/// To put it down is to throw from <see cref="Pass"/>.
/// </summary>
internal interface ICheckpoints
{
    /// <summary>Puts the computation into the state that an earlier attempt left; leaves it at its start where there was none. Called once.</summary>
    /// <param name="work">The computation, at its start.</param>
    void Resume(IResumable work);

    /// <summary>The computation stands where it could be put down; its state may be taken before this returns.</summary>
    /// <param name="work">The computation.</param>
    void Pass(IResumable work);

    /// <summary>The state of a part of the computation that begins with its next item and was done elsewhere; null where there is none. Puts the computation down where one is under way.</summary>
    /// <param name="work">The computation, between two items.</param>
    byte[]? PartAt(IDivisible work) => null;

    /// <summary>The part that the computation was restricted to is done: it ends here, and does not return.</summary>
    /// <param name="work">The computation.</param>
    void HandOver(IDivisible work) => throw new InvalidOperationException("Nobody has asked for a part.");
}
