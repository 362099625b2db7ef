namespace CalcRuns.Stores;

/// <summary>
/// The store cannot be used at this moment. What was asked of it may have been done or not; what it has tells. Machines tell one another: the cause is told in
/// words, since an exception of the store's own library cannot be sent.
/// </summary>
/// <param name="cause">Why.</param>
[GenerateSerializer, Alias("CalcRuns.StoreAwayException")]
public sealed class StoreAwayException(Exception cause) : OrleansException($"The store of runs cannot be used at this moment: {cause.GetType().Name}: {cause.Message}");
