using System.Threading.Channels;

namespace CalcRuns;

/// <summary>Who computes runs: on threads of its own, in turns that are fair.</summary>
public interface IWorkshop
{
    /// <summary>Begins to wait for a turn, and then to compute.</summary>
    /// <param name="order">What is to be computed.</param>
    /// <param name="state">What an earlier attempt had come to; empty where there was none.</param>
    IAttempt Begin(RunOrder order, ReadOnlyMemory<byte> state);

    /// <summary>What is told of a run that ends by a mistake of the service.</summary>
    /// <param name="fault">The mistake.</param>
    RunResult ResultOf(Exception fault);

    /// <summary>How many runs are computed at the same time.</summary>
    int Slots { get; }
}

/// <summary>One attempt to compute a run, from a state to its end or to where it is put down.</summary>
public interface IAttempt
{
    /// <summary>How far it has come, told now and then; the first is told when its turn has come. The next is told only when the last was kept.</summary>
    ChannelReader<Waymark> Waymarks { get; }

    /// <summary>How it ended. It never fails.</summary>
    Task<AttemptEnd> End { get; }

    /// <summary>The last of the way is kept, so that it need not be gone again.</summary>
    void Kept();

    /// <summary>Asks for an end at the next place where it can be taken up again.</summary>
    void PutDown();
}

/// <summary>A place from which a run can go on.</summary>
/// <param name="State">Its state there; empty at its start.</param>
/// <param name="Share">Which part of the work is done; null where nobody can tell.</param>
/// <param name="Seconds">How many seconds the attempt has computed so far.</param>
/// <param name="Reached">What was reached.</param>
public sealed record Waymark(ReadOnlyMemory<byte> State, double? Share, double Seconds, IReadOnlyList<RunNumber> Reached);

/// <summary>How an attempt ended.</summary>
/// <param name="Result">What came of the run; null where it was put down.</param>
/// <param name="IsFailure">Whether the result says why there is no answer.</param>
/// <param name="Left">Where it can be taken up again; the end where it came to one.</param>
public sealed record AttemptEnd(RunResult? Result, bool IsFailure, Waymark? Left);
