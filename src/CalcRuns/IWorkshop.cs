using System.Threading.Channels;

namespace CalcRuns;

/// <summary>Who computes runs: on threads of its own, in turns that are fair.</summary>
public interface IWorkshop
{
    /// <summary>Begins to wait for a turn, and then to compute.</summary>
    /// <param name="order">What is to be computed.</param>
    /// <param name="state">What an earlier attempt had come to; empty where there was none.</param>
    /// <param name="tile">The items that are to be computed and no others; null for all.</param>
    /// <param name="tiles">What is computed elsewhere; null where nothing is.</param>
    IAttempt Begin(RunOrder order, ReadOnlyMemory<byte> state, TileRange? tile = null, ITiles? tiles = null);

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
public sealed record Waymark(ReadOnlyMemory<byte> State, double? Share, double Seconds, IReadOnlyList<RunNumber> Reached)
{
    /// <summary>The item at which it stands, and how many there are, where tiles of them can be computed apart; the first number that was reached then counts items. Null where they cannot.</summary>
    public (int Next, int Count)? Items { get; init; }
}

/// <summary>How an attempt ended.</summary>
/// <param name="Result">What came of the run; null where it was put down.</param>
/// <param name="IsFailure">Whether the result says why there is no answer.</param>
/// <param name="Left">Where it can be taken up again; the end where it came to one.</param>
public sealed record AttemptEnd(RunResult? Result, bool IsFailure, Waymark? Left)
{
    /// <summary>True where a tile has come to its end; what is left is what came of it.</summary>
    public bool IsTile { get; init; }

    /// <summary>True where it waits for the tile that begins where it stands.</summary>
    public bool IsWaiting { get; init; }
}

/// <summary>Items of a run, each of which comes out the same whatever was computed before it.</summary>
/// <param name="From">The first.</param>
/// <param name="To">The one after the last.</param>
[GenerateSerializer, Immutable, Alias("CalcRuns.TileRange")]
public readonly record struct TileRange([property: Id(0)] int From, [property: Id(1)] int To);

/// <summary>The tiles of a run that are computed elsewhere, for the attempt that computes it from its start on.</summary>
public interface ITiles
{
    /// <summary>What came of the tile that begins with an item; null where there is none, or it has not come to its end.</summary>
    /// <param name="item">The item.</param>
    /// <param name="isUnderWay">Whether it is worth waiting for.</param>
    byte[]? At(int item, out bool isUnderWay);
}
