namespace Calculus.Budgets;

/// <summary>Decides when a computation that has gone on for long lets others go first.</summary>
public interface IPace
{
    /// <summary>
    /// Called on the computing thread at every poll of a budget. May keep the thread waiting; where the computation is to end, it cancels the
    /// budget's token, which is checked right after.
    /// </summary>
    void Rest();
}
