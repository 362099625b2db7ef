namespace CalcRuns;

/// <summary>What was kept of a run cannot be read: its bytes are damaged, or another version wrote them.</summary>
/// <param name="cause">Why.</param>
public sealed class UnreadableRunException(Exception cause) : Exception("What was kept of the run cannot be read.", cause);
