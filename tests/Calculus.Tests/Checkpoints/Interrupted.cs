using Calculus.Checkpoints;

namespace Calculus.Tests.Checkpoints;

/// <summary>Puts a computation down after some of its steps, and keeps what it had come to.</summary>
/// <param name="state">What an earlier attempt left; null where this is the first.</param>
/// <param name="after">After how many places it is put down; never where it is less than 1.</param>
internal sealed class Interrupted(byte[]? state, int after) : ICheckpoints
{
    private int _passed;

    /// <summary>The state at which it was put down.</summary>
    public byte[]? State { get; private set; } = state;

    /// <summary>How many places it passed.</summary>
    public int Passed => _passed;

    public void Resume(IResumable work)
    {
        if (State is { } left) Snapshot.Restore(work, left);
    }

    public void Pass(IResumable work)
    {
        if (++_passed != after) return;
        State = Snapshot.Of(work);
        throw new PutDownException();
    }

    /// <summary>Runs a computation that is put down again and again, each time after as many places as the next number says, until it comes to its end.</summary>
    /// <param name="begin">Runs it from its start, with these places; it gives its answer.</param>
    /// <param name="after">After how many places each attempt is put down; beyond the last number none is.</param>
    public static T Run<T>(Func<ICheckpoints, T> begin, params ReadOnlySpan<int> after)
    {
        byte[]? state = null;
        foreach (var places in after)
        {
            var attempt = new Interrupted(state, places);
            try
            {
                return begin(attempt);
            }
            catch (PutDownException)
            {
                state = attempt.State;
            }
        }

        return begin(new Interrupted(state, 0));
    }
}

/// <summary>The computation was put down.</summary>
internal sealed class PutDownException : OperationCanceledException;
