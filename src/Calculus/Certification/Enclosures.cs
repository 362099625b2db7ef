using Calculus.Balls;
using Calculus.Budgets;
using Calculus.Expressions;
using Calculus.Programs;

namespace Calculus.Certification;

/// <summary>Formulas in balls.</summary>
internal sealed class Enclosures
{
    // The dearest formulas that are computed: operations on numbers at the lowest precision.
    private const double Most = 40_000;

    // An operation on balls costs about so many plain ones at the lowest precision.
    private const int Cost = 250;

    private readonly NodePlan _plan;
    private readonly Inputs _inputs;
    private readonly Budget _budget;

    /// <summary>Formulas made ready.</summary>
    /// <param name="formulas">The formulas, of any shapes.</param>
    /// <param name="inputs">What they are computed from.</param>
    /// <param name="budget">Pays for every evaluation.</param>
    /// <exception cref="UnboundSymbolException">A length has no value.</exception>
    public Enclosures(IReadOnlyList<Expression> formulas, Inputs inputs, Budget budget) =>
        (_plan, _inputs, _budget) = (NodePlan.Of(formulas, inputs.Data), inputs, budget);

    /// <summary>Encloses the entries of each formula.</summary>
    /// <param name="point">The coordinates.</param>
    /// <param name="bits">How many bits are wanted.</param>
    /// <param name="values">The entries of each formula; one number stands for an array whose entries are all the same.</param>
    /// <returns>False where that would be too dear.</returns>
    /// <exception cref="UnboundSymbolException">A letter has no value.</exception>
    /// <exception cref="LimitException">The budget does not suffice.</exception>
    /// <exception cref="OperationCanceledException">The request was cancelled.</exception>
    public bool TryAt(Ball[] point, int bits, out Ball[][] values)
    {
        var work = _plan.Work * bits / BallLadder.Lowest;
        values = [];
        if (work > Most) return false;
        _budget.SpendOperations((long)work * Cost);
        values = new NodeWalk<Ball>(_plan, new BallArithmetic(bits), symbol => _inputs.Of(symbol, point), _budget).Run();
        return true;
    }
}
