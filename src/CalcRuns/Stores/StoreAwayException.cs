namespace CalcRuns.Stores;

/// <summary>The store cannot be used at this moment. What was asked of it may have been done or not; what it has tells.</summary>
/// <param name="cause">Why.</param>
public sealed class StoreAwayException(Exception cause) : OrleansException("The store of runs cannot be used at this moment.", cause);
