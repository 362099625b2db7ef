using Calculus.Binding;
using Calculus.Budgets;
using Calculus.Expressions;

namespace Calculus.EntryByEntry;

/// <summary>
/// Values of formulas at a point, exact where they are fractions: each number of the question stands for the decimal that was written.
/// </summary>
internal sealed class ExactValues
{
    // An exact value that is farther from the double belongs to another branch, or the double lost its digits.
    private const double SameToRounding = 1e-9;

    private readonly Budget _budget;
    private readonly Graph _graph;
    private readonly Dictionary<Symbol, Expression> _numbers = [];
    private readonly Dictionary<string, double[]> _entries = new(StringComparer.Ordinal);

    /// <summary>Values at one point.</summary>
    /// <param name="bound">The function whose formulas are asked for.</param>
    /// <param name="point">The coordinates of the point.</param>
    /// <param name="budget">The request's; the values are found on a budget of their own.</param>
    public ExactValues(BoundDefinition bound, IReadOnlyList<double> point, Budget budget)
    {
        ArgumentNullException.ThrowIfNull(bound);
        ArgumentNullException.ThrowIfNull(point);
        ArgumentNullException.ThrowIfNull(budget);
        _budget = budget.Besides();
        _graph = new Graph(_budget);
        foreach (var (name, value) in bound.Data) Give(bound.SymbolOf(name), value.Entries);
        for (var i = 0; i < bound.Variables.Count; i++) Give(bound.Variables[i], [.. point.Skip(bound.Layout.Offset(i)).Take(bound.Layout.Length(i))]);
    }

    /// <summary>The value of a formula; null where it is no fraction, is too long, or is not the number beside it.</summary>
    /// <param name="formula">The formula, a number.</param>
    /// <param name="nearest">The double that was found for it.</param>
    public Rational? Of(Expression formula, double nearest)
    {
        if (!double.IsFinite(nearest)) return null;
        try
        {
            var value = Rebuild.In(formula, _graph, _numbers);
            if (!Reachable.AreNumbers([value])) value = new WrittenEntries(_graph, EntriesOf, _budget).Of(value)[0];
            if (value is not Number { Value: var exact }) return null;
            var difference = Math.Abs(exact.ToDouble() - nearest);
            return difference <= SameToRounding * Math.Max(1, Math.Abs(nearest)) ? exact : null;
        }
        catch (Exception beyond) when (beyond is LimitException or UnwritableException)
        {
            return null; // the exact value takes more than is given for it; the double remains
        }
    }

    private void Give(Symbol symbol, double[] entries)
    {
        if (symbol.Shape.IsScalar) _numbers[symbol] = _graph.Number(Rational.FromDecimal(entries[0]));
        else _entries[symbol.Name] = entries;
    }

    private IReadOnlyList<Expression> EntriesOf(Symbol symbol) => _entries.TryGetValue(symbol.Name, out var entries)
        ? [.. entries.Select(entry => _graph.Number(Rational.FromDecimal(entry)))]
        : throw new UnwritableException($"{symbol.Name} has no value.");
}
