using CalcRuns.Cluster;
using Orleans.Storage;

namespace CalcRuns.Stores;

/// <summary>Keeps the state of runs, and the list of those that are open. What it has acknowledged survives the end of the process.</summary>
internal interface IRunStore : IGrainStorage
{
    /// <summary>Enters a run into the list of those that are open, where there is room; one that is entered already has room.</summary>
    /// <param name="id">The run.</param>
    /// <param name="owner">Whose it is.</param>
    /// <param name="mostOfOwner">How many the owner may have.</param>
    /// <param name="most">How many there may be.</param>
    Task<Acceptance> Enter(string id, string owner, int mostOfOwner, int most);

    /// <summary>Takes a run out of the list of those that are open, forgets its tiles, and enters when it ended.</summary>
    /// <param name="id">The run.</param>
    /// <param name="ended">When; null where it never began.</param>
    Task Leave(string id, DateTimeOffset? ended);

    /// <summary>The runs that are open.</summary>
    Task<IReadOnlyList<string>> Open();

    /// <summary>The runs that ended before a moment.</summary>
    /// <param name="moment">The moment.</param>
    Task<IReadOnlyList<string>> EndedBefore(DateTimeOffset moment);

    /// <summary>Forgets a run that is over and all that was kept of it.</summary>
    /// <param name="id">The run.</param>
    Task Forget(string id);

    /// <summary>Tells the others what there is to do here, and asks them.</summary>
    /// <param name="silo">Who tells.</param>
    /// <param name="mine">What there is to do.</param>
    /// <returns>What each has told in the last seconds, this one included.</returns>
    Task<IReadOnlyDictionary<string, SiloLoad>> Exchange(string silo, SiloLoad mine);

    /// <summary>Random bytes that only this store knows, the same for ever.</summary>
    Task<byte[]> Secret();
}
