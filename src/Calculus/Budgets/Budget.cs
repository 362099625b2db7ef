using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using Calculus.Checkpoints;

namespace Calculus.Budgets;

/// <summary>
/// What one request may still spend. Every pass takes it and checks it at bounded intervals. It counts work, so the
/// same request always ends the same way; the token is the backstop and the means of cancellation. Belongs to one thread.
/// </summary>
public sealed class Budget
{
    /// <summary>The name of the limit on memory.</summary>
    internal const string AllocatedBytes = "allocatedBytes";

    private const int PollInterval = 256;

    private readonly Budget? _of;
    private readonly Allocation _allocation = new();
    private int _untilPoll = PollInterval;
    private int _graphNodes;
    private int _trials;
    private long _operations;

    /// <summary>The budget of a question of whose mistakes nobody is told: they are thrown.</summary>
    /// <param name="limits">The limits that it enforces.</param>
    /// <param name="cancellation">Cancelled when the client leaves or the time is up.</param>
    public Budget(Limits limits, CancellationToken cancellation = default)
        : this(limits, null, cancellation)
    {
    }

    /// <summary>The budget of a question whose answer survives mistakes in what stands beside it.</summary>
    /// <param name="limits">The limits that it enforces.</param>
    /// <param name="observer">Who is told of the mistakes; where nobody is, they are thrown.</param>
    /// <param name="cancellation">Cancelled when the client leaves or the time is up.</param>
    public Budget(Limits limits, IFaultObserver? observer, CancellationToken cancellation)
    {
        (Limits, Cancellation, Extras) = (limits, cancellation, new Extras(observer));
        _allocation.Resume();
    }

    private Budget(Budget of, Limits limits) => (_of, Limits, Cancellation, Extras, Pace, Stages, Codes) = (of, limits, of.Cancellation, of.Extras, of.Pace, of.Stages, of.Codes);

    /// <summary>The limits that this budget enforces.</summary>
    public Limits Limits { get; }

    /// <summary>Cancelled when the client leaves or the time is up.</summary>
    public CancellationToken Cancellation { get; }

    /// <summary>Who decides when the computation lets others go first; null where nobody does.</summary>
    public IPace? Pace { get; init; }

    /// <summary>Who is told which stage of the work is under way; null where nobody is.</summary>
    public IStageObserver? Stages { get; init; }

    /// <summary>Where code is kept for later questions; null where none is.</summary>
    internal ICodeStore? Codes { get; init; }

    /// <summary>Where long computations can be put down; null where they are done in one go.</summary>
    internal ICheckpoints? Checkpoints { get; init; }

    /// <summary>What stands beside the answer, and what of it was left out.</summary>
    public Extras Extras { get; }

    /// <summary>How many elementary operations may still be spent on numbers; below 0 once more were asked for than there were.</summary>
    public long OperationsLeft => Limits.Operations - _operations;

    /// <summary>How many elementary operations were spent on numbers.</summary>
    public long OperationsSpent => _operations;

    /// <summary>How many nodes of the expression graph were made.</summary>
    public int NodesSpent => _graphNodes;

    /// <summary>How many nodes the trials of simplification have looked at.</summary>
    public int TrialsSpent => _trials;

    /// <summary>How many bytes were allocated, apart from what is checked beside the answer.</summary>
    public long AllocatedSoFar => _allocation.Bytes;

    /// <summary>True once simplification has spent its share and given the best form it had reached.</summary>
    public bool Shortened { get; private set; }

    /// <summary>For work beside an answer that is not part of it: a quarter of the operations, so that it costs no more than the question.</summary>
    /// <param name="nodes">How many nodes it may make; as many as the request where nothing is said.</param>
    public Budget Besides(int? nodes = null) => new(
        this, Limits with { Operations = Limits.Operations / 4, GraphNodes = Math.Min(Limits.GraphNodes, nodes ?? Limits.GraphNodes) });

    /// <summary>Does work beside an answer: the memory that it allocates counts here and not in the budget that this one stands beside.</summary>
    public T Apart<T>(Func<T> work)
    {
        ArgumentNullException.ThrowIfNull(work);
        _of?._allocation.Pause();
        _allocation.Resume();
        try
        {
            return work();
        }
        finally
        {
            _allocation.Pause();
            _of?._allocation.Resume();
        }
    }

    /// <summary>Says that a stage begins; it ends when the mark is disposed of.</summary>
    internal StageMark In(Stage stage) => new(Stages, stage);

    /// <summary>Counts one step of a pass over nodes and checks the token now and then.</summary>
    /// <exception cref="OperationCanceledException">The request was cancelled.</exception>
    /// <exception cref="LimitException">More memory was allocated than may be.</exception>
    public void Visit()
    {
        if (--_untilPoll <= 0) Poll();
    }

    /// <summary>Pays for one new node of the expression graph.</summary>
    /// <exception cref="LimitException">The graph already has as many nodes as it may have.</exception>
    public void SpendNode()
    {
        Visit();
        if (++_graphNodes > Limits.GraphNodes)
            throw new LimitException("graphNodes", Limits.GraphNodes,
                $"This needs more than {Limits.GraphNodes} nodes in the expression graph.");
    }

    /// <summary>Pays for numeric work in advance.</summary>
    /// <param name="count">Instructions times points.</param>
    /// <exception cref="LimitException">The work is more than what is left.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void SpendOperations(long count)
    {
        Cancellation.ThrowIfCancellationRequested();
        if (count >= PollInterval) Poll();
        else Visit();
        _operations += count;
        if (_operations > Limits.Operations) OperationsAreSpent();
    }

    [DoesNotReturn]
    private void OperationsAreSpent() =>
        throw new LimitException("operations", Limits.Operations, $"This needs more than {Limits.Operations} elementary operations.", _operations);

    /// <summary>Names how much was spent on numbers and what was left out, which is part of the state of a computation. What it allocated is not: memory is counted anew for each attempt.</summary>
    internal void Exchange(Snapshot snapshot)
    {
        _operations = snapshot.Long(_operations);
        Extras.Exchange(snapshot);
    }

    /// <summary>Reads what a computation has spent and left out that began with as much as this one, and pays for it.</summary>
    /// <param name="snapshot">The state of that computation, where its budget is next.</param>
    /// <param name="before">What both had spent at their start.</param>
    /// <param name="reserve">How much must be left.</param>
    /// <returns>What pays; null where this budget does not suffice.</returns>
    internal Action? Following(Snapshot snapshot, long before, long reserve)
    {
        var spent = snapshot.Long(0) - before;
        var leave = Extras.Following(snapshot);
        if (_operations + spent > Limits.Operations - reserve) return null;
        return () =>
        {
            _operations += spent;
            leave();
        };
    }

    private void Poll()
    {
        _untilPoll = PollInterval;
        Pace?.Rest();
        Cancellation.ThrowIfCancellationRequested();
        if (_allocation.Bytes > Limits.AllocatedBytes)
            throw new LimitException(AllocatedBytes, Limits.AllocatedBytes, $"This needs more than {Limits.AllocatedBytes} bytes of memory, counted as they are allocated.");
    }

    /// <summary>Pays for one trial of simplification; false from the moment the trials are spent to the end of the request.</summary>
    /// <param name="size">How many nodes the trial looks at: a long sum costs more than a short one.</param>
    public bool TrySpendTrial(int size)
    {
        Visit();
        if (_trials <= Limits.SimplificationTrials - size)
        {
            _trials += size;
            return true;
        }

        Shortened = true;
        return false;
    }
}
