using Calculus.Balls;
using Calculus.Budgets;
using Calculus.Expressions;
using Calculus.Programs;

namespace Calculus.Certification;

/// <summary>Formulas in balls.</summary>
public sealed class Enclosures
{
    // The dearest formulas that are computed: operations on numbers at the lowest precision.
    private const double Most = 40_000;

    // An operation on balls costs about so many plain ones at the lowest precision.
    private const int Cost = 250;

    private readonly NodePlan _plan;
    private readonly IReadOnlyList<Symbol> _variables;
    private readonly IReadOnlyDictionary<string, ArrayValue> _data;
    private readonly Budget _budget;
    private readonly Dictionary<string, Ball[]> _known = new(StringComparer.Ordinal);

    /// <summary>Formulas made ready.</summary>
    /// <param name="formulas">The formulas, of any shapes.</param>
    /// <param name="variables">The variables, in the order of a point.</param>
    /// <param name="data">Values of names that are not variables.</param>
    /// <param name="budget">Pays for every evaluation.</param>
    /// <exception cref="UnboundSymbolException">A length has no value.</exception>
    public Enclosures(IReadOnlyList<Expression> formulas, IReadOnlyList<Symbol> variables, IReadOnlyDictionary<string, ArrayValue> data, Budget budget) =>
        (_plan, _variables, _data, _budget) = (NodePlan.Of(formulas, data), variables, data, budget);

    /// <summary>The decimal that a request means by a double: the shortest that reads as it.</summary>
    public static Ball Decimal(double value) => Ball.Of(Rational.FromDecimal(value));

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
        values = new NodeWalk<Ball>(_plan, new BallArithmetic(bits), symbol => Values(symbol, point), _budget).Run();
        return true;
    }

    private Ball[] Values(Symbol symbol, Ball[] point)
    {
        var offset = 0;
        foreach (var variable in _variables)
        {
            var count = (int)variable.Shape.Count;
            if (variable == symbol) return point[offset..(offset + count)];
            offset += count;
        }

        if (_known.TryGetValue(symbol.Name, out var values)) return values;
        if (!_data.TryGetValue(symbol.Name, out var datum)) throw new UnboundSymbolException(symbol.Name);
        return _known[symbol.Name] = Array.ConvertAll(datum.Entries, Decimal);
    }
}
