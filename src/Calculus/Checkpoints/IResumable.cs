namespace Calculus.Checkpoints;

/// <summary>A computation that can be put down and taken up again, elsewhere too: begun in the same way and put into the same state it goes on as if nothing had been.</summary>
internal interface IResumable
{
    /// <summary>How far it has come.</summary>
    Progress Progress { get; }

    /// <summary>Names each part of its state, in the same order on the way out and back in.</summary>
    /// <param name="snapshot">Where the state is written to or read from.</param>
    void Exchange(Snapshot snapshot);
}

/// <summary>How far a computation has come.</summary>
/// <param name="Share">Which part of the work is done, from 0 to 1; null where nobody can tell.</param>
/// <param name="Reached">What was reached so far, by name.</param>
internal sealed record Progress(double? Share, IReadOnlyList<Reached> Reached);

/// <summary>A number that a computation has come to.</summary>
/// <param name="Name">What it is, such as <c>step</c>.</param>
/// <param name="Value">The number; it may be infinite or NaN.</param>
internal sealed record Reached(string Name, double Value);
