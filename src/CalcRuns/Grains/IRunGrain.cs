using Orleans.Concurrency;

namespace CalcRuns.Grains;

/// <summary>One run.</summary>
[Alias("CalcRuns.IRunGrain")]
internal interface IRunGrain : IWorkGrain
{
    /// <summary>Begins the run, unless there is one already. Once this is answered the run survives whatever happens.</summary>
    /// <param name="order">What is to be computed.</param>
    [Alias("Begin")]
    Task<Acceptance> Begin(RunOrder order);

    /// <summary>How it stands; null where there is no such run.</summary>
    [Alias("Look"), AlwaysInterleave]
    Task<RunView?> Look();

    /// <summary>What came of it; null where it is not over.</summary>
    [Alias("Result"), AlwaysInterleave]
    Task<RunResult?> Result();

    /// <summary>The events after one, as soon as there are any; null where there is no such run.</summary>
    /// <param name="after">The last event that is known.</param>
    [Alias("NewsAfter"), AlwaysInterleave]
    Task<RunNews?> NewsAfter(long after);

    /// <summary>Ends the run where it goes on, and forgets it where it is over. Asked twice for the same, it does it once.</summary>
    /// <param name="isOver">Whether it is to be forgotten: it was over already when that was asked.</param>
    [Alias("Cancel"), AlwaysInterleave]
    Task Cancel(bool isOver);
}
