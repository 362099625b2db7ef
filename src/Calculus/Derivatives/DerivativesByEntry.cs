using System.Globalization;
using Calculus.Differentiation;
using Calculus.Expressions;
using Calculus.Simplification;

namespace Calculus.Derivatives;

/// <summary>
/// Derivatives by a vector or a matrix of which single entries are written, as in <c>x[1]^2*x[2]</c>: a list with one formula for each
/// entry. What depends on the whole array besides stays a formula of the whole, and is added.
/// </summary>
internal static class DerivativesByEntry
{
    // Nobody reads more formulas than this one by one.
    private const int MostEntries = 16, MostPlaces = 100;

    /// <summary>The derivative in the form that people read; null where no single entry is written, or the list would be too long.</summary>
    /// <param name="function">A number, or a list of numbers.</param>
    /// <param name="variable">The variable.</param>
    public static Expression? Of(Expression function, Symbol variable)
    {
        if (variable.Shape.IsSymbolic || variable.Shape.Count > MostEntries) return null;
        if (function.Shape.IsScalar) return variable.Shape.IsScalar || !TakesEntries([function], variable) ? null : OfNumber(function, variable);
        if (function is not Stack { Axis: 0, Shape.Rank: 1 } list || list.Parts.Length * variable.Shape.Count > MostPlaces) return null;
        var isWritten = variable.Shape.IsScalar ? TakesEntries(list.Parts, null) : TakesEntries(list.Parts, variable);
        return isWritten ? list.Graph.Stack(0, [.. list.Parts.Select(part => OfNumber(part, variable))]) : null;
    }

    private static bool TakesEntries(IEnumerable<Expression> parts, Symbol? variable) =>
        Reachable.From([.. parts]).Exists(node => node is Slice { Argument: Symbol array } slice && IsEntry(slice) && (variable is null || array == variable));

    private static bool IsEntry(Slice slice) => !slice.IsPut && slice.Selections.All(static selection => selection.Count == 1);

    private static Expression OfNumber(Expression function, Symbol variable)
    {
        var graph = function.Graph;
        if (variable.Shape.IsScalar) return Simplify.Of(Derivative.Of(function, variable));
        var (frozen, letters) = ByLetters(function, variable);
        var entries = new Expression[(int)variable.Shape.Count];
        for (var i = 0; i < entries.Length; i++) entries[i] = letters.TryGetValue(i, out var letter) ? Simplify.Of(Derivative.Of(frozen, letter)) : graph.Zero;
        var isWhole = Reachable.From(frozen).Contains(variable);
        if (isWhole && letters.Count == 0) return Simplify.Of(Derivative.Of(frozen, variable));
        var derivative = graph.Stack(0, variable.Shape.Rank == 1 ? entries : Rows(graph, entries, variable.Shape[1].Length));
        if (isWhole) derivative += Simplify.Of(Derivative.Of(frozen, variable));
        return Rebuild.In(derivative, graph, letters.ToDictionary(static each => each.Value, each => Taken(variable, each.Key)));
    }

    private static Expression[] Rows(Graph graph, Expression[] entries, int columns) =>
        [.. Enumerable.Range(0, entries.Length / columns).Select(row => graph.Stack(0, entries.AsSpan(row * columns, columns)))];

    // The function with a letter in place of each entry that is taken.
    private static (Expression Frozen, Dictionary<int, Symbol> Letters) ByLetters(Expression function, Symbol variable)
    {
        var (graph, letters, made) = (function.Graph, new Dictionary<int, Symbol>(), new Dictionary<Expression, Expression>());
        foreach (var node in Reachable.From(function))
        {
            if (node is Slice slice && slice.Argument == variable && IsEntry(slice))
            {
                var place = Places.Offset(variable.Shape, [.. slice.Selections.Select(static selection => selection.Start)]);
                if (!letters.TryGetValue(place, out var letter))
                    letters[place] = letter = graph.Symbol(string.Create(CultureInfo.InvariantCulture, $"{variable.Name}[{place}]"), SymbolRole.Variable);
                made[node] = graph.Fit(letter, node.Shape);
            }
            else
            {
                made[node] = Rebuild.WithChildren(node, graph, child => made[child]);
            }
        }

        return (made[function], letters);
    }

    private static Expression Taken(Symbol variable, int entry)
    {
        var graph = variable.Graph;
        Selection[] selections = [.. Places.Of(variable.Shape, entry).Select((place, axis) => new Selection(place, 1, 1, variable.Shape[axis]))];
        return graph.Contract(Rational.One, [new Factor(graph.Take(variable, selections), "ab"[..variable.Shape.Rank])], "");
    }
}
