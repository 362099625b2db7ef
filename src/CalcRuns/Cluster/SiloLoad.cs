namespace CalcRuns.Cluster;

/// <summary>What there is to do on one machine.</summary>
/// <param name="Runs">How many runs are open there.</param>
/// <param name="Slots">How many it computes at the same time.</param>
internal readonly record struct SiloLoad(int Runs, int Slots);
