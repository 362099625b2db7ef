using System.Globalization;
using Calculus.Binding;
using Calculus.Budgets;
using Calculus.Expressions;
using Calculus.Printing;
using Calculus.Syntax;

namespace Calculus.EntryByEntry;

/// <summary>
/// A function of vectors and matrices as a function of numbers: each variable that is a vector or a matrix gives one variable for each entry,
/// <c>w_1</c> for <c>w[1]</c>, and data that are arrays are written in as numbers. A point has the same coordinates.
/// </summary>
internal sealed class EntryByEntryForm
{
    private readonly BoundDefinition _bound;
    private readonly Dictionary<string, string[]> _names = new(StringComparer.Ordinal);
    private readonly HashSet<string> _taken;

    private EntryByEntryForm(BoundDefinition bound)
    {
        _bound = bound;
        _taken = bound.Variables.Select(static symbol => symbol.Name).Concat(bound.Data.Keys).Concat(bound.Context.Declared).ToHashSet(StringComparer.Ordinal);
    }

    /// <summary>The function written out.</summary>
    /// <param name="bound">The function.</param>
    /// <param name="style">How its formulas are written.</param>
    /// <param name="budget">What may be spent.</param>
    /// <returns>The function of numbers, and a note on its names.</returns>
    /// <exception cref="UnwritableException">A part has no form in numbers that people would read, or the value is not a number.</exception>
    /// <exception cref="LimitException">The function written out is longer than a definition may be.</exception>
    public static (BoundDefinition Written, Note Note) Of(BoundDefinition bound, PrintStyle style, Budget budget)
    {
        ArgumentNullException.ThrowIfNull(bound);
        ArgumentNullException.ThrowIfNull(style);
        ArgumentNullException.ThrowIfNull(budget);
        if (!bound.Function.Shape.IsScalar) throw new UnwritableException($"The function's value is {bound.Function.Shape}, but only a number can be written out entry by entry.");
        if (Reachable.From(bound.Function).Concat(bound.Variables).FirstOrDefault(static node => node.Shape.IsSymbolic || node is Symbol { Role: SymbolRole.Dimension }) is { } unknown)
            throw new UnwritableException($"The length of {TextPrinter.Print(unknown, style, budget)} has no value: a function can be written out entry by entry only where all lengths are numbers.");
        var form = new EntryByEntryForm(bound);
        var (definition, variables) = form.Definition(style, budget);
        var context = new BindingContext(bound.Context.Data, variables.ToHashSet(StringComparer.Ordinal)) { Functions = bound.Context.Functions };
        return (Binder.Bind(definition, context, new Graph(budget) { KeepsDecimals = bound.Function.Graph.KeepsDecimals }), new Note(NoteCodes.Entries, form.Said()));
    }

    private (Definition Definition, string[] Variables) Definition(PrintStyle style, Budget budget)
    {
        var graph = new Graph(budget);
        var function = new WrittenEntries(graph, EntriesOf, budget).Of(_bound.Function)[0];
        string[] variables = [.. _bound.Variables.SelectMany(symbol => symbol.Shape.IsScalar ? [symbol.Name] : Named(symbol))];
        var definition = DefinitionWriter.Of(_bound.Name ?? "f", variables, function, new PrintStyle(variables) { Decimals = true, SpellOut = style.SpellOut }, budget);
        var (maximum, length) = (budget.Limits.TextLength, definition.Text.Length);
        if (length > maximum)
            throw new LimitException("textLength", maximum, $"Written out entry by entry the function has {length} characters; at most {maximum} are allowed.", length);
        SyntaxLimits.Check(definition, budget);
        return (definition, variables);

        IReadOnlyList<Expression> EntriesOf(Symbol symbol) => _bound.Data.TryGetValue(symbol.Name, out var value) && symbol.Role != SymbolRole.Variable
            ? [.. value.Entries.Select(entry => graph.Number(Rational.FromDecimal(entry)))]
            : [.. Named(symbol).Select(name => graph.Symbol(name, symbol.Role))];
    }

    private string[] Named(Symbol symbol)
    {
        if (_names.TryGetValue(symbol.Name, out var known)) return known;
        string[] own = [.. Enumerable.Range(0, (int)symbol.Shape.Count).Select(entry =>
            FreshName.Of(symbol.Name + string.Concat(Places.Of(symbol.Shape, entry).Select(static index => string.Create(CultureInfo.InvariantCulture, $"_{index + 1}"))), _taken.Contains))];
        _taken.UnionWith(own);
        return _names[symbol.Name] = own;
    }

    private string Said()
    {
        var examples = _bound.Variables.Where(static symbol => !symbol.Shape.IsScalar).Select(symbol => $"{_names[symbol.Name][^1]} is {new Layout([symbol]).Names().Last()}");
        return "The function is written out entry by entry: " + string.Join(", ", [.. examples, "vectors and matrices in data are written in as numbers."]);
    }
}
