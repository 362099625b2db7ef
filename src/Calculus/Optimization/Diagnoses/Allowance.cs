using Calculus.Budgets;

namespace Calculus.Optimization.Diagnoses;

/// <summary>
/// What the diagnosis of one descent may spend: a quarter of what the request has left, and no more than four times what the descent itself
/// has cost, or what a short one may cost. So the answer that it stands beside is never put at risk.
/// </summary>
internal sealed class Allowance
{
    private const long Least = 50_000_000;
    private const long Most = 400_000_000;

    /// <summary>Where so much is left, no diagnosis depends on how much it is.</summary>
    public const long Plenty = 4 * Most;

    private readonly Budget _budget;
    private readonly long _floor;

    /// <summary>Sets the allowance aside.</summary>
    /// <param name="budget">The budget of the request.</param>
    /// <param name="spent">The operations that the descent has cost.</param>
    public Allowance(Budget budget, long spent)
    {
        var left = Math.Max(0, budget.OperationsLeft);
        (_budget, _floor) = (budget, left - Math.Min(left / 4, Math.Clamp(4 * Math.Min(spent, Most), Least, Most)));
    }

    /// <summary>The operations that are left of it.</summary>
    public long Left => Math.Max(0, _budget.OperationsLeft - _floor);

    /// <summary>Pays for some work.</summary>
    /// <exception cref="LimitException">The allowance is spent.</exception>
    /// <exception cref="OperationCanceledException">The request was cancelled.</exception>
    public void Pay(long operations)
    {
        _budget.Cancellation.ThrowIfCancellationRequested();
        if (Left < operations) throw new LimitException("operations", _budget.Limits.Operations, "The diagnosis needs more than its share of the elementary operations.");
        _budget.SpendOperations(operations);
    }
}
