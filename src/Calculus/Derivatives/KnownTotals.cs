using Calculus.Binding;
using Calculus.Expressions;
using Calculus.Printing;

namespace Calculus.Derivatives;

/// <summary>
/// Totals that the data fix: where every row of a matrix in data sums to 1, as in one-hot targets, or every column, or a vector does, these
/// sums are not written. <c>diag(rowsum(Y)) @ P - Y</c> is <c>P - Y</c> then.
/// </summary>
/// <param name="bound">The function with its data.</param>
internal sealed class KnownTotals(BoundDefinition bound)
{
    // Larger data are not added up exactly for the sake of a shorter formula.
    private const int MostEntries = 100_000;

    private readonly Dictionary<(string Name, int Axis), bool> _areOne = [];
    private readonly SortedSet<string> _used = new(StringComparer.Ordinal);

    /// <summary>What was used of the data: phrases such as "the rows of Y sum to 1".</summary>
    public IReadOnlyCollection<string> Used => _used;

    /// <summary>The formula with 1 for these totals; the formula itself where it has none.</summary>
    /// <param name="formula">The formula.</param>
    public Expression In(Expression formula)
    {
        if (bound.Data.Count == 0 || formula.Graph.IsOfNumbers) return formula;
        var made = new Dictionary<Expression, Expression>();
        foreach (var node in Reachable.From(formula))
            made[node] = Without(Unchanged(node, made) ? node : Rebuild.WithChildren(node, node.Graph, child => made[child]));
        return made[formula];
    }

    private static bool Unchanged(Expression node, Dictionary<Expression, Expression> made)
    {
        for (var place = 0; place < node.ChildCount; place++)
        {
            if (made[node.Child(place)] != node.Child(place)) return false;
        }

        return true;
    }

    private Expression Without(Expression node)
    {
        if (node is not Contraction contraction) return node;
        var (graph, factors) = (node.Graph, contraction.Factors.ToArray());
        var coefficient = Rational.One;
        for (var i = 0; i < factors.Length; i++)
        {
            if (Summed(contraction, factors[i]) is not { } axis || TotalOf(factors[i].Of, axis) is not { } total) continue;
            var kept = factors[i].Labels.Remove(axis, 1);
            if (factors[i].Of is Symbol symbol) _used.Add(Phrase(symbol, axis));
            factors[i] = new Factor(graph.Fill(Rational.One, new Shape([.. kept.Select(contraction.DimensionOf)])), kept);
            coefficient *= total;
        }

        if (factors.AsSpan().SequenceEqual(contraction.Factors.AsSpan())) return node;
        return graph.Contract(coefficient, factors, contraction.Out, contraction.Out.Distinct().ToDictionary(static label => label, contraction.DimensionOf));
    }

    // The axis of data that is summed over by itself.
    private static int? Summed(Contraction contraction, Factor factor)
    {
        if (factor.Of is not (Choice or Symbol { Role: not (SymbolRole.Variable or SymbolRole.IndexRange) })) return null;
        for (var axis = factor.Labels.Length - 1; axis >= 0; axis--)
        {
            var label = factor.Labels[axis];
            if (contraction.Out.Contains(label, StringComparison.Ordinal)) continue;
            if (contraction.Factors.Sum(other => other.Labels.Count(own => own == label)) == 1) return axis;
        }

        return null;
    }

    // Each row of one_hot has its 1 once.
    private Rational? TotalOf(Expression of, int axis) => of switch
    {
        Symbol symbol when IsOne(symbol, axis) => Rational.One,
        Choice choice when axis == 1 => OneHotNotation.ValueOf(choice),
        _ => null,
    };

    private bool IsOne(Symbol symbol, int axis)
    {
        if (_areOne.TryGetValue((symbol.Name, axis), out var known)) return known;
        return _areOne[(symbol.Name, axis)] = bound.Data.TryGetValue(symbol.Name, out var value) && value.Shape == symbol.Shape && AddUpToOne(value, axis);
    }

    private bool AddUpToOne(ArrayValue value, int axis)
    {
        if (value.Entries.Length > MostEntries || value.Shape.Rank > 2) return false;
        var columns = value.Shape.Rank == 1 ? value.Entries.Length : value.Shape[1].Length;
        var totals = new Rational[value.Shape.Rank == 1 ? 1 : axis == 1 ? value.Shape[0].Length : columns];
        Array.Fill(totals, Rational.Zero);
        for (var i = 0; i < value.Entries.Length; i++)
        {
            bound.Function.Graph.Budget.Visit();
            totals[value.Shape.Rank == 1 ? 0 : axis == 1 ? i / columns : i % columns] += Rational.FromDecimal(value.Entries[i]);
        }

        return Array.TrueForAll(totals, static total => total.IsOne);
    }

    private static string Phrase(Symbol symbol, int axis) => symbol.Shape.Rank == 1
        ? $"the entries of {symbol.Name} sum to 1"
        : $"the {(axis == 1 ? "rows" : "columns")} of {symbol.Name} sum to 1";
}
