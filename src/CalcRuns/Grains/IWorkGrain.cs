using Orleans.Concurrency;

namespace CalcRuns.Grains;

/// <summary>A run or a tile of one. Whoever calls it wakes it, and awake it goes on by itself.</summary>
[Alias("CalcRuns.IWorkGrain")]
internal interface IWorkGrain : IGrainWithStringKey
{
    /// <summary>Does nothing but wake it; an entry without a run is taken out of the list of those that are open.</summary>
    [Alias("Wake")]
    Task Wake();

    /// <summary>Puts it down, so that it can be woken elsewhere, unless it is being computed.</summary>
    /// <returns>False where it stays.</returns>
    [Alias("Move"), AlwaysInterleave]
    Task<bool> Move();
}
