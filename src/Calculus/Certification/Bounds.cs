using Calculus.Budgets;
using Calculus.Expressions;
using Calculus.Programs;

namespace Calculus.Certification;

/// <summary>Formulas in doubles with error bounds.</summary>
internal sealed class Bounds
{
    // The dearest formulas that are computed: operations on numbers.
    private const double Most = 8e6;

    // An operation with bounds costs about so many plain ones.
    private const int Cost = 4;

    private readonly NodePlan _plan;
    private readonly Inputs _inputs;
    private readonly Budget _budget;

    /// <summary>Formulas made ready, in the forms in which they are computed.</summary>
    /// <param name="formulas">The formulas, of any shapes.</param>
    /// <param name="inputs">What they are computed from.</param>
    /// <param name="budget">Pays for every evaluation.</param>
    /// <exception cref="UnboundSymbolException">A length has no value.</exception>
    public Bounds(IReadOnlyList<Expression> formulas, Inputs inputs, Budget budget) =>
        (_plan, _inputs, _budget) = (NodePlan.Of(StableForms.Of(formulas), inputs.Data), inputs, budget);

    /// <summary>Whether a second look at another form of the formulas would be dear.</summary>
    internal bool IsLarge => _plan.Work > Most / 8;

    /// <summary>The entries of each formula with their bounds.</summary>
    /// <param name="point">The coordinates.</param>
    /// <param name="values">The entries of each formula; one number stands for an array whose entries are all the same.</param>
    /// <returns>False where that would be too dear.</returns>
    /// <exception cref="UnboundSymbolException">A letter has no value.</exception>
    /// <exception cref="LimitException">The budget does not suffice.</exception>
    /// <exception cref="OperationCanceledException">The request was cancelled.</exception>
    public bool TryAt(double[] point, out Bounded[][] values)
    {
        values = [];
        if (_plan.Work > Most) return false;
        _budget.SpendOperations((long)_plan.Work * Cost);
        var coordinates = _inputs.Bounded(point);
        values = new NodeWalk<Bounded>(_plan, new BoundedArithmetic(), symbol => _inputs.Of(symbol, coordinates), _budget).Run();
        return true;
    }
}
