using Calculus.Budgets;
using Calculus.Expressions;
using Calculus.Programs;

namespace Calculus.Certification;

/// <summary>Formulas in doubles with error bounds.</summary>
public sealed class Bounds
{
    // The dearest formulas that are computed: operations on numbers.
    private const double Most = 8e6;

    // An operation with bounds costs about so many plain ones.
    private const int Cost = 4;

    private readonly NodePlan _plan;
    private readonly IReadOnlyList<Symbol> _variables;
    private readonly IReadOnlyDictionary<string, ArrayValue> _data;
    private readonly Budget _budget;
    private readonly Dictionary<string, Bounded[]> _known = new(StringComparer.Ordinal);

    /// <summary>Formulas made ready, in the forms in which they are computed.</summary>
    /// <param name="formulas">The formulas, of any shapes.</param>
    /// <param name="variables">The variables, in the order of a point.</param>
    /// <param name="data">Values of names that are not variables.</param>
    /// <param name="budget">Pays for every evaluation.</param>
    /// <exception cref="UnboundSymbolException">A length has no value.</exception>
    public Bounds(IReadOnlyList<Expression> formulas, IReadOnlyList<Symbol> variables, IReadOnlyDictionary<string, ArrayValue> data, Budget budget) =>
        (_plan, _variables, _data, _budget) = (NodePlan.Of(StableForms.Of(formulas), data), variables, data, budget);

    /// <summary>Whether a second look at another form of the formulas would be dear.</summary>
    internal bool IsLarge => _plan.Work > Most / 8;

    /// <summary>The entries of each formula with their bounds.</summary>
    /// <param name="point">The coordinates; each stands for the shortest decimal that reads as it.</param>
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
        values = new NodeWalk<Bounded>(_plan, new BoundedArithmetic(), symbol => Values(symbol, point), _budget).Run();
        return true;
    }

    private Bounded[] Values(Symbol symbol, double[] point)
    {
        var offset = 0;
        foreach (var variable in _variables)
        {
            var count = (int)variable.Shape.Count;
            if (variable == symbol) return Array.ConvertAll(point[offset..(offset + count)], Bounded.OfDecimal);
            offset += count;
        }

        if (_known.TryGetValue(symbol.Name, out var values)) return values;
        if (!_data.TryGetValue(symbol.Name, out var datum)) throw new UnboundSymbolException(symbol.Name);
        return _known[symbol.Name] = Array.ConvertAll(datum.Entries, Bounded.OfDecimal);
    }
}
