using Calculus.Budgets;
using Calculus.Checkpoints;
using Calculus.Intervals;

namespace Calculus.CriticalPoints;

/// <summary>What a search may still spend: where it ends, the search ends with what is found, and says what is undecided.</summary>
internal sealed class Allowance
{
    // What only stands beside a search gets a fiftieth of it, and a few points.
    private const int Little = 50, FewPoints = 10;

    private const int CostOfMaking = 10;

    private readonly long _all;
    private readonly int _points;
    private readonly Budget _budget;
    private long _operations;
    private int _left;

    /// <summary>An allowance.</summary>
    /// <param name="operations">How many operations on ranges.</param>
    /// <param name="points">How many points.</param>
    /// <param name="budget">The request's own budget, asked for cancellation.</param>
    public Allowance(long operations, int points, Budget budget)
        : this(operations, points, budget, new Searches(budget))
    {
    }

    private Allowance(long operations, int points, Budget budget, Searches searches)
    {
        (_all, _points, _budget, Searches) = (operations, points, budget, searches);
        (_operations, _left) = (operations, points);
    }

    /// <summary>The searches that it pays for.</summary>
    public Searches Searches { get; }

    /// <summary>How many operations and how many points are left.</summary>
    public (long Operations, int Points) Left
    {
        get => (_operations, _left);
        set => (_operations, _left) = value;
    }

    /// <summary>Whether nothing is left.</summary>
    public bool IsSpent => _operations <= 0 || _left <= 0;

    /// <summary>Whether that much is left.</summary>
    public bool Has(long cost) => !IsSpent && _operations >= cost;

    /// <summary>Pays for work.</summary>
    /// <exception cref="OperationCanceledException">The request was cancelled.</exception>
    public void Spend(long cost)
    {
        _budget.Visit();
        _operations -= cost;
    }

    /// <summary>Pays in the request's budget for evaluations that were made elsewhere, as each pays for itself where it is made.</summary>
    /// <returns>False where that does not suffice; nothing is paid then.</returns>
    public bool TryRepay(long cost)
    {
        if (cost > _budget.OperationsLeft) return false;
        _budget.SpendOperations(cost);
        return true;
    }

    /// <summary>Pays for formulas that were made ready for ranges, which takes longer than to compute them once.</summary>
    /// <param name="program">The formulas.</param>
    public IntervalProgram Made(IntervalProgram program)
    {
        Spend((long)program.Cost * CostOfMaking);
        return program;
    }

    /// <summary>Pays for a point that was found.</summary>
    public void Found() => _left--;

    /// <summary>A share of the work that is left, for one of several searches, each of which may find all points; what it spends is spent here when it is given back.</summary>
    /// <param name="parts">How many searches follow, this one included.</param>
    public Allowance Share(int parts) => new(_operations / parts, _points, _budget, Searches);

    /// <summary>Takes back a share.</summary>
    public void Return(Allowance share) => _operations -= share._all - share._operations;

    /// <summary>A little of it, for what only stands beside.</summary>
    public Allowance Beside() => new(Math.Min(_operations, _all / Little), Math.Min(_left, FewPoints), _budget, Searches);

    /// <summary>Names what is left.</summary>
    /// <param name="snapshot">Where the state is written to or read from.</param>
    public void Exchange(Snapshot snapshot) => (_operations, _left) = (snapshot.Long(_operations), snapshot.Count(_left));
}
