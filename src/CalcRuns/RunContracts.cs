namespace CalcRuns;

/// <summary>How a run stands.</summary>
public enum RunStatus
{
    /// <summary>It waits for its turn.</summary>
    Queued,

    /// <summary>It is computed, or goes on when its turn comes again.</summary>
    Running,

    /// <summary>It has come to its end, and its result is kept.</summary>
    Done,

    /// <summary>It could not be computed; its result says why.</summary>
    Failed,

    /// <summary>It was cancelled.</summary>
    Cancelled,
}

/// <summary>What is to be computed, as it was asked for. It never changes.</summary>
[GenerateSerializer, Immutable, Alias("CalcRuns.RunOrder")]
public sealed record RunOrder
{
    /// <summary>The kind of work.</summary>
    [Id(0)]
    public required string Kind { get; init; }

    /// <summary>The request, as JSON.</summary>
    [Id(1)]
    public required byte[] Request { get; init; }

    /// <summary>Whose it is: those who ask share the time fairly. It is no address, but tells addresses apart.</summary>
    [Id(2)]
    public required string Owner { get; init; }

    /// <summary>How many runs the owner may have open at the same time.</summary>
    [Id(3)]
    public required int MostOfOwner { get; init; }

    /// <summary>When it was asked for.</summary>
    [Id(4)]
    public required DateTimeOffset Asked { get; init; }
}

/// <summary>A number that a run has come to.</summary>
/// <param name="Name">What it is.</param>
/// <param name="Value">The number.</param>
[GenerateSerializer, Immutable, Alias("CalcRuns.RunNumber")]
public readonly record struct RunNumber([property: Id(0)] string Name, [property: Id(1)] double Value);

/// <summary>What there is to tell of a run from some moment on. Each event tells everything, so that whoever has the last one has missed nothing.</summary>
[GenerateSerializer, Immutable, Alias("CalcRuns.RunEvent")]
public sealed record RunEvent
{
    /// <summary>Its number: the first is 1, and none is left out or given twice, whatever happens to the machines; only where what was kept of the run cannot be read, the last one is greater by far.</summary>
    [Id(0)]
    public required long Id { get; init; }

    /// <summary>How the run stands.</summary>
    [Id(1)]
    public required RunStatus Status { get; init; }

    /// <summary>Which part of the work is done, from 0 to 1; null where nobody can tell.</summary>
    [Id(2)]
    public double? Share { get; init; }

    /// <summary>How many seconds it has been computed.</summary>
    [Id(3)]
    public double Seconds { get; init; }

    /// <summary>What was reached so far.</summary>
    [Id(4)]
    public IReadOnlyList<RunNumber> Reached { get; init; } = [];

    /// <summary>Why it failed, in words; null where it did not.</summary>
    [Id(5)]
    public string? Reason { get; init; }

    /// <summary>True where the run is over.</summary>
    public bool IsLast => Status is RunStatus.Done or RunStatus.Failed or RunStatus.Cancelled;

    /// <summary>How many more seconds it will be computed if it goes on as it did; null where nobody can tell.</summary>
    public double? SecondsLeft => IsLast ? 0 : Share is { } share and > 0 ? Seconds * (1 - share) / share : null;
}

/// <summary>What is told of a run.</summary>
/// <param name="Kind">The kind of work; null where that cannot be read any more.</param>
/// <param name="Latest">How it stands.</param>
/// <param name="Asked">When it was asked for; null where that cannot be read any more.</param>
/// <param name="Ended">When it came to its end; null while it goes on.</param>
[GenerateSerializer, Immutable, Alias("CalcRuns.RunView")]
public sealed record RunView([property: Id(0)] string? Kind, [property: Id(1)] RunEvent Latest, [property: Id(2)] DateTimeOffset? Asked, [property: Id(3)] DateTimeOffset? Ended);

/// <summary>What came of a run.</summary>
/// <param name="Code">What kind of answer it is; whoever computed it knows what that means.</param>
/// <param name="Answer">The answer, as it is given to whoever asked.</param>
[GenerateSerializer, Immutable, Alias("CalcRuns.RunResult")]
public sealed record RunResult([property: Id(0)] int Code, [property: Id(1)] byte[] Answer)
{
    /// <summary>Why there is no other answer, in words; null where there is.</summary>
    [Id(2)]
    public string? Reason { get; init; }
}

/// <summary>Events that a reader has not seen.</summary>
/// <param name="Events">The events, in order; none where none came in time.</param>
/// <param name="IsWhole">False where earlier ones are no longer kept: the first event then stands for all before it.</param>
[GenerateSerializer, Immutable, Alias("CalcRuns.RunNews")]
public sealed record RunNews([property: Id(0)] IReadOnlyList<RunEvent> Events, [property: Id(1)] bool IsWhole);

/// <summary>What became of an order.</summary>
public enum Acceptance
{
    /// <summary>A run was begun.</summary>
    Begun,

    /// <summary>There is such a run already, from the same order.</summary>
    Known,

    /// <summary>There is such a run already, from another order.</summary>
    Other,

    /// <summary>The owner has as many runs as one may have.</summary>
    TooManyOfOwner,

    /// <summary>There are as many runs as there may be.</summary>
    TooMany,
}
