using Calculus.Checkpoints;
using Calculus.Intervals;

namespace Calculus.CriticalPoints;

/// <summary>What a search of boxes has come to.</summary>
internal sealed class BoxFindings
{
    /// <summary>The zeros: each is the only one in its wide box and lies in the narrow one, which has no sides where it lies outside the whole.</summary>
    public List<(Enclosure[] Wide, Enclosure[] Narrow)> Zeros { get; } = [];

    /// <summary>Boxes in which there may be others, or none.</summary>
    public List<Enclosure[]> Undecided { get; } = [];

    /// <summary>Boxes on which the function has one value all over.</summary>
    public List<Enclosure[]> Flat { get; } = [];

    /// <summary>Boxes on which the gradient is 0 wherever there is one, but the function jumps, or may have no value: the edges of the others.</summary>
    public List<Enclosure[]> FlatEdges { get; } = [];

    /// <summary>Boxes that are still to be looked at.</summary>
    public Queue<Enclosure[]> Open { get; } = new();

    /// <summary>Which part of the whole needs no look any more; NaN where a side is infinite.</summary>
    public double Done { get; set; }

    /// <summary>Takes in what another search has come to, apart from its zeros.</summary>
    /// <param name="other">What it has come to.</param>
    public void AddBoxes(BoxFindings other)
    {
        Undecided.AddRange(other.Undecided);
        Flat.AddRange(other.Flat);
        FlatEdges.AddRange(other.FlatEdges);
        foreach (var box in other.Open) Open.Enqueue(box);
        Done += other.Done;
    }

    /// <summary>Names all of it.</summary>
    /// <param name="snapshot">Where the state is written to or read from.</param>
    public void Exchange(Snapshot snapshot)
    {
        snapshot.List(Zeros, static (each, zero) => (EnclosureState.Exchanged(each, zero.Wide), EnclosureState.Exchanged(each, zero.Narrow)));
        snapshot.List(Undecided, EnclosureState.Exchanged);
        snapshot.List(Flat, EnclosureState.Exchanged);
        snapshot.List(FlatEdges, EnclosureState.Exchanged);
        EnclosureState.Exchange(snapshot, Open, EnclosureState.Exchanged);
        Done = snapshot.Number(Done);
    }

    /// <summary>What was named.</summary>
    /// <param name="snapshot">Where the state is written to or read from.</param>
    /// <param name="findings">What is written; null where it is read.</param>
    public static BoxFindings Exchanged(Snapshot snapshot, BoxFindings? findings)
    {
        findings ??= new BoxFindings();
        findings.Exchange(snapshot);
        return findings;
    }
}
