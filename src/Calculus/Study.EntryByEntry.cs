using System.Globalization;
using Calculus.Binding;
using Calculus.Budgets;
using Calculus.EntryByEntry;
using Calculus.Expressions;
using Calculus.Printing;
using Calculus.Syntax;
using Calculus.Verification;

namespace Calculus;

public sealed partial class Study
{
    /// <summary>
    /// The same function as one of numbers: each variable that is a vector or a matrix gives one variable for each entry, <c>w_1</c> for
    /// <c>w[1]</c>, and data that are arrays are written in as numbers. A point has the same coordinates. Itself where nothing is an array.
    /// </summary>
    /// <exception cref="UnwritableException">A part has no form in numbers that people would read, or the value is no number.</exception>
    /// <exception cref="LimitException">The function written out is longer than a definition may be.</exception>
    public Study EntryByEntry() => IsOfNumbers ? this : EntryByEntry(_budget);

    private Study EntryByEntry(Budget budget)
    {
        if (!Function.Shape.IsScalar) throw new UnwritableException($"The function's value is {Function.Shape}, and only a number is written out entry by entry.");
        if (Reachable.From(Function).Concat(_bound.Variables).FirstOrDefault(static node => node.Shape.IsSymbolic || node is Symbol { Role: SymbolRole.Dimension }) is { } unknown)
            throw new UnwritableException($"The length of {Print(unknown).Text} is a letter: a function is written out entry by entry where all lengths are numbers.");

        var graph = new Graph(budget);
        var names = new Dictionary<string, string[]>(StringComparer.Ordinal);
        var taken = Variables.Concat(_bound.Data.Keys).Concat(_bound.Context.Declared).ToHashSet(StringComparer.Ordinal);
        var function = new WrittenEntries(graph, EntriesOf, budget).Of(Function)[0];
        string[] variables = [.. _bound.Variables.SelectMany(symbol => symbol.Shape.IsScalar ? [symbol.Name] : Named(symbol))];
        var text = $"{Name ?? "f"}({string.Join(", ", variables)}) = {new TextPrinter(new PrintStyle(variables) { Decimals = true, SpellOut = _printer.Style.SpellOut }, budget).Print(function)}";
        var maximum = budget.Limits.TextLength;
        if (text.Length > maximum)
            throw new LimitException("textLength", maximum, $"Written out entry by entry the function has {text.Length} characters; at most {maximum} are allowed.", text.Length);
        var context = new BindingContext(_bound.Context.Data, variables.ToHashSet(StringComparer.Ordinal)) { Functions = _bound.Context.Functions };
        var vocabulary = new Vocabulary(Binder.FunctionNames, context.Declared.Concat(context.Data.Keys).ToHashSet(StringComparer.Ordinal));
        var bound = Binder.Bind(DefinitionParser.Parse(text, vocabulary, budget), context, new Graph(budget));
        return new Study(bound, [.. _reading, new Note(NoteCodes.Entries, Said(names))], this, budget);

        IReadOnlyList<Expression> EntriesOf(Symbol symbol) => _bound.Data.TryGetValue(symbol.Name, out var value) && symbol.Role != SymbolRole.Variable
            ? [.. value.Entries.Select(entry => graph.Number(Rational.FromDecimal(entry)))]
            : [.. Named(symbol).Select(name => graph.Symbol(name, symbol.Role))];

        string[] Named(Symbol symbol)
        {
            if (names.TryGetValue(symbol.Name, out var known)) return known;
            string[] own = [.. Enumerable.Range(0, (int)symbol.Shape.Count).Select(k => EntryName(symbol, k, taken))];
            taken.UnionWith(own);
            return names[symbol.Name] = own;
        }
    }

    private static string EntryName(Symbol symbol, int k, HashSet<string> taken)
    {
        var name = symbol.Name + string.Concat(Places.Of(symbol.Shape, k).Select(static index => string.Create(CultureInfo.InvariantCulture, $"_{index + 1}")));
        while (taken.Contains(name)) name += "_";
        return name;
    }

    private string Said(Dictionary<string, string[]> names)
    {
        var examples = _bound.Variables.Where(static symbol => !symbol.Shape.IsScalar).Select(symbol => $"{names[symbol.Name][^1]} is {EntryNames.Of(symbol.Name, symbol.Shape).Last()}").ToList();
        return "The function is written out entry by entry: " + string.Join(", ", [.. examples, "data that are vectors and matrices stand in it as numbers."]);
    }
}
