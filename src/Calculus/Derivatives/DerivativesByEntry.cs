using System.Globalization;
using Calculus.Differentiation;
using Calculus.Expressions;
using Calculus.Simplification;

namespace Calculus.Derivatives;

/// <summary>
/// Derivatives by a vector or a matrix of which parts are written by their places, as in <c>x[1]^2*x[2]</c> or <c>norm(x[1:2])</c>: a list
/// with one formula for each entry. What has no entries that people would read, such as <c>A @ x</c>, stays a formula of the whole array, and is added.
/// </summary>
internal static class DerivativesByEntry
{
    // Nobody reads more formulas than this one by one.
    private const int MostEntries = 16, MostPlaces = 100;

    // A product of matrices is written out by its entries only where each adds up no more products than this.
    private const int MostTerms = 4;

    /// <summary>The derivative in the form that people read; null where no part of an array is written by its places, or the list would be too long.</summary>
    /// <param name="function">A number or an array.</param>
    /// <param name="variable">The variable.</param>
    public static Expression? Of(Expression function, Symbol variable)
    {
        if (function.Shape.IsSymbolic || variable.Shape.IsSymbolic || variable.Shape.Count > MostEntries || function.Shape.Count * variable.Shape.Count > MostPlaces) return null;
        if (function.Shape.IsScalar) return !variable.Shape.IsScalar && TakesEntries(function, variable) ? OfNumber(function, variable) : null;
        if (!TakesEntries(function, variable.Shape.IsScalar ? null : variable)) return null;
        if (OfArray(function, variable) is { } derivative) return derivative;
        if (function is not Sum sum) return null;
        // What is read only as a whole is added as a whole.
        var (graph, listed, whole) = (function.Graph, new List<Term>(), new List<Term>());
        foreach (var term in sum.Terms) (TakesEntries(term.Of, variable) ? listed : whole).Add(term);
        if (listed.Count == 0 || whole.Count == 0 || OfArray(graph.Fit(graph.Sum(sum.Constant, [.. listed]), function.Shape), variable) is not { } list) return null;
        return list + Simplify.Of(Derivative.Of(graph.Fit(graph.Sum(Rational.Zero, [.. whole]), function.Shape), variable));
    }

    private static bool TakesEntries(Expression function, Symbol? variable) =>
        Reachable.From(function).Exists(node => node is Slice { IsPut: false, Argument: Symbol array } && (variable is null || array == variable));

    private static Expression? OfArray(Expression function, Symbol variable)
    {
        if (new EntriesOfArray(EntriesOfArray.Taken, 1).Of(function) is not { } parts) return null;
        var derivatives = new Expression[parts.Length];
        for (var i = 0; i < parts.Length; i++)
        {
            if (OfNumber(parts[i], variable) is not { } derivative) return null;
            derivatives[i] = derivative;
        }

        return EntriesOfArray.Together(derivatives, function.Shape);
    }

    private static Expression? OfNumber(Expression function, Symbol variable)
    {
        var graph = function.Graph;
        if (variable.Shape.IsScalar) return Simplify.Of(Derivative.Of(function, variable));
        var (frozen, letters) = ByLetters(function, variable);
        var isWhole = Reachable.From(frozen).Contains(variable);
        if (isWhole && letters.Count == 0 && !TakesEntries(frozen, variable)) return Simplify.Of(Derivative.Of(frozen, variable));
        Expression[] entries = [.. Enumerable.Range(0, (int)variable.Shape.Count).Select(place => letters.TryGetValue(place, out var letter) ? Derivative.Of(frozen, letter) : graph.Zero)];
        Expression? rest = null;
        if (isWhole)
        {
            rest = Simplify.Of(Derivative.Of(frozen, variable));
            if (EntriesOf(rest, frozen, variable, letters) is { } others) (entries, rest) = ([.. entries.Zip(others, static (own, other) => own + other)], null);
            else if (TakesEntries(frozen, variable)) return null;
        }

        var derivative = EntriesOfArray.Together([.. entries.Select(static entry => Simplify.Of(entry))], variable.Shape);
        return Rebuild.In(rest is null ? derivative : derivative + rest, graph, letters.ToDictionary(static each => each.Value, each => EntriesOfArray.Taken(variable, each.Key)));
    }

    // Longer slices would be put among zeros, so that their products are rather written out.
    private static Expression[]? EntriesOf(Expression derivative, Expression frozen, Symbol variable, Dictionary<int, Symbol> letters)
    {
        if (new EntriesOfArray(Entry, 1).Of(derivative) is { } entries) return entries;
        return TakesEntries(frozen, variable) ? new EntriesOfArray(Entry, MostTerms).Of(derivative) : null;

        Expression Entry(Symbol array, int place)
        {
            if (array != variable) return EntriesOfArray.Taken(array, place);
            return letters.TryGetValue(place, out var letter) ? letter : letters[place] = Letter(variable, place);
        }
    }

    private static Symbol Letter(Symbol variable, int place) => variable.Graph.Symbol(string.Create(CultureInfo.InvariantCulture, $"{variable.Name}[{place}]"), SymbolRole.Variable);

    private static bool IsEntry(Slice slice) => !slice.IsPut && slice.Selections.All(static selection => selection.Count == 1);

    // The function with a letter in place of each entry that is taken.
    private static (Expression Frozen, Dictionary<int, Symbol> Letters) ByLetters(Expression function, Symbol variable)
    {
        var (graph, letters, made) = (function.Graph, new Dictionary<int, Symbol>(), new Dictionary<Expression, Expression>());
        foreach (var node in Reachable.From(function))
        {
            if (node is Slice slice && slice.Argument == variable && IsEntry(slice))
            {
                var place = Places.Offset(variable.Shape, [.. slice.Selections.Select(static selection => selection.Start)]);
                if (!letters.TryGetValue(place, out var letter)) letters[place] = letter = Letter(variable, place);
                made[node] = graph.Fit(letter, node.Shape);
            }
            else
            {
                made[node] = Rebuild.WithChildren(node, graph, child => made[child]);
            }
        }

        return (made[function], letters);
    }
}
