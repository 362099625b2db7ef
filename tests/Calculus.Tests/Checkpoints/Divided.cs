using Calculus.Checkpoints;

namespace Calculus.Tests.Checkpoints;

/// <summary>Has a part of a computation done, or all of it with parts that others have done.</summary>
internal sealed class Divided : ICheckpoints
{
    /// <summary>What is to be done; null for all.</summary>
    public Part? Part { get; init; }

    /// <summary>What others have done, by the first item of each part.</summary>
    public IReadOnlyDictionary<int, byte[]> Parts { get; init; } = new Dictionary<int, byte[]>();

    /// <summary>The state at which it was put down, or handed over.</summary>
    public byte[]? State { get; set; }

    /// <summary>After how many places it is put down; never where it is less than 1.</summary>
    public int After { get; init; }

    /// <summary>How many places it passed.</summary>
    public int Passed { get; private set; }

    /// <summary>True once the part was handed over.</summary>
    public bool IsHandedOver { get; private set; }

    public void Resume(IResumable work)
    {
        if (Part is { } part) ((IDivisible)work).Restrict(part);
        if (State is { } left) Snapshot.Restore(work, left);
    }

    public void Pass(IResumable work)
    {
        if (++Passed == After) PutDown(work);
    }

    public byte[]? PartAt(IDivisible work) => Parts.GetValueOrDefault(work.Next);

    public void HandOver(IDivisible work)
    {
        IsHandedOver = true;
        PutDown(work);
    }

    /// <summary>Has a part done, in several attempts.</summary>
    /// <param name="run">The computation.</param>
    /// <param name="part">The part.</param>
    /// <param name="every">After how many places each attempt is put down.</param>
    public static byte[] Done(Func<ICheckpoints, byte[]> run, Part part, int every)
    {
        byte[]? state = null;
        while (true)
        {
            var attempt = new Divided { Part = part, State = state, After = every };
            try
            {
                run(attempt);
                throw new InvalidOperationException("The part was never handed over.");
            }
            catch (PutDownException)
            {
                if (attempt.IsHandedOver) return attempt.State!;
            }

            state = attempt.State;
        }
    }

    private void PutDown(IResumable work)
    {
        State = Snapshot.Of(work);
        throw new PutDownException();
    }
}
