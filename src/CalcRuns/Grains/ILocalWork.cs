namespace CalcRuns.Grains;

/// <summary>What this process works on.</summary>
internal interface ILocalWork
{
    /// <summary>Ends its work here, from any thread: what was written stays, and it goes on from that elsewhere.</summary>
    void Abandon();
}
